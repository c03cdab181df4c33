// Checks whether a player has gone where it was sent. During an advertisement it ignores the command, and does not say so.

/** Seconds before the target that count as there: players land on a keyframe. */
const BEFORE = 1;

/** Seconds after the target that count as there, apart from the time that has played. */
const AFTER = 2;

/** Milliseconds during which reports from before the seek may arrive. */
const UNDER_WAY = 1000;

/** After so many more attempts, the player's own position counts. */
const MORE_ATTEMPTS = 2;

export class SentSeek {
  private target: number | undefined;
  private since = 0;
  private attempts = 0;
  /** Whether it has begun to play since the seek. */
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

  /** Takes a reported position. Returns the second to seek once more; undefined if no seek is needed. */
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
