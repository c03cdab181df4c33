// Timestamps that a command, a paste or a redo has just written as a whole: the caret beside one was put there by that, and does
// not show its source.
import { StateField, Transaction, type EditorState } from '@codemirror/state';
import type { Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';
import { timestampsIn } from './timestamps-field';

interface JustWritten {
  readonly spans: readonly Span[];
  /** Whether the caret was placed: a command may move it behind the timestamp in a second step. */
  readonly isSettled: boolean;
}

const NONE: JustWritten = { spans: [], isSettled: true };

/** Characters between a caret and a timestamp that count as beside it: the space that is written with it. */
const BESIDE = 1;

export const justWritten = StateField.define<JustWritten>({
  create: () => NONE,
  update(last, transaction) {
    if (transaction.docChanged) return afterEdit(last, transaction);
    if (last.spans.length === 0 || transaction.selection === undefined) return last;
    const isByUser = last.isSettled && transaction.isUserEvent('select');
    return isByUser ? NONE : settled(last.spans, transaction.newSelection);
  },
});

/** Whether a caret that only touches this timestamp does not show its source. */
export function isJustWritten(state: EditorState, { from, to }: Span): boolean {
  return state.field(justWritten).spans.some((span) => span.from === from && span.to === to);
}

/** The timestamps that an edit has written as a whole; none for a document that was loaded. */
export function writtenTimestamps(transaction: Transaction): readonly Timestamp[] {
  const { changes, startState, state } = transaction;
  const brought: Timestamp[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const isLoad = fromA === 0 && toA === startState.doc.length && isUnnamed(transaction);
    if (isLoad || toB - fromB < 2) return;
    brought.push(...timestampsIn(state, fromB, toB).filter(({ from, to }) => from >= fromB && to <= toB));
  });
  return brought;
}

function isUnnamed(transaction: Transaction): boolean {
  return transaction.annotation(Transaction.userEvent) === undefined;
}

function afterEdit(last: JustWritten, transaction: Transaction): JustWritten {
  const { changes, newSelection } = transaction;
  const kept = last.spans
    .filter(({ from, to }) => changes.touchesRange(from + 1, to - 1) === false)
    .map(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }));
  const brought = writtenTimestamps(transaction).map(({ from, to }) => ({ from, to }));
  return brought.length > 0
    ? { spans: [...kept, ...brought], isSettled: false }
    : settled(kept, newSelection);
}

/** The new timestamps next to a caret. */
function settled(spans: readonly Span[], { ranges }: EditorState['selection']): JustWritten {
  const beside = spans.filter((span) =>
    ranges.some(({ from, to }) => from <= span.to + BESIDE && to >= span.from - BESIDE),
  );
  return beside.length === 0 ? NONE : { spans: beside, isSettled: true };
}
