// What is written into notes that nobody writes on purpose: changes never overlap, and a second run changes nothing.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { convertTo } from '../../../src/core/write/convert';
import { findDoubtful, isUndisputed } from '../../../src/core/write/repair';
import { applyChanges, type Change } from '../../../src/core/write/rewrite';
import { lengthLike, noteContext, noteLike } from '../doubtful-notes';
import { hostileNote } from '../hostile-notes';

vi.setConfig({ testTimeout: 60_000 });

const anyNote = fc.oneof({ weight: 3, arbitrary: hostileNote }, noteLike);

function expectApart(changes: readonly Change[]): void {
  let end = 0;
  for (const { from, to } of changes) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(to).toBeGreaterThanOrEqual(from);
    end = to;
  }
}

describe('in any note', () => {
  it.each(['link', 'anchor', 'bare'] as const)(
    'a conversion to %s is apart from others, and is done once',
    (target) => {
      fc.assert(
        fc.property(anyNote, lengthLike, (text, length) => {
          const { changes } = convertTo(target, text, noteContext(length));
          expectApart(changes);
          const once = applyChanges(text, changes);
          expect(applyChanges(once, convertTo(target, once, noteContext(length)).changes)).toBe(once);
        }),
        { numRuns: 1500 },
      );
    },
  );

  it('a repair is apart from the others, and is done once', () => {
    fc.assert(
      fc.property(anyNote, lengthLike, (text, length) => {
        const repairs = (of: string): readonly Change[] =>
          findDoubtful(of, noteContext(length))
            .filter(isUndisputed)
            .flatMap(({ changes }) => changes)
            .sort((one, other) => one.from - other.from);
        expectApart(repairs(text));
        const once = applyChanges(text, repairs(text));
        expect(applyChanges(once, repairs(once))).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });
});
