// A request to play a moment.
import type { Ended } from '../core/mean/clips';
import { interpret, limitOf, type Interpretation } from '../core/mean/interpretation';
import type { Tick } from '../core/mean/ticks';
import { providerOf, type Video } from '../core/mean/provider';
import { SHORTEST_AUDIBLE } from '../core/mean/tolerances';

/**
 * A timestamp of a video, as the note has it. The length of the video, which may be learned later, decides which second it means.
 */
export interface Cue extends Ended {
  readonly video: Video;
  /** Whether its clip is looped. */
  readonly loop?: boolean;
  /** The path of the note in which it was clicked; undefined if it is from none. */
  readonly note: string | undefined;
  /** Its offset in the note, which tells it from others with the same content, and the text to which the offset refers. */
  readonly from?: number | undefined;
  readonly noteText?: string | undefined;
}

/** The cue for a tick of a video. */
export function cueOf({ timestamp }: Tick, video: Video, note: string | undefined): Cue {
  return { ...timestamp, video, note };
}

export function readCue(cue: Pick<Cue, 'video' | 'written'>, length: number | undefined): Interpretation {
  return interpret(cue.written, limitOf(cue.video, length));
}

/**
 * The second at which playing starts. A cue that means no second starts at the beginning. A cue at the very end of the video starts
 * a little earlier, so that something plays: a player that is sent to its end stops, or restarts.
 */
export function startOf(interpretation: Interpretation, video: Video, length: number | undefined): number {
  const seconds = 'seconds' in interpretation ? interpretation.seconds : 0;
  if (length === undefined) return seconds;
  return Math.min(seconds, Math.max(0, length - lastPart(video, length)));
}

/** A video whose length may be rounded up may end anywhere in its last second. */
function lastPart(video: Video, length: number): number {
  return providerOf(video).roundsLength && Number.isInteger(length) ? 1 : SHORTEST_AUDIBLE;
}
