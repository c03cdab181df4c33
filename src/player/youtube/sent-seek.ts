// Whether a player has gone where it was sent. One that shows an advertisement drops that, and says nothing of it.

/** How far before the target is there. Seconds; players land on a picture that they have. */
const BEFORE = 1;

/** How far behind the target is there, besides the time that it has played. Seconds. */
const AFTER = 2;

/** So long may reports come that were under way. Milliseconds. */
const UNDER_WAY = 1000;

/** A player that is elsewhere after so many more attempts is believed. */
const MORE_ATTEMPTS = 2;

export class SentSeek {
  private target: number | undefined;
  private since = 0;
  private attempts = 0;
  /** Whether it has begun to play since. */
  private hasBegun = false;

  constructor(private readonly now: () => number) {}

  send(target: number): void {
    this.target = target;
    this.attempts = MORE_ATTEMPTS;
    this.wait();
  }

  forget(): void {
    this.target = undefined;
  }

  begins(): void {
    this.hasBegun = true;
    this.since = this.now();
  }

  /** The player is at a second, while it plays or not. Returns where it is to be sent once more; undefined if it is not. */
  reports(position: number, isPlaying: boolean, rate: number): number | undefined {
    const { target } = this;
    if (target === undefined) return undefined;
    const passed = this.now() - this.since;
    const isThere = position >= target - BEFORE && position <= target + AFTER + (passed / 1000) * rate;
    if (isThere || (isPlaying && this.attempts === 0)) this.forget();
    if (isThere || !isPlaying || (!this.hasBegun && passed < UNDER_WAY) || this.attempts === 0)
      return undefined;
    this.attempts -= 1;
    this.wait();
    return target;
  }

  private wait(): void {
    this.since = this.now();
    this.hasBegun = false;
  }
}
