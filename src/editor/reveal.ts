// Where the source of a timestamp is shown instead of its chip: the app's own rule for HTML in Live Preview.
import type { EditorState, SelectionRange } from '@codemirror/state';
import { EditorView, type DecorationSet } from '@codemirror/view';

/** The app's own search marks its matches so, and so does CodeMirror's. */
const SEARCH_MATCH = /search-?match/i;

/** Lines with more than this around the timestamp are not looked at as a whole: one may be the whole note. */
const LONGEST_INDENT = 16;

type Decorations = DecorationSet | ((view: EditorView) => DecorationSet);

/** A range of the document, as offsets. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What reveals source in `view`: carets and selections while it has the focus, and search matches. `own` is not asked. */
export function revealing(view: EditorView, own: Decorations): (span: Span) => boolean {
  const ranges: readonly SelectionRange[] = view.hasFocus ? view.state.selection.ranges : [];
  const sets = searchDecorations(view, own);
  return (span) =>
    ranges.some(({ from, to }) => from <= span.to && to >= span.from) ||
    sets.some((set) => hasMatch(set, span));
}

function searchDecorations(view: EditorView, own: Decorations): readonly DecorationSet[] {
  const sources: readonly Decorations[] = view.state.facet(EditorView.decorations);
  return sources
    .filter((source) => source !== own)
    .map((source) => (typeof source === 'function' ? source(view) : source))
    .filter((set) => set.size > 0);
}

/** No public interface tells what was searched for; that a match is marked can be seen. */
function hasMatch(set: DecorationSet, { from, to }: Span): boolean {
  let found = false;
  set.between(from, to, (start, end, { spec }: { spec: { class?: unknown } }) => {
    found = start < to && end > from && typeof spec.class === 'string' && SEARCH_MATCH.test(spec.class);
    return found ? false : undefined;
  });
  return found;
}

/**
 * What a chip stands in place of: the whole line where HTML stands alone on it, as the app replaces it; else the timestamp itself.
 * Undefined where it goes on in the next line, which no chip among text can stand for.
 */
export function replacedSpan(state: EditorState, span: Span, isHtml: boolean): Span | undefined {
  const line = state.doc.lineAt(span.from);
  if (span.to > line.to) return undefined;
  if (!isHtml) return span;
  const around = span.from - line.from + (line.to - span.to);
  const isAlone =
    around <= LONGEST_INDENT &&
    state.sliceDoc(line.from, span.from).trim() === '' &&
    state.sliceDoc(span.to, line.to).trim() === '';
  return isAlone ? line : span;
}
