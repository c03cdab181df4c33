// Lines outside of code and the like: what kind of line each is. The first reader that knows the line decides.
import { readTag } from './html-tags';
import { addInline, addToken, isCalloutHead, type Line, type Outcome, part } from './line';
import { readListLine } from './list-lines';
import { CODE_FENCE, CODE_LINE, layTags } from './open-blocks';
import { isTableHead } from './table-rows';

type Reader = (line: Line) => Outcome | undefined;

const READERS: readonly Reader[] = [
  readBlank,
  readFence,
  readMathBlock,
  readCommentBlock,
  readTable,
  readSetextUnderline,
  readRule,
  readHeading,
  readListLine,
  readIndentedCode,
  readHtmlBlock,
];

const BLOCK_TAGS = new Set(
  'address article aside audio blockquote details dialog div dl fieldset figure footer form header iframe main nav ol p pre section table ul video'.split(
    ' ',
  ),
);

export function readText(line: Line): Outcome {
  for (const reader of READERS) {
    const outcome = reader(line);
    if (outcome !== undefined) return outcome;
  }
  return readParagraph(line);
}

function readBlank({ text, from, before }: Line): Outcome | undefined {
  if (text.slice(from).trim() !== '') return undefined;
  return { state: { after: 'blank', lists: before.lists } };
}

function readFence(line: Line): Outcome | undefined {
  const { text, from, before } = line;
  const [, indent = '', fence] = /^(\s*)(`{3,}|~{3,})[^`]*$/.exec(text.slice(from)) ?? [];
  if (fence === undefined || (indent.length > 3 && before.lists.length === 0)) return undefined;
  line.lineClasses.push(...CODE_LINE, 'HyperMD-codeblock-begin', 'HyperMD-codeblock-begin-bg');
  addToken(line, from, text.length, CODE_FENCE);
  return {
    state: { within: 'code', opener: fence, lists: before.lists },
    block: part('code', true, false),
  };
}

function readMathBlock(line: Line): Outcome | undefined {
  const { text, from } = line;
  const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (!text.startsWith('$$', at) || text.includes('$$', at + 2)) return undefined;
  const mark = ['formatting', 'formatting-math', 'formatting-math-begin', 'keyword', 'math', 'math-block'];
  addToken(line, at, at + 2, mark);
  addToken(line, at + 2, text.length, ['math']);
  return { state: { within: 'math' } };
}

function readCommentBlock(line: Line): Outcome | undefined {
  const { text, from } = line;
  if (!text.startsWith('%%', from) || text.includes('%%', from + 2)) return undefined;
  addToken(line, from, from + 2, ['comment', 'comment-start', 'formatting']);
  addToken(line, from + 2, text.length, ['comment']);
  return { state: { within: 'comment' } };
}

function readTable(line: Line): Outcome | undefined {
  const { text, from, before, below, quote } = line;
  const content = text.slice(from);
  const goesOn = before.after === 'table' && before.quote === quote && content.includes('|');
  if (!goesOn && !isTableHead(content, below().slice(from))) return undefined;
  const row = goesOn ? before.depth : 0;
  line.lineClasses.push('HyperMD-table-2', 'HyperMD-table-row', `HyperMD-table-row-${row}`);
  if (row === 1) addToken(line, from, text.length, ['hmd-table-sep']);
  else addInline(line, from);
  return { state: { after: 'table', depth: row + 1 }, block: part('table', row === 0, row > 0) };
}

function readSetextUnderline(line: Line): Outcome | undefined {
  if (line.before.after !== 'setext') return undefined;
  const level = line.text.includes('=') ? 1 : 2;
  line.lineClasses.push('HyperMD-header', `HyperMD-header-${level}`, 'HyperMD-header-line');
  const classes = ['formatting', 'formatting-header', `formatting-header-${level}`];
  addToken(line, line.from, line.text.length, [...classes, 'header', `header-${level}`]);
  return { state: {} };
}

function readRule(line: Line): Outcome | undefined {
  if (!/^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line.text.slice(line.from))) return undefined;
  addToken(line, line.from, line.text.length, ['hr']);
  return { state: {} };
}

function readHeading(line: Line): Outcome | undefined {
  const { text, from } = line;
  const [whole, indent = '', marks] = /^( {0,3})(#{1,6})(?:\s+|$)/.exec(text.slice(from)) ?? [];
  if (whole === undefined || marks === undefined) return undefined;
  const level = marks.length;
  const classes = ['header', `header-${level}`];
  line.lineClasses.push('HyperMD-header', `HyperMD-header-${level}`);
  const start = from + indent.length;
  addToken(line, start, from + whole.length, [
    'formatting',
    'formatting-header',
    `formatting-header-${level}`,
    ...classes,
  ]);
  addInline(line, from + whole.length, classes);
  return { state: {} };
}

function readIndentedCode(line: Line): Outcome | undefined {
  const { text, from, before } = line;
  const follows = before.after === 'blank' || before.after === 'indented-code';
  if (!follows || before.lists.length > 0 || !/^(?: {4}|\t)/.test(text.slice(from))) return undefined;
  line.lineClasses.push(...CODE_LINE);
  addToken(line, from, text.length, ['hmd-codeblock', 'hmd-indented-code']);
  return { state: { after: 'indented-code' } };
}

function readHtmlBlock(line: Line): Outcome | undefined {
  const { text, from } = line;
  const indent = /^ {0,3}(?=<)/.exec(text.slice(from))?.[0];
  if (indent === undefined) return undefined;
  const at = from + indent.length;
  const tag = readTag(text, at);
  if (tag?.kind !== 'open' || !BLOCK_TAGS.has(tag.name)) return undefined;
  const laid = line.tokens.length;
  const { depth } = layTags(line, at, { name: tag.name, depth: 0 });
  if (depth > 0)
    return { state: { within: 'html', opener: tag.name, depth }, block: part('html', true, false) };
  // Complete in its own line: an element like any other.
  line.tokens.length = laid;
  return undefined;
}

function readParagraph(line: Line): Outcome {
  const { text, from, quote } = line;
  const content = text.slice(from);
  if (isCalloutHead(line)) {
    line.lineClasses.push('HyperMD-callout');
    addToken(line, from, text.length, ['hmd-callout']);
    return { state: {} };
  }
  if (quote === 0 && /^ {0,3}(?:=+|-+)\s*$/.test(line.below())) {
    const level = line.below().includes('=') ? 1 : 2;
    line.lineClasses.push('HyperMD-header', `HyperMD-header-${level}`);
    addInline(line, from, ['header', `header-${level}`]);
    return { state: { after: 'setext' } };
  }
  addInline(line, from);
  const embed = /^\s*!\[\[[^\]\n[]+\]\]\s*$|^\s*!\[[^\]\n]*\]\([^()\s]+\)\s*$/.test(content);
  return {
    state: { after: 'paragraph' },
    ...(embed ? { block: part('embed', true, true) } : {}),
  };
}
