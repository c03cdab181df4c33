// A link whose text is a time, by its text and its target: read alike in a note's source and where it is rendered.
import { linkTime } from '../mean/bare-times';
import type { Cited } from '../mean/timestamp';
import { parseTimecode } from '../mean/timecode';
import { isMediaLink } from '../mean/media-link';
import { parseYouTubeUrl, readFragmentTime } from '../mean/youtube-url';

/** One of these may stand before the time, as the tools of some people write it. */
const MARK = /^(?:@|▶|⏱|⏲|🕒|~)\ufe0f?\s*/u;
/** The marks that may stand around it, the longest first. */
const WRAPPINGS = [
  ...['***', '**', '*', '___', '__', '_', '`', '==', '~~'].map((mark) => [mark, mark] as const),
  ['(', ')'] as const,
];
const DIGIT = /\d/;
const MOST_WRAPPINGS = 4;
/** The last of them: a path may hold `#` itself. */
const FRAGMENT = /^(.*)#(?:[^#]*&)?t=([^&#]*)/s;

/** The citation of a link with this text and this target; undefined if it is no timestamp. */
export function readTimeLink(label: string, address: string): Cited | undefined {
  const text = withoutMarks(label);
  const time = linkTime(text);
  if (time === undefined) return undefined;
  return citedOnYouTube(time, label, address) ?? citedInMedia(time, label, address);
}

/** Like `readTimeLink`, for a link of the vault: `[[talk.mp4#t=62|1:02]]`. */
export function readTimeWikilink(inside: string): Cited | undefined {
  const bar = inside.indexOf('|');
  if (bar < 0 || !DIGIT.test(inside.slice(bar))) return undefined;
  const time = linkTime(withoutMarks(inside.slice(bar + 1)));
  const target = inside.slice(0, bar).replace(/\\$/, '');
  return time === undefined || target === ''
    ? undefined
    : citedInMedia(time, inside.slice(bar + 1).trim(), target);
}

/** The citation of a bare YouTube address; undefined if it says no time. */
export function citedByAddress(address: string): Cited | undefined {
  const { start, end } = parseYouTubeUrl(address) ?? {};
  if (start === undefined) return undefined;
  const written = { time: String(start), label: '' };
  return { kind: 'address', written, end: end === undefined ? undefined : String(end), named: address };
}

function withoutMarks(label: string): string {
  let text = label.trim();
  for (let count = 0; count < MOST_WRAPPINGS; count++) {
    const inner = unwrapped(text).trim().replace(MARK, '');
    if (inner === text) break;
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
  // A link to the video alone leads to its beginning, and says so.
  const start = led.start ?? (parseTimecode(time.time) === 0 ? 0 : undefined);
  if (start === undefined) return undefined;
  const end = time.end ?? (led.end === undefined ? undefined : String(led.end));
  return { kind: 'link', written: { time: String(start), label }, end, named: address };
}

/** A link to a media file, or one without a target of its own: that is about the note's video. */
function citedInMedia(time: LabelTime, label: string, address: string): Cited | undefined {
  const isOwn = address === '' || address === time.time || address === label;
  const [, target = address, fragment] = FRAGMENT.exec(address) ?? [];
  const moment = fragment === undefined ? undefined : readFragmentTime(fragment);
  if (isOwn) return { kind: 'link', written: { time: time.time, label }, end: time.end, named: undefined };
  if (moment === undefined || (target !== '' && !isMediaLink(target))) return undefined;
  const end = time.end ?? (moment.end === undefined ? undefined : String(moment.end));
  const named = target === '' ? undefined : target;
  return { kind: 'link', written: { time: String(moment.start), label }, end, named };
}
