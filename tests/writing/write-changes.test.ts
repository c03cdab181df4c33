// Writing several changes at once: where the caret is afterwards, and in how many changes they are made.
import { describe, expect, it, vi } from 'vitest';
import { writeChanges } from '../../src/writing/write-changes';
import type { Change } from '../../src/core/write/rewrite';
import { FakeEditTarget } from '../support/fake-edit-target';

/** In `one two three`: a longer one for the first word, a shorter one for the last. */
const CHANGES: readonly Change[] = [
  { from: 0, to: 3, insert: 'first' },
  { from: 8, to: 13, insert: '3' },
];

function write(note: string, changes: readonly Change[], isLine: boolean) {
  const place = new FakeEditTarget(note, { path: 'a.md', isWhole: !isLine, isLine });
  const written = vi.spyOn(place, 'write');
  writeChanges(place, changes, place.selections[0]?.to ?? 0);
  return { note: place.note, steps: place.steps, changes: written.mock.calls[0]?.[0] };
}

describe('in a line, the caret', () => {
  it.each([
    ['stays before all of them', '‸one two three', '‸first two 3'],
    ['is behind what it was inside of', 'o‸ne two three', 'first‸ two 3'],
    ['stays behind what it was behind', 'one‸ two three', 'first‸ two 3'],
    ['moves with what is between them', 'one tw‸o three', 'first tw‸o 3'],
    ['stays before the next one', 'one two ‸three', 'first two ‸3'],
    ['is behind the next one, which becomes shorter', 'one two thr‸ee', 'first two 3‸'],
    ['stays behind the last one', 'one two three‸', 'first two 3‸'],
    ['moves with what is behind all of them', 'one two three, fo‸ur', 'first two 3, fo‸ur'],
  ])('%s', (_, before, after) => {
    expect(write(before, CHANGES, true)).toMatchObject({ note: after, steps: 1 });
  });

  it.each([
    ['behind what is put in where it is', 'one‸ two', { from: 3, to: 3, insert: '!' }, 'one!‸ two'],
    ['where something was taken out around it', 'one t‸wo', { from: 3, to: 7, insert: '' }, 'one‸'],
  ])('is %s', (_, before, change, after) => expect(write(before, [change], true).note).toBe(after));
});

it('makes one change of all in a line, from the first to the last', () => {
  expect(write('‸one two three, four', CHANGES, true).changes).toEqual([
    { from: 0, to: 13, insert: 'first two 3' },
  ]);
});

it('makes them as they are in a note, in one step, and leaves the carets to the editor', () => {
  expect(write('one t‸wo three‸', CHANGES, false)).toEqual({
    note: 'first t‸wo 3‸',
    steps: 1,
    changes: CHANGES,
  });
});
