// The clock of a player that reports its position only now and then.
import { signal } from '@preact/signals-core';
import { SEEK_LANDED } from '../core/mean/tolerances';

/** A report may be late, but not by more than this: then the player has stalled, and the clock stops. Seconds. */
const LONGEST_GAP = 1;

/** Milliseconds after which reports count again, if a seek was not answered. */
const SEEK_PATIENCE = 3000;

/** Extrapolates a position in seconds from reports; `now` is a monotonic clock in milliseconds. */
export class PlayheadClock {
  /** Whether the player has reported a position, and no seek is pending. */
  readonly landed = signal(false);
  private position: number | undefined;
  private since = 0;
  /** The position at which the clock stops until the next report. */
  private end = 0;
  private rate = 1;
  private running = false;
  private seeking: { readonly target: number; readonly since: number } | undefined;

  constructor(private readonly now: () => number) {}

  /** The present position; undefined before the first report or seek. */
  read(): number | undefined {
    if (this.position === undefined || !this.running || this.seeking !== undefined) return this.position;
    const elapsed = ((this.now() - this.since) / 1000) * this.rate;
    return Math.min(this.position + elapsed, this.end);
  }

  /** Takes a reported position. While a seek is pending, only its answer counts. */
  report(position: number): void {
    const seeking = this.seeking;
    if (seeking !== undefined) {
      const landed = Math.abs(position - seeking.target) <= SEEK_LANDED;
      if (!landed && this.now() - seeking.since < SEEK_PATIENCE) return;
      this.seeking = undefined;
    }
    this.set(position);
    this.end = position + LONGEST_GAP;
    this.landed.value = true;
  }

  seek(target: number): void {
    this.seeking = { target, since: this.now() };
    this.landed.value = false;
    this.set(target);
    this.end = target + LONGEST_GAP;
  }

  setRunning(running: boolean): void {
    if (running === this.running) return;
    this.settle();
    this.running = running;
  }

  setRate(rate: number): void {
    this.settle();
    this.rate = rate;
  }

  private settle(): void {
    const position = this.read();
    if (position !== undefined) this.set(position);
  }

  private set(position: number): void {
    this.position = position;
    this.since = this.now();
  }
}
