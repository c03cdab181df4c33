// Decides if the source of a timestamp is shown instead of its chip: the app's own rule for HTML in Live Preview.
import { EditorView, type DecorationSet } from '@codemirror/view';
import type { Span } from '../../core/write/rewrite';
import { isJustWritten } from './just-written';

/** The classes that Obsidian and CodeMirror put on search matches. */
const SEARCH_MATCH = /search-?match/i;

/** Lines with more than this around the timestamp are not looked at as a whole: one may be the whole note. */
const LONGEST_INDENT = 16;

type Decorations = DecorationSet | ((view: EditorView) => DecorationSet);

/**
 * The ranges that reveal source in `view`: carets and selections while it has the focus, and what a search has found. A caret that only touches
 * what has just been written reveals nothing.
 */
export function revealing(view: EditorView, matches: readonly Span[]): (span: Span) => boolean {
  const { state } = view;
  const touches = (ranges: readonly Span[], span: Span): boolean =>
    ranges.some(({ from, to }) => from <= span.to && to >= span.from);
  const overlaps = (ranges: readonly Span[], span: Span): boolean =>
    ranges.some(({ from, to }) => from < span.to && to > span.from);
  const ranges = selectedIn(view);
  return (span) =>
    (touches(ranges, span) && (!isJustWritten(state, span) || overlaps(ranges, span))) ||
    overlaps(matches, span);
}

function selectedIn(view: EditorView): readonly Span[] {
  return view.hasFocus ? view.state.selection.ranges : [];
}

/** No API gives the search text, so this looks for marked matches on screen. It skips `own`. */
export function searchMatches(view: EditorView, own: Decorations): readonly Span[] {
  const matches: Span[] = [];
  for (const source of view.state.facet(EditorView.decorations)) {
    if (source === own) continue;
    const set = typeof source === 'function' ? source(view) : source;
    for (const visible of view.visibleRanges) {
      set.between(visible.from, visible.to, (from, to, { spec }: { spec: { class?: unknown } }) => {
        if (typeof spec.class === 'string' && SEARCH_MATCH.test(spec.class)) matches.push({ from, to });
      });
    }
  }
  return matches;
}

/**
 * The span that a chip replaces: the whole line where HTML stands alone on it, as the app replaces it; else the timestamp itself. A
 * caret on the line keeps the app from that, and has to be seen where it is.
 */
export function replacedSpan(view: EditorView, span: Span, isHtml: boolean): Span {
  const { state } = view;
  const line = state.doc.lineAt(span.from);
  if (!isHtml || span.to > line.to) return span;
  if (selectedIn(view).some(({ from, to }) => from <= line.to && to >= line.from)) return span;
  const around = span.from - line.from + (line.to - span.to);
  const isAlone =
    around <= LONGEST_INDENT &&
    state.sliceDoc(line.from, span.from).trim() === '' &&
    state.sliceDoc(span.to, line.to).trim() === '';
  return isAlone ? line : span;
}
