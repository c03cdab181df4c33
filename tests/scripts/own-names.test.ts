// @vitest-environment node
// A build gives short names to what only the plugin's own code names. One name too many, and a part of it is silent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownNames } from '../../scripts/own-names.mjs';

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2021,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2021.d.ts', 'lib.dom.d.ts'],
};

const APP = `
declare module 'app' {
  export class View { onOpen(): void; readonly leaf: string }
  export interface Options { retries: number }
  export function send(options: Options): void;
  export function saved(value: unknown): void;
  export function loaded(): unknown;
  export function holder<T>(value: T): { readonly held: T };
  export function each(found: (thing: any) => void): void;
}`;

const OWN = `interface Own { readonly retries: number }
declare const own: Own;
`;

/** Behind the name of each, a source in which `retries` is a name of the project's own. */
const OWN_NAMES: readonly (readonly [string, string])[] = [
  ['of a property that it declares and reads', `${OWN} export const all = [own.retries];`],
  ['of a private field', 'export class Counter { private retries = 0; more() { return ++this.retries; } }'],
  [
    'of an object that nothing is expected of yet',
    'const made = { retries: 1 }; export const one = made.retries;',
  ],
  ['of what a list holds', `${OWN} const list: Own[] = []; list.push(own); export default list;`],
  ['of what is taken apart', `${OWN} const { retries } = own; export default retries;`],
];

const of = (names: string, code: string): string => `import { ${names} } from 'app';\n${OWN}\n${code}`;

/** Behind the name of each, a source in which it is not. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['that a package has', of('send', 'send({ retries: 1 });')],
  ['of what is given to the app by another name', of('send', 'const made = { retries: 1 }; send(made);')],
  ['of what is saved', of('saved', 'saved(own);')],
  ['of what is saved inside of something else', of('saved', 'saved({ all: [own] });')],
  [
    'of what is saved by a function of its own',
    of('saved', 'const save = (value: unknown) => { saved(value); }; save(own);'),
  ],
  ['of what is loaded', of('loaded', 'export const got = (loaded() as Own).retries;')],
  [
    'of what a guard finds',
    of('loaded', 'const is = (value: unknown): value is Own => value !== null; export default is(loaded());'),
  ],
  ['of what a callback is given', of('each', 'each(({ retries }: Own) => { console.log(retries); });')],
  ['of what JSON writes', 'export default JSON.stringify({ retries: 1 });'],
  ['that is asked for by name', `${OWN} export default 'retries' in own;`],
  ['that is computed', `${OWN} const key = 'retries' as const; export default own[key];`],
  ['whose type is made into text', `${OWN} export const key: keyof Own = 'retries';`],
  ['that counts as text', 'export const all: Record<string, number> = { retries: 1 };'],
  [
    'that counts as text later',
    'const made = { retries: 1 }; const all: Record<string, number> = made; export default all;',
  ],
  [
    'that is quoted',
    "interface Quoted { 'retries': number } export const quoted: Quoted = { 'retries': 1 }; export default quoted.retries;",
  ],
  [
    'of what a class of the app has',
    of(
      'View',
      'export class Own2 extends View { override onOpen() {} } interface Retrying { retries: number; leaf: string }',
    ) +
      "declare module 'app' { interface View { retries: number } } export const read = (view: View) => view.retries;",
  ],
  [
    'of a value of the app that is taken as one of its own',
    of(
      'type Options',
      'declare const options: Options; const taken: Own = options; export default taken.retries;',
    ),
  ],
  [
    'of what a function makes of a list for the app',
    of('type Options', 'export const all: readonly Options[] = [1].map((one) => ({ retries: one }));'),
  ],
  [
    'of what a function that the app calls is given',
    of(
      'type Options',
      'type Reader = (options: Options) => number; const read: (own: Own) => number = () => 0; export const reader: Reader = read;',
    ),
  ],
  [
    'of what a promise gives to the app',
    of('type Options', 'export const later: Promise<Options> = Promise.resolve(own);'),
  ],
  [
    'that the window gets',
    'declare global { interface Window { retries: number } } export default window.retries;',
  ],
];

const BUILT_TOGETHER = 'that the code of a package has which is built together with it';

/** All sources make one project, which takes a second or more to check: in each, the name has a number. */
let found: ReadonlyMap<string, boolean>;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'playhead-names-'));
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const cases = [
    ...OWN_NAMES,
    ...OTHER_NAMES,
    [BUILT_TOGETHER, `${OWN} export default own.retries;`] as const,
  ];
  const numbered = (text: string, index: number): string =>
    text.replaceAll('retries', `retries${index}`).replaceAll("'app'", `'app${index}'`);
  const sources = cases.map(([, source], index) =>
    written(`case-${index}.ts`, numbered(`export {};\n${source}`, index)),
  );
  const packages = cases.map((_, index) => written(`app-${index}.d.ts`, numbered(APP, index)));
  const bundled = [written('bundled.js', `export const value = (one) => one.retries${cases.length - 1};`)];

  const program = ts.createProgram([...packages, ...sources], options);
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  const names = new Set(ownNames({ files: [...sources, ...packages], options, bundled }));
  found = new Map(cases.map(([name], index) => [name, names.has(`retries${index}`)]));
  rmSync(folder, { recursive: true });
}, 60_000);

describe('a name is the plugin’s own', () => {
  it.each(OWN_NAMES)('%s', (name) => expect(found.get(name)).toBe(true));
});

describe('a name stays', () => {
  it.each([...OTHER_NAMES.map(([name]) => name), BUILT_TOGETHER])('%s', (name) => {
    expect(found.get(name)).toBe(false);
  });
});
