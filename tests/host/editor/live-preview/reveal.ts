// Where Live Preview shows the source: where a selection touches, while the editor has the focus, and where a search has
// found something.
import { getSearchQuery, searchPanelOpen } from '@codemirror/search';
import type { EditorState, SelectionRange } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

export type Reveals = (from: number, to: number) => boolean;

export function revealsIn(view: EditorView): Reveals {
  const ranges = view.hasFocus ? view.state.selection.ranges : [];
  const found = searchFinds(view.state);
  return (from, to) => touches(ranges, from, to) || found(from, to);
}

/** Both ends count: a caret beside the range touches it. */
export function touches(ranges: readonly SelectionRange[], from: number, to: number): boolean {
  return ranges.some((range) => range.from <= to && range.to >= from);
}

/** Whether a match of the search that is open overlaps a range. */
export function searchFinds(state: EditorState): Reveals {
  const query = searchPanelOpen(state) ? getSearchQuery(state) : undefined;
  if (query?.valid !== true) return () => false;
  const around = query.search.length;
  return (from, to) => {
    const start = Math.max(0, from - around);
    const end = Math.min(state.doc.length, to + around);
    const cursor = query.getCursor(state, start, end);
    for (let step = cursor.next(); step.done !== true; step = cursor.next()) {
      if (step.value.from < to && step.value.to > from) return true;
    }
    return false;
  };
}
