// The facts that are remembered of a video, decoded from untrusted data.
import { LONGEST_TITLE } from '../core/mean/title';
import { isLength, isRate, isTime } from './plausible';
import { LENGTH_SAME } from '../core/mean/tolerances';

export interface RememberedVideo {
  /** The second at which the user left it. */
  readonly position?: number | undefined;
  /** Seconds. */
  readonly length?: number | undefined;
  readonly title?: string | undefined;
  readonly rate?: number | undefined;
}

/** `before` with the new `facts`; `before` itself if nothing changes. */
export function withNewFacts(before: RememberedVideo, facts: RememberedVideo): RememberedVideo {
  const news = Object.entries(facts).filter(
    ([name, value]) => value !== undefined && value !== before[name as keyof RememberedVideo],
  );
  const { length } = before;
  const isLengthNews = length === undefined || Math.abs(length - (facts.length ?? length)) >= LENGTH_SAME;
  const real = isLengthNews ? news : news.filter(([name]) => name !== 'length');
  return real.length === 0 ? before : { ...before, ...Object.fromEntries(real) };
}

/** Decodes saved videos by their keys; malformed facts are dropped. Undefined if nothing was saved. */
export function decodeVideos(saved: unknown): ReadonlyMap<string, RememberedVideo> | undefined {
  if (!isRecord(saved)) return undefined;
  const entries = Object.entries(saved).map(([key, video]) => [key, decodeVideo(video)] as const);
  return new Map(entries.filter(([, video]) => Object.values(video).some((value) => value !== undefined)));
}

/** The same for data of earlier versions, which have only lengths. */
export function decodeLengths(saved: unknown): ReadonlyMap<string, RememberedVideo> | undefined {
  if (!isRecord(saved)) return undefined;
  return decodeVideos(Object.fromEntries(Object.entries(saved).map(([key, length]) => [key, { length }])));
}

function decodeVideo(saved: unknown): RememberedVideo {
  if (!isRecord(saved)) return {};
  const { position, length, title, rate } = saved;
  return {
    position: isTime(position) ? position : undefined,
    length: isLength(length) ? length : undefined,
    title: typeof title === 'string' && title.length <= LONGEST_TITLE ? title : undefined,
    rate: isRate(rate) ? rate : undefined,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
