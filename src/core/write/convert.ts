// From timestamps to portable Markdown links and back, as far as nothing is lost on the way.
import { firstIndex } from '../mean/ascending';
import { videoAt } from '../mean/attribution';
import { labelTime } from '../mean/bare-times';
import { anchorOf, linkOf } from './canonical';
import type { Moment } from '../mean/moment';
import type { Interpretation, Limit } from '../mean/interpretation';
import { readTimestamps, secondsOf, type NoteContext, type ReadTimestamp } from '../read/reading';
import { providerOf } from '../mean/provider';
import { reasonsFor, type Reason } from './repair';
import { applyChanges, type Change, type Span } from './rewrite';
import { isIndex } from '../read/line-times';
import { scan } from '../read/scan';
import { Source } from '../read/source';
import { readTag } from '../read/tag';
import { formatTimecode, parseMinutesSeconds, parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';
import { nameOf, sameVideo, type Video } from '../mean/video';

/** Why a timestamp stays what it is. */
export type Left =
  | 'no-second'
  | 'no-video'
  /** No link leads to a time of the video everywhere: it is not on YouTube. */
  | 'no-link'
  /** It contradicts itself or its markup is broken, and that would no longer show. */
  | 'doubtful'
  /** It says more than the other form can: a title, other parameters or attributes, words, fractions of a second. */
  | 'says-more'
  /** Where it stands, a link would be none or would break another; or a time in the same bracket stays. */
  | 'place';

export interface Conversion {
  /** One for each timestamp that is converted. */
  readonly changes: readonly Change[];
  /** How many stay, and why. */
  readonly left: ReadonlyMap<Left, number>;
}

/** Makes links of the anchors and bare times of a note, or of those that are at least partly in one of `ranges`, if there are any. */
export function convertToLinks(text: string, note: NoteContext, ranges: readonly Span[] = []): Conversion {
  const timestamps = readTimestamps(text, note).filter(({ timestamp }) => timestamp.kind !== 'link');
  return convert(text, within(ranges, unitsOf(text, timestamps)), ({ moment, video, mayHaveSlipped }) =>
    linkOf(moment, video, mayHaveSlipped ? formatTimecode : undefined),
  );
}

/** Makes anchors of the links of a note to times of videos, or of those that are at least partly in one of `ranges`, if there are any. */
export function convertToTimestamps(
  text: string,
  note: NoteContext,
  ranges: readonly Span[] = [],
): Conversion {
  const links = readTimestamps(text, note).filter(({ timestamp }) => timestamp.kind === 'link');
  return convert(text, within(ranges, unitsOf(text, links)), ({ moment, video, from }) =>
    anchorOf(moment, sameVideo(video, videoAt(note.videos, from)) ? undefined : nameOf(video)),
  );
}

/** All that both forms say. */
interface Portable {
  /** Its offset. */
  readonly from: number;
  readonly moment: Moment;
  readonly video: Video;
  /** Whether a length that is not known yet may show that minutes and seconds are meant: a label of three fields says those too. */
  readonly mayHaveSlipped: boolean;
}

/** No doubt: how it is read, the other form says outright; and it gives a label to what has none. */
const RESOLVED: ReadonlySet<Reason> = new Set([
  ...(['minutes-seconds', 'from-label', 'end-minutes-seconds', 'end-from-label', 'no-label'] as const),
]);
/** A time that no note holds, for trying where times are seen. */
const PROBE = '[999:59:59] ';
const ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'data-t', 'data-end', 'data-v']);
const NESTED_TAG = /<(?!\/?a[\s>])/i;
const ANCHOR_TAG = /^<a(?:\s|%20)/i;
const ANCHOR_CLASS = /\byt-timestamp\b/i;
const LONGEST_TAG = 512;
/** A note in which each change that is left out takes another with it is not read over and over: nothing of it is converted. */
const MOST_READINGS = 16;
/** Hardly a video that notes cite is shorter: what lies before this is meant as it is written. Seconds. */
const SHORT = 600;
const TITLE = /^\]\(\s*\S+\s+["'(]/;

/** Timestamps that are converted together or not at all: the times of one bracket, which would lose it to the first link. */
type Unit = readonly ReadTimestamp[];

function unitsOf(text: string, timestamps: readonly ReadTimestamp[]): readonly Unit[] {
  const units: ReadTimestamp[][] = [];
  for (const read of timestamps) {
    const { kind, from } = read.timestamp;
    const last = units.at(-1);
    const end = last?.at(-1)?.timestamp.to ?? 0;
    const isNext = kind === 'bare' && text[from] !== '[' && !text.slice(end, from).includes('[');
    if (isNext && last !== undefined) last.push(read);
    else units.push([read]);
  }
  return units;
}

function within(ranges: readonly Span[], units: readonly Unit[]): readonly Unit[] {
  if (ranges.length === 0) return units;
  const sorted = [...ranges].sort((one, other) => one.from - other.from);
  return units.filter((unit) =>
    unit.some(({ timestamp }) => {
      const range = sorted[firstIndex(sorted, ({ to }) => to > timestamp.from)];
      return range !== undefined && range.from < timestamp.to;
    }),
  );
}

function convert(text: string, units: readonly Unit[], write: (portable: Portable) => string): Conversion {
  const places = linkPlaces(
    text,
    units.flat().map(({ timestamp }) => timestamp),
  );
  const left = new Map<Left, number>();
  const leave = (reason: Left, count = 1): void => {
    left.set(reason, (left.get(reason) ?? 0) + count);
  };
  const converted: (readonly Change[])[] = [];
  for (const unit of units) {
    const before = converted.at(-1)?.at(-1)?.to;
    const outcomes = unit.map((read) => {
      const { from, to } = read.timestamp;
      const isPlace = places.has(read.timestamp) && !isTaken(text, read.timestamp, before === from);
      const portable = isPlace ? portableOf(read, text.slice(from, to)) : 'place';
      return typeof portable === 'string' ? portable : { from, to, insert: write(portable) };
    });
    const changes = outcomes.filter((outcome) => typeof outcome !== 'string');
    if (changes.length === outcomes.length) converted.push(changes);
    else for (const outcome of outcomes) leave(typeof outcome === 'string' ? outcome : 'place');
  }
  const readBack = thatReadBack(text, converted);
  const lost = converted.flat().length - readBack.flat().length;
  if (lost > 0) leave('place', lost);
  return { changes: readBack.flat(), left };
}

/** Those after which the note is read to have each timestamp where it was written, and all others still. */
function thatReadBack(text: string, units: readonly (readonly Change[])[]): readonly (readonly Change[])[] {
  const all = scan(text).length;
  let kept = units;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const { found, count } = placesAfter(text, kept.flat());
    const readBack = kept.filter((unit) => unit.every((change) => found.has(change)));
    // One of the changes takes another timestamp with it, and nobody can tell which.
    if (readBack.length === kept.length) return count === all ? kept : [];
    kept = readBack;
  }
  return [];
}

/** Which changes are timestamps of the changed text, as they are written, and how many timestamps it has in all. */
function placesAfter(
  text: string,
  changes: readonly Change[],
): { readonly found: ReadonlySet<Change>; readonly count: number } {
  const timestamps = scan(applyChanges(text, changes));
  const ends = new Map(timestamps.map(({ from, to }) => [from, to]));
  const found = new Set<Change>();
  let shift = 0;
  for (const change of changes) {
    const from = change.from + shift;
    if (ends.get(from) === from + change.insert.length) found.add(change);
    shift += change.insert.length - (change.to - change.from);
  }
  return { found, count: timestamps.length };
}

function portableOf(read: ReadTimestamp, source: string): Portable | Left {
  const { timestamp, video, limit, interpretation, end } = read;
  const seconds = wrote(interpretation, timestamp.written.time, limit);
  if (seconds === undefined) return 'no-second';
  if (video === undefined) return 'no-video';
  if (!providerOf(video).hasPortableLink) return 'no-link';
  if (reasonsFor(read).some((reason) => !RESOLVED.has(reason))) return 'doubtful';
  const moment = { seconds, end: end === undefined ? undefined : wrote(end, timestamp.end, limit) };
  const isWhole = [moment.seconds, moment.end ?? 0].every(Number.isInteger);
  if (!isWhole || saysMore(timestamp, video, source)) return 'says-more';
  const { kind, written } = timestamp;
  const mayHaveSlipped = kind !== 'link' && !limit.exact && [written.time, timestamp.end].some(isSlipLike);
  // The label of a clip is read for its end alone.
  if (mayHaveSlipped && end !== undefined) return 'says-more';
  return { from: timestamp.from, moment, video, mayHaveSlipped };
}

function isSlipLike(time = ''): boolean {
  return parseMinutesSeconds(time) !== undefined && (parseTimecode(time) ?? 0) >= SHORT;
}

/** A time that is right as it is written is not cut off at a length that players round in different ways. */
function wrote(read: Interpretation, written: string | undefined, limit: Limit): number | undefined {
  if (read.how === 'as-written') return parseTimecode(written ?? '');
  const seconds = secondsOf(read);
  return seconds === limit.seconds ? Math.floor(seconds) : seconds;
}

function saysMore({ kind, named, written }: Timestamp, video: Video, source: string): boolean {
  if (named !== undefined && !providerOf(video).isPlainName(named)) return true;
  if (kind === 'link') return TITLE.test(source.slice(source.indexOf('](')));
  if (kind !== 'anchor') return false;
  const attributes = readTag(new Source(source), 0)?.attributes;
  const isPlain =
    attributes?.get('class')?.value === 'yt-timestamp' &&
    [...attributes.keys()].every((name) => ATTRIBUTES.has(name));
  return (
    !isPlain || NESTED_TAG.test(source) || (written.label !== '' && labelTime(written.label) === undefined)
  );
}

/** Those that stand where a link is one: in text where a bare time would be seen as well. */
function linkPlaces(text: string, timestamps: readonly Timestamp[]): ReadonlySet<Timestamp> {
  // Behind a word, the bracket of a probe would be an index.
  const probes = timestamps.map(({ from, to }) => ({
    from,
    to,
    insert: isIndex(text, from) ? ` ${PROBE}` : PROBE,
  }));
  const found = new Set(
    scan(applyChanges(text, probes)).map(({ kind, from }) => (kind === 'bare' ? from : -1)),
  );
  let shift = 0;
  return new Set(
    timestamps.filter(({ from, to }, index) => {
      const { length } = probes[index]?.insert ?? PROBE;
      const end = from + shift + length;
      shift += length - (to - from);
      return found.has(end - PROBE.length);
    }),
  );
}

/**
 * Whether what stands before a timestamp would take a link for its own: `!` makes an image of it, an open anchor a label, and
 * brackets lose what they are for, unless they become a link themselves.
 */
function isTaken(text: string, { kind, from }: Timestamp, isBehindLink: boolean): boolean {
  if (kind !== 'link' && text[from - 1] === '!') return true;
  if (kind !== 'anchor') return false;
  if (text[from - 1] === ']' && !isBehindLink) return true;
  return isAnchorTag(text.slice(Math.max(0, from - LONGEST_TAG), from).trimEnd());
}

/** Whether a text ends with the tag that opens an anchor. */
function isAnchorTag(text: string): boolean {
  const tag = text.slice(text.lastIndexOf('<'));
  return tag.indexOf('>') === tag.length - 1 && ANCHOR_TAG.test(tag) && ANCHOR_CLASS.test(tag);
}
