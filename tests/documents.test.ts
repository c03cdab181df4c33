// The documents: short enough to be read, with links that lead somewhere, and a picture that loads quickly.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** The headings of a document, as the ends of addresses name them. */
function anchorsIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The links of a document that lead nowhere in the repository. */
function deadLinks(name: string, text: string): string[] {
  const links = [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)];
  return links.flatMap(([, address = '']) => {
    if (/^[a-z]+:/.test(address)) return [];
    const [path = '', anchor] = address.split('#');
    const target = path === '' ? name : join(dirname(name), path);
    if (!existsSync(join(root, target))) return address;
    return anchor === undefined || anchorsIn(read(target)).has(anchor) ? [] : address;
  });
}

describe('the README', () => {
  it('is at most 120 lines long', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  it('shows a moving picture of less than two megabytes', () => {
    const [, path = ''] = /!\[[^\]]+\]\((\S+\.webp)\)/.exec(read('README.md')) ?? [];
    expect(statSync(join(root, path)).size).toBeLessThan(2_000_000);
    // An animation of that format has a chunk of this name.
    expect(readFileSync(join(root, path)).includes('ANIM')).toBe(true);
  });

  it('leads to every page of the manual', () => {
    const pages = documents.filter((name) => name.startsWith('docs/'));
    const all = documents.map(read).join('\n');
    expect(pages.filter((name) => !all.includes(name.slice('docs/'.length)))).toEqual([]);
  });
});

describe('the links of', () => {
  it.each(documents)('%s lead somewhere', (name) => expect(deadLinks(name, read(name))).toEqual([]));

  it('a document are found where they lead nowhere', () => {
    expect(
      deadLinks('docs/a.md', '[a](../README.md) [b](none.md) [c](#none) `[d](e.md)` [f](https://f.g)'),
    ).toEqual(['none.md', '#none']);
  });
});

const PATH = /`((?:[\w-]+\/)+[\w-]+(?:\.\w+)*)`/g;
/** A file may be named without what it ends in, and one of `src` without that. */
const ENDINGS = ['', '.ts', '.mjs'];
const folders = ['tests', 'scripts', 'src', 'docs'];
const rooms = readdirSync(join(root, 'src'));

function pathsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(PATH), ([, path = '']) => path);
}

const isThere = (path: string): boolean => ENDINGS.some((ending) => existsSync(join(root, path + ending)));

describe('the files that are named', () => {
  it.each(documents)('in %s are there', (name) => {
    const missing = pathsIn(read(name)).filter((path) => {
      const first = path.split('/', 1)[0] ?? '';
      if (rooms.includes(first)) return !isThere(`src/${path}`);
      return folders.includes(first) && !isThere(path);
    });
    expect(missing).toEqual([]);
  });

  it('are found by their marks', () => {
    expect(pathsIn('See `core/read/scan`, `tests/host` and `src/main.ts`; not `scan`, nor a/b.')).toEqual([
      'core/read/scan',
      'tests/host',
      'src/main.ts',
    ]);
  });
});
