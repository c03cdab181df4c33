// The timestamps of an editor's document, as state.
import { StateField, type EditorState } from '@codemirror/state';
import { scan } from '../core/scan';
import type { Timestamp } from '../core/timestamp';

export const timestampsField = StateField.define<readonly Timestamp[]>({
  create: (state) => scan(state.doc.toString()),
  update: (timestamps, { docChanged, state }) => (docChanged ? scan(state.doc.toString()) : timestamps),
});

/** The timestamps of the document that overlap or touch a range of it, in order; all where no range is given. */
export function timestampsIn(state: EditorState, from = 0, to = Infinity): readonly Timestamp[] {
  return state.field(timestampsField).filter((timestamp) => timestamp.to >= from && timestamp.from <= to);
}
