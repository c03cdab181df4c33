// Decides which of a note's timestamps are shown as chips.
import { videoOf, type NoteVideos } from '../mean/attribution';
import { interpret, type Limit } from '../mean/interpretation';
import { resultOf, type Steps } from '../mean/steps';
import { isSyntaxOn, SYNTAXES, type SyntaxSettings } from '../mean/syntax';
import type { Timestamp } from '../mean/timestamp';
import type { ResolveLink, Video } from '../mean/video';
import { LENGTH_ROUNDING } from '../mean/tolerances';
import { isOnMark, momentsOfRuns, secondsOf, type Slice } from './runs';

/** Facts about a note that its text does not hold. */
export interface NoteContext {
  readonly videos: NoteVideos;
  /** The note's videos if its text were another. Without this function they do not depend on the text. */
  readonly videosIn?: ((text: string) => NoteVideos) | undefined;
  readonly resolve: ResolveLink;
  /** The limit by which chips are shown. */
  readonly limitOf: (video: Video) => Limit;
  /** The limit by a certain length only, by which notes are rewritten. Without this function, the shown limit is certain. */
  readonly sureLimitOf?: ((video: Video) => Limit) | undefined;
  /** The forms of timestamps that are chips. */
  readonly syntaxes: SyntaxSettings;
  /** Whether all forms are chips in this note; otherwise only anchors are. */
  readonly wantsAll: boolean;
}

export const ALL_SYNTAXES: SyntaxSettings = {
  bareTimes: true,
  links: true,
  lineTimes: 'runs',
  parentheses: true,
  addresses: true,
};

const LINE_START = /\n[ \t>]{0,16}(?:[-*+]|\d{1,3}[.)])?[ \t]{0,8}$/;
const LONGEST_MARK = 32;

/** The timestamps of a text that are chips, in order. `timestamps` are all that `scan` finds in it. */
export function shownTimestamps(
  textBetween: Slice,
  timestamps: readonly Timestamp[],
  note: NoteContext,
): readonly Timestamp[] {
  return resultOf(shownSteps(textBetween, timestamps, note));
}

/** The same in steps. */
export function* shownSteps(
  textBetween: Slice,
  timestamps: readonly Timestamp[],
  note: NoteContext,
): Steps<readonly Timestamp[]> {
  if (timestamps.every(({ kind }) => kind === 'anchor')) return timestamps;
  const shown = timestamps.filter((timestamp) => isTurnedOn(timestamp, note));
  const inRun =
    note.syntaxes.lineTimes === 'always'
      ? undefined
      : yield* momentsOfRuns(shown, textBetween, limitIn(note));
  yield;
  const schedules = bracketedSchedules(textBetween, shown, note);
  return shown.filter((timestamp) => {
    if (schedules.has(timestamp)) return false;
    if (timestamp.run !== undefined && inRun?.has(timestamp) === false) return false;
    return !SYNTAXES[timestamp.kind].endsWithVideo || !isPastEnd(timestamp, note);
  });
}

function isTurnedOn(timestamp: Timestamp, note: NoteContext): boolean {
  if (timestamp.kind === 'anchor') return true;
  if (!note.wantsAll || !isSyntaxOn(timestamp.kind, note.syntaxes)) return false;
  return !SYNTAXES[timestamp.kind].needsVideo || videoOf(timestamp, note.videos, note.resolve) !== undefined;
}

function limitFor(timestamp: Timestamp, note: NoteContext): Limit {
  const video = videoOf(timestamp, note.videos, note.resolve);
  return video === undefined ? { seconds: Infinity, exact: false } : note.limitOf(video);
}

function limitIn(note: NoteContext): (timestamp: Timestamp) => Limit {
  return (timestamp) => limitFor(timestamp, note);
}

function isPastEnd(timestamp: Timestamp, note: NoteContext): boolean {
  return secondsOf(timestamp) > limitFor(timestamp, note).seconds + LENGTH_ROUNDING;
}

/** Whether only the mark of an item is before it in its line. */
function startsLine({ from }: Timestamp, textBetween: Slice): boolean {
  const start = Math.max(0, from - LONGEST_MARK);
  return LINE_START.test(`${start === 0 ? '\n' : ''}${textBetween(start, from)}`);
}

/** Bracketed times of lists that lie on five-minute marks and run past the end of the video: those are times of a day. */
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
