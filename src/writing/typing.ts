// Notices that the user types.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Calls `typed` when the user types or deletes; not for a paste, an undo, or the text of a command. */
export function typing(typed: () => void): Extension {
  return EditorView.updateListener.of(({ docChanged, transactions }) => {
    const isTyped = transactions.some((one) => one.isUserEvent('input.type') || one.isUserEvent('delete'));
    if (docChanged && isTyped) typed();
  });
}
