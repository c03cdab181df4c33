// The space that is written after a timestamp: a typed space is not doubled, and punctuation replaces it.
import { EditorSelection, Prec, StateField, type Extension, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { writtenTimestamps } from '../chips/live-preview/just-written';
import { timestampsField } from '../chips/live-preview/timestamps-field';
import { ORIGIN } from '../app/note-texts';

/** Marks without a space before them. */
const CLOSING = /^[.,;:!?)\]}”’»…]$/;

interface WrittenSpaces {
  /** The offsets after the timestamps. */
  readonly ends: readonly number[];
  /** Whether the carets were placed, which is a second step. */
  readonly isSettled: boolean;
}

const NONE: WrittenSpaces = { ends: [], isSettled: true };

const writtenSpaces = StateField.define<WrittenSpaces>({
  create: () => NONE,
  update(last, transaction) {
    if (transaction.docChanged) {
      const ends = spacesIn(transaction);
      return ends.length === 0 ? NONE : { ends, isSettled: false };
    }
    if (last.ends.length === 0 || transaction.selection === undefined) return last;
    const { ranges } = transaction.newSelection;
    const isThere = ranges.every(({ empty, head }) => empty && last.ends.includes(head));
    return isThere && !last.isSettled ? { ...last, isSettled: true } : NONE;
  },
});

export function spaceOnce(): Extension {
  return [timestampsField, writtenSpaces, Prec.highest(EditorView.inputHandler.of(takeKey))];
}

function spacesIn(transaction: Transaction): readonly number[] {
  if (!transaction.isUserEvent(ORIGIN)) return [];
  const { state } = transaction;
  return writtenTimestamps(transaction)
    .map(({ to }) => to + 1)
    .filter((end) => state.sliceDoc(end - 1, end) === ' ' && state.doc.lineAt(end).to === end);
}

/** Returns whether the key was handled. */
function takeKey(view: EditorView, from: number, to: number, text: string): boolean {
  const { state } = view;
  const { ends } = state.field(writtenSpaces);
  const { ranges } = state.selection;
  const isBehind = from === to && ends.includes(to) && ranges.every(({ head }) => ends.includes(head));
  if (!isBehind || view.composing) return false;
  if (text !== ' ' && !CLOSING.test(text)) return false;
  const change = state.changeByRange(({ head }) => ({
    changes: { from: head - 1, to: head, insert: text },
    range: EditorSelection.cursor(head),
  }));
  view.dispatch(state.update(change, { userEvent: 'input.type', scrollIntoView: true }));
  return true;
}
