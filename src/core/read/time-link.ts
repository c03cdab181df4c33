// Reads a link whose text is a time, from its text and target: the same for the source of a note and for rendered text.
import { linkTime } from '../mean/bare-times';
import type { Cited } from '../mean/timestamp';
import { parseTimecode } from '../mean/timecode';
import { isMediaLink } from '../mean/media-link';
import type { Source } from './source';
import { decoded } from './tag';
import { parseYouTubeUrl, readFragmentTime } from '../mean/youtube-url';

/** A mark that some tools put before the time. */
const MARK = /^(?:@|▶|⏱|⏲|🕒|~)\ufe0f?\s*/u;
/** Emphasis that may be around it, the longest first. */
const WRAPPINGS = [
  ...['***', '**', '*', '___', '__', '_', '`', '==', '~~'].map((mark) => [mark, mark] as const),
  ['(', ')'] as const,
];
const MOST_WRAPPINGS = 4;
/** The last fragment counts: a path may contain `#`. */
const FRAGMENT = /^(.*)#(?:[^#]*&)?t=([^&#]*)/s;

/** Characters of a link's text; a longer one says more than a time, unless it is an address. */
const LONGEST_LABEL = 64;
const LONGEST_ADDRESS = 2048;
const OWN_FRAGMENT = /^#(\d{1,3}:\d{2}(?::\d{2})?)$/;
const ESCAPED = /\\(?=[!-/:-@[-`{-~])/g;
/** The start of a wikilink with a digit in its text; without one it holds no time. */
const NUMBERED_WIKILINK = /\[\[[^[\]|\n]+\|[^[\]\n\d]*\d/y;
const DIGIT = /\d/;
/** Tags in the label of an HTML link that add no words. */
const MARKUP = /<\/?(?:strong|b|em|i|u|s|del|mark|code|small|sub|sup)>/gi;

export function unescaped(text: string): string {
  return text.replace(ESCAPED, '');
}

/** The written text of a link, if it may cite a moment: a time, or an address. */
export function linkLabel(written: string): string | undefined {
  const longest = written.startsWith('http') ? LONGEST_ADDRESS : LONGEST_LABEL;
  const label = written.length > longest ? '' : unescaped(written).trim();
  return DIGIT.test(label) ? label : undefined;
}

/** The moment that `<a href="address">1:02</a>` cites; `html` is the content of the element. */
export function citedByHtmlLink(html: string, address: string): Cited | undefined {
  if (html.length > LONGEST_ADDRESS) return undefined;
  const label = decoded(html.replace(MARKUP, '')).trim();
  return DIGIT.test(label) ? citedByLink(label, address) : undefined;
}

/** The moment that a link cites; undefined if it cites none. If its text is its target, it counts as a bare address. */
export function citedByLink(label: string, address: string): Cited | undefined {
  if (label.length <= LONGEST_LABEL) return readTimeLink(label, address) ?? citedByItself(label, address);
  return citedByItself(label, address);
}

function citedByItself(label: string, address: string): Cited | undefined {
  return label === address ? citedByAddress(address) : undefined;
}

/** The citation of a link; undefined if it is no timestamp. */
export function readTimeLink(label: string, address: string): Cited | undefined {
  const text = withoutMarks(label);
  const time = linkTime(text);
  if (time === undefined) return undefined;
  const isOwn = address === label.trim() || isAddressOf(address, time);
  return citedOnYouTube(time, text, address) ?? citedInMedia(time, text, isOwn ? '' : address);
}

/** `02:01`, `#02:01`: some tools write the time itself as the address. */
function isAddressOf(address: string, { time }: LabelTime): boolean {
  if (address === time) return true;
  const said = OWN_FRAGMENT.exec(address)?.[1];
  return said !== undefined && parseTimecode(said) === parseTimecode(time);
}

/** The same for a wikilink in a range: `[[talk.mp4#t=62|1:02]]`. */
export function readTimeWikilink(source: Source, from: number, to: number): Cited | undefined {
  if (source.behind(NUMBERED_WIKILINK, from) === undefined) return undefined;
  const inside = source.text.slice(from + 2, to - 2);
  const bar = inside.indexOf('|');
  const time = linkTime(withoutMarks(inside.slice(bar + 1)));
  const target = inside.slice(0, bar).replace(/\\$/, '');
  return time === undefined || target === ''
    ? undefined
    : citedInMedia(time, withoutMarks(inside.slice(bar + 1)), target);
}

/** The citation of a bare YouTube address; undefined if it has no time. */
export function citedByAddress(address: string): Cited | undefined {
  const { start, end } = parseYouTubeUrl(address) ?? {};
  if (start === undefined) return undefined;
  const written = { time: String(start), label: '' };
  return { kind: 'address', written, end: end === undefined ? undefined : String(end), named: address };
}

function withoutMarks(label: string): string {
  let text = label.trim();
  let hasMark = false;
  for (let count = 0; count < MOST_WRAPPINGS; count++) {
    const inside = unwrapped(text).trim();
    const inner: string = hasMark ? inside : inside.replace(MARK, '');
    if (inner === text) break;
    hasMark ||= inner !== inside;
    text = inner;
  }
  return text;
}

function unwrapped(text: string): string {
  for (const [open, close] of WRAPPINGS) {
    const isWrapped =
      text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close);
    if (isWrapped) return text.slice(open.length, -close.length);
  }
  return text;
}

interface LabelTime {
  readonly time: string;
  readonly end: string | undefined;
}

function citedOnYouTube(time: LabelTime, label: string, address: string): Cited | undefined {
  const led = parseYouTubeUrl(address);
  if (led === undefined) return undefined;
  // A link to the whole video cites its beginning, if its text says 0:00.
  const start = led.start ?? (parseTimecode(time.time) === 0 ? 0 : undefined);
  if (start === undefined) return undefined;
  const end = time.end ?? (led.end === undefined ? undefined : String(led.end));
  return { kind: 'link', written: { time: String(start), label }, end, named: address };
}

/** A link to a media file, or a link without a target, which is about the note's video. */
function citedInMedia(time: LabelTime, label: string, address: string): Cited | undefined {
  if (address === '')
    return { kind: 'link', written: { time: time.time, label }, end: time.end, named: undefined };
  const [, target = address, fragment] = FRAGMENT.exec(address) ?? [];
  const moment = fragment === undefined ? undefined : readFragmentTime(fragment);
  if (moment === undefined || (target !== '' && !isMediaLink(target))) return undefined;
  const end = time.end ?? (moment.end === undefined ? undefined : String(moment.end));
  const named = target === '' ? undefined : target;
  return { kind: 'link', written: { time: String(moment.start), label }, end, named };
}
