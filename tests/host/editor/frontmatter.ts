// The YAML at the top of a note: in Live Preview it is out of sight, since the properties stand above the text, and
// the selection stays out of it.
import {
  EditorSelection,
  EditorState,
  type Extension,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** Where the text begins: behind the YAML and its fences; 0 without. */
export const contentStart = StateField.define<number>({
  create: (state) => findContentStart(state.doc),
  update: (start, transaction) => startAfter(start, transaction),
});

function startAfter(start: number, { docChanged, changes, newDoc }: Transaction): number {
  if (!docChanged) return start;
  const untouched = start > 0 && changes.touchesRange(0, start) === false;
  return untouched ? start : findContentStart(newDoc);
}

export function findContentStart(doc: Text): number {
  if (!/^---[ \t]*$/.test(doc.line(1).text)) return 0;
  for (let number = 2; number <= doc.lines; number++) {
    const line = doc.line(number);
    if (/^---[ \t]*$/.test(line.text)) return Math.min(line.to + 1, doc.length);
  }
  return 0;
}

const hidden = EditorView.decorations.compute([contentStart], (state) => {
  const end = endOfYaml(state);
  return end === 0 ? Decoration.none : Decoration.set(Decoration.replace({ block: true }).range(0, end));
});

const staysOut = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged && transaction.selection === undefined) return transaction;
  const start = startAfter(transaction.startState.field(contentStart), transaction);
  const { ranges, mainIndex } = transaction.newSelection;
  if (start === 0 || ranges.every(({ from }) => from >= start)) return transaction;
  const outside = ranges.map(({ anchor, head }) =>
    EditorSelection.range(Math.max(anchor, start), Math.max(head, start)),
  );
  return [transaction, { selection: EditorSelection.create(outside, mainIndex), sequential: true }];
});

export const hiddenFrontmatter: Extension = [contentStart, hidden, staysOut];

/** The end of the last line of the YAML block. */
function endOfYaml(state: EditorState): number {
  const start = state.field(contentStart);
  return start === 0 ? 0 : state.doc.lineAt(start - 1).to;
}
