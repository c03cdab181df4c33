// The part of the video that a preview shows of a timestamp.
import { clipAt, type CitedClip } from './clips';
import { interpret, limitOf } from './interpretation';
import type { Cited } from './timestamp';
import type { Video } from './video';

/** The last seconds of a video, shown for a timestamp at its very end. Seconds. */
const LAST = 1;

export interface PreviewContext {
  readonly video: Video;
  /** Of the video, in seconds, as far as it is known. */
  readonly length: number | undefined;
  /** The starts of the note's timestamps of the video, ascending. */
  readonly starts: readonly number[];
}

/**
 * The clip that a preview loops, as a pane would; at the very end of the video the last second. Undefined where the timestamp
 * means no second of the video.
 */
export function previewClip(cited: Cited, { video, length, starts }: PreviewContext): CitedClip | undefined {
  const limit = limitOf(video, length);
  const meaning = interpret(cited.written, limit);
  if (!('seconds' in meaning)) return undefined;
  const start = meaning.seconds;
  const nextAfter = (seconds: number): number | undefined => starts.find((other) => other > seconds);
  const clip = clipAt(start, cited, { limit, nextAfter });
  return clip ?? { start: Math.max(0, start - LAST), end: start, isRange: false };
}
