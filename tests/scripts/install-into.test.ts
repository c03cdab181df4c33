// @vitest-environment node
// How the plugin finds its place in a vault.
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyRelease } from '../../scripts/release.mjs';
import { configFolders } from '../../scripts/vault-folder.mjs';
import { temporaryFolder } from '../support/temporary-folder';

describe('the configuration folder', () => {
  it('is .obsidian, even when it is empty', () => {
    expect(configFolders(temporaryFolder({ '.obsidian/': '', 'note.md': '' }))).toEqual(['.obsidian']);
  });

  it.each(['app.json', 'workspace.json', 'community-plugins.json'])(
    'has any name that begins with a dot when it holds %s',
    (mark) => {
      const vault = temporaryFolder({
        [`.settings/${mark}`]: '{}',
        '.git/config': '',
        'plain/app.json': '{}',
      });
      expect(configFolders(vault)).toEqual(['.settings']);
    },
  );

  it('is the last used one of several', () => {
    const vault = temporaryFolder({
      '.obsidian/workspace.json': '{}',
      '.obsidian-work/workspace.json': '{}',
      '.obsidian-phone/app.json': '{}',
    });
    utimesSync(join(vault, '.obsidian/workspace.json'), 1000, 1000);
    utimesSync(join(vault, '.obsidian-work/workspace.json'), 2000, 2000);
    expect(configFolders(vault)).toEqual(['.obsidian-work', '.obsidian', '.obsidian-phone']);
  });

  it('is not found in a folder that is no vault, in a file, and in nothing', () => {
    const folder = temporaryFolder({ 'note.md': '', '.git/config': '' });
    expect(() => configFolders(folder)).toThrow(/ is no vault: it has no \.obsidian folder/);
    expect(() => configFolders(join(folder, 'note.md'))).toThrow(/note\.md is a file, not a vault\.$/);
    expect(() => configFolders(join(folder, 'missing'))).toThrow(/^There is no folder .*missing\.$/);
  });
});

it('the three files of a release are put beside the settings that are there', async () => {
  const built = temporaryFolder({
    'main.js': 'new',
    'manifest.json': '{}',
    'styles.css': '',
    'data.json': 'built',
  });
  const config = temporaryFolder({ 'plugins/playhead/data.json': 'mine', 'plugins/playhead/main.js': 'old' });
  const target = await copyRelease(built, config);
  expect(target).toBe(join(config, 'plugins/playhead'));
  expect(readdirSync(target).sort()).toEqual(['data.json', 'main.js', 'manifest.json', 'styles.css']);
  expect(readFileSync(join(target, 'main.js'), 'utf8')).toBe('new');
  expect(readFileSync(join(target, 'data.json'), 'utf8')).toBe('mine');
});
