// A cue that was played before the length of its video was known: what it means is settled when a player says the length.
import { readCue, startOf, type Cue } from './cue';

/** A cue turned out to lie past the end of its video, whose length is given in seconds. */
export type PastEnd = (cue: Cue, length: number) => void;

/** So near to its end a video is over. Seconds. */
const OVER = 1;

export class AwaitedCue {
  private cue: Cue | undefined;

  constructor(private readonly pastEnd: PastEnd) {}

  /** From now on this one waits, or none. */
  wait(cue: Cue | undefined): void {
    this.cue = cue;
  }

  /**
   * Where a video of this length is to be that was to be at `seconds`. A place that no cue asked for, and that lies at the end, is
   * of a video that was over; past it, of a longer version: either begins anew.
   */
  settle(seconds: number, length: number): number {
    const { cue } = this;
    this.cue = undefined;
    if (cue === undefined) return seconds > length - OVER ? 0 : seconds;
    const interpretation = readCue(cue, length);
    if (interpretation.how === 'past-end') this.pastEnd(cue, length);
    return startOf(interpretation);
  }
}
