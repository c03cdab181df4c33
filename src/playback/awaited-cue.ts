// The cue that was asked for before the length of the video was known: which second that is, is settled when a player says the length.
import { readCue, startOf, type Cue } from './cue';

/** A cue turned out to lie past the end of its video, whose length is given in seconds. */
export type PastEnd = (cue: Cue, length: number) => void;

/** So near to its end a video is over. Seconds. */
const OVER = 1;

export class AwaitedCue {
  private awaited: Cue | 'layout' | undefined;
  /** The second that was asked for when a length was said first, and the length that settled it last. Seconds. */
  private asked: number | undefined;
  private settledBy: number | undefined;

  constructor(private readonly pastEnd: PastEnd) {}

  /** From now on this one waits, or the place that a layout kept, or nothing; `length` is one that it was read by already. */
  wait(awaited: Cue | 'layout' | undefined, length?: number): void {
    this.awaited = awaited;
    this.asked = undefined;
    this.settledBy = length;
  }

  /** A settled cue stays settled. */
  rest(): void {
    if (this.settledBy !== undefined) this.wait(undefined);
  }

  /**
   * The second at which a video of this length starts that was to start at `seconds`; undefined if that is settled, until the length turns out longer. A saved second at the end is of a video that was over; past the end, of a longer version: either begins anew.
   */
  settle(seconds: number, length: number): number | undefined {
    if (length <= (this.settledBy ?? 0)) return undefined;
    this.settledBy = length;
    this.asked ??= seconds;
    const { awaited, asked } = this;
    if (awaited === 'layout') return asked > length - OVER ? 0 : asked;
    if (awaited === undefined) return Math.min(asked, length);
    const interpretation = readCue(awaited, length);
    if (interpretation.how === 'past-end') this.pastEnd(awaited, length);
    return startOf(interpretation, awaited.video, length);
  }
}
