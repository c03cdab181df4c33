// What was asked for before the length of the video was known: which second that is, is settled when a player says the length.
import { readCue, startOf, type Cue } from './cue';

/** A cue turned out to lie past the end of its video, whose length is given in seconds. */
export type PastEnd = (cue: Cue, length: number) => void;

/** So near to its end a video is over. Seconds. */
const OVER = 1;

export class AwaitedCue {
  private awaited: Cue | 'layout' | undefined;

  constructor(private readonly pastEnd: PastEnd) {}

  /** From now on this one waits, or the place that a layout kept, or nothing. */
  wait(awaited: Cue | 'layout' | undefined): void {
    this.awaited = awaited;
  }

  /**
   * Where a video of this length is to be that was to be at `seconds`. What a layout kept that lies at the end is of a video that
   * was over; past it, of a longer version: either begins anew.
   */
  settle(seconds: number, length: number): number {
    const { awaited } = this;
    this.awaited = undefined;
    if (awaited === 'layout') return seconds > length - OVER ? 0 : seconds;
    if (awaited === undefined) return Math.min(seconds, length);
    const interpretation = readCue(awaited, length);
    if (interpretation.how === 'past-end') this.pastEnd(awaited, length);
    return startOf(interpretation, awaited.video, length);
  }
}
