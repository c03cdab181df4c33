// Makes several changes in the edit target without moving its selection.
import { applyChanges, type Change } from '../core/write/rewrite';
import type { EditTarget } from '../playback/ports';

/** Makes changes, which are in order, as one undo step. The carets, the selections and the scroll position stay with their text. */
export function writeChanges(target: EditTarget, changes: readonly Change[], caret: number): void {
  if (target.isLine) target.write([joined(target.text, changes)], [mapped(caret, changes)]);
  else target.write(changes, []);
}

/** One change instead of several: a table cell takes only one at a time. */
function joined(text: string, changes: readonly Change[]): Change {
  const from = Math.min(...changes.map((change) => change.from));
  const to = Math.max(...changes.map((change) => change.to));
  const inside = changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
  return { from, to, insert: applyChanges(text.slice(from, to), inside) };
}

/** The new offset for an old one; within a change, the end of its new text. */
function mapped(offset: number, changes: readonly Change[]): number {
  let by = 0;
  for (const { from, to, insert } of changes) {
    if (to <= offset) by += insert.length - (to - from);
    else if (from < offset) by += from + insert.length - offset;
  }
  return offset + by;
}
