// The texts of a chip: its face, its name for screen readers, and the reason if it differs from the note.
import {
  interpret,
  labelledSecond,
  limitOf,
  type Interpretation,
  type Limit,
  type Written,
} from '../core/mean/interpretation';
import { SYNTAXES } from '../core/mean/syntax';
import { formatCompact, formatTimecode, parseTimecode, spokenTimecode } from '../core/mean/timecode';
import type { Cited } from '../core/mean/timestamp';
import type { UnusableProperty, Video } from '../core/mean/video';
import { words } from '../texts/texts';

/** Whether the video of a timestamp is known, not set in the note, or named in a form that cannot be read. */
export type ChipVideo = 'set' | 'unset' | 'unreadable';

/** Whether a chip shows its time in short form, or in the form that the note uses. */
export type ChipLabel = 'compact' | 'as-written';

export interface ChipFacts {
  readonly cited: Cited;
  readonly interpretation: Interpretation;
  /** The end of the clip as the timestamp gives it. Seconds. */
  readonly end: number | undefined;
  readonly limit: Limit;
  readonly video: ChipVideo;
  readonly label: ChipLabel;
  /** The property in which the user can set the note's video. */
  readonly property: string;
  /** A property that was meant to name the video, and holds a value that is no video. */
  readonly unusable?: UnusableProperty | undefined;
}

export interface ChipText {
  readonly face: string;
  readonly name: string;
  /** The reason why the chip does nothing, or plays another time than the note says; undefined if it plays the written time. */
  readonly remark: string | undefined;
  readonly playable: boolean;
}

const UNREADABLE_VIDEO = words.app.unreadableVideo;

/** Characters of the note that a tooltip quotes at most: a note can hold any length of text. */
const LONGEST_QUOTE = 40;

/** The same for an address, which a user recognizes only with more of it. */
const LONGEST_VALUE = 100;

const NOTHING = '–:––';
const BRACKETS = /^\[([^[\]]*)\]$/;

export function chipText(facts: ChipFacts): ChipText {
  const { interpretation, cited, end, video } = facts;
  const remark = remarkOn(facts);
  if (!('seconds' in interpretation)) return inert(asItStands(cited.written), remark);
  const face = faceOf(facts, interpretation.seconds);
  if (video !== 'set') return inert(face, remark);
  const until = end === undefined ? '' : words.app.toEnd(spokenTimecode(end));
  const action = words.app.playFrom(spokenTimecode(interpretation.seconds), until);
  return { face, name: named(action, remark), remark, playable: true };
}

/** A chip's remark on a timestamp of a known video; undefined if it plays the written time, or nothing. */
export function remarkOf(cited: Cited, video: Video, length: number | undefined): string | undefined {
  const limit = limitOf(video, length);
  const interpretation = interpret(cited.written, limit);
  if (!('seconds' in interpretation)) return undefined;
  const facts = { cited, interpretation, end: undefined, limit, label: 'compact', property: '' } as const;
  return remarkOn({ ...facts, video: 'set' });
}

function inert(face: string, remark: string | undefined): ChipText {
  return { face, name: named(face, remark), remark, playable: false };
}

function named(action: string, remark: string | undefined): string {
  return remark === undefined ? action : words.shared.withRemark(action, remark);
}

/** The note's own text is shown only while the chip plays that time. */
function faceOf({ cited, interpretation, end, limit, label }: ChipFacts, seconds: number): string {
  const isCompact = label === 'compact';
  if (!isCompact && interpretation.how === 'as-written') {
    const written = cited.written.label.replace(BRACKETS, '$1').trim();
    const labelled = labelledSecond(cited.written, limit) ?? seconds;
    if (Math.floor(labelled) === Math.floor(seconds) && written !== '') return written;
  }
  const format = isCompact ? formatCompact : formatTimecode;
  return end === undefined ? format(seconds) : `${format(seconds)}–${format(end)}`;
}

/** Tells the user how to give a note its video. */
export function noVideo(property: string, unusable: UnusableProperty | undefined): string {
  if (unusable !== undefined) {
    const { name, value } = unusable;
    return words.app.propertyIsNoVideo(name, quote(value, LONGEST_VALUE));
  }
  return words.app.noVideoSet(property);
}

/** The reason why a timestamp has no second in a video of `length` seconds. */
export function pastEndText(written: Written, length: number): string {
  return pastEndSentence(written, { seconds: length, exact: true });
}

/**
 * The sentence for a time past the end of its video. A link gives its time in seconds (`754`); the sentence shows it as a timecode
 * (`12:34`).
 */
function pastEndSentence(written: Written, limit: Limit): string {
  const said = quoted(written);
  return words.app.timeIs(
    /^\d+s?$/.test(said) ? formatCompact(Number.parseInt(said, 10)) : said,
    tooLate(limit),
  );
}

function remarkOn(facts: ChipFacts): string | undefined {
  const { interpretation, cited } = facts;
  const { written } = cited;
  if (interpretation.how === 'unreadable') return unreadable(written);
  if (facts.video === 'unset') return noVideo(facts.property, facts.unusable);
  if (facts.video === 'unreadable') return UNREADABLE_VIDEO;
  switch (interpretation.how) {
    case 'past-end':
      return pastEndSentence(written, facts.limit);
    case 'minutes-seconds':
      return words.app.readAsMinutes(whyNotAsWritten(facts), formatCompact(interpretation.seconds));
    case 'from-label':
      return words.app.readFromLabel(whyNotAsWritten(facts), formatCompact(interpretation.seconds));
    case 'as-written':
      if (written.label !== '') return remarkOnLabel(facts, interpretation.seconds);
      return SYNTAXES[cited.kind].hasLabel ? words.app.withoutLabel : undefined;
  }
}

/** The remark on a label that says another time than the one that the chip plays. */
function remarkOnLabel({ cited, limit }: ChipFacts, seconds: number): string | undefined {
  const labelled = labelledSecond(cited.written, limit);
  if (labelled === undefined || Math.floor(labelled) === Math.floor(seconds)) return undefined;
  return words.app.labelSays(formatCompact(labelled));
}

function whyNotAsWritten({ cited: { written }, limit }: ChipFacts): string {
  if (written.time === undefined || written.time.trim() === '') return words.app.withoutTime;
  if (parseTimecode(written.time) === undefined) return words.app.writtenNotATime(quote(written.time));
  return words.app.writtenAs(quote(written.time), tooLate(limit));
}

/** The reason why a time is not taken as it is written: it lies past the end of its video. */
export function tooLate({ seconds, exact }: Limit): string {
  return exact ? words.app.pastEnd(formatCompact(seconds)) : words.app.longerThanYouTube;
}

function unreadable(written: Written): string {
  if (written.time === undefined && written.label === '') return words.app.emptyTime;
  return words.app.notATime(quoted(written));
}

function quoted({ time, label }: Written): string {
  return quote(time === undefined || time.trim() === '' ? label : time);
}

function quote(text: string, longest = LONGEST_QUOTE): string {
  const trimmed = text.trim();
  return trimmed.length > longest ? `${trimmed.slice(0, longest)}…` : trimmed;
}

function asItStands({ time, label }: Written): string {
  const text = label.trim() === '' ? (time ?? '') : label;
  return text.trim() === '' ? NOTHING : quote(text);
}
