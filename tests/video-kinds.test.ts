// Holds src to one record of the kinds of video: nothing but that record and the players names a kind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../src/core/mean/provider';

const RECORD = 'core/mean/provider.ts';
const kinds = new Set(Object.keys(PROVIDERS));
/** Each of these is a field of one kind alone. */
const fields = new Set(['id', 'path', 'url']);

/** The places of a file that name a kind of video, as `path: source`. */
function namedKinds(path: string, text: string): string[] {
  if (path === RECORD || path.startsWith('player/')) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (namesKind(node)) found.push(`${path}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

function namesKind(node: ts.Node): boolean {
  if (ts.isIndexedAccessTypeNode(node)) {
    return node.objectType.getText() === 'Video' && node.indexType.getText() === "'kind'";
  }
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    if (operatorToken.kind === ts.SyntaxKind.InKeyword) return isOneOf(left, fields);
    return [
      [left, right],
      [right, left],
    ].some(([one, other]) => isKind(one) && isOneOf(other, kinds));
  }
  if (ts.isCaseClause(node)) {
    return isKind(node.parent.parent.expression) && isOneOf(node.expression, kinds);
  }
  if (ts.isPropertyAssignment(node)) return isKind(node.name) && isOneOf(node.initializer, kinds);
  if (ts.isPropertySignature(node)) {
    return isKind(node.name) && node.type !== undefined && ts.isLiteralTypeNode(node.type)
      ? isOneOf(node.type.literal, kinds)
      : false;
  }
  return false;
}

function isKind(node: ts.Node | undefined): boolean {
  return node !== undefined && /(^|[.?])kind$/.test(node.getText());
}

function isOneOf(node: ts.Node | undefined, names: ReadonlySet<string>): boolean {
  return node !== undefined && ts.isStringLiteralLike(node) && names.has(node.text);
}

const src = join(import.meta.dirname, '..', 'src');
const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

describe('a kind of video', () => {
  it('is named by the record of providers and by the players, and nowhere else', () => {
    const named = paths.flatMap((path) => namedKinds(path, readFileSync(join(src, path), 'utf8')));
    expect(named).toEqual([]);
  });

  it('is named by the record', () => expect(kinds).toEqual(new Set(['youtube', 'url', 'file'])));
});

describe('this check sees', () => {
  it.each([
    "if (video.kind === 'youtube') play();",
    "if ('file' !== session.video?.kind) return;",
    "switch (video.kind) { case 'url': break; }",
    "const { kind } = video; const isFile = kind === 'file';",
    "const video = { kind: 'youtube', id };",
    "type File = Extract<Video, { kind: 'file' }>;",
    "const names: Record<Video['kind'], string> = names;",
    "if ('path' in video) play();",
  ])('a kind that is named: %s', (text) => expect(namedKinds('pane/pane-content.ts', text)).toHaveLength(1));

  it.each([
    "if (timestamp.kind === 'link') convert();",
    "if (host === 'youtube') ask();",
    'const { site } = providerOf(video);',
  ])('no kind of video in: %s', (text) => expect(namedKinds('pane/pane-content.ts', text)).toEqual([]));

  it('no fault in the record and in the players', () => {
    const text = "if (video.kind === 'youtube') play();";
    expect([namedKinds(RECORD, text), namedKinds('player/providers.ts', text)]).toEqual([[], []]);
  });
});
