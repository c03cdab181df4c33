// Reads the timestamps of a note, with everything that they mean.
import { videoOf, type Attributed } from '../mean/attribution';
import { endAfter, interpretEnd } from '../mean/clips';
import { interpret, limitOf, type Interpretation, type Limit } from '../mean/interpretation';
import { scanSteps } from './scan';
import { shownSteps, type NoteContext } from './shown';
import { Source } from './source';
import { eachInSteps, resultOf, type Steps } from '../mean/steps';
import type { Timestamp } from '../mean/timestamp';

export type { NoteContext };

/** The same context, by certain lengths only. */
export function surely(note: NoteContext): NoteContext {
  return { ...note, limitOf: note.sureLimitOf ?? note.limitOf };
}

export interface ReadTimestamp extends Attributed {
  /** The limit of its video. */
  readonly limit: Limit;
  /** The same by certain lengths only. */
  readonly sureLimit: Limit;
  /** Whether it is read the same by certain lengths only. */
  readonly isSure: boolean;
  readonly interpretation: Interpretation;
  /** The reading of its written end; undefined if it has none. */
  readonly end: Interpretation | undefined;
  /** The end of its clip, by its written end. Seconds; undefined if it has none, or one that cannot be. */
  readonly clipEnd: number | undefined;
}

/** The readings of a note's timestamps, in order. */
export function readTimestamps(text: string, note: NoteContext): readonly ReadTimestamp[] {
  return resultOf(readSteps(text, note));
}

/** The same in steps. */
export function* readSteps(text: string, note: NoteContext): Steps<readonly ReadTimestamp[]> {
  const found = yield* scanSteps(new Source(text));
  yield;
  const timestamps = yield* shownSteps((from, to) => text.slice(from, to), found, note);
  return yield* eachInSteps(timestamps, (timestamp) => readOne(timestamp, note));
}

function readOne(timestamp: Timestamp, note: NoteContext): ReadTimestamp {
  const video = videoOf(timestamp, note.videos, note.resolve);
  const limit = video === undefined ? limitOf(undefined, undefined) : note.limitOf(video);
  const sureLimit = video === undefined ? limit : (note.sureLimitOf?.(video) ?? limit);
  const read = readWithin(timestamp, limit);
  const isSure = isSameLimit(limit, sureLimit) || isSameReading(read, readWithin(timestamp, sureLimit));
  const { interpretation, end, clipEnd } = read;
  // Field by field: spreading objects takes ten times as long, and a vault has hundreds of thousands.
  return { timestamp, video, limit, sureLimit, isSure, interpretation, end, clipEnd };
}

type Reading = Pick<ReadTimestamp, 'interpretation' | 'end' | 'clipEnd'>;

/** The reading of a timestamp in a video with this limit. */
export function readWithin(timestamp: Timestamp, limit: Limit): Reading {
  const interpretation = interpret(timestamp.written, limit);
  const end = interpretEnd(timestamp, limit);
  const start = secondsOf(interpretation);
  const clipEnd = start === undefined ? undefined : endAfter(start, end, limit);
  return { interpretation, end, clipEnd };
}

function isSameLimit(one: Limit, other: Limit): boolean {
  return one.seconds === other.seconds && one.exact === other.exact;
}

function isSameReading(one: Reading, other: Reading): boolean {
  return (
    one.clipEnd === other.clipEnd &&
    isSameInterpretation(one.interpretation, other.interpretation) &&
    isSameInterpretation(one.end, other.end)
  );
}

function isSameInterpretation(one: Interpretation | undefined, other: Interpretation | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.how === other.how && secondsOf(one) === secondsOf(other);
}

/** The second of a reading; undefined if it has none. */
export function secondsOf(read: Interpretation): number | undefined {
  return 'seconds' in read ? read.seconds : undefined;
}
