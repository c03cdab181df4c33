// Links, embeds, images and footnotes inside a line.
import { type Found, matches } from './found';
import type { Token } from './tokens';

const WIKILINK = /(!?)\[\[([^\]\n[|]+)(?:(\|)([^\]\n[]*))?\]\]/y;
const FOOTNOTE = /\[\^[^\s\]]+\]/y;
const LINK =
  /(!?)\[((?:\\.|[^[\]\\]|\[[^\]]{0,400}\])*)\]\((<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)((?:\s+"[^"]*")?\))/y;

/** Reads what begins with `[` or `![`, and says where to go on. */
export function readLink(found: Found, at: number): number {
  const { text } = found;
  if (matches(WIKILINK, text, at)) return readWikilink(found, at);
  if (matches(FOOTNOTE, text, at)) {
    found.leaves.push({ from: at, to: FOOTNOTE.lastIndex, classes: ['footref', 'hmd-footnote', 'link'] });
    return FOOTNOTE.lastIndex;
  }
  return matches(LINK, text, at) ? readMarkdownLink(found, at) : at;
}

function readWikilink({ text, leaves }: Found, at: number): number {
  WIKILINK.lastIndex = at;
  const [whole = '', bang, target = '', pipe, alias = ''] = WIKILINK.exec(text) ?? [];
  const embed = bang === '!';
  const kind = embed ? ['hmd-embed', 'hmd-internal-link'] : ['hmd-internal-link'];
  const has = pipe === undefined ? [] : ['link-has-alias'];
  const pieces: [length: number, classes: readonly string[]][] = [
    [embed ? 3 : 2, [...(embed ? ['formatting-embed'] : []), 'formatting-link', 'formatting-link-start']],
    [target.length, [...kind, ...has]],
    [pipe === undefined ? 0 : 1, [...kind, 'link-alias-pipe']],
    [alias.length, [...kind, 'link-alias']],
    [2, ['formatting-link', 'formatting-link-end']],
  ];
  leaves.push(...laid(at, pieces));
  return at + whole.length;
}

function readMarkdownLink({ text, leaves }: Found, at: number): number {
  LINK.lastIndex = at;
  const [whole = '', bang = '', label = '', url = '', rest = ''] = LINK.exec(text) ?? [];
  const kind = bang === '' ? ['link'] : ['image', 'image-alt-text', 'link'];
  const mark = ['formatting', bang === '' ? 'formatting-link' : 'formatting-image', ...kind];
  const address = ['string', 'url'];
  const addressMark = ['formatting', 'formatting-link-string', ...address];
  leaves.push(
    ...laid(at, [
      [bang.length, ['formatting', 'formatting-image', 'image', 'image-marker']],
      [1, mark],
      [label.length, kind],
      [1, mark],
      [1, addressMark],
      [url.length, address],
      [rest.length, addressMark],
    ]),
  );
  return at + whole.length;
}

/** Pieces one after the other; empty ones are left out. */
function laid(at: number, pieces: readonly [length: number, classes: readonly string[]][]): Token[] {
  let from = at;
  return pieces.flatMap(([length, classes]) => {
    const token = { from, to: from + length, classes };
    from += length;
    return length === 0 ? [] : [token];
  });
}
