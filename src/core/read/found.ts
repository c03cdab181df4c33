// A timestamp of a text that may have changed since, found again.
import { saysTheSame, type Timestamp } from '../mean/timestamp';
import { scan } from './scan';
import { words } from '../../texts/texts';

/** Of the timestamps that say the same, the one nearest to where it stood; undefined if there is none. */
export function nearestIn(text: string, timestamp: Timestamp): Timestamp | undefined {
  const distance = ({ from }: Timestamp): number => Math.abs(from - timestamp.from);
  const [nearest] = scan(text)
    .filter((one) => saysTheSame(one, timestamp))
    .sort((one, other) => distance(one) - distance(other));
  return nearest;
}

/** The same, where there has to be one. */
export function foundIn(text: string, timestamp: Timestamp): Timestamp {
  const found = nearestIn(text, timestamp);
  if (found === undefined) throw new Error(words.shared.timestampGone);
  return found;
}

/** The place of an offset of one text in another, which differs from it in one part. */
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
