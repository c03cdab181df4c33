// What a click asks to play.
import type { Ended } from '../core/mean/clips';
import { interpret, limitOf, type Interpretation } from '../core/mean/interpretation';
import type { Tick } from '../core/mean/ticks';
import type { Video } from '../core/mean/video';

/** A timestamp of a video, as the note writes it: which second that is depends on the length, known now or later. */
export interface Cue extends Ended {
  readonly video: Video;
  /** Whether its clip is to be played again and again. */
  readonly loop?: boolean;
  /** The path of the note that it was clicked in; undefined where it comes from none. */
  readonly note: string | undefined;
}

/** What plays a tick of a video. */
export function cueOf({ timestamp }: Tick, video: Video, note: string | undefined): Cue {
  return { ...timestamp, video, note };
}

export function readCue(cue: Pick<Cue, 'video' | 'written'>, length: number | undefined): Interpretation {
  return interpret(cue.written, limitOf(cue.video, length));
}

/** Where playing starts: a cue without a second of its own starts its video at the beginning. */
export function startOf(interpretation: Interpretation): number {
  return 'seconds' in interpretation ? interpretation.seconds : 0;
}
