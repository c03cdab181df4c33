// Decides which second of its video a timestamp means, and says how.
import { parseMinutesSeconds, parsePlain, parseTimecode } from './timecode';
import { providerOf, type Video } from './provider';
import { LENGTH_ROUNDING } from './tolerances';

/** The text of a note: the `data-t` attribute, undefined if it is missing, and the label. */
export interface Written {
  readonly time: string | undefined;
  readonly label: string;
}

/** How a readable timestamp was read. */
export type HowRead = 'as-written' | 'minutes-seconds' | 'from-label';

export type Interpretation =
  | { readonly how: HowRead; readonly seconds: number }
  /** A time was read, and every reading of it lies past the end of the video. */
  | { readonly how: 'past-end' }
  /** No time could be read. */
  | { readonly how: 'unreadable' };

/** The last second that a timestamp may mean; `exact` if that is the length of the video. */
export interface Limit {
  readonly seconds: number;
  readonly exact: boolean;
}

/** The limit for a video whose `length` in seconds may be unknown. */
export function limitOf(video: Video | undefined, length: number | undefined): Limit {
  if (length !== undefined) return { seconds: length, exact: true };
  return { seconds: video === undefined ? Infinity : providerOf(video).longest, exact: false };
}

/**
 * Reads a timestamp. Many notes hold minutes and seconds one field too far to the left (`03:01:00` for 3:01), which shows
 * only by running past the video's end: so each reading is tried against the limit, the written one first.
 */
export function interpret(written: Written, limit: Limit): Interpretation {
  const plain = written.time === undefined ? undefined : parsePlain(written.time);
  if (plain !== undefined && plain <= limit.seconds) return { how: 'as-written', seconds: plain };
  let readable = false;
  for (const { how, read } of READINGS) {
    const seconds = read(written);
    if (seconds === undefined) continue;
    readable = true;
    if (seconds <= limit.seconds + LENGTH_ROUNDING) {
      return { how, seconds: limit.exact ? Math.min(seconds, limit.seconds) : seconds };
    }
  }
  return { how: readable ? 'past-end' : 'unreadable' };
}

/** The second that the label gives; undefined if it is not a single time, or lies past the end. */
export function labelledSecond({ label }: Written, limit: Limit): number | undefined {
  const plain = parsePlain(label);
  if (plain !== undefined && plain <= limit.seconds) return plain;
  const meaning = interpret({ time: undefined, label }, limit);
  return 'seconds' in meaning ? meaning.seconds : undefined;
}

/** The ways to read a timestamp, the most trusted first; most timestamps need only the first. */
const READINGS: readonly { readonly how: HowRead; read: (written: Written) => number | undefined }[] = [
  { how: 'as-written', read: ({ time }) => (time === undefined ? undefined : parseTimecode(time)) },
  {
    how: 'minutes-seconds',
    read: ({ time }) => (time === undefined ? undefined : parseMinutesSeconds(time)),
  },
  { how: 'from-label', read: ({ label }) => parseTimecode(label) },
  { how: 'from-label', read: ({ label }) => parseMinutesSeconds(label) },
];
