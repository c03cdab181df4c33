// Decides whether the source of a timestamp is shown instead of its chip, by the app's own rule for HTML in Live Preview.
import type { EditorState } from '@codemirror/state';
import { EditorView, type DecorationSet } from '@codemirror/view';
import type { Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';
import { isJustWritten } from './just-written';

/** The classes of Obsidian and CodeMirror for search matches. */
const SEARCH_MATCH = /search-?match/i;

/** Spaces around a timestamp that are looked at: a line may be the whole note. */
const LONGEST_INDENT = 16;

type Decorations = DecorationSet | ((view: EditorView) => DecorationSet);

/** The carets and selections that show source, if the view has the focus. */
export function selectedIn(view: EditorView): readonly Span[] {
  return view.hasFocus ? view.state.selection.ranges : [];
}

/**
 * Whether the source of a timestamp is shown: because of `selected`, or of a search match. A caret that only touches a timestamp
 * that was just written does not count.
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

/** Finds the matches of a search in a range, except for `own`, by their classes: no API returns the query. */
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
 * The range that a chip replaces: the whole line if HTML fills it, as in the app; else the timestamp. With a caret on the line,
 * only the timestamp, so that the caret stays visible.
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
