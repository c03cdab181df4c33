// Marks the lines with a caret, while the editor has the focus.
import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const ACTIVE = Decoration.line({ class: 'cm-active' });

export const activeLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = linesOf(view);
    }

    update({ docChanged, selectionSet, focusChanged, view }: ViewUpdate): void {
      if (docChanged || selectionSet || focusChanged) this.decorations = linesOf(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function linesOf({ hasFocus, state }: EditorView): DecorationSet {
  if (!hasFocus) return Decoration.none;
  const starts = new Set(state.selection.ranges.map(({ head }) => state.doc.lineAt(head).from));
  const ranges: Range<Decoration>[] = [...starts].map((from) => ACTIVE.range(from));
  return Decoration.set(ranges, true);
}
