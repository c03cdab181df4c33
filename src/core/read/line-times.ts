// Times without brackets, as people and tools write them: at the start of a line, at its end after a name, or in parentheses.
import { endsWithDigit, type LineKind } from './prose';
import type { Source } from './source';
import type { Timestamp } from '../mean/timestamp';

/** A time of a line; `from` and `to` are offsets in the text that was read. */
export interface LineTime {
  readonly from: number;
  readonly to: number;
  /** The whole text of it, with the second time of a range. */
  readonly label: string;
  readonly time: string;
  /** The second time of a range. */
  readonly end: string | undefined;
  /**
   * The shape that it shares with the other lines of its list: such lines are moments only together, in a run. Undefined if the
   * line is a moment by itself: bold with a dot after it, or a range with an arrow.
   */
  readonly run: string | undefined;
  readonly isBold: boolean;
}

/** `M:SS`, `MM:SS`, `H:MM:SS`, `HH:MM:SS`, with an optional fraction. */
const TIME = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,6})?(?!:?\d)`;
const SPACE = String.raw`[ \t\u00a0]{0,8}`;
/** Converters put a backslash before some marks, or write them as entities. */
const JOIN = String.raw`${SPACE}(\\?-{1,2}(?:\\?>|&gt;)?|[–—→~])${SPACE}|[ \t\u00a0]{1,8}(to)[ \t\u00a0]{1,8}`;
const CUE = /^\\?--(?:\\?>|&gt;)$/;
const RANGE = `(${TIME})(?:(?:${JOIN})(${TIME}))?`;
const EMPHASIS = String.raw`(?:\*{1,3}|_{1,3}|==)`;

/** Marks that may stand before the text of a line: the box of a task, the type of a callout, a bullet of another app. */
const BOX = /\[(?:[^\]\n]\]|![^[\]\n]{1,64}\][+-]?)[ \t]+|[•▪◦‣●→▶►⏱]\ufe0f?[ \t\u00a0]{0,4}/y;
/** The first characters of those marks, of a time, and of emphasis: most lines begin with none of them. */
const BOX_STARTS = '[•▪◦‣●→▶►⏱';
const TIME_STARTS = '0123456789*_=';
const CLOSING_STARTS = ':*_=';
const AT_START = new RegExp(`(${EMPHASIS}?)${RANGE}`, 'y');
/** The marks that close the emphasis around a time. */
const CLOSING = /:?(?:\*{1,3}|_{1,3}|==)?/y;
/** The text that may follow a time at the start of a line. */
const FOLLOWING = /[ \t\u00a0]*(?:[·\-–—:|)]|\r?\n|<br|$)|[ \t\u00a0]/y;
const DOT = /[ \t\u00a0]*·(?:[ \t\u00a0]|\r?\n|$)/y;
/** The words after which a time is one of the day. Zones count in capitals only: `ist`, `cet` and `Am` are words. */
const TIME_OF_DAY =
  /[ \t\u00a0]{0,16}(?:[ap]\.?m\b|[AP]\.?M\b|[Uu]hr\b|UHR\b|h\b|[Hh]rs?\b|[Oo]['’]?[Cc]lock\b|(?:UTC|GMT|CES?T|[ECMP][SD]T|BST|IST|JST|KST|AE[SD]T|MSK|EES?T|WES?T|Z)\b(?!['’]))/y;
/** The first characters of those words, and spaces. */
const DAY_STARTS = 'apAPuUhHoOGCEMBIJKWZ \t\u00a0';
/** A line that is a name of at most five words and a time after it. */
const AFTER_NAME = new RegExp(
  String.raw`(${EMPHASIS}?)\p{L}[^\s:*_=()[\]<>|]{0,30}(?:[ \t]{1,4}[^\s:*_=()[\]<>|]{1,31}){0,4}:?${EMPHASIS}?:?[ \t\u00a0]{1,8}(${EMPHASIS}?)(${TIME})${EMPHASIS}?[ \t]{0,16}(?=\r?\n|$)`,
  'yu',
);
/** The brackets of times in parentheses, and the dash between the times. */
const OPEN = new RegExp(String.raw`\(${SPACE}`, 'y');
const ONE = new RegExp(`(${EMPHASIS}?)(${RANGE})${EMPHASIS}?`, 'y');
const NEXT = new RegExp(`${SPACE}[,;|]${SPACE}`, 'y');
const CLOSE = new RegExp(String.raw`${SPACE}\\?\)`, 'y');
const BOLD = /^(?:\*\*|__)/;
/** After a letter or digit, brackets hold an index; in scripts without spaces between words they do not. */
const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Words before numbers in parentheses that are not times. */
const RATIO = /\b(?:aspect|ratio|odds|scored?|resolution|proportions?)\b/i;
const AROUND_RATIO = 40;
const SENTENCE_END = /[.!?;\n]/;
/** A time after a date is one of that day. */
const DATE = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ \t,T]{0,3}$/;
const LONGEST_DATE = 16;
const LONGEST_ADDRESS = 256;
const SCHEME = /https?$/i;
const NO_ADDRESS = /[\s<>"'()[\]|]/;
const LONGEST_NAMED_LINE = 200;
const LONGEST_PARENTHESES = 400;

/**
 * The time at the start of a line. `at` is the start of its text, after the marks of quotes and items; `kind` separates lines of
 * different lists.
 */
export function timeAtStart(source: Source, at: number, kind: LineKind): LineTime | undefined {
  const { text } = source;
  const start = BOX_STARTS.includes(text.charAt(at)) ? (source.behind(BOX, at) ?? at) : at;
  if (!TIME_STARTS.includes(text.charAt(start))) return undefined;
  const match = source.match(AT_START, start);
  if (match === null) return undefined;
  const [whole, emphasis = '', time = '', join, , end] = match;
  const from = start + emphasis.length;
  const to = start + whole.length;
  const closed = CLOSING_STARTS.includes(text.charAt(to)) ? (source.behind(CLOSING, to) ?? to) : to;
  const isFollowed = text[closed] === ' ' || source.behind(FOLLOWING, closed) !== undefined;
  if (!isFollowed || isTimeOfDay(source, closed)) return undefined;
  const isBold = BOLD.test(emphasis);
  const isClipped = isBold && source.behind(DOT, closed) !== undefined;
  const isCue = CUE.test(join ?? '');
  const run = isClipped || isCue ? undefined : `${kind} ${emphasis}`;
  return { from, to, label: text.slice(from, to), time, end, isBold, run };
}

/** Whether the words after a time make it one of the day. */
function isTimeOfDay(source: Source, at: number): boolean {
  const { text } = source;
  const next = text[at] === ' ' ? text.charAt(at + 1) : text.charAt(at);
  if (!DAY_STARTS.includes(next)) return false;
  return source.behind(TIME_OF_DAY, at) !== undefined;
}

/** The time at the end of a line that holds only a name besides. */
export function timeBehindName(
  source: Source,
  at: number,
  end: number,
  kind: LineKind,
): LineTime | undefined {
  if (end - at > LONGEST_NAMED_LINE || !endsWithDigit(source.text, at, end)) return undefined;
  const match = source.match(AFTER_NAME, at);
  if (match === null) return undefined;
  const [whole, , emphasis = '', time = ''] = match;
  const from = at + whole.lastIndexOf(time);
  return {
    from,
    to: from + time.length,
    label: time,
    time,
    end: undefined,
    isBold: BOLD.test(emphasis),
    run: `${kind} name${emphasis}`,
  };
}

type ParenthesizedTime = Omit<LineTime, 'run' | 'isBold'>;

/** The times in the parentheses that open at `at`, and the end of these; undefined if they hold anything else. */
export function timesInParentheses(
  source: Source,
  at: number,
): { readonly to: number; readonly times: readonly ParenthesizedTime[] } | undefined {
  if (isIndex(source.text, at)) return undefined;
  const times: ParenthesizedTime[] = [];
  let next = source.behind(OPEN, at);
  while (next !== undefined && next - at < LONGEST_PARENTHESES) {
    const [whole, emphasis = '', label = '', time = '', , , end] = source.match(ONE, next) ?? [];
    if (whole === undefined) return undefined;
    const behind = next + whole.length;
    const from = next + emphasis.length;
    times.push({ from, to: from + label.length, label, time, end });
    const to = source.behind(CLOSE, behind);
    if (to !== undefined) return isMomentBetween(source, at, to) ? { to, times } : undefined;
    next = source.behind(NEXT, behind);
  }
  return undefined;
}

/** A time of a line as a timestamp of the text it was found in. */
export function timestampOf(
  kind: 'line' | 'parentheses',
  { from, to, time, end, run, isBold, label }: Omit<LineTime, 'run' | 'isBold'> & Partial<LineTime>,
): Timestamp {
  return { kind, from, to, written: { time, label }, end, named: undefined, run, isBold };
}

/** Whether the bracket at `at` follows a word, as an index does. */
export function isIndex(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return WORD.test(before) && !UNSPACED.test(before);
}

/** Whether the bracket at `at` is part of an address, as in `https://example.com/[0:04]`. */
function isInAddress(text: string, at: number): boolean {
  if (at === 0 || NO_ADDRESS.test(text.charAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  const colon = before.lastIndexOf('://');
  if (colon < 0 || NO_ADDRESS.test(before.slice(colon))) return false;
  return SCHEME.test(before.slice(Math.max(0, colon - 'https'.length), colon));
}

/** Whether the bracket at `at` is an index, or part of an address. */
export function isNoPlace(text: string, at: number): boolean {
  return isIndex(text, at) || isInAddress(text, at);
}

/** Whether times between parentheses are moments of a video, by the text around them. */
function isMomentBetween(source: Source, from: number, to: number): boolean {
  const { text } = source;
  if (to - from > LONGEST_PARENTHESES || isTimeOfDay(source, to)) return false;
  if (DATE.test(text.slice(Math.max(0, from - LONGEST_DATE), from))) return false;
  return !isAboutRatio(text, from, to) && !isInAddress(text, from);
}

function isAboutRatio(text: string, from: number, to: number): boolean {
  const [after = ''] = text.slice(to, to + AROUND_RATIO).split(SENTENCE_END);
  const before = text.slice(Math.max(0, from - AROUND_RATIO), from).split(SENTENCE_END);
  return RATIO.test(before.at(-1) ?? '') || RATIO.test(after);
}
