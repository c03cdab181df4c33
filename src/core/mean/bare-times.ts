// Times in brackets: `[00:11:12]`, `[00:11:12, 00:12:40]`, `[00:11:12 - 00:12:00]`.
import type { Moment } from './moment';
import { formatLike, parseMinutesSeconds, parsePlain, parseTimecode } from './timecode';

/** A time in brackets, or one of several; `from` and `to` are offsets in the text that was read. */
export interface BareTime {
  readonly from: number;
  readonly to: number;
  readonly time: string;
  /** The second time of a range. */
  readonly end: string | undefined;
}

/**
 * A time of at least minutes and seconds, whose second field is under 60. Of two fields the second has two digits, since `[4:3]` is
 * a ratio. Every digit can be matched in one way only: with two ways each, a long list of times would take forever.
 */
const TIME = String.raw`\d{1,3}:(?:(?:0(?:[0-5]\d?|[6-9])?|[1-5]\d?|[6-9])(?::\d{1,3}){1,2}|[0-5]\d)(?:[.,]\d{1,6}(?!\d{0,3}:))?`;
const SPACE = String.raw`[ \t\u00a0]*`;
const SHORT_SPACE = String.raw`[ \t\u00a0]{0,16}`;
/** The dash or arrow between the two times of a range. */
const DASH = String.raw`(?:${SHORT_SPACE}(?:\\?-{1,2}(?:\\?>|&gt;)?|[–—→~])${SHORT_SPACE}|[ \t\u00a0]{1,16}to[ \t\u00a0]{1,16})`;

const TIME_OR_RANGE = new RegExp(`(${TIME})(?:${DASH}(${TIME}))?`, 'y');
const OPEN = new RegExp(String.raw`\[${SPACE}`, 'y');
const SEPARATOR = new RegExp(`${SPACE}[,;|]${SPACE}`, 'y');
/** Converters put a backslash before a bracket. */
const CLOSE = new RegExp(String.raw`${SPACE}\\?\]`, 'y');
/** The bracket before the first of several times. */
const OPENING_BEHIND = new RegExp(String.raw`\\?\[${SHORT_SPACE}$`);
const JOINED = new RegExp(String.raw`^${SHORT_SPACE}(?:[,;|](?=[ \t\u00a0])|\\?\])`);
/** Characters before a time in which its bracket is looked for. */
const FAR = 20;
const FIRST = new RegExp(`(${TIME})(?:(${DASH})(${TIME}))?`);
const UNITS = /^[\dhms]*[hms]$/i;

/** The times of the bracket that opens at `at`, and the end of the bracket; undefined if it holds anything but times. */
export function bareTimesAt(
  text: string,
  at: number,
): { readonly to: number; readonly times: readonly BareTime[] } | undefined {
  const times: BareTime[] = [];
  for (let next = behind(OPEN, text, at); next !== undefined;) {
    const time = timeAt(text, next);
    if (time === undefined) return undefined;
    times.push(time);
    const to = behind(CLOSE, text, time.to);
    if (to !== undefined) return { to, times: times.length === 1 ? [{ ...time, from: at, to }] : times };
    next = behind(SEPARATOR, text, time.to);
  }
  return undefined;
}

/**
 * The range of one of several times in a bracket, with the bracket before it and the comma or bracket after it, which are not
 * needed between chips.
 */
export function spanWithMarks(
  slice: (from: number, to: number) => string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const before = OPENING_BEHIND.exec(slice(Math.max(0, from - FAR), from))?.[0].length ?? 0;
  const behind = JOINED.exec(slice(to, to + FAR))?.[0].length ?? 0;
  return { from: from - before, to: to + behind };
}

/** Whether a time is one of several in a bracket. The range of a single time includes its brackets. */
export function isListed({
  kind,
  written,
}: {
  readonly kind: string;
  readonly written: { readonly label: string };
}): boolean {
  return kind === 'bare' && !/^\\?\[/.test(written.label);
}

function timeAt(text: string, from: number): BareTime | undefined {
  TIME_OR_RANGE.lastIndex = from;
  const [, time, end] = TIME_OR_RANGE.exec(text) ?? [];
  return time === undefined ? undefined : { from, to: TIME_OR_RANGE.lastIndex, time, end };
}

/** The end of a sticky pattern's match at `at`. */
function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The time or range that fills the text of a link, with or without brackets; undefined for any other text. */
export function linkTime(
  label: string,
): { readonly time: string; readonly end: string | undefined } | undefined {
  if (label.length === 10 && parsePlain(label) !== undefined)
    return { time: label.slice(1, 9), end: undefined };
  const bracketed = /^\[.*\]$/.test(label) ? label : `[${label}]`;
  const bracket = bareTimesAt(bracketed, 0);
  if (bracket?.to === bracketed.length) return bracket.times.length === 1 ? bracket.times[0] : undefined;
  return UNITS.test(label) && parseTimecode(label) !== undefined
    ? { time: label, end: undefined }
    : undefined;
}

/** The time at the start of a label, read as that of a link; else the label, if it is a timecode as a whole. */
export function labelTime(label: string): string | undefined {
  const { time } = linkTime(label) ?? {};
  if (time !== undefined) return time;
  return parseTimecode(label) !== undefined || parseMinutesSeconds(label) !== undefined ? label : undefined;
}

/**
 * Replaces the first time or range of a text by a moment, in the same format. A range keeps its end if the moment has none. A
 * single time gets an end only with `newDash` before it. Undefined if the text has no time.
 */
export function withTimes(text: string, { seconds, end }: Moment, newDash?: string): string | undefined {
  const match = FIRST.exec(text);
  if (match === null) return undefined;
  const { index } = match;
  const [whole, time = '', dash = newDash ?? '', oldEnd] = match;
  const form = oldEnd ?? (end === undefined || newDash === undefined ? undefined : time);
  const ending = form === undefined ? '' : `${dash}${end === undefined ? form : formatLike(end, form)}`;
  return `${text.slice(0, index)}${formatLike(seconds, time)}${ending}${text.slice(index + whole.length)}`;
}
