// Chips of timestamps with a line break: only a state field may replace line breaks, no view plugin.
import { Prec, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { sayNoChips } from './guard';

const show = StateEffect.define<DecorationSet>();

/** The decorations over line breaks; the plugin that builds the others provides them. */
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

/** Whether these chips differ from those in the state. */
export function areNews({ state }: EditorView, chips: DecorationSet): boolean {
  return !RangeSet.eq([state.field(wrappedChips)], [chips]);
}

/** Replaces the chips in the state. Not to be called during an update of the view. */
export function showWrapped(view: EditorView, chips: DecorationSet): void {
  view.dispatch({ effects: show.of(chips) });
}
