// Holds src to ARCHITECTURE.md: who may import whom, where the DOM may be touched, how long a file may be.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { cycle, specifiersIn, target, type Import } from './source-imports';

interface Room {
  /** The rooms it may import from, besides itself. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly dom: boolean;
}

const signals = '@preact/signals-core';
const core = ['texts', 'core/mean', 'core/read', 'core/write'];
const services = [...core, 'player', 'playback', 'settings', 'app'];

/** The rooms from the ground up: each names all that it may import from. */
const rooms: Readonly<Record<string, Room>> = {
  texts: { rooms: [], packages: [], dom: false },
  'core/mean': { rooms: ['texts'], packages: [], dom: false },
  'core/read': { rooms: ['texts', 'core/mean'], packages: [], dom: false },
  'core/write': { rooms: ['texts', 'core/mean', 'core/read'], packages: [], dom: false },
  player: { rooms: core, packages: ['valibot', signals], dom: true },
  settings: { rooms: core, packages: ['obsidian', 'valibot', signals], dom: true },
  playback: { rooms: [...core, 'player'], packages: [signals], dom: false },
  app: {
    rooms: [...core, 'player', 'playback', 'settings'],
    packages: ['@codemirror/view', 'obsidian', signals],
    dom: true,
  },
  preview: { rooms: services, packages: ['obsidian', signals], dom: true },
  chips: {
    rooms: [...services, 'preview'],
    packages: ['@codemirror/state', '@codemirror/view', 'obsidian', signals],
    dom: true,
  },
  pane: { rooms: [...services, 'preview'], packages: ['obsidian', signals], dom: true },
  check: { rooms: [...services, 'preview'], packages: ['obsidian', signals], dom: true },
  'new-note': { rooms: services, packages: ['obsidian', 'valibot'], dom: true },
  follow: {
    rooms: [...services, 'chips'],
    packages: ['@codemirror/state', '@codemirror/view', 'obsidian', signals],
    dom: true,
  },
  moments: {
    rooms: [...services, 'preview', 'chips', 'pane', 'follow'],
    packages: ['obsidian', signals],
    dom: true,
  },
  writing: {
    rooms: [...services, 'chips', 'check', 'moments'],
    packages: ['@codemirror/state', '@codemirror/view', 'obsidian', signals],
    dom: true,
  },
  outside: {
    rooms: [...services, 'new-note', 'writing'],
    packages: ['obsidian', signals],
    dom: true,
  },
};

/** `src/main.ts`, above all rooms. */
const root: Room = {
  rooms: Object.keys(rooms),
  packages: ['obsidian'],
  dom: false,
};

/** The room that a file stands in: the longest name in the table that its path begins with. */
const roomOf = (path: string): string | undefined =>
  Object.keys(rooms).find((room) => path.startsWith(`${room}/`));

const layerOf = (path: string): Room | undefined => (path === 'main.ts' ? root : rooms[roomOf(path) ?? '']);

const longestFile = 400;
const longestRoot = 120;
const emptyNames = /(^|[/-])(utils?|helpers?|managers?|common|misc|types?|constants?)([-./]|$)/;

/** Declared with the DOM, but not of it: every JavaScript runtime has these. */
const everywhere = new Set([
  ...[
    'URL',
    'URLSearchParams',
    'TextDecoder',
    'console',
    'Console',
    'performance',
    'Performance',
    'structuredClone',
  ],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
]);
const obsidianGlobals = new Set([
  'activeDocument',
  'activeWindow',
  'createEl',
  'createDiv',
  'createSpan',
  'createFragment',
]);

function isAllowed(room: Room, edge: Import): boolean {
  if (!edge.specifier.startsWith('.')) {
    return room.packages.includes(edge.specifier);
  }
  const to = roomOf(`${target(edge)}.ts`);
  return to !== undefined && (to === roomOf(edge.from) || room.rooms.includes(to));
}

/** The imports that the table forbids, as `from -> specifier`. */
function forbidden(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([from, text]) => {
    const room = layerOf(from);
    if (room === undefined) return [`${from} is in no room`];
    return specifiersIn(from, text)
      .filter((specifier) => !isAllowed(room, { from, specifier }))
      .map((specifier) => `${from} -> ${specifier}`);
  });
}

/** The names that a program's files take from the DOM, as `path: name`. */
function domNames(program: ts.Program, isChecked: (path: string) => boolean): string[] {
  const checker = program.getTypeChecker();
  return program.getSourceFiles().flatMap((file) => {
    if (!isChecked(file.fileName)) return [];
    const found = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && isOfTheDom(node, checker)) found.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return [...found].map((name) => `${posix.basename(file.fileName)}: ${name}`);
  });
}

function isOfTheDom(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  if (obsidianGlobals.has(node.text)) return true;
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  if (declarations.length === 0) return false;
  return declarations.every((declaration) => {
    const owner = ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : node.text;
    return /\/lib\.dom\.[\w.]*d\.ts$/.test(declaration.getSourceFile().fileName) && !everywhere.has(owner);
  });
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
};

const src = join(import.meta.dirname, '..', 'src');
const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const sources = new Map(paths.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
const linesOf = (text: string): number => text.trimEnd().split('\n').length;

describe('the source', () => {
  it('imports what the table of rooms allows, and nothing else', () => {
    expect(forbidden(sources)).toEqual([]);
  });

  it('has no import cycles', () => expect(cycle(sources)).toBeUndefined());

  it('never imports the composition root', () => {
    const importers = [...sources].filter(([from, text]) =>
      specifiersIn(from, text).some((specifier) => target({ from, specifier }) === 'main'),
    );
    expect(importers.map(([from]) => from)).toEqual([]);
  });

  it('touches the DOM only where the table says so', () => {
    const program = ts.createProgram(
      paths.map((path) => join(src, path)),
      compilerOptions,
    );
    const isPure = (path: string): boolean =>
      paths.some((own) => path.endsWith(`/src/${own}`) && layerOf(own)?.dom !== true);
    expect(domNames(program, isPure)).toEqual([]);
  }, 180_000);

  it('has short files, and a shorter composition root', () => {
    const long = [...sources].filter(
      ([path, text]) =>
        // All texts of a language are one file.
        !path.startsWith('texts/') && linesOf(text) > (path === 'main.ts' ? longestRoot - 1 : longestFile),
    );
    expect(long.map(([path, text]) => `${path}: ${linesOf(text)} lines`)).toEqual([]);
  });

  it('has files named for the noun inside, in kebab-case', () => {
    expect(paths.filter((path) => emptyNames.test(path) || !/^[a-z0-9/-]+\.ts$/.test(path))).toEqual([]);
  });
});

describe('this check sees', () => {
  it.each([
    ['core/mean/video.ts', "import { Notice } from 'obsidian';"],
    ['core/mean/video.ts', "import type { Player } from '../../player/player';"],
    ['core/mean/clips.ts', "import { scan } from '../read/scan';"],
    ['playback/playback.ts', "export * from '../chips/chip';"],
    ['check/index.ts', "const later = import('../writing/index');"],
    ['chips/chip.ts', "let app: import('obsidian/private').App;"],
    ['chips/chip.ts', "import { video } from 'src/core/mean/video';"],
    ['chips/chip.ts', "import plugin from '../main';"],
    ['chips/live-preview/live-chips.ts', "import { tree } from '@lezer/common';"],
    ['chips/live-preview/live-chips.ts', "import { syntaxTree } from '@codemirror/language';"],
    ['main.ts', "import { signal } from '@preact/signals-core';"],
  ])('a forbidden import in %s: %s', (path, text) => {
    expect(forbidden(new Map([[path, text]]))).toHaveLength(1);
  });

  it('a folder that is in no room', () => {
    expect(forbidden(new Map([['network/fetch.ts', '']]))).toEqual(['network/fetch.ts is in no room']);
  });

  it('a cycle of three files', () => {
    const files = new Map([
      ['core/a.ts', "import './b';"],
      ['core/b.ts', "import type { C } from './c/index';"],
      ['core/c/index.ts', "export * from '../a';"],
    ]);
    expect(cycle(files)).toEqual(['core/a.ts', 'core/b.ts', 'core/c/index.ts', 'core/a.ts']);
  });

  it('the DOM by its names and members, and not what every runtime has', () => {
    const probes = new Map([
      ['names.ts', 'export const title = (): string => document.title;'],
      ['types.ts', 'export type Found = HTMLElement | undefined;'],
      ['members.ts', 'export const width = (box: { el: Element }): number => box.el.clientWidth;'],
      ['globals.ts', 'export const load = globalThis.fetch;'],
      ['obsidian.ts', 'export const page: unknown = activeDocument;'],
      ['own.ts', 'const document = { title: 1 }; export const { title } = document;'],
      ['everywhere.ts', 'export const host = new URL("https://a.example").hostname; console.error(host);'],
    ]);
    expect(domNames(programOf(probes), (path) => probes.has(path))).toEqual([
      'names.ts: document',
      'names.ts: title',
      'types.ts: HTMLElement',
      'members.ts: Element',
      'members.ts: clientWidth',
      'globals.ts: fetch',
      'obsidian.ts: activeDocument',
    ]);
  });
});

/** A program of files that are only in memory, beside TypeScript's own declarations. */
function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(compilerOptions);
  return ts.createProgram([...files.keys()], compilerOptions, {
    ...host,
    getSourceFile: (path, options) => {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, options)
        : ts.createSourceFile(path, text, options, true);
    },
  });
}
