// The moment that a click asks to play.
import type { Ended } from '../core/mean/clips';
import { interpret, limitOf, type Interpretation } from '../core/mean/interpretation';
import type { Tick } from '../core/mean/ticks';
import { providerOf, type Video } from '../core/mean/provider';
import { AUDIBLE } from '../core/mean/tolerances';

/** A timestamp of a video, as the note writes it: which second that is depends on the length, known now or later. */
export interface Cue extends Ended {
  readonly video: Video;
  /** Whether its clip is to be played again and again. */
  readonly loop?: boolean;
  /** The path of the note that it was clicked in; undefined if it comes from none. */
  readonly note: string | undefined;
  /** Its offset in the note, which may say the same several times, and the text that this is an offset of. */
  readonly from?: number | undefined;
  readonly noteText?: string | undefined;
}

/** The cue that plays a tick of a video. */
export function cueOf({ timestamp }: Tick, video: Video, note: string | undefined): Cue {
  return { ...timestamp, video, note };
}

export function readCue(cue: Pick<Cue, 'video' | 'written'>, length: number | undefined): Interpretation {
  return interpret(cue.written, limitOf(cue.video, length));
}

/**
 * The second at which playing starts: a cue without a second of its own starts its video at the beginning. A cue at the very end of a video of this length starts so much earlier that something plays: a player that is sent to its end ends, or begins anew.
 */
export function startOf(interpretation: Interpretation, video: Video, length: number | undefined): number {
  const seconds = 'seconds' in interpretation ? interpretation.seconds : 0;
  if (length === undefined) return seconds;
  return Math.min(seconds, Math.max(0, length - lastPart(video, length)));
}

/** A video whose length may be rounded up may end anywhere in its last second. */
function lastPart(video: Video, length: number): number {
  return providerOf(video).roundsLength && Number.isInteger(length) ? 1 : AUDIBLE;
}
