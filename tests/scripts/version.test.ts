// One version in every file that says one.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setVersion } from '../../scripts/version.mjs';
import { temporaryFolder } from '../support/temporary-folder';

const root = join(import.meta.dirname, '../..');
const FILES = [
  'manifest.json',
  'versions.json',
  'package.json',
  'package-lock.json',
  'README.md',
  'CHANGELOG.md',
];

function copied(): string {
  const folder = temporaryFolder();
  for (const name of FILES) cpSync(join(root, name), join(folder, name));
  return folder;
}

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the version script', () => {
  it('gives every file the new version, and changes nothing else in them', async () => {
    const folder = copied();
    await setVersion(folder, '9.8.7', '2030-01-02');
    for (const name of FILES) expect(read(folder, name), name).toContain('9.8.7');
    const own = JSON.parse(read(root, 'manifest.json')) as { version: string; minAppVersion: string };
    expect(JSON.parse(read(folder, 'manifest.json'))).toEqual({ ...own, version: '9.8.7' });
    expect(JSON.parse(read(folder, 'versions.json'))).toEqual({
      [own.version]: own.minAppVersion,
      '9.8.7': own.minAppVersion,
    });
    expect(read(folder, 'package.json').replace('9.8.7', own.version)).toBe(read(root, 'package.json'));
    expect(read(folder, 'CHANGELOG.md')).toMatch(/^## Unreleased\n\n## 9\.8\.7 \(2030-01-02\)\n\n- /m);
  });

  it.each(['v1.0.0', '1.0', '', 'latest'])('refuses %j, and writes nothing', async (version) => {
    const folder = copied();
    await expect(setVersion(folder, version, '2030-01-02')).rejects.toThrow('is no version');
    for (const name of FILES) expect(read(folder, name)).toBe(read(root, name));
  });
});

describe('the files', () => {
  it('say the same version now', () => {
    const { version } = JSON.parse(read(root, 'manifest.json')) as { version: string };
    expect(read(root, 'README.md')).toContain(`This is version ${version}`);
    expect(read(root, 'CHANGELOG.md')).toContain(`## ${version}`);
    expect(JSON.parse(read(root, 'package-lock.json'))).toMatchObject({
      version,
      packages: { '': { version } },
    });
  });
});
