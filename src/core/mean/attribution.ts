// Decides which video each timestamp of a note is about.
import { firstIndex } from './ascending';
import type { Timestamp } from './timestamp';
import { readVideo, sameVideo, type ResolveLink, type Video } from './video';

/** A place at which a note shows a video. The video is undefined if it cannot be played here, as those of Vimeo. */
export interface ShownVideo {
  readonly at: number;
  readonly video: Video | undefined;
}

/** The videos that a note is about. */
export interface NoteVideos {
  /** The video of the whole note; undefined if it has none. */
  readonly own: Video | undefined;
  /** The videos that the text shows, if there are several, in order: each is the video of the text below it. */
  readonly shown: readonly ShownVideo[];
}

export const NO_VIDEOS: NoteVideos = { own: undefined, shown: [] };

export interface Attributed {
  readonly timestamp: Timestamp;
  /** Undefined if it is a video that cannot be played. */
  readonly video: Video | undefined;
}

/** The video of the text at an offset: the nearest above, if the note shows several; else the note's own. */
export function videoAt({ own, shown }: NoteVideos, at: number): Video | undefined {
  if (shown.length === 0) return own;
  const above = shown[firstIndex(shown, (one) => one.at > at) - 1];
  return above === undefined ? own : above.video;
}

/** The video of a whole note: its own, else the first that it shows. */
export function mainVideo({ own, shown }: NoteVideos): Video | undefined {
  return own ?? shown.find(({ video }) => video !== undefined)?.video;
}

export function sameVideos(one: NoteVideos, other: NoteVideos): boolean {
  return (
    sameVideo(one.own, other.own) &&
    one.shown.length === other.shown.length &&
    one.shown.every(
      ({ at, video }, index) => at === other.shown[index]?.at && sameVideo(video, other.shown[index].video),
    )
  );
}

/**
 * The video of a timestamp: the one that it names, else that of the note at its place. If it names a text that is no video, it has
 * none: to play the note's video instead would be wrong.
 */
export function videoOf(
  timestamp: Pick<Timestamp, 'named' | 'from'>,
  videos: NoteVideos,
  resolve: ResolveLink,
): Video | undefined {
  return timestamp.named === undefined
    ? videoAt(videos, timestamp.from)
    : readVideo(timestamp.named, resolve, true);
}
