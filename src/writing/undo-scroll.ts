// Undo scrolls to the caret. If it takes back a timestamp that Playhead changed elsewhere, it shows that timestamp instead, and does
// not scroll if the user sees it already.
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
    // The user has typed at the caret, and expects to see that.
    const isTyped = newSelection.ranges.some(
      ({ from, to }) => changes.invertedDesc.touchesRange(from, to) !== false,
    );
    return at === undefined || isTyped ? null : { effects: EditorView.scrollIntoView(at) };
  });
  return [timestampsField, shown];
}
