// Decides from which second to which a timestamp plays.
import { linkTime } from './bare-times';
import { interpret, type Interpretation, type Limit } from './interpretation';
import { parsePlain } from './timecode';
import type { Cited } from './timestamp';

/** Seconds of a video; the end is after the start, and never past the end of the video. */
export interface Clip {
  readonly start: number;
  readonly end: number;
}

export interface CitedClip extends Clip {
  /** Whether the end of the clip is written in the note. */
  readonly isRange: boolean;
}

/** Limits for the length of a clip without a written end. Seconds. */
const UNENDED = { shortest: 8, longest: 15 };

/** The parts of a timestamp that give its end. */
export type Ended = Pick<Cited, 'written'> & Partial<Pick<Cited, 'kind' | 'end'>>;

export interface ClipContext {
  readonly limit: Limit;
  /** The next second that the note cites after a given one; undefined if there is none. */
  readonly nextAfter: (seconds: number) => number | undefined;
}

/**
 * The clip of a timestamp that starts at `start`. It ends at the written end; without one, at the next second that the note cites
 * of this video, but after 8 s at the soonest and 15 s at the latest. Undefined at the very end of the video.
 */
export function clipAt(
  start: number,
  cited: Ended,
  { limit, nextAfter }: ClipContext,
): CitedClip | undefined {
  const written = writtenEnd(cited, start, limit);
  const end = written ?? unendedEnd(start, nextAfter(start));
  const within = limit.exact ? Math.min(end, limit.seconds) : end;
  return within > start ? { start, end: within, isRange: written !== undefined } : undefined;
}

function unendedEnd(start: number, next = Infinity): number {
  return Math.min(Math.max(next, start + UNENDED.shortest), start + UNENDED.longest);
}

/** Reads the written end of a timestamp as a start is read: first the attribute, then the label. Undefined if it has none. */
export function interpretEnd({ kind, end, written }: Ended, limit: Limit): Interpretation | undefined {
  const mayBeRange = kind === 'anchor' && parsePlain(written.label) === undefined;
  const label = mayBeRange ? linkTime(written.label)?.end : undefined;
  return end === undefined && label === undefined
    ? undefined
    : interpret({ time: end, label: label ?? '' }, limit);
}

/** The end of the clip by the timestamp itself; undefined if it gives none. */
export function writtenEnd(cited: Ended, start: number, limit: Limit): number | undefined {
  return endAfter(start, interpretEnd(cited, limit), limit);
}

/** The end of a clip: only after the start, and no later than the end of the video. */
export function endAfter(start: number, end: Interpretation | undefined, limit: Limit): number | undefined {
  if (end === undefined) return undefined;
  const isPast = end.how === 'past-end' && limit.exact;
  const seconds = 'seconds' in end ? end.seconds : isPast ? limit.seconds : start;
  return seconds > start ? seconds : undefined;
}
