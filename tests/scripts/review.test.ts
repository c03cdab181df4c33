// What the review finds in a style sheet, and that it finds nothing in the plugin's; the workflow of a release.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { styleFindings } from '../../scripts/styles-review.mjs';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe('the review of styles', () => {
  it('finds nothing in those of the plugin', () => expect(styleFindings(read('styles.css'))).toEqual([]));

  it.each([
    ['a {\n  color: red !important;\n}', '2: uses !important'],
    ['a:has(b) { color: red; }', '1: uses :has'],
    ['a { all: unset; }', '1: resets all properties'],
    ['@import "b.css";', '1: imports another sheet'],
    ['a { background: url("https://a.example/b.png"); }', '1: loads something from elsewhere'],
    ['a { color: red; }\n\na {\n  margin: 0;\n}', '3: a has a block already'],
    ['@media print { a { color: red; } a { margin: 0; } }', '1: a has a block already'],
    ['a { color: red;', '1: a is not closed'],
    ['a { color: red; } }', '1: closes what is not open'],
  ])('finds in %j: %s', (css, finding) => expect(styleFindings(css)).toContain(finding));

  it.each([
    'a { color: red; /* !important :has( */ }',
    'a { color: red; } @media print { a { color: black; } }',
    '@keyframes b { 0% { top: 0; } 50% { top: 1px; } } @keyframes c { 0% { top: 0; } }',
    '.wall:hover { transition: none; }',
  ])('finds nothing in %j', (css) => expect(styleFindings(css)).toEqual([]));
});

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { uses?: string; run?: string }[] }>>;
}

const stepsOf = (name: string): readonly { uses?: string; run?: string }[] =>
  Object.values((parse(read(`.github/workflows/${name}`)) as Workflow).jobs).flatMap(({ steps }) => steps);

describe('the workflows', () => {
  it.each(readdirSync(join(root, '.github/workflows')))('use actions by digest only: %s', (name) => {
    const used = stepsOf(name).flatMap(({ uses }) => uses ?? []);
    expect(used.filter((one) => !one.startsWith('./') && !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
  });

  it('draft a release with exactly three files, all attested', () => {
    const text = read('.github/workflows/release.yml');
    const [, files = ''] = /gh release create .*--generate-notes (.*)$/m.exec(text) ?? [];
    expect(files.split(' ')).toEqual(['main.js', 'manifest.json', 'styles.css']);
    const [, subjects = ''] = /subject-path: \|\n((?: {12}\S+\n)+)/.exec(text) ?? [];
    expect(subjects.trim().split(/\s+/)).toEqual(['main.js', 'manifest.json', 'styles.css']);
  });
});
