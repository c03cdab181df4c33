// What is installed and what the manifests say: one copy of CodeMirror, one version everywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json';
import ownPackage from '../package.json';
import versions from '../versions.json';

const project = join(import.meta.dirname, '..');

/** The versions of a package in every node_modules folder below a folder, however deep. */
function installed(name: string, folder = join(project, 'node_modules')): string[] {
  const found: string[] = [];
  for (const path of packagesIn(folder)) {
    if (path === join(folder, name)) found.push(versionIn(path));
    const nested = join(path, 'node_modules');
    if (existsSync(nested)) found.push(...installed(name, nested));
  }
  return found;
}

function packagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => {
      const path = join(folder, name);
      return name.startsWith('@') ? readdirSync(path).map((scoped) => join(path, scoped)) : [path];
    });
}

function versionIn(path: string): string {
  const content = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { version: string };
  return content.version;
}

describe('CodeMirror', () => {
  // Two copies have two classes of the same name, and an extension made with the other one is refused.
  it.each([
    ['@codemirror/state', '6.5.0'],
    ['@codemirror/view', '6.38.6'],
  ] as const)('has exactly one %s: the one that Obsidian 1.13 has, %s', (name, version) => {
    expect(installed(name)).toEqual([version]);
    expect(ownPackage.devDependencies[name]).toBe(version);
    expect(ownPackage.overrides[name]).toBe(version);
  });
});

describe('the manifests', () => {
  it('say the same version, and which Obsidian it needs', () => {
    const known: Readonly<Record<string, string>> = versions;
    expect(manifest.version).toBe(ownPackage.version);
    expect(known[manifest.version]).toBe(manifest.minAppVersion);
    expect(manifest.minAppVersion).toBe('1.13.0');
  });

  it('name the plugin as Obsidian will list it', () => {
    expect(manifest).toMatchObject({ id: 'playhead', name: 'Playhead', isDesktopOnly: false });
    expect(ownPackage).toMatchObject({ name: manifest.id, license: 'MIT' });
    expect(manifest.description).toMatch(/^.{9,249}\.$/);
    expect(manifest.description).not.toMatch(/plugin|obsidian/i);
  });

  it('ask for nothing at run time: whatever is used is built in', () => {
    expect(ownPackage.dependencies).toEqual({});
  });
});
