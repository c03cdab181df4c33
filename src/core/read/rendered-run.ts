// The timestamps in a run of rendered text, where a renderer has dealt with all markup already.
import { readAnchor } from './anchor';
import { bareTimesAt } from '../mean/bare-times';
import { Source } from './source';
import type { Timestamp } from '../mean/timestamp';

const MARK = /[[<]/g;

/** An anchor whose time ran over its end, `data-t="00:29:29]</a>`: the renderer shows it up to there, and drops the rest. */
const CUT_ANCHOR = /<a(?:\s|%20)[^<>]*/y;
const CUT_TIME = /\byt-timestamp"?\s+data-t="(\d[\d:]*)\](?:\s*[-–]\s*\[(\d[\d:]*)\])?/;
/** So far behind the start of the tag its class begins at the latest. */
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

/** Reads what the mark at `at` begins. Returns where to go on. */
function readMark(source: Source, at: number, found: Timestamp[]): number {
  const { text } = source;
  if (text[at] === '<') {
    const anchor = readAnchor(source, at, text.length) ?? readCutAnchor(source, at);
    if (anchor !== undefined) found.push(anchor);
    return anchor?.to ?? at + 1;
  }
  const bare = bareTimesAt(text, at);
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
