// The length of one video, as far as it is believed. A player may say a wrong one: that of an advertisement, or of what it has loaded so far.
import { LENGTH_SAME } from '../core/mean/tolerances';

/** How a length was heard. */
export interface LengthReport {
  /** Seconds. */
  readonly seconds: number;
  /** An object that tells one load of the video from another: its player. */
  readonly load: object;
  /** Whether time has moved for some seconds, and the player still said the same. */
  readonly isBorneOut: boolean;
}

export interface KnownLength {
  /** The length to play and to show by. Seconds. */
  readonly shown: number | undefined;
  /** The length that may be remembered, and that notes may be rewritten by. Seconds. */
  readonly confirmed: number | undefined;
  /** The reports that are not confirmed, from the longest to the shortest. */
  readonly heard: readonly LengthReport[];
}

/** A player that goes on shrinking is not listened to for ever. */
const MOST_HEARD = 8;

export function isSameLength(one: number | undefined, other: number | undefined): boolean {
  return one === other || Math.abs((one ?? NaN) - (other ?? NaN)) < LENGTH_SAME;
}

/** The knowledge of a remembered length: its length was confirmed then. */
export function remembered(length: number | undefined): KnownLength {
  return { shown: length, confirmed: length, heard: [] };
}

/**
 * The knowledge after a report. A longer length is shown at once, and what was known is not believed any more; a shorter one only
 * after it is confirmed: time has borne it out, or two loads of the video have said it.
 */
export function withReport(known: KnownLength, report: LengthReport): KnownLength {
  const { seconds, load, isBorneOut } = report;
  const { shown, confirmed, heard } = known;
  if (isSameLength(confirmed, seconds)) return heard.length === 0 ? known : { ...known, heard: [] };
  const isHeardElsewhere = heard.some((other) => other.load !== load && isSameLength(other.seconds, seconds));
  if (isBorneOut || isHeardElsewhere) return remembered(seconds);
  if (heard.some((other) => isSameLength(other.seconds, seconds)) && seconds <= (shown ?? 0) + LENGTH_SAME) {
    // The same load says the same again; what it said in between was shorter, and is taken back.
    const kept = heard.filter((other) => other.seconds > seconds - LENGTH_SAME);
    return kept.length === heard.length ? known : { ...known, heard: kept };
  }
  const longer = heard.filter((other) => other.seconds > seconds);
  const isLonger = shown === undefined || seconds > shown;
  return {
    shown: isLonger ? seconds : shown,
    confirmed: isLonger ? undefined : confirmed,
    heard: [...longer, report].slice(-MOST_HEARD),
  };
}

/** The length to play by if the player says `said`: a shorter length than the known one is not believed. */
export function lengthToPlayBy(said: number | undefined, known: number | undefined): number | undefined {
  if (said === undefined || known === undefined || isSameLength(said, known)) return said;
  return Math.max(said, known);
}
