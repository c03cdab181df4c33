// Decides which lines with times are moments of a video: those that belong to a run.
import { firstIndex } from '../mean/ascending';
import { LENGTH_ROUNDING } from '../mean/tolerances';
import type { Limit } from '../mean/interpretation';
import { parseTimecode } from '../mean/timecode';
import type { Steps } from '../mean/steps';
import type { Timestamp } from '../mean/timestamp';

/** The text between two offsets. */
export type Slice = (from: number, to: number) => string;

/** Lines that a run has at least. */
const SHORTEST_RUN = 3;
/** Lines out of order that may come before a run. */
const MOST_CARRIED = 8;
/** The first time of a run is before this, as YouTube requires of chapters. Seconds. */
const EARLY_START = 60;
/** Times of a schedule are multiples of this. Minutes. */
const MARK = 5;
/** Lists of a name and a time, such as verses, must begin early. */
const NAMED = / name/;
/** If this is between two lines of one shape, they may belong to two lists. */
const BETWEEN_LISTS = /\n[ \t>]*\r?\n/;

/** The text between two times in one row of a table. */
const IN_ONE_ROW = /^[^\n|]*\|[^\n]*$/;
const LONGEST_ROW = 400;
const NO_LIMIT: Limit = { seconds: Infinity, exact: false };

type LimitOf = (timestamp: Timestamp) => Limit;

export function secondsOf({ written }: Timestamp): number {
  return parseTimecode(written.time ?? '') ?? NaN;
}

/** Whether a time, read as one of the day, is on a five-minute mark: `9:05`, `14:30:00`. */
export function isOnMark({ written }: Timestamp): boolean {
  const [, minutes = '', seconds = '0'] = (written.time ?? '').split(':');
  return Number(minutes) % MARK === 0 && Number(seconds) === 0;
}

/**
 * The lines that belong to a run. First the lines of each shape are tried alone; then lines of other shapes are added that lie
 * between the lines of a run, in order; then all that are left are tried together.
 */
export function* momentsOfRuns(
  timestamps: readonly Timestamp[],
  textBetween: Slice,
  limitOf: LimitOf,
): Steps<ReadonlySet<Timestamp>> {
  const lines = timestamps.filter(({ kind }) => kind === 'line');
  const moments = new Set(lines.filter(({ run }) => run === undefined));
  if (moments.size === lines.length) return moments;
  const later = laterInRow(timestamps, textBetween);
  const lateLimitOf: LimitOf = (line) => (later.has(line) ? NO_LIMIT : limitOf(line));
  for (const list of listsOf(lines)) {
    yield;
    const listed = withoutSchedules(list, textBetween);
    yield;
    for (const line of runsIn(listed, lateLimitOf)) moments.add(line);
  }
  yield;
  for (const line of linesBetween(lines, moments)) moments.add(line);
  yield;
  const left = lines.filter((line) => !moments.has(line));
  const early = startedAnew(left).flatMap((part) => earlyRun(part));
  for (const line of early) moments.add(line);
  return moments;
}

/**
 * Times at the start of a table cell whose row has a timestamp of another form before them. That one is the moment of the row;
 * these belong to its text, and would turn into chips once the length of the video is known.
 */
function laterInRow(timestamps: readonly Timestamp[], textBetween: Slice): ReadonlySet<Timestamp> {
  const found = new Set<Timestamp>();
  let before: Timestamp | undefined;
  for (const line of timestamps) {
    const isNear = before !== undefined && before.kind !== 'line' && line.from - before.to < LONGEST_ROW;
    if (line.kind === 'line' && isNear && IN_ONE_ROW.test(textBetween(before?.to ?? 0, line.from)))
      found.add(line);
    before = line;
  }
  return found;
}

/** The lines that count only in a run, by their shape. */
function listsOf(lines: readonly Timestamp[]): readonly (readonly Timestamp[])[] {
  const lists = new Map<string, Timestamp[]>();
  for (const line of lines) {
    if (line.run === undefined) continue;
    const list = lists.get(line.run);
    if (list === undefined) lists.set(line.run, [line]);
    else list.push(line);
  }
  return [...lists.values()];
}

/** A list without its parts that begin late and lie on five-minute marks: those are times of a day. */
function withoutSchedules(list: readonly Timestamp[], textBetween: Slice): readonly Timestamp[] {
  const parts: Timestamp[][] = [];
  let last: Timestamp | undefined;
  for (const line of list) {
    const isNew =
      last === undefined || (isOnMark(line) && BETWEEN_LISTS.test(textBetween(last.to, line.from)));
    if (isNew) parts.push([]);
    parts.at(-1)?.push(line);
    last = line;
  }
  const isSchedule = (part: readonly Timestamp[]): boolean =>
    part.length > 1 && part.every((line) => isOnMark(line) && secondsOf(line) >= EARLY_START);
  return parts.length === 1 ? list : parts.filter((part) => !isSchedule(part)).flat();
}

/** The lines of a list that belong to a run. A part that is no run may be lines out of order at the start of the next part. */
function runsIn(list: readonly Timestamp[], limitOf: LimitOf): readonly Timestamp[] {
  const found: Timestamp[] = [];
  let carried: readonly Timestamp[] = [];
  for (const part of startedAnew(list)) {
    const whole = [...carried, ...part];
    const together = runIn(whole, limitOf);
    const run = together.length > 0 || carried.length === 0 ? together : runIn(part, limitOf);
    found.push(...run);
    carried = run.length === 0 ? whole.slice(-MOST_CARRIED) : [];
  }
  return found;
}

/** The parts of a list, each of which begins near the start of a video. */
function startedAnew(list: readonly Timestamp[]): readonly (readonly Timestamp[])[] {
  const parts: Timestamp[][] = [];
  let last = Infinity;
  for (const line of list) {
    const seconds = secondsOf(line);
    if (parts.length === 0 || (seconds < EARLY_START && seconds < last)) parts.push([]);
    parts.at(-1)?.push(line);
    last = seconds;
  }
  return parts;
}

/** The lines of a list that form a run; empty if they form none. */
function runIn(list: readonly Timestamp[], limitOf: LimitOf): readonly Timestamp[] {
  const rising = longestRising(list);
  const [first] = rising;
  if (first === undefined || rising.length < SHORTEST_RUN) return [];
  if (secondsOf(first) < EARLY_START) return rising;
  const own = rising.filter((line) => limitOf(line).exact);
  const fits = own.every((line) => secondsOf(line) <= limitOf(line).seconds + LENGTH_ROUNDING);
  const isRun = own.length >= SHORTEST_RUN && fits && !own.every(isOnMark);
  return isRun && !NAMED.test(first.run ?? '') ? own : [];
}

/** The same for lines of several shapes, for which the run must begin early. */
function earlyRun(list: readonly Timestamp[]): readonly Timestamp[] {
  return runIn(list, () => NO_LIMIT);
}

/** The longest selection of lines whose times never fall; lines out of order are not in it. */
function longestRising(list: readonly Timestamp[]): readonly Timestamp[] {
  const seconds = list.map(secondsOf);
  /** For each length of a selection, the index of the line with the earliest time that ends one. */
  const ends: number[] = [];
  const before = new Int32Array(list.length).fill(-1);
  seconds.forEach((second, index) => {
    const at = firstIndex(ends, (end) => (seconds[end] ?? Infinity) > second);
    before[index] = at === 0 ? -1 : (ends[at - 1] ?? -1);
    ends[at] = index;
  });
  const rising: Timestamp[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const line = list[index];
    if (line !== undefined) rising.push(line);
  }
  return rising.reverse();
}

/**
 * The lines of any shape between two moments, in order with them; and those after the last moment, if other lines of their list are
 * between moments.
 */
function linesBetween(lines: readonly Timestamp[], moments: ReadonlySet<Timestamp>): readonly Timestamp[] {
  const nextMoments = nextAfterEach(lines, moments);
  const lists = new Set<string | undefined>();
  const found: Timestamp[] = [];
  let last = -Infinity;
  lines.forEach((line, index) => {
    const seconds = secondsOf(line);
    const next = nextMoments[index];
    const isBefore = next === undefined ? lists.has(line.run) : seconds <= next;
    if (moments.has(line)) last = seconds;
    else if (isBefore && seconds >= last && (last >= 0 || seconds < EARLY_START)) {
      found.push(line);
      lists.add(line.run);
      last = seconds;
    }
  });
  return found;
}

/** For each line, the seconds of the first moment after it; undefined if there is none. */
function nextAfterEach(
  lines: readonly Timestamp[],
  moments: ReadonlySet<Timestamp>,
): readonly (number | undefined)[] {
  let next: number | undefined;
  const found: (number | undefined)[] = [];
  for (const line of [...lines].reverse()) {
    found.push(next);
    if (moments.has(line)) next = secondsOf(line);
  }
  return found.reverse();
}
