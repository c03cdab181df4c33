// Where seconds and ticks are on a track.
import { describe, expect, it } from 'vitest';
import type { Tick } from '../../src/core/mean/ticks';
import { partAt, secondsAt, tickTones, tickNear } from '../../src/pane/track';

const ticks = (...seconds: readonly number[]): readonly Tick[] =>
  seconds.map((at) => ({ seconds: at }) as Tick);

describe('a track', () => {
  it.each([
    [0, 200, 100, 0],
    [50, 200, 100, 25],
    [200, 200, 100, 100],
    [-9, 200, 100, 0],
    [999, 200, 100, 100],
    [50, 0, 100, 0],
  ])('at %d of %d pixels, for %d seconds, has the second %d', (place, width, length, seconds) => {
    expect(secondsAt(place, width, length)).toBe(seconds);
  });

  it.each([
    [0, 100, 0],
    [25, 100, 0.25],
    [999, 100, 1],
    [-1, 100, 0],
    [25, undefined, 0],
    [0, 0, 0],
  ])('has at %d of %s seconds the part %d behind it', (seconds, length, part) => {
    expect(partAt(seconds, length)).toBe(part);
  });
});

describe('the columns of ticks', () => {
  it('are one for each, from the first pixel to the last', () => {
    expect([...tickTones(ticks(0, 50, 100), 101, 100)]).toEqual([
      [0, 1],
      [50, 1],
      [100, 1],
    ]);
  });

  it('are no more than there are pixels, however many ticks there are', () => {
    const many = ticks(...Array.from({ length: 2083 }, (_, index) => index));
    const tones = tickTones(many, 250, 2082);
    expect(tones.size).toBe(250);
    expect([...tones.values()].reduce((all, count) => all + count, 0)).toBe(2083);
  });
});

describe('the tick that is meant', () => {
  it.each([
    [9, 5, 10],
    [14, 5, 10],
    [16, 5, 20],
    [15, 5, 10],
    [25, 5, 20],
    [26, 5, undefined],
    [4, 5, undefined],
    [20, 0, 20],
  ])('at %d, no farther than %d, is that at %s', (seconds, reach, tick) => {
    expect(tickNear(ticks(10, 20), seconds, reach)?.seconds).toBe(tick);
  });

  it('is none where there are none', () => expect(tickNear([], 5, Infinity)).toBeUndefined());
});
