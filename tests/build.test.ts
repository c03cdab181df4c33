// The build: the same bytes every time, and a script that Obsidian can load.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from './build-plugin';

const provided = [
  'obsidian',
  'electron',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
  ...builtinModules,
];

let folder: string;
let script: string;

function built(name: string): string {
  const outfile = join(folder, name, 'main.js');
  buildPlugin(outfile);
  return readFileSync(outfile, 'utf8');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'playhead-build-'));
  script = built('first');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

const parsed = (): ts.SourceFile => ts.createSourceFile('main.js', script, ts.ScriptTarget.ESNext, true);

/** What a script asks `require` for; anything but a literal is given as its source. */
function required(file: ts.SourceFile): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require') {
      const [name] = node.arguments;
      if (name !== undefined) found.add(ts.isStringLiteralLike(name) ? name.text : name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

describe('the built main.js', () => {
  it('is the same, byte for byte, in two builds', () => expect(built('second') === script).toBe(true));

  it('asks the app for each of its modules once', () => {
    const asked = [...script.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(asked.sort()).toEqual(['@codemirror/state', '@codemirror/view', 'obsidian']);
  });

  it('is CommonJS: it exports through module, and imports nothing', () => {
    const isModuleSyntax = (node: ts.Statement): boolean =>
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node);
    expect(parsed().statements.filter(isModuleSyntax)).toEqual([]);
    expect(script).toContain('module.exports=');
  });

  it('requires Obsidian, and only what the app provides', () => {
    const names = required(parsed());
    const isProvided = (name: string): boolean =>
      name.startsWith('@codemirror/') || provided.includes(name.replace(/^node:/, ''));
    expect(names).toContain('obsidian');
    expect(names.filter((name) => !isProvided(name))).toEqual([]);
  });

  it('holds no path of the machine that built it', () => {
    expect(script).not.toContain(folder);
    expect(script).not.toContain(join(import.meta.dirname, '..'));
    expect(script).not.toContain('sourceMappingURL');
  });
});
