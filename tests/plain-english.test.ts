// Holds comments, test titles, interface texts and documents to plain English: no sentence begins with "What", "Where" or "Who" as
// a noun. A question may.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const NOUN = /^(?:[*_|]*\s*)(?:What|Where|Who)\b/;
const TITLE = /^(?:what|where|who)\b/i;
const titled = new Set(['it', 'test', 'describe']);

/** The sentences of a text that begin so and ask nothing. */
function nounSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:])(?:\*\*)?\s+|\n\s*\n|^\s*(?:[-#>|]|\d+\.)\s+|\|/m)
    .map((sentence) => sentence.trim())
    .filter((sentence) => NOUN.test(sentence) && !sentence.endsWith('?'));
}

interface Said {
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  readonly titles: readonly string[];
}

/** The texts of a source file that people read. */
function saidIn(path: string, text: string): Said {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const comments = new Map<number, ts.CommentRange>();
  const strings: string[] = [];
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      comments.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? [])
      comments.set(range.pos, range);
    if (ts.isStringLiteral(node) || ts.isTemplateHead(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      strings.push(node.text);
    }
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments;
      const isTitled = titled.has(/^\w+/.exec(node.expression.getText())?.[0] ?? '');
      if (isTitled && title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { comments: joined(text, [...comments.values()]), strings, titles };
}

/** Lines of comment that follow one another are one text. */
function joined(text: string, ranges: readonly ts.CommentRange[]): string[] {
  let source = '';
  let end = 0;
  for (const range of [...ranges].sort((one, other) => one.pos - other.pos)) {
    if (text.slice(end, range.pos).trim() !== '' || /\n\s*\n/.test(text.slice(end, range.pos)))
      source += '\n\n';
    source += `\n${text.slice(range.pos, range.end).replace(/^\/\*\*?|\*\/$|^\s*(?:\/\/|\*)/gm, '')}`;
    end = range.end;
  }
  return source.split(/\n\s*\n/).map((block) => block.replace(/\s+/g, ' ').trim());
}

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`);

describe('no sentence begins with "What", "Where" or "Who" as a noun', () => {
  it('in a comment of the source', () => {
    const found = filesIn('src', '.ts').flatMap((path) =>
      saidIn(path, read(path)).comments.flatMap((comment) =>
        nounSentences(comment).map((one) => `${path}: ${one}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('in a text of the interface', () => {
    const found = filesIn('src', '.ts').flatMap((path) =>
      saidIn(path, read(path)).strings.flatMap((said) => nounSentences(said).map((one) => `${path}: ${one}`)),
    );
    expect(found).toEqual([]);
  });

  it('in the title of a test', () => {
    const found = filesIn('tests', '.test.ts').flatMap((path) =>
      saidIn(path, read(path))
        .titles.filter((title) => TITLE.test(title))
        .map((title) => `${path}: ${title}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    ...['notes', 'watching', 'writing', 'checking', 'settings', 'network'].map((name) => `docs/${name}.md`),
  ])('in %s', (path) => expect(nounSentences(read(path))).toEqual([]));
});

describe('this check sees', () => {
  it.each([
    ['/** What a chip says. */\nconst a = 1;', 'What a chip says.'],
    ['// A chip. Where it is\n// shown.\nconst a = 1;', 'Where it is shown.'],
    ['const a = {\n  /** Who has it\n   * keeps it. */\n  b: 1,\n};', 'Who has it keeps it.'],
  ])('a comment: %j', (text, sentence) => {
    expect(saidIn('a.ts', text).comments.flatMap(nounSentences)).toEqual([sentence]);
  });

  it.each([
    "it('what is found is shown', run);",
    "describe.each(['a'])('where %s is', run);",
    "test('who plays', run);",
  ])('a title: %s', (text) => {
    expect(saidIn('a.ts', text).titles.filter((title) => TITLE.test(title))).toHaveLength(1);
  });

  it('a sentence of a document, also in bold and behind a mark', () => {
    const text = '- **What plays is marked.** It is.\n\n| Where it is | A |\n\nWho plays\nmay stop.';
    expect(nounSentences(text)).toHaveLength(3);
  });

  it('no fault in a question, nor inside a sentence', () => {
    expect(nounSentences('What plays? Ask where it is. The user knows who.')).toEqual([]);
  });
});
