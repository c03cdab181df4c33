// One timestamp anchor, `<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>`, read however broken it is.
import { Source } from './source';
import { decoded, readTag, withoutCurlyQuotes } from './tag';
import { parsePlain } from '../mean/timecode';
import type { Broken, Timestamp } from '../mean/timestamp';

interface OpeningTag {
  readonly to: number;
  readonly time: string | undefined;
  readonly end: string | undefined;
  readonly named: string | undefined;
  readonly isWellFormed: boolean;
  /** Whether the anchor ends with its opening tag: `<a class="yt-timestamp" data-t="00:01:06]</a>`. */
  readonly isClosed: boolean;
}

interface Content {
  readonly to: number;
  readonly label: string;
  readonly broken: Broken | undefined;
}

const PLAIN_START = '<a class="yt-timestamp" data-t="';
const PLAIN = new RegExp(String.raw`${PLAIN_START}[\d:]{1,12}">\[?[\d:]{0,12}\]?</a>`, 'y');
const CLASS = 'yt-timestamp';
/** `%20` stands for a space if a tool took the tag for an address. */
const START = /<a(?:\s|%20)/iy;
const CLOSE = /<\/a\s*>/iy;
const BROKEN_TAG = /<a(?:\s|%20)[^<>]*(>|<\/a\s*>)/iy;
const BROKEN_CLASS = /(?:\s|%20)class\s*=(?:\s*["'])?[^"'=<>]*(?:=["']?)?\byt-timestamp(?:[^\w-]|$)/i;
const BROKEN_TIME = /(?:\s|%20)data-t\s*=\s*["']?([^"'<>%]*)/i;
const BROKEN_END = /\sdata-end\s*=\s*["']([^"'<>]+)["']/i;
const BROKEN_NAME = /\sdata-v\s*=\s*["']([^"'<>]+)["']/i;
const BETWEEN_BRACKETS = /\]\s*[-–]\s*\[/;
const NESTED_TAG = /<[^<>]*>/g;

/** The content of an anchor that is only its label: `[00:01:06]`, times, or one word. */
const LABEL = /^(?:\[[^[\]]{0,64}\]|\d[\d:.,;|\s–-]{0,64}|[:./_-]{0,8}[\p{L}\d][\p{L}\d:./_-]{0,64})?$/u;
const LONGEST_CONTENT = 256;

/** The label at the start of an anchor with more content: times in brackets, or else a time. */
const TIMES_AT_START = /\s*\[\s*(\d[^[\]<>]*)\]/y;
const TIME_AT_START = /\s*\[?\d+(?::\d+)+/y;
/** Characters in brackets; a longer text says more than times. */
const LONGEST_TIMES = 65;

/** The timestamp anchor that begins at `at`, in a stretch of text that ends at `limit`; undefined if none does. */
export function readAnchor(source: Source, at: number, limit: number): Timestamp | undefined {
  return readPlainAnchor(source, at, limit) ?? readAnyAnchor(source, at, limit);
}

/** `[00:01:06](<a class="yt-timestamp" data-t="00:01:06">)`: an anchor that somebody took for the address of a time in brackets. */
export function readWrappedAnchor(
  source: Source,
  { from, to }: { readonly from: number; readonly to: number },
  limit: number,
): Timestamp | undefined {
  const { text } = source;
  const anchor = text.startsWith('(<a', to) ? readAnchor(source, to + 1, limit - 1) : undefined;
  if (anchor?.broken === undefined || text[anchor.to] !== ')') return undefined;
  const written = { time: anchor.written.time, label: text.slice(from, to) };
  return { ...anchor, from, to: anchor.to + 1, written, broken: 'tag' };
}

/**
 * Nearly all anchors are as Playhead writes them. Reading those with one expression makes the scan of a whole note twice as fast.
 */
function readPlainAnchor(source: Source, at: number, limit: number): Timestamp | undefined {
  const to = source.behind(PLAIN, at);
  if (to === undefined || to > limit) return undefined;
  const { text } = source;
  const quote = text.indexOf('"', at + PLAIN_START.length);
  const time = text.slice(at + PLAIN_START.length, quote);
  const label = text.slice(quote + '">'.length, to - '</a>'.length);
  return { kind: 'anchor', from: at, to, written: { time, label }, end: undefined, named: undefined };
}

function readAnyAnchor(source: Source, from: number, limit: number): Timestamp | undefined {
  const tag = readOpeningTag(source, from, limit);
  if (tag === undefined) return undefined;
  const { time, end, named } = tag;
  const content = tag.isClosed
    ? { to: tag.to, label: '', broken: undefined }
    : readContent(source, tag.to, limit);
  const broken = tag.isWellFormed ? content.broken : 'tag';
  return {
    kind: 'anchor',
    from,
    to: content.to,
    written: { time, label: content.label },
    end,
    named,
    broken,
  };
}

function readOpeningTag(source: Source, at: number, limit: number): OpeningTag | undefined {
  if (source.behind(START, at) === undefined) return undefined;
  const tag = readTag(source, at);
  const isWhole = tag !== undefined && tag.to <= limit && source.find('<', at + 1) >= tag.to;
  const said = (name: string): string | undefined => withoutCurlyQuotes(tag?.attributes.get(name)?.value);
  const classes = said('class')?.split(/\s+/) ?? [];
  if (!isWhole || !classes.includes(CLASS)) return readBrokenTag(source, at, limit);
  return {
    to: tag.to,
    time: said('data-t'),
    end: said('data-end'),
    named: said('data-v'),
    isWellFormed: true,
    isClosed: false,
  };
}

/** If a quote is missing, only the time can still be read, or two times as in `data-t="00:15:11]-[00:15:24]</a>`. */
function readBrokenTag(source: Source, at: number, limit: number): OpeningTag | undefined {
  const [whole, last] = source.match(BROKEN_TAG, at) ?? [];
  if (whole === undefined || at + whole.length > limit || !BROKEN_CLASS.test(whole)) return undefined;
  const [time, second] = BROKEN_TIME.exec(whole)?.[1]?.split(BETWEEN_BRACKETS) ?? [];
  const end = BROKEN_END.exec(whole)?.[1] ?? second;
  const named = BROKEN_NAME.exec(whole)?.[1];
  return { to: at + whole.length, time, end, named, isWellFormed: false, isClosed: last !== '>' };
}

/** A label belongs to the anchor. Any other content is text of the note, and stays outside of the timestamp. */
function readContent(source: Source, from: number, limit: number): Content {
  const close = findClose(source, from, limit);
  if (close !== undefined && close.at - from <= LONGEST_CONTENT) {
    const label = plainText(source.text.slice(from, close.at));
    if (isLabel(label)) return { to: close.to, label: label.trim(), broken: undefined };
  }
  const end = close?.at ?? limit;
  const to = endOfLabel(source, from, end);
  const broken = close === undefined ? 'unclosed' : 'overlong';
  return { to, label: source.text.slice(from, to).trim(), broken };
}

/** Returns the end of the label that starts at `from`, or `from` if there is none. */
function endOfLabel(source: Source, from: number, limit: number): number {
  const [bracket = '', times = ''] = source.match(TIMES_AT_START, from) ?? [];
  if (bracket !== '' && times.length <= LONGEST_TIMES && from + bracket.length <= limit)
    return from + bracket.length;
  const end = source.behind(TIME_AT_START, from);
  return end !== undefined && end <= limit ? end : from;
}

/** The label at the start of an anchor's content, with the spaces before it; empty if there is none. */
export function labelAtStart(text: string): string {
  return text.slice(0, endOfLabel(new Source(text), 0, text.length));
}

/** The closing tag of an anchor with more content than a label, searched from `at` on. */
export function closingTagBehind(text: string, at: number): { from: number; to: number } | undefined {
  const close = findClose(new Source(text), at, text.length);
  return close === undefined ? undefined : { from: close.at, to: close.to };
}

/** The closing tag; undefined if the stretch ends or, as in a browser, the next anchor begins before it. */
function findClose(source: Source, from: number, limit: number): { at: number; to: number } | undefined {
  for (let at = source.find('<', from); at < limit; at = source.find('<', at + 1)) {
    const to = source.behind(CLOSE, at);
    if (to !== undefined && to <= limit) return { at, to };
    if (source.behind(START, at) !== undefined) return undefined;
  }
  return undefined;
}

/** Whether an anchor's content is its label, and not words of the note. */
export function isLabel(text: string): boolean {
  return parsePlain(text) !== undefined || LABEL.test(text.trim());
}

/** The part of an anchor's content that a reader sees. */
export function plainText(html: string): string {
  return decoded(html.includes('<') ? html.replace(NESTED_TAG, '') : html);
}
