// The size of main.js: what the README says is its budget.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from './build-plugin';

const kilobyte = 1024;
/** A build that has no names kept from the one before looks at every type. Milliseconds. */
const BUILD_TAKES = 120_000;
/** What is promised in whole kilobytes may be so much more than it takes: every change would have to renew it otherwise. */
const ROOM = 40;

let size: number;
let promised: number;

beforeAll(() => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  promised = Number(/main\.js`? is under (\d+) KB/.exec(readme)?.[1]);
  const folder = mkdtempSync(join(tmpdir(), 'playhead-budget-'));
  buildPlugin(join(folder, 'main.js'));
  size = statSync(join(folder, 'main.js')).size / kilobyte;
  rmSync(folder, { recursive: true });
}, BUILD_TAKES);

describe('main.js', () => {
  it('is as small as the README promises', () => {
    expect(promised).toBeGreaterThan(0);
    expect(size).toBeLessThan(promised);
  });

  it('is not much smaller than that either, so that the promise says something', () => {
    expect(size).toBeGreaterThan(promised - ROOM);
  });
});
