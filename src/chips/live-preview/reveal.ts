// Decides if the source of a timestamp is shown instead of its chip: the app's own rule for HTML in Live Preview.
import type { EditorState } from '@codemirror/state';
import { EditorView, type DecorationSet } from '@codemirror/view';
import type { Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';
import { isJustWritten } from './just-written';

/** The classes that Obsidian and CodeMirror put on search matches. */
const SEARCH_MATCH = /search-?match/i;

/** Lines with more than this around the timestamp are not looked at as a whole: one may be the whole note. */
const LONGEST_INDENT = 16;

type Decorations = DecorationSet | ((view: EditorView) => DecorationSet);

/** The carets and selections that reveal source: while the view has the focus. */
export function selectedIn(view: EditorView): readonly Span[] {
  return view.hasFocus ? view.state.selection.ranges : [];
}

/**
 * Whether the source of a timestamp is revealed: by `selected`, or because a search has found something. A caret that only touches what has just
 * been written reveals nothing.
 */
export function revealing(
  state: EditorState,
  selected: readonly Span[],
  matches: readonly Span[],
): (span: Span) => boolean {
  const touches = (ranges: readonly Span[], span: Span): boolean =>
    ranges.some(({ from, to }) => from <= span.to && to >= span.from);
  const overlaps = (ranges: readonly Span[], span: Span): boolean =>
    ranges.some(({ from, to }) => from < span.to && to > span.from);
  return (span) =>
    (touches(selected, span) && (!isJustWritten(state, span) || overlaps(selected, span))) ||
    overlaps(matches, span);
}

/** No API gives the search text, so this looks for marked matches in a range. It skips `own`. */
export function searchMatches(view: EditorView, own: Decorations, range: Span): readonly Span[] {
  const matches: Span[] = [];
  for (const source of view.state.facet(EditorView.decorations)) {
    if (source === own) continue;
    const set = typeof source === 'function' ? source(view) : source;
    set.between(range.from, range.to, (from, to, { spec }: { spec: { class?: unknown } }) => {
      if (typeof spec.class === 'string' && SEARCH_MATCH.test(spec.class)) matches.push({ from, to });
    });
  }
  return matches;
}

/**
 * The span that a chip replaces: the whole line where HTML stands alone on it, as the app replaces it; else the timestamp itself. A
 * caret on the line keeps the app from that, and has to be seen where it is.
 */
export function replacedSpan(state: EditorState, selected: readonly Span[], timestamp: Timestamp): Span {
  const line = state.doc.lineAt(timestamp.from);
  if (timestamp.kind !== 'anchor' || timestamp.to > line.to) return timestamp;
  const around = timestamp.from - line.from + (line.to - timestamp.to);
  const isAlone =
    around <= LONGEST_INDENT &&
    !selected.some(({ from, to }) => from <= line.to && to >= line.from) &&
    state.sliceDoc(line.from, timestamp.from).trim() === '' &&
    state.sliceDoc(timestamp.to, line.to).trim() === '';
  return isAlone ? line : timestamp;
}
