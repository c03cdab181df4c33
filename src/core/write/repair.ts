// Finds timestamps that may be wrong, and their replacements.
import { labelTime, linkTime } from '../mean/bare-times';
import { labelledSecond, type Interpretation } from '../mean/interpretation';
import { readSteps, secondsOf, type NoteContext, type ReadTimestamp } from '../read/reading';
import { retimed } from './retime';
import type { Change } from './rewrite';
import { parseMinutesSeconds, parsePlain, parseTimecode } from '../mean/timecode';
import { eachInSteps, resultOf, type Steps } from '../mean/steps';
import { SYNTAXES } from '../mean/syntax';
import type { Broken, Timestamp } from '../mean/timestamp';
import { videoKey, type Video } from '../mean/video';

type NotAsWritten = Exclude<Interpretation['how'], 'as-written'>;

/** The reasons why a timestamp is listed: how it or its end is read, contradictions, faults of its markup. */
export type Reason =
  | NotAsWritten
  | 'no-label'
  | 'label-differs'
  | `end-${NotAsWritten}`
  /** The end is not after the start. */
  | 'end-not-after'
  /** The label gives another end. */
  | 'end-differs'
  /** Only the other timestamps suggest it: it has the form of slipped ones, or is later than the next one. */
  | 'looks-slipped'
  | Broken;

/** A timestamp that the user may want to look at. */
export interface Finding {
  readonly timestamp: Timestamp;
  /** Its text in the note. */
  readonly source: string;
  /** The text before and after the timestamp, which tells timestamps with the same source apart. */
  readonly before: string;
  readonly behind: string;
  readonly interpretation: Interpretation;
  readonly video: Video | undefined;
  /** The end of its clip, by its written end. Seconds; undefined if it has none, or one that cannot be. */
  readonly clipEnd: number | undefined;
  /** Whether it is listed by certain facts, and not by a length that may be wrong. */
  readonly isSure: boolean;
  /** At least one. */
  readonly reasons: readonly Reason[];
  /** The replacement; undefined if it is not clear what is meant. */
  readonly becomes: string | undefined;
  /** The changes that make the replacement. They may reach further than the timestamp, to a distant closing tag. */
  readonly changes: readonly Change[];
  /** The changes that give it the time of its label; undefined if that is no other moment of the video. */
  readonly byLabel: readonly Change[] | undefined;
}

/** Reasons that no reading settles; the end stays as it is. */
const LASTING: ReadonlySet<Reason> = new Set([
  'end-past-end',
  'end-unreadable',
  'end-not-after',
  'looks-slipped',
]);
/** `03:01:00`: minutes and seconds one field too far to the left, with zeros or milliseconds in the last. */
const SLIPPED = /^\D*0*[1-9]\d{0,3}:\d{1,2}:(?:00|\d{3})\D*$/;
const AROUND = 32;

/** The result of a check of a note. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** The videos of the note whose length is not known, so that no timestamp was compared with it. */
  readonly unmeasured: readonly Video[];
}

/** The timestamps of a note that do not play the written time, contradict themselves or have broken markup, in order. */
export function findDoubtful(text: string, note: NoteContext): readonly Finding[] {
  return checkText(text, note).findings;
}

export function checkText(text: string, note: NoteContext): Checked {
  return resultOf(checkSteps(text, note));
}

/** The same in steps. */
export function* checkSteps(text: string, note: NoteContext): Steps<Checked> {
  const read = yield* readSteps(text, note);
  const counts = countsByVideo(read);
  const findings: Finding[] = [];
  yield* eachInSteps(read, (one, index) => {
    const { all = 0, past = 0, slipped = 0 } = counts[index] ?? {};
    const isDoubted = past * 2 > all && !isReadAsWritten(one);
    const looksSlipped = slipped > 0 && isLikeSlipped(one);
    const finding = findingOf(text, isDoubted ? { ...one, isSure: false } : one, looksSlipped);
    if (finding !== undefined) findings.push(finding);
  });
  const unmeasured = [...new Set(counts)].flatMap(({ video, isMeasured }) =>
    video === undefined || isMeasured ? [] : [video],
  );
  return { findings, unmeasured };
}

/** Counts of a note's timestamps of one video. */
interface VideoCounts {
  readonly video: Video | undefined;
  /** Whether its length is known. */
  readonly isMeasured: boolean;
  all: number;
  /** The number past its end. If it is more than half, the length is probably wrong. */
  past: number;
  slipped: number;
}

/** For each timestamp the counts of its video. */
function countsByVideo(read: readonly ReadTimestamp[]): readonly VideoCounts[] {
  const byKey = new Map<string | undefined, VideoCounts>();
  let last: VideoCounts | undefined;
  return read.map((one) => {
    // Nearly always the same video as the timestamp before.
    const counts = last !== undefined && last.video === one.video ? last : countsOf(one, byKey);
    last = counts;
    counts.all += 1;
    if (isPastEnd(one)) counts.past += 1;
    if (isSlipped(one)) counts.slipped += 1;
    return counts;
  });
}

function countsOf({ video, limit }: ReadTimestamp, byKey: Map<string | undefined, VideoCounts>): VideoCounts {
  const key = video === undefined ? undefined : videoKey(video);
  const counts = byKey.get(key) ?? { video, isMeasured: limit.exact, all: 0, past: 0, slipped: 0 };
  byKey.set(key, counts);
  return counts;
}

/** Whether it is read as slipped without a known length, since no video is that long. */
function isSlipped({ limit, interpretation, timestamp }: ReadTimestamp): boolean {
  return (
    !limit.exact && interpretation.how === 'minutes-seconds' && SLIPPED.test(timestamp.written.time ?? '')
  );
}

/** Whether it has the form of slipped ones, and could also be meant as written. */
function isLikeSlipped({ limit, interpretation, timestamp }: ReadTimestamp): boolean {
  return !limit.exact && interpretation.how === 'as-written' && SLIPPED.test(timestamp.written.time ?? '');
}

/** Whether it lies, as written, past a known end. Slipped ones do not count, since they say nothing about the length. */
function isPastEnd({ timestamp, limit, interpretation }: ReadTimestamp): boolean {
  if (!limit.exact || interpretation.how === 'unreadable') return false;
  if (interpretation.how === 'past-end') return true;
  return interpretation.how === 'minutes-seconds' && !SLIPPED.test(timestamp.written.time ?? '');
}

function isReadAsWritten({ interpretation, end }: ReadTimestamp): boolean {
  return interpretation.how === 'as-written' && (end === undefined || end.how === 'as-written');
}

/**
 * Whether it can be rewritten without a look. If only the label contradicts the time, either may be right; and a length that may be
 * wrong is for the user to judge.
 */
export function isUndisputed({ becomes, reasons, isSure }: Finding): boolean {
  return isSure && becomes !== undefined && reasons.some((reason) => !isOfLabel(reason));
}

/** The reasons to list a timestamp; empty if it is as it should be. */
export function reasonsFor(read: ReadTimestamp): readonly Reason[] {
  const { timestamp, interpretation } = read;
  const { how } = interpretation;
  const reasons: Reason[] = how === 'as-written' ? [] : [how];
  if (saysOneTime(timestamp)) return reasons;
  if (timestamp.broken !== undefined) reasons.push(timestamp.broken);
  const start = secondsOf(interpretation);
  if (start === undefined) return reasons;
  const { time, label } = timestamp.written;
  const { hasLabel } = SYNTAXES[timestamp.kind];
  if (hasLabel && label === '') reasons.push('no-label');
  else if (hasLabel && isContradicted(interpretation, time, labelTime(label))) reasons.push('label-differs');
  return read.end === undefined ? reasons : [...reasons, ...reasonsForEnd(read, start)];
}

/** Whether a timestamp is, as nearly all are, a well-formed anchor without an end whose label gives the same time. */
function saysOneTime({ kind, broken, end, written: { time = '', label } }: Timestamp): boolean {
  if (kind !== 'anchor' || broken !== undefined || end !== undefined) return false;
  const labelled = parsePlain(label);
  return labelled !== undefined && labelled === parsePlain(time);
}

function reasonsForEnd({ timestamp, end }: ReadTimestamp, start: number): readonly Reason[] {
  if (end === undefined) return [];
  const reasons: Reason[] = end.how === 'as-written' ? [] : [`end-${end.how}`];
  if ('seconds' in end && end.seconds <= start) reasons.push('end-not-after');
  const said = timestamp.kind === 'anchor' ? linkTime(timestamp.written.label)?.end : undefined;
  if (said !== undefined && isContradicted(end, timestamp.end, said)) reasons.push('end-differs');
  return reasons;
}

/** Whether a label gives another second, read as written or in the way in which the time was read. */
function isContradicted({ how }: Interpretation, written = '', label = ''): boolean {
  if (label === written || (how !== 'as-written' && how !== 'minutes-seconds')) return false;
  const parse = how === 'as-written' ? parseTimecode : parseMinutesSeconds;
  const said = [parseTimecode(label), parse(label)].filter((seconds) => seconds !== undefined);
  return said.length > 0 && !said.map(Math.floor).includes(Math.floor(parse(written) ?? NaN));
}

function findingOf(text: string, read: ReadTimestamp, looksSlipped: boolean): Finding | undefined {
  const found = reasonsFor(read);
  const reasons: readonly Reason[] = looksSlipped ? [...found, 'looks-slipped'] : found;
  if (reasons.length === 0) return undefined;
  const { timestamp, interpretation, video, clipEnd, isSure } = read;
  const { from, to } = timestamp;
  const isMendable = reasons.some((reason) => !LASTING.has(reason));
  const changes = isMendable ? repairOf(text, read) : [];
  return {
    timestamp,
    source: text.slice(from, to),
    before: text.slice(Math.max(0, from - AROUND), from),
    behind: text.slice(to, to + AROUND),
    interpretation,
    video,
    clipEnd,
    isSure,
    reasons,
    becomes: changes[0]?.insert,
    changes,
    byLabel: reasons.some(isOfLabel) ? repairByLabel(text, read, changes) : undefined,
  };
}

function isOfLabel(reason: Reason): boolean {
  return reason === 'label-differs' || reason === 'end-differs';
}

function repairByLabel(
  text: string,
  { timestamp, limit, clipEnd }: ReadTimestamp,
  changes: readonly Change[],
): readonly Change[] | undefined {
  const { label } = timestamp.written;
  const { end, time = label } = linkTime(label) ?? {};
  const seconds = labelledSecond({ time: undefined, label: time }, limit);
  if (seconds === undefined) return undefined;
  const last = end === undefined ? clipEnd : labelledSecond({ time: undefined, label: end }, limit);
  const moment = { seconds, end: last !== undefined && last > seconds ? last : undefined };
  const byLabel = retimed(text, timestamp, moment);
  const isOther = byLabel.length > 0 && byLabel[0]?.insert !== changes[0]?.insert;
  return isOther ? byLabel : undefined;
}

function repairOf(text: string, read: ReadTimestamp): readonly Change[] {
  const { timestamp, end, clipEnd } = read;
  const start = secondsOf(read.interpretation);
  if (start === undefined) return [];
  const writtenEnd = end === undefined ? undefined : secondsOf(end);
  // A broken timestamp is written anew, which would drop an end that means no second.
  if (end !== undefined && writtenEnd === undefined && timestamp.broken !== undefined) return [];
  const isClip = writtenEnd !== undefined && clipEnd !== undefined;
  // The end is after the start in whole seconds too.
  const moment = { seconds: start, end: isClip ? Math.max(clipEnd, start + 1) : writtenEnd };
  return retimed(text, timestamp, moment);
}
