// Converts timestamps of every form to one of three, as far as nothing is lost.
import { firstIndex } from '../mean/ascending';
import { videoAt } from '../mean/attribution';
import { anchorOf, linkLabelOf } from './canonical';
import { addressOf } from './citation';
import { isIndex } from '../read/line-times';
import { portableOf, type Left, type Portable } from './portable';
import { readingBack, type Converted, type ConvertedUnit } from './read-back';
import { readTimestamps, type NoteContext, type ReadTimestamp } from '../read/reading';
import { applyChanges, type Change, type Span } from './rewrite';
import { scan } from '../read/scan';
import { formatCompact, formatTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';
import { nameOf, sameVideo } from '../mean/video';

export type { Left };

/** The forms to which others are converted. */
export type Target = 'anchor' | 'link' | 'bare';

export interface Conversion {
  /** One for each converted timestamp, in order. */
  readonly changes: readonly Change[];
  /** The number of timestamps that stay, by reason. */
  readonly left: ReadonlyMap<Left, number>;
}

/** Converts all timestamps of a note to one form; if there are `ranges`, only those that overlap one of them. */
export function convertTo(
  target: Target,
  text: string,
  note: NoteContext,
  ranges: readonly Span[] = [],
): Conversion {
  const all = readTimestamps(text, note);
  const others = all.filter(({ timestamp }) => timestamp.kind !== target);
  return convert(text, within(ranges, unitsOf(text, others)), { target, note, all });
}

/** Writes a timestamp in a form, or returns the reason why it stays. */
type Write = (portable: Portable, note: NoteContext) => { readonly insert: string } | Left;

const WRITE: Readonly<Record<Target, Write>> = {
  anchor: ({ moment, video, from }, note) => {
    const named = isOwn(video, from, note) ? undefined : nameOf(video);
    return { insert: anchorOf(moment, named, exactly(formatTimecode)) };
  },
  link: ({ moment, video, mayHaveSlipped }) => {
    const { seconds, end } = moment;
    if (![seconds, end ?? 0].every(Number.isInteger)) return 'fraction';
    // The label of a clip is read only for its end.
    if (mayHaveSlipped && end !== undefined) return 'end';
    const address = addressOf(video, seconds);
    const label = linkLabelOf(moment, mayHaveSlipped ? formatTimecode : formatCompact);
    return address === '' ? 'no-link' : { insert: `[${label}](${address})` };
  },
  bare: ({ moment, video, mayHaveSlipped, from }, note) => {
    if (!isOwn(video, from, note)) return 'other-video';
    return { insert: `[${linkLabelOf(moment, exactly(mayHaveSlipped ? formatTimecode : formatCompact))}]` };
  },
};

function isOwn(video: Portable['video'], at: number, { videos }: NoteContext): boolean {
  return sameVideo(video, videoAt(videos, at));
}

/** A format that keeps fractions of a second. */
function exactly(format: (seconds: number) => string): (seconds: number) => string {
  return (seconds) => {
    const thousandths = Math.floor((seconds % 1) * THOUSAND + ROUNDED);
    return `${format(seconds)}${String(thousandths / THOUSAND).slice(1)}`;
  };
}

/** Subtitles have thousandths; a decimal number may fall short of one by this. */
const THOUSAND = 1000;
const ROUNDED = 1e-4;

/** A time that no note contains, written at a place to see whether it is read there. */
const PROBE = '[999:59:59] ';

/** Timestamps that are converted together or not at all: the times of one bracket, which the first link would destroy. */
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

interface ConversionTarget {
  readonly target: Target;
  readonly note: NoteContext;
  /** All timestamps of the text. */
  readonly all: readonly ReadTimestamp[];
}

function convert(text: string, units: readonly Unit[], aim: ConversionTarget): Conversion {
  if (units.length === 0) return { changes: [], left: new Map() };
  const probed = probedPlaces(
    text,
    units.flat().map(({ timestamp }) => timestamp),
  );
  const left = new Map<Left, number>();
  const leave = (reason: Left, count = 1): void => {
    if (count > 0) left.set(reason, (left.get(reason) ?? 0) + count);
  };
  const whole: ConvertedUnit[] = [];
  for (const unit of units) {
    const before = whole.at(-1)?.at(-1)?.change.to;
    const outcomes = unit.map((read) => {
      const losesText = aim.target !== 'anchor' && takesBracket(text, read.timestamp, before);
      return probed.has(read.timestamp) && !losesText ? convertedOf(text, read, aim) : 'place';
    });
    const converted = outcomes.filter((outcome) => typeof outcome !== 'string');
    if (converted.length === outcomes.length) whole.push(converted);
    else for (const outcome of outcomes) leave(typeof outcome === 'string' ? outcome : 'place');
  }
  const { kept, ofLists } = readingBack(text, whole, aim);
  const changes = kept.flat().map(({ change }) => change);
  leave('list', ofLists);
  leave('place', whole.flat().length - changes.length - ofLists);
  return { changes, left };
}

function convertedOf(
  text: string,
  read: ReadTimestamp,
  { target, note }: ConversionTarget,
): Converted | Left {
  const { from, to } = read.timestamp;
  const portable = portableOf(read, text.slice(from, to));
  if (typeof portable === 'string') return portable;
  const written = WRITE[target](portable, note);
  if (typeof written === 'string') return written;
  return { read, change: { ...placeOf(text, read.timestamp, target), ...written } };
}

/** A time that fills its parentheses is replaced together with them. */
function placeOf(text: string, { kind, from, to }: Timestamp, target: Target): Span {
  const isFilled = kind === 'parentheses' && text[from - 1] === '(' && text[to] === ')';
  return target === 'bare' && isFilled && text[from - 2] !== '\\'
    ? { from: from - 1, to: to + 1 }
    : { from, to };
}

/** The timestamps at whose place a bare time would also be read as a timestamp. */
function probedPlaces(text: string, timestamps: readonly Timestamp[]): ReadonlySet<Timestamp> {
  // A bracket directly after a word is read as an index (`list[0]`), so a space goes before the probe.
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
 * Whether the brackets before a timestamp would become part of a link or reference if a link or bracket followed them. Not if they
 * become a link themselves: `before` is the end of the conversion before it.
 */
function takesBracket(text: string, { kind, from }: Timestamp, before: number | undefined): boolean {
  return kind !== 'link' && kind !== 'bare' && text[from - 1] === ']' && before !== from;
}
