// Decides which part of the video a preview shows.
import { clipAt, type CitedClip } from './clips';
import { interpret, limitOf } from './interpretation';
import type { Cited } from './timestamp';
import type { Video } from './video';

/** Seconds at the end of a video that are shown for a timestamp at its very end. */
const LAST = 1;

export interface PreviewContext {
  readonly video: Video;
  /** Of the video, in seconds; undefined if it is not known. */
  readonly length: number | undefined;
  /** The starts of the note's timestamps of the video, ascending. */
  readonly starts: readonly number[];
}

/**
 * The clip that a preview loops, which is the same as a pane's; at the very end of the video, the last second. Undefined if the
 * timestamp means no second of the video.
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
