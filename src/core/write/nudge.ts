// Moves a timestamp in its video.
import type { Moment } from '../mean/moment';
import { endAfter, interpretEnd } from '../mean/clips';
import { interpret, type Limit } from '../mean/interpretation';
import { secondsOf } from '../read/reading';
import { retimed } from './retime';
import type { Change } from './rewrite';
import type { Timestamp } from '../mean/timestamp';

/** The changes that move a timestamp by whole seconds, forwards or backwards; none if it means no second, or cannot move. */
export function nudge(
  text: string,
  timestamp: Timestamp,
  { by, limit }: { readonly by: number; readonly limit: Limit },
): readonly Change[] {
  const start = secondsOf(interpret(timestamp.written, limit));
  if (start === undefined) return [];
  const moment = movedTo(Math.floor(start) + by, timestamp, limit);
  return moment.seconds === Math.floor(start) ? [] : changesFor(text, timestamp, moment);
}

/** The changes that set a timestamp to a second, rounded down, even if it meant none before. */
export function setTo(
  text: string,
  timestamp: Timestamp,
  { seconds, limit }: { readonly seconds: number; readonly limit: Limit },
): readonly Change[] {
  return changesFor(text, timestamp, movedTo(seconds, timestamp, limit));
}

/** A timestamp stays within its video. Its end stays in place until it would not be after the start; then it moves too. */
function movedTo(seconds: number, timestamp: Timestamp, limit: Limit): Moment {
  const { end, length } = endOf(timestamp, limit);
  const last = Math.floor(limit.seconds);
  const start = Math.max(0, Math.min(Math.floor(seconds), length > 0 ? last - 1 : last));
  const isOvertaken = end !== undefined && length > 0 && end <= start;
  return { seconds: start, end: isOvertaken ? Math.min(start + length, last) : end };
}

/** The written end and the length of the clip in whole seconds, at least one; none if the end does not count. */
function endOf(timestamp: Timestamp, limit: Limit): { end: number | undefined; length: number } {
  const read = interpretEnd(timestamp, limit);
  if (read === undefined) return { end: undefined, length: 0 };
  const start = secondsOf(interpret(timestamp.written, limit));
  const clipEnd = start === undefined ? undefined : endAfter(start, read, limit);
  if (start === undefined || clipEnd === undefined) return { end: secondsOf(read), length: 0 };
  return { end: Math.floor(clipEnd), length: Math.max(1, Math.floor(clipEnd) - Math.floor(start)) };
}

function changesFor(text: string, timestamp: Timestamp, moment: Moment): readonly Change[] {
  return retimed(text, timestamp, moment).filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}
