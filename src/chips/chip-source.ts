// The timestamp of a chip in its text, if that can be changed.
import type { Change } from '../core/write/rewrite';
import type { Timestamp } from '../core/mean/timestamp';

export type ChangesFor = (text: string, timestamp: Timestamp) => readonly Change[];

export interface ChipSource {
  /** Makes the changes for the timestamp in its present text: in an editor, as one undo step. */
  change(changesFor: ChangesFor): Promise<void>;
  /** Puts the caret at the timestamp, and shows its source. */
  reveal(): Promise<void>;
}
