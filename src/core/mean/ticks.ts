// The moments of a video that a note cites, in the order of the video.
import { firstIndex } from './ascending';
import { videoOf, type NoteVideos } from './attribution';
import { writtenEnd } from './clips';
import { interpret, limitOf } from './interpretation';
import type { Timestamp } from './timestamp';
import { sameVideo, type ResolveLink, type Video } from './video';
import { TICK_LANDED } from './tolerances';

export interface Tick {
  /** Seconds of the video. */
  readonly seconds: number;
  /** The written end of the clip. Seconds. */
  readonly end: number | undefined;
  readonly timestamp: Timestamp;
}

/** The text of a heading, as UTF-16 offsets in the note's text. */
export interface Heading {
  readonly from: number;
  readonly to: number;
}

/** A note's ticks of a video. */
export interface NoteTicks {
  /** Undefined if no note is open. */
  readonly path: string | undefined;
  readonly text: string;
  /** The headings of the text, in order. */
  readonly headings?: readonly Heading[] | undefined;
  readonly ticks: readonly Tick[];
}

export const NO_TICKS: NoteTicks = { path: undefined, text: '', ticks: [] };

export interface TickContext {
  readonly video: Video;
  /** Of that video, in seconds; undefined if it is not known. */
  readonly length: number | undefined;
  /** The videos of the note, and the function that resolves its links. */
  readonly videos: NoteVideos;
  readonly resolve: ResolveLink;
}

/** Going back so soon after a tick goes to the tick before it. Seconds. */
const JUST_PASSED = 2;

/** The ticks of a video, ascending. A timestamp that means no second of the video has none. */
export function ticksOf(timestamps: readonly Timestamp[], context: TickContext): readonly Tick[] {
  const { video, length, videos, resolve } = context;
  const limit = limitOf(video, length);
  const ticks = timestamps.flatMap((timestamp): Tick[] => {
    const about = videoOf(timestamp, videos, resolve);
    if (about !== video && !sameVideo(about, video)) return [];
    const meaning = interpret(timestamp.written, limit);
    if (!('seconds' in meaning)) return [];
    const { seconds } = meaning;
    return [{ seconds, end: writtenEnd(timestamp, seconds, limit), timestamp }];
  });
  return ticks.sort((one, other) => one.seconds - other.seconds);
}

/** The next tick for a playhead at `seconds`; undefined after the last. */
export function tickAfter<T extends Pick<Tick, 'seconds'>>(
  ticks: readonly T[],
  seconds: number,
): T | undefined {
  return ticks[countUpTo(ticks, seconds + TICK_LANDED)];
}

/** The tick to go back to from `seconds`; undefined before the first. */
export function tickBefore<T extends Pick<Tick, 'seconds'>>(
  ticks: readonly T[],
  seconds: number,
): T | undefined {
  return ticks[countUpTo(ticks, seconds - JUST_PASSED) - 1];
}

/** The tick at or before `seconds`; before the first, the first; undefined if there is none. */
export function tickAt(ticks: readonly Tick[], seconds: number): Tick | undefined {
  return ticks[Math.max(0, countUpTo(ticks, seconds + TICK_LANDED) - 1)];
}

/** The number of ticks at or before `seconds`. */
export function countUpTo(ticks: readonly Pick<Tick, 'seconds'>[], seconds: number): number {
  return firstIndex(ticks, (tick) => tick.seconds > seconds);
}
