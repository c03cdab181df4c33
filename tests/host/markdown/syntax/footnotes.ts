// Footnotes: `[^id]` with a definition `[^id]: text` elsewhere, and `^[text]` on the spot. Listed at the note's end.
import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it';

const REFERENCE = /\[\^([^\s[\]]{1,100})\]/y;
const DEFINITION = /^\[\^([^\s[\]]{1,100})\]:[ \t]*(.*)$/;

interface Footnotes {
  readonly definitions: Map<string, string>;
  /** In the order of their first reference, which gives them their numbers. */
  readonly used: { id: string; text: string }[];
}

export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_definition', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', reference);
  md.inline.ruler.before('link', 'footnote_inline', inlineFootnote);
  md.core.ruler.after('inline', 'footnote_list', list);
}

function footnotesOf(env: unknown): Footnotes {
  const holder = env as { footnotes?: Footnotes };
  holder.footnotes ??= { definitions: new Map(), used: [] };
  return holder.footnotes;
}

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const [, id, first = ''] = DEFINITION.exec(textOfLine(state, startLine)) ?? [];
  if (id === undefined) return false;
  if (silent) return true;
  const lines = [first];
  let line = startLine + 1;
  for (; line < endLine && !state.isEmpty(line); line++) {
    const text = textOfLine(state, line);
    if (DEFINITION.test(text)) break;
    lines.push(text);
  }
  footnotesOf(state.env).definitions.set(id, lines.join('\n'));
  state.line = line;
  return true;
}

function textOfLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function reference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const [mark, id] = REFERENCE.exec(state.src) ?? [];
  if (mark === undefined || id === undefined) return false;
  const text = footnotesOf(state.env).definitions.get(id);
  if (text === undefined) return false;
  if (!silent) pushReference(state, { id, text });
  state.pos += mark.length;
  return true;
}

function inlineFootnote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const id = `[inline${footnotesOf(state.env).used.length}`;
    pushReference(state, { id, text: state.src.slice(state.pos + 2, end) });
  }
  state.pos = end + 1;
  return true;
}

function pushReference(state: StateInline, footnote: { id: string; text: string }): void {
  const { used } = footnotesOf(state.env);
  const known = used.findIndex((other) => other.id === footnote.id);
  const number = known < 0 ? used.push(footnote) : known + 1;
  const token = state.push('html_inline', '', 0);
  token.content =
    `<sup class="footnote-ref" id="fnref-${number}" data-footnote-id="fnref-${number}">` +
    `<a href="#fn-${number}" class="footnote-link">[${number}]</a></sup>`;
}

function list(state: StateCore): void {
  const { used } = footnotesOf(state.env);
  if (used.length === 0) return;
  const items = used.flatMap((footnote, index) => [
    html(state, `<li id="fn-${index + 1}" data-line="${index}">`),
    inline(state, footnote.text),
    html(state, `<a href="#fnref-${index + 1}" class="footnote-backref footnote-link">↩︎</a></li>`),
  ]);
  const section = new state.Token('footnotes_open', 'section', 1);
  section.block = true;
  section.attrs = [['class', 'footnotes']];
  const close = new state.Token('footnotes_close', 'section', -1);
  close.block = true;
  state.tokens.push(section, html(state, '<hr><ol>'), ...items, html(state, '</ol>'), close);
}

function html(state: StateCore, content: string): Token {
  const token = new state.Token('html_block', '', 0);
  token.content = content;
  token.level = 1;
  return token;
}

function inline(state: StateCore, content: string): Token {
  const token = new state.Token('inline', '', 0);
  token.level = 1;
  token.children = [];
  state.md.inline.parse(content, state.md, state.env, token.children);
  return token;
}
