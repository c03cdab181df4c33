// A timestamp found again in a text that has changed.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { movedOffset, nearestIn } from '../../../src/core/read/found';
import { scan } from '../../../src/core/read/scan';

describe('a timestamp that stands in a text several times', () => {
  it('is the nearest one that says the same', () => {
    const text = 'One [1:00], two [1:00], three [2:00].';
    const [, second] = scan(text);
    if (second === undefined) throw new Error('There is no second timestamp.');
    expect(nearestIn(text, second)?.from).toBe(second.from);
    expect(nearestIn(`Hm. ${text}`, second)?.from).toBe(second.from + 4);
    expect(nearestIn('[2:00]', second)).toBeUndefined();
  });
});

describe('an offset', () => {
  it('moves with the text behind an edit', () => {
    const edit = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(edit, ([start, taken, put, rest]) => {
        const [before, now] = [`${start}${taken}${rest}`, `${start}${put}${rest}`];
        const moved = movedOffset(before.length - 1, before, now);
        expect(now.slice(moved)).toBe(before.slice(-1));
      }),
    );
  });

  it('stays before an edit', () => {
    expect(movedOffset(2, 'abcd', 'abcXXd')).toBe(2);
    expect(movedOffset(0, 'abcd', 'abcd')).toBe(0);
  });
});
