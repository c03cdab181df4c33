// The timestamps of an editor's document, as state: read when the document is opened, and again where it is edited.
import { Facet, StateField, type ChangeDesc, type EditorState, type Text } from '@codemirror/state';
import { readCell, readNote, timestampsIn as timestampsInReading, type Reading } from '../core/block-reading';
import { rescan, type Edit, type NewText } from '../core/rescan';
import { Source } from '../core/source';
import type { Timestamp } from '../core/timestamp';

/**
 * Whether the document is the text of a table's cell, as in the editors that Live Preview opens in tables. It is no note:
 * nothing in it begins a heading or a list, and it has no properties.
 */
export const cellText = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) });

/** What has been read of the document; the same object while nothing is edited. Add it wherever timestamps are asked for. */
export const timestampsField = StateField.define<Reading>({
  create: read,
  update(reading, { docChanged, changes, startState, state }) {
    if (state.facet(cellText) !== startState.facet(cellText)) return read(state);
    if (!docChanged) return reading;
    return state.facet(cellText) ? read(state) : rescan(reading, editsOf(changes), textOf(state.doc));
  },
});

/** The timestamps of the document that overlap or touch a range of it, in order; all where no range is given. */
export function timestampsIn(state: EditorState, from?: number, to?: number): readonly Timestamp[] {
  return timestampsInReading(state.field(timestampsField), from, to);
}

function read(state: EditorState): Reading {
  const source = new Source(state.doc.toString());
  return state.facet(cellText) ? readCell(source) : readNote(source);
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
