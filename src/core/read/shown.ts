// Which of the times that a note may mean as moments of its video are shown as chips.
import { limitOf } from '../mean/interpretation';
import { SYNTAXES, type SyntaxSettings } from '../mean/syntax';
import { parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';
import type { Video } from '../mean/video';

/** What is known about a note besides its text. */
export interface Showing {
  readonly settings: SyntaxSettings;
  /** Whether the note wants all chips; else it has those of anchors only. */
  readonly isOn: boolean;
  /** The video that a timestamp is about. */
  readonly videoOf: (timestamp: Timestamp) => Video | undefined;
  /** The length of a video in seconds, as far as it is known. */
  readonly lengthOf: (video: Video) => number | undefined;
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
/** A run begins before this, as the chapters of a video on YouTube must. Seconds. */
const EARLY_START = 60;
/** Schedules keep to marks of so many seconds. */
const MARK = 300;
/** A reported length is rounded. Seconds. */
const SLACK = 1;

/** The timestamps of a text that are chips, in order. */
export function shownTimestamps(
  text: string,
  timestamps: readonly Timestamp[],
  showing: Showing,
): readonly Timestamp[] {
  const shown = timestamps.filter((timestamp) => isTurnedOn(timestamp, showing));
  const inRun = momentsOfRuns(shown, showing);
  const schedules = bracketedSchedules(text, shown, showing);
  return shown.filter((timestamp) => {
    if (schedules.has(timestamp)) return false;
    if (timestamp.run !== undefined && !inRun.has(timestamp)) return false;
    return !SYNTAXES[timestamp.kind].endsWithVideo || !isPastEnd(timestamp, showing);
  });
}

function isTurnedOn(timestamp: Timestamp, { settings, isOn, videoOf }: Showing): boolean {
  const { setting, needsVideo } = SYNTAXES[timestamp.kind];
  if (timestamp.kind === 'anchor') return true;
  const value = setting === undefined ? true : settings[setting];
  return isOn && value !== false && value !== 'off' && (!needsVideo || videoOf(timestamp) !== undefined);
}

function secondsOf({ written }: Timestamp): number {
  return parseTimecode(written.time ?? '') ?? NaN;
}

function lengthFor(timestamp: Timestamp, { videoOf, lengthOf }: Showing): number | undefined {
  const video = videoOf(timestamp);
  return video === undefined ? undefined : lengthOf(video);
}

function isPastEnd(timestamp: Timestamp, showing: Showing): boolean {
  const video = showing.videoOf(timestamp);
  const limit = limitOf(video, video === undefined ? undefined : showing.lengthOf(video));
  return secondsOf(timestamp) > limit.seconds + SLACK;
}

/** The lines that belong to a run; all lines if the setting asks for none. */
function momentsOfRuns(timestamps: readonly Timestamp[], showing: Showing): ReadonlySet<Timestamp> {
  const lines = timestamps.filter(({ run }) => run !== undefined);
  if (lines.length === 0 || showing.settings.lineTimes === 'always') return new Set(lines);
  const lists = new Map<string, Timestamp[]>();
  for (const line of lines) {
    const list = lists.get(line.run ?? '');
    if (list === undefined) lists.set(line.run ?? '', [line]);
    else list.push(line);
  }
  return new Set([...lists.values()].flatMap(startedAnew).flatMap((list) => runIn(list, showing)));
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
function runIn(list: readonly Timestamp[], showing: Showing): readonly Timestamp[] {
  const rising = longestRising(list);
  if (rising.length < SHORTEST_RUN) return [];
  const seconds = rising.map(secondsOf);
  if ((seconds[0] ?? Infinity) < EARLY_START) return rising;
  const fits = rising.every((line) => {
    const length = lengthFor(line, showing);
    return length !== undefined && secondsOf(line) <= length + SLACK;
  });
  return fits && !seconds.every((second) => second % MARK === 0) ? rising : [];
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

/** The bracketed times of lists that lie on five-minute marks and run past the end of the video: they are times of a day. */
function bracketedSchedules(
  text: string,
  timestamps: readonly Timestamp[],
  showing: Showing,
): ReadonlySet<Timestamp> {
  const schedules = new Set<Timestamp>();
  let list: Timestamp[] = [];
  const endList = (): void => {
    const isMarked = list.every((timestamp) => secondsOf(timestamp) % MARK === 0);
    const isPast = list.some((timestamp) => {
      const length = lengthFor(timestamp, showing);
      return length !== undefined && secondsOf(timestamp) > length + SLACK;
    });
    if (isMarked && isPast && list.length > 1) for (const one of list) schedules.add(one);
    list = [];
  };
  for (const timestamp of timestamps) {
    if (timestamp.kind !== 'bare') continue;
    const last = list.at(-1);
    if (last !== undefined && /\n[ \t]*\n|\n#/.test(text.slice(last.to, timestamp.from))) endList();
    list.push(timestamp);
  }
  endList();
  return schedules;
}
