// No text freezes the app: whatever is done with any of these takes time linear in the text, and little of it.
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { families } from './families';
import { operations, type Operation } from './operations';

/** Characters. */
const LARGE = 1_000_000;
/** What is done four times as long at each is linear; sixteen times, quadratic. */
const SIZES = [LARGE / 16, LARGE / 4, LARGE];
/** Milliseconds, of a machine that does nothing else. */
const LONGEST = 3000;
/** What takes less is not compared: it says more about the machine than about the text. Milliseconds. */
const SHORTEST = 150;
/** How many times as long four times the text may take. */
const GROWTH = 10;

/** What the process itself has worked, in milliseconds: what else the machine does makes no difference. */
function timeFor(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * What is wrong with the time that an operation takes. It is given more and more of a text, until it is so quick that with all
 * of it, it stays in time even if it should turn out to be quadratic.
 */
function complaint({ run }: Operation, textOf: (size: number) => string): string | undefined {
  const timeOf = (size: number): number => {
    const text = textOf(size);
    const timestamps = scan(text);
    return timeFor(() => run(text, timestamps));
  };
  let before = Infinity;
  for (const size of SIZES) {
    const time = timeOf(size);
    if (time > LONGEST && timeOf(size) > LONGEST) return `takes ${time.toFixed(0)} ms for ${size} characters`;
    // A second look tells what was the machine's fault.
    if (time > SHORTEST && time > before * GROWTH && timeOf(size) > timeOf(size / 4) * GROWTH)
      return `takes ${before.toFixed(0)} ms, and ${time.toFixed(0)} ms for four times the text`;
    if (time * (LARGE / size) ** 2 < LONGEST) return undefined;
    before = time;
  }
  return undefined;
}

describe('text of a million characters', () => {
  it.each(families)('$name', { timeout: 600_000 }, ({ textOf }) => {
    const complaints = operations.flatMap((operation) => {
      const found = complaint(operation, textOf);
      return found === undefined ? [] : [`${operation.name}: ${found}`];
    });
    expect(complaints).toEqual([]);
  });
});

describe('this watchdog', () => {
  const textOf = (size: number): string => 'a'.repeat(size);
  const slow = (steps: (length: number) => number): Operation => ({
    name: 'slow',
    run: ({ length }) => {
      let sum = 0;
      for (let left = steps(length); left > 0; left--) sum = (sum + left) % 7;
      return sum;
    },
  });

  it('complains of what is quadratic, before it takes long', () => {
    expect(
      complaint(
        slow((length) => (length * length) / 100),
        textOf,
      ),
    ).toMatch(/four times/);
  });

  it('complains of what takes long', () => {
    expect(
      complaint(
        slow((length) => length * 80_000),
        textOf,
      ),
    ).toMatch(/^takes \d+ ms for 62500 characters$/);
  });

  it('does not complain of what is linear', () => {
    expect(
      complaint(
        slow((length) => length * 500),
        textOf,
      ),
    ).toBeUndefined();
  });
});
