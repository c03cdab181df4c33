// @vitest-environment node
// Which browser the tests take.
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { temporaryFolder } from '../support/temporary-folder';

function folderWith(...programs: readonly string[]): string {
  const folder = temporaryFolder(Object.fromEntries(programs.map((name) => [name, '#!/bin/sh\n'])));
  for (const name of programs) chmodSync(join(folder, name), 0o755);
  return folder;
}

const platform = 'linux';

it('takes the one that the variable names before any on the path', () => {
  const folder = folderWith('mine', 'chromium');
  const env = { PLAYHEAD_CHROMIUM: join(folder, 'mine'), PATH: folder };
  expect(findChromium({ env, platform })).toBe(join(folder, 'mine'));
});

it('throws if the variable names no program, and takes no other browser', () => {
  const folder = folderWith('chromium');
  const env = { PLAYHEAD_CHROMIUM: join(folder, 'nothing'), PATH: folder };
  expect(() => findChromium({ env, platform })).toThrow(/^PLAYHEAD_CHROMIUM names .* no program/);
});

it('takes Chromium without a window before the whole browser, whatever the order of the folders', () => {
  const [whole, shell] = [folderWith('chromium'), folderWith('chromium-headless-shell')];
  const env = { PATH: [whole, shell].join(delimiter) };
  expect(findChromium({ env, platform })).toBe(join(shell, 'chromium-headless-shell'));
});

it('takes Chromium on the path before Chrome, whatever the order of the folders', () => {
  const [chrome, chromium] = [folderWith('google-chrome'), folderWith('chromium')];
  const env = { PLAYHEAD_CHROMIUM: '', PATH: [chrome, chromium].join(delimiter) };
  expect(findChromium({ env, platform })).toBe(join(chromium, 'chromium'));
});

it('finds nothing where there is none, nor a file that cannot be run', () => {
  const folder = temporaryFolder({ chromium: '', 'chromium-browser/': '' });
  expect(findChromium({ env: { PATH: folder }, platform })).toBeUndefined();
  expect(findChromium({ env: {}, platform })).toBeUndefined();
});
