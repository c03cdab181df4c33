// Lines inside something that an earlier line has opened: frontmatter, code, math, a comment, an HTML block.
import type { BlockState } from './block-state';
import { readTag } from './html-tags';
import { addInline, addToken, type Line, type Outcome, part } from './line';

export const CODE_LINE = ['HyperMD-codeblock', 'HyperMD-codeblock-bg'];
export const CODE_FENCE = ['formatting', 'formatting-code-block', 'hmd-codeblock'];

/** Whether the line still belongs to what is open: a quote that ends takes with it what was opened inside. */
export function continuesOpen(text: string, before: BlockState): boolean {
  const { within, quote } = before;
  if (within === 'start') return /^---\s*$/.test(text);
  if (within === 'text') return false;
  return new RegExp(`^(?: {0,3}> ?){${quote}}`).test(text);
}

const READERS: Readonly<Record<BlockState['within'], (line: Line) => Outcome>> = {
  start: readFrontmatter,
  frontmatter: readFrontmatter,
  code: readCode,
  math: readMath,
  comment: readComment,
  html: readHtml,
  text: () => ({ state: {} }),
};

export function readOpen(line: Line): Outcome {
  return READERS[line.before.within](line);
}

function readFrontmatter(line: Line): Outcome {
  const { text, before } = line;
  if (/^---\s*$/.test(text)) {
    addToken(line, 0, text.length, ['def', 'hmd-frontmatter']);
    return { state: { within: before.within === 'start' ? 'frontmatter' : 'text' } };
  }
  const key = /^\s*[^\s:#][^:]*(?=:(?:\s|$))/.exec(text)?.[0].length ?? 0;
  addToken(line, 0, key, ['atom', 'hmd-frontmatter']);
  addToken(line, key, text.length, ['hmd-frontmatter']);
  return { state: { within: 'frontmatter' } };
}

function readCode(line: Line): Outcome {
  const { text, from, before } = line;
  const fence = /^\s*(`{3,}|~{3,})\s*$/.exec(text.slice(from))?.[1];
  const ends = fence?.startsWith(before.opener) === true;
  line.lineClasses.push(...CODE_LINE);
  if (ends) line.lineClasses.push('HyperMD-codeblock-end', 'HyperMD-codeblock-end-bg');
  addToken(line, from, text.length, ends ? CODE_FENCE : ['hmd-codeblock']);
  const state = ends ? { lists: before.lists } : keep(before);
  return { state, block: part('code', false, ends) };
}

function readMath(line: Line): Outcome {
  const { text, from, before } = line;
  const end = text.indexOf('$$', from);
  addToken(line, from, end < 0 ? text.length : end, ['math']);
  if (end < 0) return { state: keep(before) };
  addToken(line, end, end + 2, [
    'formatting',
    'formatting-math',
    'formatting-math-end',
    'keyword',
    'math',
    'math-',
  ]);
  addInline(line, end + 2);
  return { state: {} };
}

function readComment(line: Line): Outcome {
  const { text, from, before } = line;
  const end = text.indexOf('%%', from);
  addToken(line, from, end < 0 ? text.length : end, ['comment']);
  if (end < 0) return { state: keep(before) };
  addToken(line, end, end + 2, ['comment', 'comment-end', 'formatting']);
  addInline(line, end + 2);
  return { state: {} };
}

/** A blank line ends an HTML block that was never closed: it is no element then, and stays text. */
function readHtml(line: Line): Outcome {
  const { text, from, before } = line;
  if (text.slice(from).trim() === '') return { state: { after: 'blank' } };
  const { depth, end } = layTags(line, from, { name: before.opener, depth: before.depth });
  if (depth > 0) return { state: { ...keep(before), depth }, block: part('html', false, false) };
  const alone = text.slice(end).trim() === '';
  if (!alone) addInline(line, end);
  return { state: {}, block: part('html', false, alone) };
}

/** Lays the tags of an HTML block until as many are closed as are open; says where that is. */
export function layTags(
  line: Line,
  from: number,
  open: { readonly name: string; readonly depth: number },
): { depth: number; end: number } {
  let { depth } = open;
  for (let at = line.text.indexOf('<', from); at >= 0; at = line.text.indexOf('<', at + 1)) {
    const tag = readTag(line.text, at);
    if (tag === undefined) continue;
    const begins = depth === 0;
    if (tag.name === open.name && tag.kind !== 'void') depth += tag.kind === 'open' ? 1 : -1;
    addToken(line, at, at + 1, ['bracket', ...(begins ? ['hmd-html-begin'] : []), 'tag']);
    addToken(line, at + 1, tag.to - 1, ['tag']);
    addToken(line, tag.to - 1, tag.to, ['bracket', ...(depth === 0 ? ['hmd-html-end'] : []), 'tag']);
    at = tag.to - 1;
    if (depth === 0) return { depth, end: tag.to };
  }
  return { depth, end: line.text.length };
}

function keep({ within, opener, depth, lists }: BlockState): Partial<BlockState> {
  return { within, opener, depth, lists };
}
