// Holds src to its texts: none is left in the code, each is used, and each language says the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import { spokenTimecode } from '../src/core/mean/timecode';
import { en } from '../src/texts/en';
import { chooseLanguage, words } from '../src/texts/texts';
import { zh } from '../src/texts/zh';

const src = join(import.meta.dirname, '../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('texts'))
  .map((path) => [path, readFileSync(join(src, path), 'utf8')] as const);

/** Two words of letters, as sentences have them. */
const SENTENCE = /\p{L}{2,}[,:;]? \p{L}{2,}/u;
const WORD = /\p{L}{2,}/u;
/** No text: selectors, classes, the frame's permissions, properties, keys as the app names them, markup. */
const CODE =
  /playhead-|^lucide-|clickable-icon|^[.#[]|[[>]|^\w+, \w+(?:, |$)|allow-|autoplay|^(?:[A-Z]+ )+[A-Z]+$|^\n*\w+:|^(?:Cmd|Ctrl|Alt|Shift|Page (?:up|down)|Mod|Enter|Escape|YouTube|Playhead)\b|^<|^---|^\(prefers-|^(?:compact|time|scan|check)$/;
const SHOWN_PROPERTIES = new Set([
  ...['text', 'name', 'title', 'desc', 'heading', 'placeholder', 'label', 'aria-label'],
  ...['sentence', 'advice', 'doing', 'face', 'button', 'description', 'refused'],
]);
const SHOWN_BY =
  /(?:^|\.)(?:setText|setName|setDesc|setTitle|setButtonText|setTooltip|setPlaceholder|setHeading|appendText|attempt|Notice|Error|say)$/;

/** The texts that a file says in its code, as `path: text`. */
function saidIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().startsWith('console.')) return;
    const said = literal(node);
    if (said !== undefined && !isCode(node, said)) {
      if (SENTENCE.test(said) || (isShown(node) && WORD.test(said))) found.push(`${path}: ${said}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

function literal(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('0');
}

function isCode({ parent }: ts.Node, said: string): boolean {
  return ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || CODE.test(said);
}

function isShown(node: ts.Node): boolean {
  let { parent } = node;
  let child = node;
  while (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) {
    child = parent;
    parent = parent.parent;
  }
  if (ts.isPropertyAssignment(parent) && parent.initializer === child)
    return SHOWN_PROPERTIES.has(parent.name.getText().replace(/['"]/g, ''));
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && SHOWN_BY.test(parent.expression.getText())
  );
}

type Said = string | ((...values: unknown[]) => string);
type Group = Readonly<Record<string, Said>>;

const textsOf = (language: Readonly<Record<string, unknown>>): (readonly [string, Said])[] =>
  Object.entries(language).flatMap(([group, texts]) =>
    Object.entries(texts as Group).map(([key, said]) => [`${group}.${key}`, said] as const),
  );

const others = new Map(textsOf(zh));

afterEach(() => chooseLanguage('en'));

describe('the code', () => {
  it('says nothing itself', () => expect(sources.flatMap(([path, text]) => saidIn(path, text))).toEqual([]));

  it.each([
    ["new Notice('Saved.')", 'Saved.'],
    ["el.setText(isOn ? 'On' : words.off)", 'On'],
    ["const text = 'There is nothing';", 'There is nothing'],
    ['const text = `${count} notes were read`;', '0 notes were read'],
    ["const command = { id: 'a', name: 'Run' };", 'Run'],
    ["attempt('copy', () => 1);", 'copy'],
  ])('would be caught saying %s', (code, said) => expect(saidIn('a.ts', code)).toContain(`a.ts: ${said}`));

  it('uses every text', () => {
    const all = sources.map(([, text]) => text).join('\n');
    const used = new Set(
      [...all.matchAll(/\bwords\.(\w+)\.(\w+)/g)].map(([, group, key]) => `${group}.${key}`),
    );
    const counts = new Set(['counts.hours', 'counts.minutes']);
    expect(textsOf(en).flatMap(([name]) => (used.has(name) || counts.has(name) ? [] : name))).toEqual([]);
  });
});

describe('each text', () => {
  it.each(textsOf(en))('%s says in Chinese what it says in English', (name, english) => {
    const chinese = others.get(name);
    expect(typeof chinese).toBe(typeof english);
    // Whatever a text holds of others is in it, in either language.
    const values = ['<1>', '<2>', '<3>'];
    const isNumber = name.startsWith('counts.');
    const filled = (said: Said | undefined): string =>
      typeof said !== 'function'
        ? (said ?? '')
        : isNumber
          ? said(12)
          : name === 'check.reasons'
            ? said(values)
            : said(...values);
    for (const value of isNumber ? ['12'] : values) {
      expect(filled(chinese).includes(value), filled(chinese)).toBe(filled(english).includes(value));
    }
    expect((filled(chinese).match(/\{\{\w+\}\}/g) ?? []).sort()).toEqual(
      (filled(english).match(/\{\{\w+\}\}/g) ?? []).sort(),
    );
    if (/\p{L}{2}/u.test(filled(english).replace(/\{\{\w+\}\}/g, '')))
      expect(filled(chinese)).toMatch(/\p{Script=Han}/u);
  });
});

describe('the language', () => {
  it('is English in any that the plugin does not have', () => {
    chooseLanguage('constructor');
    expect(words).toBe(en);
    chooseLanguage('fr');
    expect(words).toBe(en);
  });

  it('is Chinese where the app is, also of numbers and times', () => {
    chooseLanguage('zh');
    expect(words).toBe(zh);
    expect(spokenTimecode(3723)).toBe('1 小时 2 分 3 秒');
    expect(words.counts.timestamps(1)).toBe('1 个时间戳');
  });

  it('counts in English as English does', () => {
    expect([0, 1, 2].map((count) => words.counts.notes(count))).toEqual(['0 notes', '1 note', '2 notes']);
    expect(spokenTimecode(61)).toBe('1 minute 1 second');
  });
});
