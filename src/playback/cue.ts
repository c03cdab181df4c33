// What a click asks to play.
import { interpret, limitOf, type Interpretation, type Written } from '../core/interpretation';
import type { Video } from '../core/video';

/** A timestamp of a video, as the note writes it: which second that is depends on the length, known now or later. */
export interface Cue {
  readonly video: Video;
  readonly written: Written;
  /** The path of the note that it was clicked in; undefined where it comes from none. */
  readonly note?: string | undefined;
}

export function readCue(cue: Cue, length: number | undefined): Interpretation {
  return interpret(cue.written, limitOf(cue.video, length));
}

/** Where playing starts: a cue without a second of its own starts its video at the beginning. */
export function startOf(interpretation: Interpretation): number {
  return 'seconds' in interpretation ? interpretation.seconds : 0;
}
