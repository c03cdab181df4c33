// What a chip says: its face, its name for screen readers, and why it is not what the note says.
import type { Interpretation, Limit, Written } from '../core/interpretation';
import { formatCompact, parseTimecode, spokenTimecode } from '../core/timecode';

/** Which video a timestamp is about: known, not set in the note, or named in a way that cannot be read. */
export type ChipVideo = 'set' | 'unset' | 'unreadable';

export interface ChipFacts {
  readonly written: Written;
  readonly interpretation: Interpretation;
  readonly limit: Limit;
  readonly video: ChipVideo;
}

export interface ChipText {
  readonly face: string;
  readonly name: string;
  /** Why the chip does nothing, or plays another time than the note says; undefined when all is as written. */
  readonly remark: string | undefined;
  readonly playable: boolean;
}

export const NO_VIDEO = 'No video is set for this note: add a videoId property.';
const UNREADABLE_VIDEO = 'The video that this timestamp names cannot be read.';

/** A note can hold anything; no tooltip quotes more of it than this. */
const LONGEST_QUOTE = 40;

const NOTHING = '–:––';

export function chipText(facts: ChipFacts): ChipText {
  const { interpretation, written } = facts;
  const readable = 'seconds' in interpretation;
  const face = readable ? formatCompact(interpretation.seconds) : asItStands(written);
  const playable = readable && facts.video === 'set';
  const remark = remarkOn(facts);
  const action = playable ? `Play from ${spokenTimecode(interpretation.seconds)}` : face;
  return { face, name: remark === undefined ? action : `${action}. ${remark}`, remark, playable };
}

/** Why a timestamp has no second in a video of `length` seconds. */
export function pastEndText(written: Written, length: number): string {
  return `${quoted(written)} is ${tooLate({ seconds: length, exact: true })}.`;
}

function remarkOn(facts: ChipFacts): string | undefined {
  const { interpretation } = facts;
  if (interpretation.how === 'unreadable') return unreadable(facts.written);
  if (facts.video === 'unset') return NO_VIDEO;
  if (facts.video === 'unreadable') return UNREADABLE_VIDEO;
  switch (interpretation.how) {
    case 'past-end':
      return `${quoted(facts.written)} is ${tooLate(facts.limit)}.`;
    case 'minutes-seconds':
      return `${whyNotAsWritten(facts)} Read as minutes and seconds: ${formatCompact(interpretation.seconds)}.`;
    case 'from-label':
      return `${whyNotAsWritten(facts)} Read from the label: ${formatCompact(interpretation.seconds)}.`;
    case 'as-written':
      return facts.written.label === '' ? 'Written without a label.' : undefined;
  }
}

function whyNotAsWritten({ written, limit }: ChipFacts): string {
  if (written.time === undefined || written.time.trim() === '') return 'Written without a time in data-t.';
  if (parseTimecode(written.time) === undefined)
    return `Written as ${quote(written.time)}, which is not a time.`;
  return `Written as ${quote(written.time)}, which is ${tooLate(limit)}.`;
}

function tooLate({ seconds, exact }: Limit): string {
  return exact
    ? `past the end of this video (${formatCompact(seconds)})`
    : 'longer than any video of YouTube';
}

function unreadable(written: Written): string {
  if (written.time === undefined && written.label === '') return 'No time is written here.';
  return `“${quoted(written)}” is not a time.`;
}

function quoted({ time, label }: Written): string {
  return quote(time === undefined || time.trim() === '' ? label : time);
}

function quote(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_QUOTE ? `${trimmed.slice(0, LONGEST_QUOTE)}…` : trimmed;
}

function asItStands({ time, label }: Written): string {
  const text = label.trim() === '' ? (time ?? '') : label;
  return text.trim() === '' ? NOTHING : quote(text);
}
