// A player whose time passes: with the test's clock, at its rate, reported a few times a second, to its end.
import { FakePlayer } from './fake-player';

const REPORT_EVERY = 250;

export class RunningPlayer extends FakePlayer {
  /** Every second at which it turned out to be somewhere else than it was going: from there, to there. */
  readonly jumps: (readonly [number, number])[] = [];
  private since = performance.now();
  private timer = setInterval(() => this.report(), REPORT_EVERY);

  override playhead(): number | undefined {
    const { status, rate, length = Infinity } = this.snapshot.peek();
    const position = this.position.peek();
    if (position === undefined || status !== 'playing') return position;
    return Math.min(position + ((performance.now() - this.since) / 1000) * rate, length);
  }

  override seek(seconds: number): void {
    const before = this.playhead();
    if (before !== undefined) this.jumps.push([before, seconds]);
    this.since = performance.now();
    super.seek(seconds);
  }

  override play(): void {
    this.settleTime();
    super.play();
  }

  override pause(): void {
    this.settleTime();
    super.pause();
  }

  override setRate(rate: number): void {
    this.settleTime();
    super.setRate(rate);
  }

  override moveTo(seconds: number): void {
    this.since = performance.now();
    super.moveTo(seconds);
  }

  override dispose(): void {
    clearInterval(this.timer);
    super.dispose();
  }

  /** Waits for more of the video, or has it. */
  buffer(isBuffering: boolean): void {
    this.settleTime();
    this.snapshot.value = { ...this.snapshot.peek(), status: isBuffering ? 'buffering' : 'playing' };
    this.since = performance.now();
  }

  private settleTime(): void {
    const now = this.playhead();
    if (now !== undefined) this.moveTo(now);
  }

  private report(): void {
    const { status, length = Infinity } = this.snapshot.peek();
    if (status !== 'playing') return;
    this.settleTime();
    if ((this.playhead() ?? 0) >= length) this.snapshot.value = { ...this.snapshot.peek(), status: 'ended' };
  }
}
