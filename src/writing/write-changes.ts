// Writing several changes where the user writes, with what is selected where it was.
import { applyChanges, type Change } from '../core/write/rewrite';
import type { EditTarget } from '../playback/ports';

/** Makes changes, which are in order, as one undo step. The carets and selections stay with what they were at, and so does the view. */
export function writeChanges(target: EditTarget, changes: readonly Change[], caret: number): void {
  if (target.isLine) target.write([joined(target.text, changes)], [mapped(caret, changes)]);
  else target.write(changes, []);
}

/** One change that does what all of them do: the cell of a table takes no more at once. */
function joined(text: string, changes: readonly Change[]): Change {
  const from = Math.min(...changes.map((change) => change.from));
  const to = Math.max(...changes.map((change) => change.to));
  const inside = changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
  return { from, to, insert: applyChanges(text.slice(from, to), inside) };
}

/** The new offset of an old one after changes; inside of a change, the end of its new text. */
function mapped(offset: number, changes: readonly Change[]): number {
  let by = 0;
  for (const { from, to, insert } of changes) {
    if (to <= offset) by += insert.length - (to - from);
    else if (from < offset) by += from + insert.length - offset;
  }
  return offset + by;
}
