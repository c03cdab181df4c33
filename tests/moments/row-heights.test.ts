// Where rows are in a list of which few were measured.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHeights } from '../../src/moments/row-heights';

describe('the heights of rows', () => {
  it('add up to where each begins, whatever was measured', () => {
    const measures = fc.array(fc.tuple(fc.nat({ max: 49 }), fc.integer({ min: 1, max: 200 })));
    fc.assert(
      fc.property(measures, fc.nat({ max: 4000 }), (all, y) => {
        const heights = new RowHeights(50, 40);
        const plain = Array.from({ length: 50 }, () => 40);
        for (const [index, height] of all) {
          expect(heights.measure(index, height)).toBe(height - (plain[index] ?? 0));
          plain[index] = height;
        }
        let top = 0;
        let under = 0;
        for (const [index, height] of plain.entries()) {
          expect(heights.topOf(index)).toBe(top);
          if (top <= y) under = index;
          top += height;
        }
        expect(heights.total).toBe(top);
        expect(heights.indexAt(y)).toBe(under);
      }),
    );
  });
});
