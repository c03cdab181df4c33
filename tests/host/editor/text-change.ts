// A new text as the smallest change of the old one, so that carets and decorations outside of it stay.
import { Transaction } from '@codemirror/state';

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What another program or another editor has written: no edit of this editor, and nothing that it can undo. */
export const FROM_OUTSIDE = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];

export function isFromOutside(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.annotation(Transaction.remote) === true);
}

/** Undefined when the texts are the same. */
export function smallestChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
