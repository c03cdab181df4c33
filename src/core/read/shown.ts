// Which of the times that a note may mean as moments of its video are shown as chips.
import { videoOf, type NoteVideos } from '../mean/attribution';
import { interpret, type Limit } from '../mean/interpretation';
import { isSyntaxOn, SYNTAXES, type SyntaxSettings } from '../mean/syntax';
import { parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';
import type { ResolveLink, Video } from '../mean/video';

/** The facts about a note that are not in its text. */
export interface NoteContext {
  readonly videos: NoteVideos;
  readonly resolve: ResolveLink;
  /** As it is shown. */
  readonly limitOf: (video: Video) => Limit;
  /** By what is certain of the length: notes are rewritten by this one. Without one, the shown meaning is certain. */
  readonly sureLimitOf?: ((video: Video) => Limit) | undefined;
  /** Which ways to write a time are chips. */
  readonly syntaxes: SyntaxSettings;
  /** Whether the note wants them; else it has the chips of anchors only. */
  readonly wantsAll: boolean;
}

export const ALL_SYNTAXES: SyntaxSettings = {
  bareTimes: true,
  links: true,
  lineTimes: 'runs',
  parentheses: true,
  addresses: true,
};

/** Fewer lines make no run. */
const SHORTEST_RUN = 3;
/** So many lines out of order may stand before a run. */
const MOST_CARRIED = 8;
/** A run begins before this, as the chapters of a video on YouTube must. Seconds. */
const EARLY_START = 60;
/** Schedules keep to marks of so many minutes. */
const MARK = 5;
const LINE_START = /\n[ \t>]{0,16}(?:[-*+]|\d{1,3}[.)])?[ \t]{0,8}$/;
const LONGEST_MARK = 32;
/** A reported length is rounded. Seconds. */
const SLACK = 1;

/** The text between two offsets. */
export type Slice = (from: number, to: number) => string;

/** The timestamps of a text that are chips, in order; they are all that `scan` finds in it. */
export function shownTimestamps(
  textBetween: Slice,
  timestamps: readonly Timestamp[],
  note: NoteContext,
): readonly Timestamp[] {
  if (timestamps.every(({ kind }) => kind === 'anchor')) return timestamps;
  const shown = timestamps.filter((timestamp) => isTurnedOn(timestamp, note));
  const inRun = momentsOfRuns(shown, note);
  const schedules = bracketedSchedules(textBetween, shown, note);
  return shown.filter((timestamp) => {
    if (schedules.has(timestamp)) return false;
    if (timestamp.run !== undefined && !inRun.has(timestamp)) return false;
    return !SYNTAXES[timestamp.kind].endsWithVideo || !isPastEnd(timestamp, note);
  });
}

function isTurnedOn(timestamp: Timestamp, note: NoteContext): boolean {
  if (timestamp.kind === 'anchor') return true;
  if (!note.wantsAll || !isSyntaxOn(timestamp.kind, note.syntaxes)) return false;
  return !SYNTAXES[timestamp.kind].needsVideo || videoOf(timestamp, note.videos, note.resolve) !== undefined;
}

function secondsOf({ written }: Timestamp): number {
  return parseTimecode(written.time ?? '') ?? NaN;
}

/** Whether it lies on a five-minute mark, read as a time of the day: `9:05`, `14:30:00`. */
function isOnMark({ written }: Timestamp): boolean {
  const [, minutes = '', seconds = '0'] = (written.time ?? '').split(':');
  return Number(minutes) % MARK === 0 && Number(seconds) === 0;
}

function limitFor(timestamp: Timestamp, note: NoteContext): Limit {
  const video = videoOf(timestamp, note.videos, note.resolve);
  return video === undefined ? { seconds: Infinity, exact: false } : note.limitOf(video);
}

function isPastEnd(timestamp: Timestamp, note: NoteContext): boolean {
  return secondsOf(timestamp) > limitFor(timestamp, note).seconds + SLACK;
}

/** The lines that belong to a run; all lines if the setting asks for none. */
function momentsOfRuns(timestamps: readonly Timestamp[], note: NoteContext): ReadonlySet<Timestamp> {
  const lines = timestamps.filter(({ run }) => run !== undefined);
  if (lines.length === 0 || note.syntaxes.lineTimes === 'always') return new Set(lines);
  const lists = new Map<string, Timestamp[]>();
  for (const line of lines) {
    const list = lists.get(line.run ?? '');
    if (list === undefined) lists.set(line.run ?? '', [line]);
    else list.push(line);
  }
  return new Set([...lists.values()].flatMap((list) => runsIn(list, note)));
}

/** The lines of a list that belong to a run. A part that is none may be lines out of order, at the start of the next one. */
function runsIn(list: readonly Timestamp[], note: NoteContext): readonly Timestamp[] {
  const found: Timestamp[] = [];
  let carried: readonly Timestamp[] = [];
  for (const part of startedAnew(list)) {
    const whole = [...carried, ...part];
    const run = runIn(whole, note);
    found.push(...run);
    carried = run.length === 0 ? whole.slice(-MOST_CARRIED) : [];
  }
  return found;
}

/** Each part of a list that begins again near the start of a video. */
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

/** The lines of a list that are a run; none if they are none. */
function runIn(list: readonly Timestamp[], note: NoteContext): readonly Timestamp[] {
  const rising = longestRising(list);
  if (rising.length < SHORTEST_RUN) return [];
  const seconds = rising.map(secondsOf);
  if ((seconds[0] ?? Infinity) < EARLY_START) return rising;
  const fits = rising.every((line) => {
    const { exact, seconds: length } = limitFor(line, note);
    return exact && secondsOf(line) <= length + SLACK;
  });
  return fits && !rising.every(isOnMark) ? rising : [];
}

/** The longest selection of lines whose times never fall: a line that stands out of order is none of the run. */
function longestRising(list: readonly Timestamp[]): readonly Timestamp[] {
  const seconds = list.map(secondsOf);
  /** For each length, the index of the line with the earliest time that such a selection ends with. */
  const ends: number[] = [];
  const before = new Int32Array(list.length).fill(-1);
  seconds.forEach((second, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[ends[middle] ?? 0] ?? Infinity) <= second) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const rising: Timestamp[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const line = list[index];
    if (line !== undefined) rising.push(line);
  }
  return rising.reverse();
}

/** Whether nothing but the mark of an item stands before it in its line. */
function startsLine({ from }: Timestamp, textBetween: Slice): boolean {
  const start = Math.max(0, from - LONGEST_MARK);
  return LINE_START.test(`${start === 0 ? '\n' : ''}${textBetween(start, from)}`);
}

/** The bracketed times of lists that lie on five-minute marks and run past the end of the video: they are times of a day. */
function bracketedSchedules(
  textBetween: Slice,
  timestamps: readonly Timestamp[],
  note: NoteContext,
): ReadonlySet<Timestamp> {
  const schedules = new Set<Timestamp>();
  let list: Timestamp[] = [];
  const endList = (): void => {
    const isMarked = list.every(isOnMark);
    const isPast = list.some((timestamp) => {
      const limit = limitFor(timestamp, note);
      return limit.exact && interpret(timestamp.written, limit).how === 'past-end';
    });
    if (isMarked && isPast && list.length > 1) for (const one of list) schedules.add(one);
    list = [];
  };
  for (const timestamp of timestamps) {
    if (timestamp.kind !== 'bare' || !startsLine(timestamp, textBetween)) continue;
    const last = list.at(-1);
    if (last !== undefined && /\n[ \t]*\n|\n#/.test(textBetween(last.to, timestamp.from))) endList();
    list.push(timestamp);
  }
  endList();
  return schedules;
}
