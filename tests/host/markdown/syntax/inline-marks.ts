// Obsidian's own inline marks: `==highlight==`, `#tag`, and a block id (` ^id`) at the end of a block, which is not shown.
import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';

const MARK = '==';
const TAG = /#[\p{L}\p{N}\p{Extended_Pictographic}_/-]+/uy;
const BLOCK_ID = /\^[A-Za-z0-9-]+[ \t]*(?=\n|$)/y;

export function inlineMarks(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'highlight', highlight);
  md.inline.ruler.before('emphasis', 'tag', tag);
  md.inline.ruler.before('emphasis', 'block_id', blockId);
}

function highlight(state: StateInline, silent: boolean): boolean {
  const start = state.pos + MARK.length;
  if (!state.src.startsWith(MARK, state.pos) || !state.scanDelims(state.pos, true).can_open) return false;
  const end = state.src.indexOf(MARK, start + 1);
  if (end < 0 || end >= state.posMax || !state.scanDelims(end, true).can_close) return false;
  if (!silent) {
    state.push('highlight_open', 'mark', 1);
    tokenizeBetween(state, start, end);
    state.push('highlight_close', 'mark', -1);
  }
  state.pos = end + MARK.length;
  return true;
}

function tokenizeBetween(state: StateInline, start: number, end: number): void {
  const { posMax } = state;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}

function tag(state: StateInline, silent: boolean): boolean {
  if (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? '')) return false;
  TAG.lastIndex = state.pos;
  const found = TAG.exec(state.src)?.[0];
  if (found === undefined || /^#[\d]+$/.test(found)) return false;
  if (!silent) {
    const open = state.push('tag_open', 'a', 1);
    open.attrs = [
      ['href', found],
      ['class', 'tag'],
    ];
    state.push('text', '', 0).content = found;
    state.push('tag_close', 'a', -1);
  }
  state.pos += found.length;
  return true;
}

function blockId(state: StateInline, silent: boolean): boolean {
  if (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? '')) return false;
  BLOCK_ID.lastIndex = state.pos;
  const found = BLOCK_ID.exec(state.src)?.[0];
  if (found === undefined) return false;
  if (!silent) state.pending = state.pending.trimEnd();
  state.pos += found.length;
  return true;
}
