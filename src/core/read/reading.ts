// The timestamps of a note, each with all that it means.
import { attribute, type Attributed } from '../mean/attribution';
import { endAfter, interpretEnd } from '../mean/clips';
import { interpret, limitOf, type Interpretation, type Limit } from '../mean/interpretation';
import { scan } from './scan';
import { shownTimestamps, type NoteContext } from './shown';

export type { NoteContext };

export interface ReadTimestamp extends Attributed {
  /** Of its video. */
  readonly limit: Limit;
  readonly interpretation: Interpretation;
  /** How its written end is read; undefined without one. */
  readonly end: Interpretation | undefined;
  /** The second at which its written end ends the clip; undefined where none does. */
  readonly clipEnd: number | undefined;
}

/** The timestamps of a note, in order, read. */
export function readTimestamps(text: string, note: NoteContext): readonly ReadTimestamp[] {
  const timestamps = shownTimestamps((from, to) => text.slice(from, to), scan(text), note);
  return attribute(timestamps, note.videos, note.resolve).map((attributed) => {
    const { timestamp, video } = attributed;
    const limit = video === undefined ? limitOf(undefined, undefined) : note.limitOf(video);
    const interpretation = interpret(timestamp.written, limit);
    const end = interpretEnd(timestamp, limit);
    const start = secondsOf(interpretation);
    const clipEnd = start === undefined ? undefined : endAfter(start, end, limit);
    return { ...attributed, limit, interpretation, end, clipEnd };
  });
}

/** The second that was read; undefined where none was. */
export function secondsOf(read: Interpretation): number | undefined {
  return 'seconds' in read ? read.seconds : undefined;
}
