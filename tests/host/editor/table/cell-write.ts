// What an edit of a cell is in the note: the changes there, and the selection.
import { EditorSelection, type EditorState, type Transaction, type TransactionSpec } from '@codemirror/state';
import type { TextChange } from '../text-change';
import { type CellText, changeCell, type TableText } from './table-text';

export interface PlacedCell {
  readonly table: TableText;
  /** Where the table begins in the note. */
  readonly from: number;
  readonly cell: CellText;
}

/** Undefined when the note has it all already. */
export function writeCell(
  { table, from, cell }: PlacedCell,
  { doc, selection }: EditorState,
  note: EditorState,
): TransactionSpec | undefined {
  // Space around the text is the table's: it is not written, and what is typed behind it is.
  const typed = doc.toString();
  const text = typed.trim();
  const written = text === cell.text ? { changes: [], from: cell.from } : changeCell(table, cell, text);
  const start = from + written.from - (typed.length - typed.trimStart().length);
  const ranges = selection.ranges.map(({ anchor, head }) =>
    EditorSelection.range(start + anchor, start + head),
  );
  const wanted = EditorSelection.create(ranges, selection.mainIndex);
  if (written.changes.length === 0 && wanted.eq(note.selection)) return undefined;
  return { changes: written.changes.map((change) => moved(change, from)), selection: wanted };
}

export function moved(change: TextChange, by: number): TextChange {
  return { ...change, from: change.from + by, to: change.to + by };
}

/** By the event the note's history knows what belongs together. */
export function eventOf(transactions: readonly Transaction[]): TransactionSpec {
  const events = ['input.type', 'input.paste', 'input', 'delete', 'move', 'undo', 'redo'];
  const event = events.find((name) => transactions.some((transaction) => transaction.isUserEvent(name)));
  return event === undefined ? {} : { userEvent: event };
}
