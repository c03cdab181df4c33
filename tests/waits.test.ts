// Finds a test that waits for a time instead of a state, or that is tried again until it passes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The app and the player that tests run on are not tests: they take their time as the real ones do. */
const STAND_INS = /^(?:host|youtube|vault|bench)\//;

/** Calls that do nothing but let time pass. */
const SLEEPS = new Set(['sleep', 'waitForTimeout', 'delay', 'wait']);

/** Code that a spec hands on as text. */
const SLEEP_IN_TEXT = /\b(?:sleep|waitForTimeout)\s*\(|new Promise\([^;]*setTimeout\([^;,]*,/;

/** What of a file waits for a time, or is tried again, as `line: code`. */
function waits(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isWait(node) || isRetry(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1}: ${node.getText().split('\n')[0] ?? ''}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isWait(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return !isImported(node) && SLEEP_IN_TEXT.test(node.text);
  if (ts.isImportDeclaration(node)) return /['"](?:node:)?timers\/promises['"]/.test(node.getText());
  if (!ts.isCallExpression(node)) return false;
  const name = calledName(node);
  if (name === 'wait' && node.getText().includes('Atomics.wait')) return true;
  if (SLEEPS.has(name)) return true;
  return name === 'setTimeout' && node.arguments.length > 1 && isInPromise(node);
}

function isImported(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExternalModuleReference(node.parent);
}

function calledName({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** Whether it stands in what a new promise runs: then the promise is one of a time. */
function isInPromise(node: ts.Node): boolean {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Promise') return true;
  return !ts.isSourceFile(node) && isInPromise(node.parent);
}

/** An option of Vitest, not a word of the code under test. */
function isRetry(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'retry') return false;
  const options = node.parent.parent;
  const isTest = ts.isCallExpression(options) && /^(?:it|test|describe)\b/.test(options.expression.getText());
  return isTest || ts.isNumericLiteral(node.initializer) || /\?/.test(node.initializer.getText());
}

const tests = import.meta.dirname;
const paths = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !STAND_INS.test(path) && path !== 'waits.test.ts');

it('no test waits for a time, and none is tried again', () => {
  const found = [...paths, '../vitest.config.ts'].flatMap((path) =>
    waits(path, readFileSync(join(tests, path), 'utf8')),
  );
  expect(found).toEqual([]);
});

it('no test run is told to try again', () => {
  const scripts = ['../scripts/test.mjs', '../.ci/run', '../package.json', '../.github/workflows/ci.yml'];
  expect(scripts.filter((path) => readFileSync(join(tests, path), 'utf8').includes('retry'))).toEqual([]);
});

describe('this check sees', () => {
  it.each([
    'await page.waitForTimeout(300);',
    'await sleep(20);',
    'await page.evaluate(() => sleep(250));',
    'await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), 600);',
    'await new Promise((done) => { window.setTimeout(() => done(1), 5); });',
    "import { setTimeout } from 'node:timers/promises';",
    'await start(`onload() { await sleep(30); ${more} }`);',
    "const code = 'await new Promise((done) => setTimeout(done, 9));';",
    'Atomics.wait(cell, 0, 0, 100);',
    "it('is quick', { retry: 2 }, () => {});",
    'export default { retry: process.env.CI === undefined ? 0 : 1 };',
  ])('%s', (code) => expect(waits('a.test.ts', code)).toHaveLength(1));

  it.each([
    'await new Promise((resolve) => setTimeout(resolve));',
    'const later = (ms: number, task: () => void) => setTimeout(task, ms);',
    "const expected = { sentence: 'Gone', retry: true };",
    'await page.waitForFunction(() => window.ready);',
    "it.each([['setTimeout(() => {}, 60000)']])('%s', () => {});",
  ])('no wait in %s', (code) => expect(waits('a.test.ts', code)).toEqual([]));
});
