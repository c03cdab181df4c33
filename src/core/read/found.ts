// Finds a timestamp again in a text that may have changed since.
import { saysTheSame, type Timestamp } from '../mean/timestamp';
import { scan } from './scan';
import { words } from '../../texts/texts';

/** Of the timestamps with the same text, the one nearest to the old place; undefined if there is none. */
export function nearestIn(text: string, timestamp: Timestamp): Timestamp | undefined {
  const distance = ({ from }: Timestamp): number => Math.abs(from - timestamp.from);
  const [nearest] = scan(text)
    .filter((one) => saysTheSame(one, timestamp))
    .sort((one, other) => distance(one) - distance(other));
  return nearest;
}

/** The same; throws if there is none. */
export function foundIn(text: string, timestamp: Timestamp): Timestamp {
  const found = nearestIn(text, timestamp);
  if (found === undefined) throw new Error(words.shared.timestampGone);
  return found;
}

/** The offset in the text `now` for an offset in `before`. The two texts differ in one range. */
export function movedOffset(at: number, before: string, now: string): number {
  const least = Math.min(before.length, now.length);
  let start = 0;
  while (start < least && before[start] === now[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  return at < before.length - end
    ? Math.min(at, Math.max(start, now.length - end))
    : at + now.length - before.length;
}
