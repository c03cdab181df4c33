// Decides which of a note's moments of a video is the current one.
import type { Clip } from './clips';
import { countUpTo, type Tick } from './ticks';
import { MOMENT_EARLY, MOMENT_LATE } from './tolerances';

type Start = Pick<Tick, 'seconds' | 'end'>;

/** The range of playheads for which one second of the note is current: from `from` to before `until`. */
export interface CurrentMoment {
  /** Undefined if none is current. */
  readonly second: number | undefined;
  readonly from: number;
  readonly until: number;
}

/**
 * The last moment before a playhead at `seconds` whose clip has not ended. Without a written end, a clip ends where the next moment
 * begins. `ticks` are ascending.
 */
export function currentMomentAt(ticks: readonly Start[], seconds: number): CurrentMoment {
  const count = countUpTo(ticks, seconds + MOMENT_EARLY);
  const latest = ticks[count - 1]?.seconds ?? -Infinity;
  const until = (ticks[count]?.seconds ?? Infinity) - MOMENT_EARLY;
  let from = latest - MOMENT_EARLY;
  for (const { seconds: second, end } of ticks.slice(0, count).reverse()) {
    if (end === undefined && second < latest) continue;
    const over = end === undefined ? Infinity : end + MOMENT_LATE;
    if (seconds < over) return { second, from, until: Math.min(until, over) };
    from = Math.max(from, over);
  }
  return { second: undefined, from, until };
}

/** Whether a playhead at `seconds` is in the played clip, and the clip is one of the note's `ticks`. */
export function isInRange(ticks: readonly Start[], seconds: number, { start, end }: Clip): boolean {
  const isIn = start - MOMENT_EARLY <= seconds && seconds < end + MOMENT_LATE;
  return isIn && ticks.some((tick) => tick.seconds === start && tick.end === end);
}
