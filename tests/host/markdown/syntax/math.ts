// `$inline$` and `$$block$$` math. The host sets no formulas: it shows their text, in the elements that the app has.
import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline } from 'markdown-it';

const BLOCK = '$$';
/** In a paragraph, as where text follows on the line of its end, a block is a part of the paragraph. */
const BLOCK_IN_TEXT = /\$\$([^$]+?)\$\$/y;
const INLINE = /\$(?=[^\s$])((?:\\.|[^\\$\n])*?[^\s\\$]|[^\s\\$])\$(?!\d)/y;

export function math(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math_inline', inlineMath);
  md.block.ruler.before('fence', 'math_block', blockMath, { alt: ['paragraph', 'blockquote', 'list'] });
  const { escapeHtml } = md.utils;
  md.renderer.rules.math_inline = (tokens, index) =>
    `<span class="math math-inline">${escapeHtml(tokens[index]?.content ?? '')}</span>`;
  md.renderer.rules.math_block = (tokens, index) =>
    `<div class="math math-block">${escapeHtml(tokens[index]?.content ?? '')}</div>\n`;
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const [type, pattern] = state.src.startsWith(BLOCK, state.pos)
    ? ['math_block', BLOCK_IN_TEXT]
    : ['math_inline', INLINE];
  pattern.lastIndex = state.pos;
  const found = pattern.exec(state.src);
  if (found === null || pattern.lastIndex > state.posMax) return false;
  if (!silent) state.push(type, '', 0).content = (found[1] ?? '').trim();
  state.pos += found[0].length;
  return true;
}

function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(BLOCK, start)) return false;
  const end = state.src.indexOf(BLOCK, start + BLOCK.length);
  if (end < 0 || end >= (state.eMarks[endLine - 1] ?? 0)) return false;
  let line = startLine;
  while ((state.eMarks[line] ?? Infinity) < end) line++;
  if (state.src.slice(end + BLOCK.length, state.eMarks[line]).trim() !== '') return false;
  if (silent) return true;
  const token = state.push('math_block', '', 0);
  token.content = state.src.slice(start + BLOCK.length, end).trim();
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}
