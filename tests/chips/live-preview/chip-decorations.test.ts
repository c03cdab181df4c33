// Whatever places chips are given for, and whatever is edited under them, an editor takes their decorations.
import { ChangeSet, EditorState, type RangeSet, type RangeValue } from '@codemirror/state';
import { Decoration, WidgetType, type DecorationSet } from '@codemirror/view';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decorated, withinLines, type PlacedChip } from '../../../src/chips/live-preview/chip-decorations';

class Widget extends WidgetType {
  toDOM(): HTMLElement {
    return createSpan();
  }
}
const widget = new Widget();

const docs = fc
  .array(fc.constantFrom('a', 'word', ' ', '\n', '\n\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));
const spans = fc.array(
  fc.record({ from: fc.integer({ min: -2, max: 60 }), to: fc.integer({ min: -2, max: 60 }) }),
  { maxLength: 12 },
);

const chipDecorations = (
  state: EditorState,
  chips: readonly PlacedChip[],
): Record<'inLines' | 'wrapped', DecorationSet> => {
  const all = decorated(state, chips);
  return {
    inLines: Decoration.set(
      all.flatMap((chip) => chip?.inLines ?? []),
      true,
    ),
    wrapped: Decoration.set(
      all.flatMap((chip) => chip?.wrapped ?? []),
      true,
    ),
  };
};

const placesOf = (set: RangeSet<RangeValue>): readonly (readonly [number, number])[] => {
  const places: [number, number][] = [];
  set.between(0, Infinity, (from, to) => {
    places.push([from, to]);
  });
  return places;
};

it('the decorations of any places are in order, apart and in the document', () => {
  fc.assert(
    fc.property(docs, spans, (doc, chosen) => {
      const state = EditorState.create({ doc });
      const { inLines, wrapped } = chipDecorations(
        state,
        chosen.map((span) => ({ span, widget })),
      );
      const all = [...placesOf(inLines), ...placesOf(wrapped)].sort(([one], [other]) => one - other);
      let end = 0;
      for (const [from, to] of all) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(doc.length);
      for (const [from, to] of placesOf(inLines)) expect(doc.slice(from, to)).not.toContain('\n');
      for (const [from, to] of placesOf(wrapped)) expect(doc.slice(from, to)).toContain('\n');
    }),
    { numRuns: 3000 },
  );
});

it('all of them are shown that are apart already', () => {
  const state = EditorState.create({ doc: 'one two\nthree four' });
  const chosen = [
    { from: 8, to: 13 },
    { from: 0, to: 3 },
    { from: 3, to: 4 },
    { from: 5, to: 8 },
  ];
  const { inLines, wrapped } = chipDecorations(
    state,
    chosen.map((span) => ({ span, widget })),
  );
  expect(placesOf(inLines)).toEqual([
    [0, 3],
    [3, 4],
    [8, 13],
  ]);
  expect(placesOf(wrapped)).toEqual([[5, 8]]);
});

it('a chip whose line is broken in two under it is not shown, where no new decorations are made', () => {
  const state = EditorState.create({ doc: 'one two three' });
  const { inLines } = chipDecorations(state, [
    { span: { from: 0, to: 3 }, widget },
    { span: { from: 4, to: 7 }, widget },
  ]);
  const changes = ChangeSet.of([{ from: 5, insert: '\n' }], state.doc.length);
  const after = state.update({ changes }).state;
  expect(placesOf(inLines.map(changes))).toHaveLength(2);
  expect(placesOf(withinLines(after, inLines.map(changes)))).toEqual([[0, 3]]);
});
