// No text freezes the app: whatever is done with any of these takes time linear in the text, and little of it.
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { scan } from '../../../src/core/read/scan';
import { families } from './families';
import { operations } from './operations';

/** Characters. */
const LARGE = 1_000_000;
/** What is done four times as long at each is linear; sixteen times, quadratic. */
const SIZES = [LARGE / 64, LARGE / 16, LARGE / 4, LARGE];
/** Milliseconds, of a machine that does nothing else. */
const LONGEST = 3000;
/** How many times as long a machine may take that is busy with other things: its caches are not the test's alone. */
const BUSY = 2;
/** What takes less is not compared: it says more about the machine than about the text. Milliseconds. */
const SHORTEST = 500;
/** How many times as long four times the text takes, if it is plain that it goes on like that. */
const STEADY = 5;
/** How many times as long four times the text may take. */
const GROWTH = 10;

/** What the process itself has worked, in milliseconds: what else the machine does makes no difference. */
function timeFor(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Note {
  readonly text: string;
  readonly timestamps: readonly Timestamp[];
}

/** A note of each size of a text, read once. */
function notesOf(textOf: (size: number) => string): (size: number) => Note {
  const notes = new Map<number, Note>();
  return (size) => {
    const text = notes.get(size)?.text ?? textOf(size);
    const note = notes.get(size) ?? { text, timestamps: scan(text) };
    notes.set(size, note);
    return note;
  };
}

/**
 * What is wrong with the time that an operation takes for so many characters. It is given more and more of a text, until it is
 * plain that it is linear, or so quick that with all of it, it stays in time even if it should turn out to be quadratic.
 */
function complaint(timeOf: (size: number) => number): string | undefined {
  let before = 0;
  // The first run also warms up the code, and would make what follows look quick.
  timeOf(SIZES[0] ?? LARGE);
  for (const size of SIZES) {
    const time = timeOf(size);
    if (time > LONGEST * BUSY && timeOf(size) > LONGEST * BUSY)
      return `takes ${time.toFixed(0)} ms for ${size} characters`;
    // A second look tells what was the machine's fault.
    if (time > SHORTEST && before > 0 && time > before * GROWTH && timeOf(size) > timeOf(size / 4) * GROWTH)
      return `takes ${before.toFixed(0)} ms, and ${time.toFixed(0)} ms for four times the text`;
    const left = LARGE / size;
    const isLinear = time < before * STEADY && time * left < LONGEST / 2;
    if (isLinear || time * left ** 2 < LONGEST) return undefined;
    before = time;
  }
  return undefined;
}

describe('text of a million characters', () => {
  it.each(families)('$name', { timeout: 600_000 }, ({ textOf }) => {
    const noteOf = notesOf(textOf);
    const complaints = operations.flatMap((operation) => {
      const found = complaint((size) => {
        const { text, timestamps } = noteOf(size);
        return timeFor(() => operation.run(text, timestamps));
      });
      return found === undefined ? [] : [`${operation.name}: ${found}`];
    });
    expect(complaints).toEqual([]);
  });
});

describe('this watchdog', () => {
  it.each([
    ['complains of what is quadratic', (size: number) => (size / LARGE) ** 2 * 10 * LONGEST, /four times/],
    [
      'complains of what takes long',
      (size: number) => (size / LARGE) * 3 * LONGEST,
      /for 1000000 characters/,
    ],
    ['gives up what takes minutes', (size: number) => (size / LARGE) * 200 * LONGEST, /for 15625 characters/],
    ['lets pass what is linear', (size: number) => (size / LARGE) * 0.9 * LONGEST, undefined],
    ['lets pass what is quadratic and no matter', (size: number) => (size / LARGE) ** 2, undefined],
  ])('%s', (_, timeOf, expected) => {
    if (expected === undefined) expect(complaint(timeOf)).toBeUndefined();
    else expect(complaint(timeOf)).toMatch(expected);
  });

  it('measures what an operation takes', () => {
    const { text, timestamps } = notesOf((size) => '[0:04] '.repeat(size / 7))(LARGE);
    expect(timestamps).toHaveLength(Math.floor(LARGE / 7));
    expect(timeFor(() => scan(text))).toBeGreaterThan(1);
  });
});
