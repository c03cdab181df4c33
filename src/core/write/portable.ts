// The content of a timestamp that every form can express.
import { labelTime } from '../mean/bare-times';
import type { Interpretation, Limit } from '../mean/interpretation';
import type { Moment } from '../mean/moment';
import { providerOf } from '../mean/provider';
import { parseMinutesSeconds, parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';
import type { Video } from '../mean/video';
import { secondsOf, type ReadTimestamp } from '../read/reading';
import { Source } from '../read/source';
import { readTag } from '../read/tag';
import { reasonsFor, type Reason } from './repair';

/** The reasons why a timestamp stays as it is. */
export type Left =
  | 'no-second'
  | 'no-video'
  /** No link would name its video so that it is read back. */
  | 'no-link'
  /** It names another video than the note, which a time in brackets cannot. */
  | 'other-video'
  /** It contradicts itself or its markup is broken, and the new form would hide that. */
  | 'doubtful'
  /** Its label is words. */
  | 'label'
  /** It has a fraction of a second, which a link cannot express. */
  | 'fraction'
  /** It has an end that a link's label may not express: a label has no unit. */
  | 'end'
  /** It contains more than the new form can: a title, parameters or attributes. */
  | 'says-more'
  /** At its place the new form would be no timestamp or would break another one; or another time of its bracket stays. */
  | 'place'
  /** Other lines of its list stay, and would be no list without it. */
  | 'list';

/** The content that every form can express. */
export interface Portable {
  readonly from: number;
  readonly to: number;
  readonly moment: Moment;
  readonly video: Video;
  /**
   * Whether a length that is not known yet may show that minutes and seconds are meant. A label of three fields has the same doubt.
   */
  readonly mayHaveSlipped: boolean;
}

/** Reasons that the new form settles: it writes the time as it is read, and gives a label. */
const RESOLVED: ReadonlySet<Reason> = new Set([
  ...(['minutes-seconds', 'from-label', 'end-minutes-seconds', 'end-from-label', 'no-label'] as const),
]);
const ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'data-t', 'data-end', 'data-v']);
const NESTED_TAG = /<(?!\/?a[\s>])/i;
/** Times before this are meant as written, since hardly a cited video is shorter. Seconds. */
const SHORT = 600;
const TITLE = /^\]\(\s*\S+\s+["'(]/;
const HTML_TITLE = /^<a\s[^<>]*\btitle=/i;

export function portableOf(read: ReadTimestamp, source: string): Portable | Left {
  const { timestamp, video, limit, interpretation, end } = read;
  const seconds = wrote(interpretation, timestamp.written.time, limit);
  if (seconds === undefined) return 'no-second';
  if (video === undefined) return 'no-video';
  if (reasonsFor(read).some((reason) => !RESOLVED.has(reason))) return 'doubtful';
  const more = saidBesides(timestamp, video, source);
  if (more !== undefined) return more;
  const { from, to, kind, written } = timestamp;
  const mayHaveSlipped = kind !== 'link' && !limit.exact && [written.time, timestamp.end].some(isSlipLike);
  const moment = { seconds, end: end === undefined ? undefined : wrote(end, timestamp.end, limit) };
  return { from, to, moment, video, mayHaveSlipped };
}

function isSlipLike(time = ''): boolean {
  return parseMinutesSeconds(time) !== undefined && (parseTimecode(time) ?? 0) >= SHORT;
}

/** A time that is right as written is not cut off at a length, which players round in different ways. */
function wrote(read: Interpretation, written: string | undefined, limit: Limit): number | undefined {
  if (read.how === 'as-written') return parseTimecode(written ?? '');
  const seconds = secondsOf(read);
  return seconds === limit.seconds ? Math.floor(seconds) : seconds;
}

function saidBesides({ kind, named, written }: Timestamp, video: Video, source: string): Left | undefined {
  if (named !== undefined && !providerOf(video).isPlainName(named)) return 'says-more';
  if (kind === 'link') {
    const hasTitle = TITLE.test(source.slice(source.indexOf(']('))) || HTML_TITLE.test(source);
    return hasTitle ? 'says-more' : undefined;
  }
  if (kind !== 'anchor') return undefined;
  if (NESTED_TAG.test(source)) return 'label';
  if (written.label !== '' && labelTime(written.label) === undefined) return 'label';
  const attributes = readTag(new Source(source), 0)?.attributes;
  const isPlain =
    attributes?.get('class')?.value === 'yt-timestamp' &&
    [...attributes.keys()].every((name) => ATTRIBUTES.has(name));
  return isPlain ? undefined : 'says-more';
}
