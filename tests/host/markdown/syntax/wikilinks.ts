// `[[note#heading|shown]]` becomes an internal link, `![[file|size]]` a place that an embed is loaded into.
import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';

const OPEN = '[[';
const CLOSE = ']]';

export function wikilinks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wikilink', wikilink);
  md.inline.ruler.before('image', 'wikilink_embed', wikilinkEmbed);
}

function wikilink(state: StateInline, silent: boolean): boolean {
  const inside = bracketed(state, state.pos);
  if (inside === undefined) return false;
  if (!silent) {
    const { target, shown } = splitAtPipe(inside);
    const open = state.push('internal_link_open', 'a', 1);
    open.attrs = internalLinkAttributes(target);
    state.push('text', '', 0).content = shown ?? readableTarget(target);
    state.push('internal_link_close', 'a', -1);
  }
  state.pos += OPEN.length + inside.length + CLOSE.length;
  return true;
}

function wikilinkEmbed(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '!') return false;
  const inside = bracketed(state, state.pos + 1);
  if (inside === undefined) return false;
  if (!silent) {
    const { target, shown } = splitAtPipe(inside);
    pushEmbed(state, target, shown ?? readableTarget(target));
  }
  state.pos += 1 + OPEN.length + inside.length + CLOSE.length;
  return true;
}

/** Pushes the empty element that `loadEmbeds` looks for. */
export function pushEmbed(state: StateInline, target: string, alt: string): void {
  const open = state.push('embed_open', 'span', 1);
  open.attrs = [
    ['class', 'internal-embed'],
    ['src', target],
    ['alt', alt],
  ];
  state.push('embed_close', 'span', -1);
}

export function internalLinkAttributes(target: string): [string, string][] {
  return [
    ['class', 'internal-link'],
    ['data-href', target],
    ['href', target],
  ];
}

function bracketed(state: StateInline, start: number): string | undefined {
  if (!state.src.startsWith(OPEN, start)) return undefined;
  const from = start + OPEN.length;
  const end = state.src.indexOf(CLOSE, from);
  if (end < 0 || end + CLOSE.length > state.posMax) return undefined;
  const inside = state.src.slice(from, end);
  return inside.trim() === '' || /[\n[\]]/.test(inside) ? undefined : inside;
}

function splitAtPipe(inside: string): { target: string; shown: string | undefined } {
  const pipe = inside.indexOf('|');
  if (pipe < 0) return { target: inside.trim(), shown: undefined };
  // In a table the pipe is written with a backslash, which the table has not taken away.
  return { target: inside.slice(0, pipe).replace(/\\$/, '').trim(), shown: inside.slice(pipe + 1).trim() };
}

/** As the app words a link without a text of its own: `note#heading` reads `note > heading`. */
function readableTarget(target: string): string {
  return target
    .split('#')
    .filter((part) => part !== '')
    .join(' > ');
}
