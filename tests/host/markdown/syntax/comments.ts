// `%%comments%%`, inside a line or over many lines: not rendered at all.
import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline } from 'markdown-it';

const MARK = '%%';

export function comments(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'comment', inlineComment);
  md.block.ruler.before('fence', 'comment_block', blockComment, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function inlineComment(state: StateInline): boolean {
  if (!state.src.startsWith(MARK, state.pos)) return false;
  const end = state.src.indexOf(MARK, state.pos + MARK.length);
  if (end < 0 || end >= state.posMax) return false;
  state.pos = end + MARK.length;
  return true;
}

/** A block comment starts a line and ends with the line that closes it, blank lines and all. */
function blockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineText(state, startLine);
  if (!first.startsWith(MARK) || first.includes(MARK, MARK.length)) return false;
  let line = startLine + 1;
  while (line < endLine && !lineText(state, line).includes(MARK)) line++;
  if (line >= endLine) return false;
  if (!silent) state.line = line + 1;
  return true;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
