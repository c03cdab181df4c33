// How fast notes are scanned, against a regular expression that only finds the opening tags of anchors.
import { scan } from '../../src/core/read/scan';

const OPENING_TAG = /<a\s[^>]*\byt-timestamp\b[^>]*>/g;

/** Enough for the compiler to have done its work, and for every note to be read once without a pause of the machine. */
const ROUNDS = 40;

export interface ScanSpeed {
  /** Millions of characters a second, which are megabytes where the text is plain. */
  readonly scan: number;
  readonly regex: number;
  /** How many times as long the scan takes. */
  readonly ratio: number;
}

/** Measures both on the same notes in turns, and takes the best time of each note. */
export function benchScan(...notes: readonly string[]): ScanSpeed {
  const characters = notes.reduce((sum, { length }) => sum + length, 0);
  const scanning = new Stopwatch(scan);
  const matching = new Stopwatch((text) => Array.from(text.matchAll(OPENING_TAG), ({ index }) => index));
  for (let round = 0; round < ROUNDS; round++) {
    scanning.run(notes);
    matching.run(notes);
  }
  const speedOf = (milliseconds: number): number => characters / 1000 / milliseconds;
  return {
    scan: speedOf(scanning.best),
    regex: speedOf(matching.best),
    ratio: scanning.best / matching.best,
  };
}

class Stopwatch {
  private readonly times: number[] = [];

  constructor(private readonly work: (text: string) => unknown) {}

  /** Milliseconds for all notes, each in its best time. */
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
