// Which video each timestamp of a note is about.
import { firstIndex } from './ascending';
import type { Timestamp } from './timestamp';
import { readVideo, sameVideo, type ResolveLink, type Video } from './video';

/** A place at which a note shows a video; undefined if it cannot be played here, such as Vimeo's. */
export interface ShownVideo {
  readonly at: number;
  readonly video: Video | undefined;
}

/** The videos that a note is about. */
export interface NoteVideos {
  /** The video of the whole note; undefined if it has none. */
  readonly own: Video | undefined;
  /** The videos that the text shows, in order, if they are several: each is that of the text below it. */
  readonly shown: readonly ShownVideo[];
}

export const NO_VIDEOS: NoteVideos = { own: undefined, shown: [] };

export interface Attributed {
  readonly timestamp: Timestamp;
  /** Undefined where neither names one that can be played. */
  readonly video: Video | undefined;
}

/** The video that the text at an offset is about: the nearest above, if the note shows several; else the note's own. */
export function videoAt({ own, shown }: NoteVideos, at: number): Video | undefined {
  if (shown.length === 0) return own;
  const above = shown[firstIndex(shown, (one) => one.at > at) - 1];
  return above === undefined ? own : above.video;
}

/** The video of a note that is asked for as a whole: its own, else the first that it shows. */
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
 * The video that a timestamp is about: the one that it names itself, else that of the note where it stands. One that names what
 * is no video is about none: playing the note's in its place would be wrong.
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
