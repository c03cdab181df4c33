// Chips of timestamps that go on in the next line: no plugin of an editor may replace a line break, only its state.
import { Prec, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { sayNoChips } from './guard';

const show = StateEffect.define<DecorationSet>();

/** Whoever builds the decorations of an editor gives it those that stand over line breaks. */
export const wrappedChips = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(chips, { changes, effects }) {
    const given = effects.filter((effect) => effect.is(show)).at(-1);
    if (given !== undefined) return given.value;
    try {
      return chips.map(changes);
    } catch (cause) {
      sayNoChips(cause);
      return Decoration.none;
    }
  },
  provide: (field) => Prec.highest(EditorView.decorations.from(field)),
});

/** Whether the chips to show differ from the state's. */
export function areNews({ state }: EditorView, chips: DecorationSet): boolean {
  return !RangeSet.eq([state.field(wrappedChips)], [chips]);
}

/** Shows these, and no others. Not while the view is in the middle of an update. */
export function showWrapped(view: EditorView, chips: DecorationSet): void {
  view.dispatch({ effects: show.of(chips) });
}
