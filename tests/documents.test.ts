// @vitest-environment node
// The documents name files of the project: each is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

const documents = [
  ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const PATH = /`((?:[\w-]+\/)+[\w-]+(?:\.\w+)*)`/g;
/** A file may be named without what it ends in, and one of `src` without that. */
const ENDINGS = ['', '.ts', '.mjs'];
const folders = ['tests', 'scripts', 'src', 'docs'];
const rooms = readdirSync(join(root, 'src'));

function pathsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(PATH), ([, path = '']) => path);
}

const isThere = (path: string): boolean => ENDINGS.some((ending) => existsSync(join(root, path + ending)));

describe('each file that a document names is there', () => {
  it.each(documents)('%s', (document) => {
    const missing = pathsIn(readFileSync(join(root, document), 'utf8')).filter((path) => {
      const first = path.split('/', 1)[0] ?? '';
      if (rooms.includes(first)) return !isThere(`src/${path}`);
      return folders.includes(first) && !isThere(path);
    });
    expect(missing).toEqual([]);
  });
});

it('a path is found by its marks', () => {
  expect(pathsIn('See `core/read/scan`, `tests/host` and `src/main.ts`; not `scan`, nor a/b.')).toEqual([
    'core/read/scan',
    'tests/host',
    'src/main.ts',
  ]);
});
