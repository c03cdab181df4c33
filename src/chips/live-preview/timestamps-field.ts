// The timestamps of an editor's document as a state field: read when the document is opened, and again where it is edited.
import { StateField, type ChangeDesc, type EditorState, type Text } from '@codemirror/state';
import { readNote, timestampsIn as timestampsInReading, type Reading } from '../../core/read/block-reading';
import { rescan, type Edit, type NewText } from '../../core/read/rescan';
import { Source } from '../../core/read/source';
import type { Timestamp } from '../../core/mean/timestamp';
import { sayNoChips } from './guard';

interface ReadDocument {
  /**
   * Undefined if reading has thrown: then the document has no timestamps until the next edit, after which it is read as a whole.
   */
  readonly reading: Reading | undefined;
  readonly hasThrown: boolean;
}

/** The reading of the document; the same object until an edit. Add it to every state in which timestamps are read. */
export const timestampsField = StateField.define<ReadDocument>({
  create: ({ doc }) => read(() => readWhole(doc)),
  update(last, { docChanged, changes, state: { doc } }) {
    if (!docChanged) return last;
    const { reading } = last;
    const again = (): Reading =>
      reading === undefined ? readWhole(doc) : rescan(reading, editsOf(changes), textOf(doc));
    const now = read(again, last.hasThrown);
    return now.reading === undefined && reading !== undefined ? read(() => readWhole(doc), true) : now;
  },
});

/** Undefined if reading has thrown. */
export function readingOf(state: EditorState): Reading | undefined {
  return state.field(timestampsField).reading;
}

/** The timestamps that overlap or touch a range of the document, in order; without a range, all. */
export function timestampsIn(state: EditorState, from?: number, to?: number): readonly Timestamp[] {
  const reading = readingOf(state);
  return reading === undefined ? [] : timestampsInReading(reading, from, to);
}

/** A state field that throws would block typing: an error is reported the first time, and leaves a document without timestamps. */
function read(reading: () => Reading, hasThrown = false): ReadDocument {
  try {
    return { reading: reading(), hasThrown };
  } catch (cause) {
    if (!hasThrown) sayNoChips(cause);
    return { reading: undefined, hasThrown: true };
  }
}

function readWhole(doc: Text): Reading {
  return readNote(new Source(doc.toString()));
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
