// The timestamps in a run of rendered text, in which the renderer has replaced all markup.
import { readAnchor } from './anchor';
import { isIndex, timeAtStart, timeBehindName, timesInParentheses, timestampOf } from './line-times';
import { readMacro } from './macro';
import type { LineKind } from './prose';
import { bareTimesAt } from '../mean/bare-times';
import { Source } from './source';
import type { Timestamp } from '../mean/timestamp';

const MARK = /[[<]/g;

/**
 * An anchor without the closing quote of its time, `data-t="00:29:29]</a>`: the renderer shows it as text up to `</a>`, which it
 * drops.
 */
const CUT_ANCHOR = /<a(?:\s|%20)[^<>]*/y;
const CUT_TIME = /\byt-timestamp"?\s+data-t="(\d[\d:]*)\](?:\s*[-–]\s*\[(\d[\d:]*)\])?/;
/** Characters from the start of the tag within which its class begins. */
const FARTHEST_CLASS = 70;

/** Bare times, and anchors whose tag is so broken that the renderer shows it as text; in order. */
export function timestampsInRun(text: string): readonly Timestamp[] {
  const source = new Source(text);
  const found: Timestamp[] = [];
  for (let at = source.findEnd(MARK, 0) - 1; at < text.length;) {
    at = readMark(source, at, found);
    at = source.findEnd(MARK, at) - 1;
  }
  return found;
}

/** Reads the construct at the mark at `at`. Returns the next offset to read. */
function readMark(source: Source, at: number, found: Timestamp[]): number {
  const { text } = source;
  if (text[at] === '<') {
    const anchor = readAnchor(source, at, text.length) ?? readCutAnchor(source, at);
    if (anchor !== undefined) found.push(anchor);
    return anchor?.to ?? at + 1;
  }
  const bare = isIndex(text, at) ? undefined : bareTimesAt(text, at);
  for (const { from, to, time, end } of bare?.times ?? []) {
    const written = { time, label: text.slice(from, to) };
    found.push({ kind: 'bare', from, to, written, end, named: undefined });
  }
  return bare?.to ?? at + 1;
}

function readCutAnchor(source: Source, at: number): Timestamp | undefined {
  const [start = ''] = source.match(CUT_ANCHOR, at) ?? [];
  const match = CUT_TIME.exec(start);
  if (match === null || match.index > FARTHEST_CLASS) return undefined;
  const [said, time, end] = match;
  const to = at + match.index + said.length;
  return { kind: 'anchor', from: at, to, written: { time, label: '' }, end, named: undefined, broken: 'tag' };
}

/** A text block that does not match holds no time without brackets. */
const PLAIN_TIME = /\d:[0-5]\d|\{\{ ?youtube-timestamp/;
const PARENTHESIS = /\(/g;
const MACRO = /\{\{/g;
const LINE_END = /\n/g;
const SPACE = /[ \t\u00a0\ufffc]*/y;

/**
 * The times without brackets in a block of rendered text: at the start or end of its lines, in parentheses, in macros. In order,
 * without overlaps.
 */
export function plainTimesIn(text: string, kind: LineKind): readonly Timestamp[] {
  if (!PLAIN_TIME.test(text)) return [];
  const source = new Source(text);
  const all = [...timesOfLines(source, kind), ...timesInsideParentheses(source), ...macrosIn(source)];
  const found: Timestamp[] = [];
  for (const timestamp of all.sort((one, other) => one.from - other.from)) {
    if (timestamp.from >= (found.at(-1)?.to ?? 0)) found.push(timestamp);
  }
  return found;
}

function timesOfLines(source: Source, kind: LineKind): readonly Timestamp[] {
  const { text } = source;
  const found: Timestamp[] = [];
  for (let start = 0; start <= text.length;) {
    const end = Math.min(source.findEnd(LINE_END, start) - 1, text.length);
    const at = source.behind(SPACE, start) ?? start;
    const time = timeAtStart(source, at, kind) ?? timeBehindName(source, at, end, kind);
    if (time !== undefined) found.push(timestampOf('line', time));
    start = end + 1;
  }
  return found;
}

function timesInsideParentheses(source: Source): readonly Timestamp[] {
  const found: Timestamp[] = [];
  for (let at = source.findEnd(PARENTHESIS, 0) - 1; at < source.text.length;) {
    const times = timesInParentheses(source, at);
    for (const time of times?.times ?? []) found.push(timestampOf('parentheses', time));
    at = source.findEnd(PARENTHESIS, times?.to ?? at + 1) - 1;
  }
  return found;
}

function macrosIn(source: Source): readonly Timestamp[] {
  const found: Timestamp[] = [];
  for (let at = source.findEnd(MACRO, 0) - 2; at < source.text.length - 1;) {
    const macro = readMacro(source, at);
    if (macro !== undefined) found.push(macro);
    at = source.findEnd(MACRO, macro?.to ?? at + 2) - 2;
  }
  return found;
}
