// From where to where a timestamp plays.
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
  /** Whether the note says where it ends. */
  readonly isRange: boolean;
}

/** How long a clip is without a written end: what is shorter says nothing. Seconds. */
const UNENDED = { shortest: 8, longest: 15 };

/** The parts of a timestamp that say its end. */
export type Ended = Pick<Cited, 'written'> & Partial<Pick<Cited, 'kind' | 'end'>>;

export interface ClipContext {
  readonly limit: Limit;
  /** The first second after another at which the note has a moment of the video; undefined if there is none. */
  readonly nextAfter: (seconds: number) => number | undefined;
}

/**
 * The clip of a timestamp that means the second `start`. It ends where the note says; else where the note's next moment of the same
 * video begins, wherever that is written, but 8 s on at the soonest and 15 s at the latest. Undefined at the very end of the video.
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

/** How the written end of a timestamp is read: as a start is, first the attribute, then the label. Undefined without one. */
export function interpretEnd({ kind, end, written }: Ended, limit: Limit): Interpretation | undefined {
  const mayBeRange = kind === 'anchor' && parsePlain(written.label) === undefined;
  const label = mayBeRange ? linkTime(written.label)?.end : undefined;
  return end === undefined && label === undefined
    ? undefined
    : interpret({ time: end, label: label ?? '' }, limit);
}

/** The second at which a timestamp that starts at `start` says that its clip ends; undefined if it says none. */
export function writtenEnd(cited: Ended, start: number, limit: Limit): number | undefined {
  return endAfter(start, interpretEnd(cited, limit), limit);
}

/** The second at which a written end ends a clip: only after the start, and with the video where it is past that. */
export function endAfter(start: number, end: Interpretation | undefined, limit: Limit): number | undefined {
  if (end === undefined) return undefined;
  const isPast = end.how === 'past-end' && limit.exact;
  const seconds = 'seconds' in end ? end.seconds : isPast ? limit.seconds : start;
  return seconds > start ? seconds : undefined;
}
