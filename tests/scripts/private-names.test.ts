// @vitest-environment node
// A build gives private members short names even where a package knows the same names, and the sources still say the same.
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { projectOf } from '../../scripts/own-names.mjs';
import { edited, privateNames } from '../../scripts/private-names.mjs';

const root = join(import.meta.dirname, '../..');

/** A program of sources, some of which have another text; the others are those of `before`. */
function programOf(
  files: readonly string[],
  options: ts.CompilerOptions,
  texts: Record<string, string>,
  before?: ts.Program,
): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    const text = texts[path];
    if (text !== undefined) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    return before?.getSourceFile(path) ?? read(path, ...rest);
  };
  return ts.createProgram(files, options, host);
}

function renamed(text: string): string {
  const path = '/one.ts';
  const options = { noLib: true, strict: true, types: [] };
  const program = programOf([path], options, { [path]: text });
  const { edits } = privateNames(program, new Set([path]), (name) => name === 'short');
  return edited(text, edits[path] ?? []);
}

it.each([
  [
    'a field',
    'class A { private long = 1; b = this.long; }',
    'class A { private long$ = 1; b = this.long$; }',
  ],
  [
    'a method',
    'class A { private long() { this.long(); } }',
    'class A { private long$() { this.long$(); } }',
  ],
  [
    'a parameter that is a field at once',
    'class A { constructor(private readonly long: number) { long; this.long; ({ long }); } }',
    'class A { constructor(private readonly long$: number) { long$; this.long$; ({ long: long$ }); } }',
  ],
  [
    'what is taken apart',
    'class A { private long = 1; b() { const { long } = this; const { long: c } = this; return long + c; } }',
    'class A { private long$ = 1; b() { const { long$: long } = this; const { long$: c } = this; return long + c; } }',
  ],
  [
    'what is given to a variable',
    'class A { private long = 1; b(long: number) { ({ long } = this); ({ long: long } = this); } }',
    'class A { private long$ = 1; b(long: number) { ({ long$: long } = this); ({ long$: long } = this); } }',
  ],
  [
    'a member of another object',
    'class A { private long = 1; b(a: A) { a.long; } }',
    'class A { private long$ = 1; b(a: A) { a.long$; } }',
  ],
])('the name of %s', (_, before, after) => expect(renamed(before)).toBe(after));

it.each([
  ['that is public', 'class A { long = 1; b = this.long; }'],
  ['that is protected', 'class A { protected long = 1; b = this.long; }'],
  ['that is short already', 'class A { private short = 1; b = this.short; }'],
  ['of a variable', 'class A { b(long: number) { return long; } }'],
  ['of an object', 'const a = { long: 1 }; class A { b() { return a.long; } }'],
])('a name stays %s', (_, text) => expect(renamed(text)).toBe(text));

it('leaves sources without a fault, as the compiler sees them', { timeout: 600_000 }, () => {
  const { files, options } = projectOf(join(root, 'tsconfig.json'));
  const program = ts.createProgram(files, options);
  const { edits, names } = privateNames(program, new Set(files), () => false);
  expect(names.length).toBeGreaterThan(100);
  const texts = Object.fromEntries(
    Object.entries(edits).map(([path, found]) => [
      path,
      edited(program.getSourceFile(path)?.text ?? '', found),
    ]),
  );
  const faults = ts.getPreEmitDiagnostics(programOf(files, options, texts, program));
  expect(
    faults.map(
      ({ messageText, file }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
  ).toEqual([]);
});
