// Which video each timestamp of a note is about.
import type { Timestamp } from './timestamp';
import { readVideo, type ResolveLink, type Video } from './video';

export interface Attributed {
  readonly timestamp: Timestamp;
  /** Undefined where neither names one that can be played. */
  readonly video: Video | undefined;
}

/**
 * The video that a timestamp is about: the one that it names itself, else the note's. One that names what is no video is about
 * none: playing the note's in its place would be wrong.
 */
export function videoOf(
  timestamp: Pick<Timestamp, 'named'>,
  noteVideo: Video | undefined,
  resolve: ResolveLink,
): Video | undefined {
  return timestamp.named === undefined ? noteVideo : readVideo(timestamp.named, resolve, true);
}

/** Each timestamp with its video, in the order given. */
export function attribute(
  timestamps: readonly Timestamp[],
  noteVideo: Video | undefined,
  resolve: ResolveLink,
): readonly Attributed[] {
  return timestamps.map((timestamp) => ({ timestamp, video: videoOf(timestamp, noteVideo, resolve) }));
}
