// From where to where each timestamp of a note plays.
import { firstIndex } from './ascending';
import type { Attributed } from './attribution';
import { linkTime } from './bare-times';
import { interpret, type Interpretation, type Limit } from './interpretation';
import type { Cited } from './timestamp';
import { videoKey, type Video } from './video';

/** Seconds of a video; the end is after the start, and never past the end of the video. */
export interface Clip {
  readonly start: number;
  readonly end: number;
}

/** What is played of a moment that nothing follows. */
const MOMENT = 15;

/** What says where a timestamp ends. */
export type Ended = Pick<Cited, 'written'> & Partial<Pick<Cited, 'kind' | 'end'>>;

/** What ends a clip: what the note says, else the next moment of the video, as far as there are such. Seconds. */
export interface ClipEnds {
  readonly written: number | undefined;
  readonly next: number | undefined;
  readonly limit: Limit;
}

/** The clip that starts at `start`; undefined at the very end of the video. */
export function clipFrom(start: number, { written, next, limit }: ClipEnds): Clip | undefined {
  const end = written ?? next ?? start + MOMENT;
  const within = limit.exact ? Math.min(end, limit.seconds) : end;
  return within > start ? { start, end: within } : undefined;
}

/**
 * The clip of each timestamp, in the order given. It ends where the note says; else where the note's next moment of the same
 * video begins, wherever that is written; else 15 s on. Undefined for a timestamp without a video, one that means no second,
 * and one at the very end of its video.
 */
export function clipsOf(
  timestamps: readonly Attributed[],
  limitOf: (video: Video) => Limit,
): readonly (Clip | undefined)[] {
  const moments = timestamps.map((attributed) => momentOf(attributed, limitOf));
  const startsByVideo = startsOf(moments);
  return moments.map((moment) => {
    if (moment === undefined) return undefined;
    const { start, writtenEnd, limit, key } = moment;
    const starts = startsByVideo.get(key) ?? [];
    const next = starts[firstIndex(starts, (other) => other > start)];
    return clipFrom(start, { written: writtenEnd, next, limit });
  });
}

interface Resolved {
  readonly key: string;
  readonly limit: Limit;
  readonly start: number;
  readonly writtenEnd: number | undefined;
}

function momentOf({ timestamp, video }: Attributed, limitOf: (video: Video) => Limit): Resolved | undefined {
  if (video === undefined) return undefined;
  const limit = limitOf(video);
  const meaning = interpret(timestamp.written, limit);
  if (!('seconds' in meaning)) return undefined;
  const start = meaning.seconds;
  return { key: videoKey(video), limit, start, writtenEnd: writtenEnd(timestamp, start, limit) };
}

/** How the written end of a timestamp is read: as a start is, first the attribute, then the label. Undefined without one. */
export function interpretEnd({ kind, end, written }: Ended, limit: Limit): Interpretation | undefined {
  const label = kind === 'anchor' ? linkTime(written.label)?.end : undefined;
  return end === undefined && label === undefined
    ? undefined
    : interpret({ time: end, label: label ?? '' }, limit);
}

/** The second at which a timestamp that starts at `start` says that its clip ends; undefined where it says none. */
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

/** The starts in each video, ascending. */
function startsOf(moments: readonly (Resolved | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const moment of moments) {
    if (moment === undefined) continue;
    const known = starts.get(moment.key);
    if (known === undefined) starts.set(moment.key, [moment.start]);
    else known.push(moment.start);
  }
  for (const known of starts.values()) known.sort((one, other) => one - other);
  return starts;
}
