// Writes another moment into a timestamp of any form.
import { closingTagBehind } from '../read/anchor';
import { retimedAnchor } from './anchor-times';
import { withTimes } from '../mean/bare-times';
import { linkLabelOf } from './canonical';
import type { Moment } from '../mean/moment';
import type { Change } from './rewrite';
import { scan } from '../read/scan';
import { formatLike, parseTimecode } from '../mean/timecode';
import type { SyntaxName } from '../mean/syntax';
import type { Timestamp } from '../mean/timestamp';

/** The time in an address, in every form that YouTube accepts. */
const START = /([?&#](?:amp;)?(?:t|start)=)([^&#\s<>()\\|"']*)/g;
/** After these characters, the text behind a closing tag would become markup: the tag stays, without an effect. */
const UNSAFE_BEFORE_TAG = /[!\\[\]`$%^]$/;
/**
 * The text before which a closing tag can be removed. Before any other it stays: a digit or a bracket would join the text before
 * the tag.
 */
const SAFE_AFTER_TAG = /^[\s\p{L}.,;?"'<…–-]?$/u;
/** After a letter, this begins no address. */
const SCHEME = /^https?:/i;
/** Characters of a scheme. */
const SCHEME_LENGTH = 6;
/** The start of a line, also after the marks of quotes. */
const LINE_START = /^[\s>]*$/;
const HTML_LINK = /^(<a\s[^<>]*>)([^<]*)(<\/a\s*>)$/i;
const WIKILINK = /^(\[\[[^|]*\|)([^|]*)(\]\])$/;
const MACRO_TIME = /[\d:.]{1,16}(?= ?\}\})/;
const WORD = /[\p{L}\p{N}]/u;
/** The end of a link whose address is a time, from the closing bracket of its text: `](1:02)`. */
const TIME_AS_ADDRESS = /^\]\(\W{0,2}\d[\d:.]{0,15}\W?\)$/;
const ADDRESS = /\]\(\s*\S+/;

/**
 * The changes that make a timestamp mean a moment, in its time and its label. It keeps its form and its other content. If `moment`
 * has no end, a written one stays. None if the time in a link cannot be told from the rest of it.
 */
export function retimed(text: string, timestamp: Timestamp, moment: Moment): readonly Change[] {
  const { kind, from, to, broken } = timestamp;
  const source = text.slice(from, to);
  if (kind === 'anchor') {
    const anchor = { from, to, insert: retimedAnchor(source, timestamp, moment) };
    const closing = broken === 'overlong' ? closingTagBehind(text, to) : undefined;
    const isLoose =
      closing !== undefined &&
      !isBinding(text.slice(to, closing.from), text.slice(closing.to, closing.to + SCHEME_LENGTH));
    return isLoose ? [anchor, { ...closing, insert: '' }] : [anchor];
  }
  const insert = RETIME_BY_FORM[kind](source, moment);
  return insert === undefined ? [] : [{ from, to, insert }];
}

/** For each form except the anchor: rewrites the source of a timestamp so that it gives another moment. */
const RETIME_BY_FORM: Readonly<
  Record<Exclude<SyntaxName, 'anchor'>, (source: string, moment: Moment) => string | undefined>
> = {
  bare: (source, moment) => withTimes(source, moment, ' - '),
  line: (source, moment) => withTimes(source, moment),
  parentheses: (source, moment) => withTimes(source, moment),
  block: (source, moment) => withTimes(source, moment),
  link: retimedLink,
  address: retimedAddress,
  macro: retimedMacro,
};

function isBinding(content: string, behind: string): boolean {
  // The rest of a tag or bracket would follow.
  if (content.lastIndexOf('<') > content.lastIndexOf('>')) return true;
  if (content.lastIndexOf('[') > content.lastIndexOf(']')) return true;
  if (!SAFE_AFTER_TAG.test(behind.charAt(0)) || SCHEME.test(behind)) return true;
  const line = content.lastIndexOf('\n');
  return UNSAFE_BEFORE_TAG.test(content.slice(-1)) || (line >= 0 && LINE_START.test(content.slice(line)));
}

/** `[1:02](address)`, `[[talk.mp4#t=62|1:02]]`, `<a href="address">1:02</a>` */
function retimedLink(source: string, moment: Moment): string | undefined {
  const parts = linkParts(source);
  if (parts === undefined) return undefined;
  const [before, label, behind] = parts;
  const said = withTimes(label, moment) ?? withinMarks(label, linkLabelOf(moment));
  const target = TIME_AS_ADDRESS.test(behind)
    ? (withTimes(behind, moment) ?? behind)
    : behind.replace(ADDRESS, (address) => withStart(address, moment));
  return saying(`${withStart(before, moment)}${said}${target}`, moment);
}

/** Replaces the text of a label within its emphasis and other marks. */
function withinMarks(label: string, text: string): string {
  const from = label.search(WORD);
  let to = label.length;
  while (to > from && !WORD.test(label.charAt(to - 1))) to--;
  return from < 0 ? text : `${label.slice(0, from)}${text}${label.slice(to)}`;
}

/** The text of a link before its label, the label, and the rest. */
function linkParts(source: string): readonly [string, string, string] | undefined {
  const close = source.indexOf('](');
  if (source.startsWith('[') && close > 0) return ['[', source.slice(1, close), source.slice(close)];
  const [whole, before = '', label = '', behind = ''] = HTML_LINK.exec(source) ?? WIKILINK.exec(source) ?? [];
  return whole === undefined ? undefined : [before, label, behind];
}

function retimedAddress(source: string, moment: Moment): string | undefined {
  return saying(withStart(source, moment), moment);
}

function retimedMacro(source: string, { seconds }: Moment): string {
  return source.replace(MACRO_TIME, (time) =>
    time.includes(':') ? formatLike(seconds, time) : String(Math.floor(seconds)),
  );
}

/** An address with another moment; the end of a clip stays if the moment has none. */
function withStart(address: string, { seconds, end }: Moment): string {
  const start = Math.floor(seconds);
  return address.replace(START, (said, name: string, time: string) => {
    const [first = '', oldEnd] = time.split(',');
    const isSaid = Math.floor(parseTimecode(first) ?? NaN) === start;
    // Only media fragments have a form for the end.
    const gainsEnd = oldEnd === undefined && end !== undefined && name.startsWith('#');
    if (oldEnd === undefined && !gainsEnd) return isSaid ? said : `${name}${start}`;
    return `${name}${isSaid ? first : start},${end === undefined ? (oldEnd ?? '') : Math.floor(end)}`;
  });
}

/** The source, if it is read as that moment; else undefined. */
function saying(source: string, { seconds }: Moment): string | undefined {
  const said = parseTimecode(scan(source)[0]?.written.time ?? '');
  return Math.floor(said ?? NaN) === Math.floor(seconds) ? source : undefined;
}
