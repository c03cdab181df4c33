// A quote that opens with `[!type]` is a callout: `.callout > .callout-title + .callout-content`.
import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';

const HEAD = /^\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*(.*)/;

interface Head {
  readonly type: string;
  readonly metadata: string;
  readonly fold: string;
  readonly title: string;
}

export function callouts(md: MarkdownIt): void {
  // Between the block and the inline pass: the title is cut off the first paragraph while that is still text.
  md.core.ruler.after('block', 'callout', (state) => {
    for (let index = state.tokens.length - 1; index >= 0; index--) {
      if (state.tokens[index]?.type === 'blockquote_open') makeCallout(state, index);
    }
  });
}

function makeCallout(state: StateCore, start: number): void {
  const { tokens } = state;
  const open = tokens[start];
  const first = tokens[start + 2];
  if (open === undefined || first?.type !== 'inline' || tokens[start + 1]?.type !== 'paragraph_open') return;
  const head = readHead(first.content);
  if (head === undefined) return;
  const end = tokens.findIndex((token, at) => at > start && token.nesting < 0 && token.level === open.level);
  const content = cutHead(tokens.slice(start + 1, end), first);
  state.tokens = [
    ...tokens.slice(0, start),
    calloutOpen(state, open, head),
    ...title(state, open, head),
    ...(content.length === 0 ? [] : wrap(state, content, { level: open.level, class: 'callout-content' })),
    element(state, 'div', { nesting: -1, level: open.level }),
    ...tokens.slice(end + 1),
  ];
}

function readHead(text: string): Head | undefined {
  const [, type, metadata = '', fold = '', written = ''] = HEAD.exec(text) ?? [];
  if (type === undefined) return undefined;
  const name = type.trim().toLowerCase();
  const fallback = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  return { type: name, metadata, fold, title: written === '' ? fallback : written };
}

/** Takes the head's line off the paragraph, and the paragraph away when nothing is left of it. */
function cutHead(tokens: Token[], first: Token): Token[] {
  const newline = first.content.indexOf('\n');
  first.content = newline < 0 ? '' : first.content.slice(newline + 1);
  return first.content === '' ? tokens.slice(3) : tokens;
}

function calloutOpen(state: StateCore, quote: Token, head: Head): Token {
  const foldable = head.fold === '' ? '' : ' is-collapsible';
  const folded = head.fold === '-' ? ' is-collapsed' : '';
  const token = element(state, 'div', { nesting: 1, level: quote.level });
  token.map = quote.map;
  token.attrs = [
    ['class', `callout${foldable}${folded}`],
    ['data-callout', head.type],
    ['data-callout-metadata', head.metadata],
    ['data-callout-fold', head.fold],
  ];
  return token;
}

function title(state: StateCore, quote: Token, head: Head): Token[] {
  const { level } = quote;
  const text = new state.Token('inline', '', 0);
  text.content = head.title;
  text.children = [];
  text.level = level + 1;
  text.map = quote.map;
  const fold = head.fold === '' ? [] : wrap(state, [], { level, class: 'callout-fold' });
  const inside = [
    ...wrap(state, [], { level, class: 'callout-icon' }),
    ...wrap(state, [text], { level, class: 'callout-title-inner' }),
    ...fold,
  ];
  return wrap(state, inside, { level, class: 'callout-title' });
}

function wrap(state: StateCore, inside: Token[], spec: { level: number; class: string }): Token[] {
  const level = spec.level + 1;
  const open = element(state, 'div', { nesting: 1, level });
  open.attrs = [['class', spec.class]];
  return [open, ...inside, element(state, 'div', { nesting: -1, level })];
}

function element(state: StateCore, tag: string, spec: { nesting: 1 | -1; level: number }): Token {
  const token = new state.Token(spec.nesting > 0 ? 'callout_open' : 'callout_close', tag, spec.nesting);
  token.block = true;
  token.level = spec.level;
  return token;
}
