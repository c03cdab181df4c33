// Puts the classes of the syntax tree on what is visible: `cm-…` on text, the names as they are on lines. Of low precedence,
// as in the app: its elements stand around those of Live Preview and of plugins.
import { syntaxTree } from '@codemirror/language';
import { Prec, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { lineClassNodeProp, tokenClassNodeProp } from './token-types';

const marks = new Map<string, Decoration>();
const lines = new Map<string, Decoration>();

export const syntaxClasses = Prec.low(
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = classesOf(view);
      }

      update({ view, state, startState, docChanged, viewportChanged, changes }: ViewUpdate): void {
        const tree = syntaxTree(state);
        if (tree.length < view.viewport.to) this.decorations = this.decorations.map(changes);
        else if (docChanged || viewportChanged || tree !== syntaxTree(startState))
          this.decorations = classesOf(view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
);

function classesOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let lastLine = -1;
  let done = 0;
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ type, from: start, to: end }) => {
        const line = type.prop(lineClassNodeProp);
        const token = type.prop(tokenClassNodeProp);
        if (line !== undefined && start > lastLine) {
          lastLine = start;
          builder.add(start, start, lineDecoration(line));
        } else if (token !== undefined && end > start && start >= done) {
          builder.add(start, end, markDecoration(token));
          done = end;
        }
      },
    });
  }
  return builder.finish();
}

function markDecoration(classes: string): Decoration {
  let mark = marks.get(classes);
  if (mark === undefined) {
    mark = Decoration.mark({ class: classes.replace(/(^| )/g, '$1cm-') });
    marks.set(classes, mark);
  }
  return mark;
}

function lineDecoration(classes: string): Decoration {
  let line = lines.get(classes);
  if (line === undefined) {
    line = Decoration.line({ class: classes });
    lines.set(classes, line);
  }
  return line;
}
