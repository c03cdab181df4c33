// Undo scrolls to the caret. If it takes back a timestamp that Playhead changed elsewhere, the user sees that timestamp instead: what is
// in view already does not move.
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { timestampsField, timestampsIn } from '../chips/live-preview/timestamps-field';

export function undoScroll(): Extension {
  const shown = EditorState.transactionExtender.of((transaction) => {
    if (!transaction.isUserEvent('undo') && !transaction.isUserEvent('redo')) return null;
    const { changes, newSelection, startState } = transaction;
    let at: number | undefined;
    changes.iterChangedRanges((fromA, toA, fromB) => {
      if (timestampsIn(startState, fromA, toA).length > 0) at ??= fromB;
    });
    // What the user has typed is at the caret.
    const isTyped = newSelection.ranges.some(({ from, to }) => changes.invertedDesc.touchesRange(from, to));
    return at === undefined || isTyped ? null : { effects: EditorView.scrollIntoView(at) };
  });
  return [timestampsField, shown];
}
