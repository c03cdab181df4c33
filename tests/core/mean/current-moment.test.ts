// Which moment of a note is the current one, for a playhead at any second.
import { describe, expect, it } from 'vitest';
import { currentMomentAt } from '../../../src/core/mean/current-moment';

type Ticks = Parameters<typeof currentMomentAt>[0];

/** `10`, or `10-20` for a clip whose end is written. */
const ticks = (...written: readonly string[]): Ticks =>
  written.map((one) => {
    const [seconds, end] = one.split('-').map(Number);
    return { seconds: seconds ?? 0, end };
  });

describe('the current moment', () => {
  it.each<[Ticks, number, number | undefined]>([
    [ticks(), 5, undefined],
    [ticks('10'), 5, undefined],
    [ticks('0'), 0, 0],
    [ticks('10', '20'), 10, 10],
    [ticks('10', '20'), 19, 10],
    [ticks('10', '20'), 20, 20],
    [ticks('10', '20'), 9000, 20],
    // A player that was sent there may be a little before it.
    [ticks('10', '20'), 19.8, 20],
    [ticks('10', '20'), 19.7, 10],
    [ticks('10-15', '20'), 14, 10],
    // Where it was played to its end, it still is what was played.
    [ticks('10-15', '20'), 15.2, 10],
    [ticks('10-15', '20'), 16, undefined],
    [ticks('10', '20-25'), 30, undefined],
    // A clip goes on around another one, which has ended.
    [ticks('10-60', '20-25'), 22, 20],
    [ticks('10-60', '20-25'), 30, 10],
    [ticks('10-60', '20-25', '22-24'), 24.9, 20],
    [ticks('10-60', '20'), 30, 20],
    [ticks('10-12', '10'), 30, 10],
    [ticks('10', '10-12'), 30, 10],
  ])('of %j at %d s is %s', (all, seconds, second) => {
    expect(currentMomentAt(all, seconds).second).toBe(second);
  });

  it('stays as long as it says, and no longer', () => {
    const all = ticks('10-60', '20-25', '22-24', '30', '50-55', '70');
    for (let seconds = 0; seconds < 80; seconds += 0.125) {
      const { second, from, until } = currentMomentAt(all, seconds);
      expect(from).toBeLessThanOrEqual(seconds);
      expect(until).toBeGreaterThan(seconds);
      for (let other = Math.max(0, from); other < Math.min(until, 80); other += 0.125) {
        expect(currentMomentAt(all, other).second, `${other} as ${seconds}`).toBe(second);
      }
    }
  });
});
