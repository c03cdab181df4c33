// How fast notes are scanned, against a regular expression that only finds the opening tags of anchors.
import { scan } from '../../src/core/read/scan';

const OPENING_TAG = /<a\s[^>]*\byt-timestamp\b[^>]*>/g;

/** Enough for the compiler to have done its work, and for every note to be read once without a pause of the machine. */
const ROUNDS = 40;

/** Milliseconds for all notes, each in its best time. */
export interface ScanTimes {
  readonly scan: number;
  readonly regex: number;
}

/** Measures both on the same notes in turns. */
export function benchScan(...notes: readonly string[]): ScanTimes {
  const scanning = new Stopwatch(scan);
  const matching = new Stopwatch((text) => Array.from(text.matchAll(OPENING_TAG), ({ index }) => index));
  for (let round = 0; round < ROUNDS; round++) {
    scanning.run(notes);
    matching.run(notes);
  }
  return { scan: scanning.best, regex: matching.best };
}

/** Millions of characters a second, which are megabytes where the text is plain. */
export function speedOf(work: (text: string) => unknown, notes: readonly string[]): number {
  const working = new Stopwatch(work);
  for (let round = 0; round < ROUNDS; round++) working.run(notes);
  return notes.reduce((sum, { length }) => sum + length, 0) / 1000 / working.best;
}

class Stopwatch {
  private readonly times: number[] = [];

  constructor(private readonly work: (text: string) => unknown) {}

  /** Milliseconds. */
  get best(): number {
    return this.times.reduce((sum, time) => sum + time, 0);
  }

  run(notes: readonly string[]): void {
    notes.forEach((text, index) => {
      const started = performance.now();
      this.work(text);
      const time = performance.now() - started;
      this.times[index] = Math.min(time, this.times[index] ?? Infinity);
    });
  }
}
