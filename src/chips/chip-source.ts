// The timestamp of a chip in the text that it stands in, as far as that can be changed.
import type { Change } from '../core/write/rewrite';
import type { Timestamp } from '../core/mean/timestamp';

export type ChangesFor = (text: string, timestamp: Timestamp) => readonly Change[];

export interface ChipSource {
  /** Makes the changes that are found for the timestamp as it stands now, as one undo step where the text is being edited. */
  change(changesFor: ChangesFor): Promise<void>;
  /** Puts the caret at the timestamp, where its source is seen. */
  reveal(): Promise<void>;
}
