// Every regular expression of src takes time linear in its input. What cannot be proven is written in another way: there are no
// exceptions, and no expression relies on a short input.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { expressionsIn, type Expression } from './source-expressions';

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => expressionsIn(path, readFileSync(join(src, path), 'utf8')));

/** How long the search for a proof may take: seconds, where the machine is not busy. Milliseconds. */
const PATIENCE = 100_000;

/** What is proven of an expression by its automaton; what other means make likely does not count. */
async function provenOf({ source, flags }: Expression): Promise<string> {
  const found = await check(source, flags, { checker: 'automaton', timeout: PATIENCE });
  return found.status === 'unknown' ? `nothing: ${found.error.kind}` : found.complexity.type;
}

/** `safe` is bounded by the expression itself, whatever the input. */
const LINEAR = /^(?:safe|constant|linear)$/;

describe('the regular expressions of src', () => {
  it.each(files.flatMap(({ found }) => found).map((expression) => ({ ...expression })))(
    '$name is linear',
    async (expression) => {
      expect(await provenOf(expression)).toMatch(LINEAR);
    },
    PATIENCE,
  );

  it('are all written in the source, none made of a text that only shows when the code runs', () => {
    expect(files.flatMap(({ unread }) => unread)).toEqual([]);
  });
});

describe('this check', () => {
  const only = (text: string): Expression => {
    const [found] = expressionsIn('core/example.ts', text).found;
    if (found === undefined) throw new Error('There is none.');
    return found;
  };

  it.each([
    [
      'tries one character in two ways, over and over',
      String.raw`const A = /^(?:0?[0-5]?\d,?)*$/;`,
      'exponential',
    ],
    ['may begin anywhere in what it then runs through', String.raw`text.replace(/\s+$/, '');`, 'polynomial'],
    ['lets two repeats share a run', String.raw`const B = /^~{3,}[^\s]*$/;`, 'polynomial'],
    ['is made of constants', "const T = '0?[0-5]?'; const C = new RegExp(`^(?:${T}0,)*$`);", 'exponential'],
    ['looks ahead over a repeat', 'const D = /a(?=.*b)/;', 'nothing: unsupported'],
  ])('refuses one that %s', async (_, text, expected) => {
    expect(await provenOf(only(text))).toBe(expected);
  });

  it.each([
    ['a literal', 'const A = /a+b/gi;', { name: 'core/example.ts: A', source: 'a+b', flags: 'gi' }],
    ['one in a list', 'const A = [1, [/b/]];', { name: 'core/example.ts: A', source: 'b', flags: '' }],
    ['one in a function', 'const a = () => /b/;', { name: 'core/example.ts: /b/', source: 'b', flags: '' }],
    [
      'one that is made of constants',
      String.raw`const D = String.raw${'`\\d`'}; const E = '+' + D; const A = new RegExp(${'`${D}${E}`'}, 'y');`,
      { name: 'core/example.ts: A', source: String.raw`\d+\d`, flags: 'y' },
    ],
    [
      'one made without new',
      "const A = RegExp('b');",
      { name: 'core/example.ts: A', source: 'b', flags: '' },
    ],
  ])('finds %s', (_, text, expected) => {
    expect(expressionsIn('core/example.ts', text)).toEqual({ found: [expected], unread: [] });
  });

  it.each([
    'export const of = (name: string) => new RegExp(name);',
    'let part = "a"; const A = new RegExp(part);',
    'const make = RegExp;',
    'const A = new globalThis.RegExp("a");',
    'text.match("a+");',
    'text.search(`a+`);',
  ])('refuses what it cannot read: %s', (text) => {
    expect(expressionsIn('core/example.ts', text).unread).toEqual(['core/example.ts:1']);
  });
});
