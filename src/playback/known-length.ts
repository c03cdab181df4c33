// The length of a video, as far as it is credible. A player may report a wrong one: that of an advertisement, or of the loaded
// part.
import { LENGTH_SAME } from '../core/mean/tolerances';

/** A length that a player has reported. */
export interface LengthReport {
  /** Seconds. */
  readonly seconds: number;
  /** Distinguishes the loads of a video: its player. */
  readonly load: object;
  /** Whether the playhead moved for some seconds without a change of the length. */
  readonly isConfirmedByTime: boolean;
}

export interface KnownLength {
  /** The length for playing and for chips. Seconds. */
  readonly shown: number | undefined;
  /** The length that may be remembered, and by which notes may be rewritten. Seconds. */
  readonly confirmed: number | undefined;
  /** The unconfirmed reports, the longest first. */
  readonly unconfirmed: readonly LengthReport[];
}

/** Reports that are kept. */
const MOST_UNCONFIRMED = 8;

export function isSameLength(one: number | undefined, other: number | undefined): boolean {
  return one === other || Math.abs((one ?? NaN) - (other ?? NaN)) < LENGTH_SAME;
}

/** A remembered length, which was confirmed. */
export function remembered(length: number | undefined): KnownLength {
  return { shown: length, confirmed: length, unconfirmed: [] };
}

/**
 * Takes a report. A longer length is shown at once, and the known one is dropped; a shorter length only when it is confirmed, by
 * time that passed or by two loads of the video.
 */
export function withReport(known: KnownLength, report: LengthReport): KnownLength {
  const { seconds, load, isConfirmedByTime } = report;
  const { shown, confirmed, unconfirmed } = known;
  if (isSameLength(confirmed, seconds))
    return unconfirmed.length === 0 ? known : { ...known, unconfirmed: [] };
  const isHeardElsewhere = unconfirmed.some(
    (other) => other.load !== load && isSameLength(other.seconds, seconds),
  );
  if (isConfirmedByTime || isHeardElsewhere) return remembered(seconds);
  if (
    unconfirmed.some((other) => isSameLength(other.seconds, seconds)) &&
    seconds <= (shown ?? 0) + LENGTH_SAME
  ) {
    // The same load reports the same again: its shorter reports in between are dropped.
    const kept = unconfirmed.filter((other) => other.seconds > seconds - LENGTH_SAME);
    return kept.length === unconfirmed.length ? known : { ...known, unconfirmed: kept };
  }
  const longer = unconfirmed.filter((other) => other.seconds > seconds);
  const isLonger = shown === undefined || seconds > shown;
  return {
    shown: isLonger ? seconds : shown,
    confirmed: isLonger ? undefined : confirmed,
    unconfirmed: [...longer, report].slice(-MOST_UNCONFIRMED),
  };
}

/** The length for playing, if the player reports `said`: the known length, if that is longer. */
export function lengthToPlayBy(said: number | undefined, known: number | undefined): number | undefined {
  if (said === undefined || known === undefined || isSameLength(said, known)) return said;
  return Math.max(said, known);
}
