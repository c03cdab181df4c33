// The timestamps of an editor's document, as state: read when the document is opened, and again where it is edited.
import { StateField, type ChangeDesc, type EditorState, type Text } from '@codemirror/state';
import { readNote, timestampsIn as timestampsInReading, type Reading } from '../../core/read/block-reading';
import { rescan, type Edit, type NewText } from '../../core/read/rescan';
import { Source } from '../../core/read/source';
import type { Timestamp } from '../../core/mean/timestamp';

/** What has been read of the document; the same object while nothing is edited. Add it wherever timestamps are asked for. */
export const timestampsField = StateField.define<Reading>({
  create: ({ doc }) => readNote(new Source(doc.toString())),
  update: (reading, { docChanged, changes, state }) =>
    docChanged ? rescan(reading, editsOf(changes), textOf(state.doc)) : reading,
});

/** The timestamps of the document that overlap or touch a range of it, in order; all where no range is given. */
export function timestampsIn(state: EditorState, from?: number, to?: number): readonly Timestamp[] {
  return timestampsInReading(state.field(timestampsField), from, to);
}

function editsOf(changes: ChangeDesc): readonly Edit[] {
  const edits: Edit[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    edits.push({ fromA, toA, fromB, toB });
  });
  return edits;
}

function textOf(doc: Text): NewText {
  return { length: doc.length, source: (from, to) => new Source(doc.sliceString(from, to)) };
}
