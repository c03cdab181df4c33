// The texts of a row: what is written, how it is read, why it is listed, and what would replace it.
import type { Finding, Reason } from '../core/write/repair';
import type { Limit } from '../core/mean/interpretation';
import { scan } from '../core/read/scan';
import { formatCompact, parseMinutesSeconds, parseTimecode } from '../core/mean/timecode';
import type { Cited } from '../core/mean/timestamp';
import { tooLate } from '../app/chip-text';
import { words } from '../texts/texts';

export interface FindingText {
  readonly written: string;
  readonly readsAs: string;
  readonly why: string;
  /** Undefined if there is nothing to choose. */
  readonly becomes: string | undefined;
  /** The replacement by the label's time; undefined if the label says the same time. */
  readonly byLabel: string | undefined;
}

const LONGEST = 60;
const NOTHING = '–';

export function findingText(finding: Finding, limit: Limit): FindingText {
  const { interpretation, clipEnd, source, becomes, byLabel, reasons } = finding;
  const labelled = byLabel?.[0]?.insert;
  const end = clipEnd === undefined ? '' : `–${formatCompact(clipEnd)}`;
  const written = saidBy(finding.timestamp, source);
  const said = becomes === undefined ? undefined : saidBy(scan(becomes)[0], becomes);
  // If both would read the same, only the markup changes, which the row says in words.
  const after = written === said ? words.check.sameTime : said;
  const why = sentences(reasons.map((reason) => because(reason, finding, limit)));
  return {
    written: shortened(written),
    readsAs: 'seconds' in interpretation ? `${formatCompact(interpretation.seconds)}${end}` : NOTHING,
    why: becomes === undefined ? `${why} ${words.check.correctInNote}` : why,
    becomes: after === undefined ? undefined : shortened(after),
    byLabel: labelled === undefined ? undefined : shortened(saidBy(scan(labelled)[0], labelled)),
  };
}

/** The times that an anchor says, and its label, if that says another time. Other timestamps are shown as they are written. */
function saidBy(timestamp: Cited | undefined, source: string): string {
  if (timestamp?.kind !== 'anchor') return source;
  const { written, end } = timestamp;
  const label = bare(written.label);
  const times = [written.time, end].map((time) => time?.trim() ?? '').filter((time) => time !== '');
  const said = times.join(' - ');
  if (said === '') return label === '' ? NOTHING : label;
  return label === '' || label === said || label === times[0] ? said : `${said} ${written.label}`;
}

function bare(label: string): string {
  return label.replace(/^\[(.*)\]$/, '$1').trim();
}

function because(reason: Reason, { timestamp }: Finding, limit: Limit): string {
  switch (reason) {
    case 'minutes-seconds':
      return words.check.startReadAsMinutes(whyNot(timestamp.written.time, limit));
    case 'from-label':
      return hasTime(timestamp.written.time)
        ? words.check.startReadFromLabel
        : words.check.missingReadFromLabel;
    case 'past-end':
      return tooLate(limit);
    case 'unreadable':
      return words.check.notATime;
    case 'no-label':
      return words.check.withoutLabel;
    case 'label-differs':
      return words.check.labelDisagrees;
    case 'end-minutes-seconds':
      return words.check.endReadAsMinutes(tooLate(limit));
    case 'end-from-label':
    case 'end-unreadable':
      return words.check.endNotATime;
    case 'end-past-end':
      return words.check.endProblem(tooLate(limit));
    case 'end-not-after':
      return words.check.endNotAfterStart;
    case 'end-differs':
      return words.check.labelEndDisagrees;
    case 'looks-slipped':
      return words.check.maybeMinutes(slippedTime(timestamp));
    case 'tag':
      return words.check.tagBroken;
    case 'unclosed':
      return words.check.tagUnclosed;
    case 'overlong':
      return words.check.tagHoldsMore;
  }
}

function whyNot(time: string | undefined, limit: Limit): string {
  return parseTimecode(time ?? '') === undefined ? words.check.notAValidTime : tooLate(limit);
}

function slippedTime({ written }: Finding['timestamp']): string {
  return formatCompact(parseMinutesSeconds(written.time ?? '') ?? 0);
}

function hasTime(time: string | undefined): boolean {
  return time !== undefined && time.trim() !== '';
}

function sentences(reasons: readonly string[]): string {
  const text = words.check.reasons(reasons);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
