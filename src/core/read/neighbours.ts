// Finds the timestamps of a note around a caret. The timestamps must be in the order of `scan`.
import { firstIndex } from '../mean/ascending';

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** The timestamp that an offset is in or touches; of two, the one before it. */
export function timestampAt<T extends Placed>(timestamps: readonly T[], offset: number): T | undefined {
  const count = countBefore(timestamps, offset + 1);
  return [timestamps[count - 2], timestamps[count - 1]].find((one) => one !== undefined && one.to >= offset);
}

/** The first timestamp that begins after an offset. */
export function timestampBehind<T extends Placed>(timestamps: readonly T[], offset: number): T | undefined {
  return timestamps[countBefore(timestamps, offset + 1)];
}

/** The last timestamp that begins before an offset. */
export function timestampBefore<T extends Placed>(timestamps: readonly T[], offset: number): T | undefined {
  return timestamps[countBefore(timestamps, offset) - 1];
}

/** Counts the timestamps that begin before `offset`. */
function countBefore(timestamps: readonly Placed[], offset: number): number {
  return firstIndex(timestamps, ({ from }) => from >= offset);
}
