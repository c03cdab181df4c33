// The timestamps of a note, each with all that it means.
import { attribute, type Attributed } from '../mean/attribution';
import { endAfter, interpretEnd } from '../mean/clips';
import { interpret, limitOf, type Interpretation, type Limit } from '../mean/interpretation';
import { scan } from './scan';
import type { ResolveLink, Video } from '../mean/video';

/** What has to be known about a note beside its text. */
export interface NoteContext {
  /** The note's own video. */
  readonly video: Video | undefined;
  readonly resolve: ResolveLink;
  readonly limitOf: (video: Video) => Limit;
}

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
  return attribute(scan(text), note.video, note.resolve).map((attributed) => {
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
