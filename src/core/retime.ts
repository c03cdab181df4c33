// What stands in a note where a timestamp is to mean a certain moment.
import { closingTagBehind } from './anchor';
import { withTimes } from './bare-times';
import { anchorOf, linkLabelOf, type Moment } from './canonical';
import type { Change } from './rewrite';
import { scan } from './scan';
import { parseTimecode } from './timecode';
import type { Timestamp } from './timestamp';

/** The time in an address, in every way that YouTube takes it. */
const START = /([?&#](?:amp;)?(?:t|start)=)([^&#\s<>()\\]*)/g;
const ADDRESS = /\]\(\s*\S+/;

/**
 * The changes that make a timestamp mean a moment, and the label say so: an anchor becomes canonical, bare times and links
 * keep their form. Where `moment` has no end, the end that a bare time or a link has stays as it stands. None where a link
 * says its time in a way that cannot be told from the rest of it.
 */
export function retimed(text: string, timestamp: Timestamp, moment: Moment): readonly Change[] {
  const { kind, from, to, named, broken } = timestamp;
  const source = text.slice(from, to);
  if (kind === 'anchor') {
    const anchor = { from, to, insert: anchorOf(moment, named) };
    const closing = broken === 'overlong' ? closingTagBehind(text, to) : undefined;
    return closing === undefined ? [anchor] : [anchor, { ...closing, insert: '' }];
  }
  const insert = kind === 'bare' ? withTimes(source, moment) : retimedLink(source, moment);
  return insert === undefined ? [] : [{ from, to, insert }];
}

function retimedLink(source: string, moment: Moment): string | undefined {
  const close = source.indexOf('](');
  const label = withTimes(source.slice(1, close), moment) ?? linkLabelOf(moment);
  const start = Math.floor(moment.seconds);
  const isSaid = (time: string): boolean => Math.floor(parseTimecode(time) ?? NaN) === start;
  const target = source
    .slice(close)
    .replace(ADDRESS, (address) =>
      address.replace(START, (said, name: string, time: string) => (isSaid(time) ? said : `${name}${start}`)),
    );
  const link = `[${label}${target}`;
  return isSaid(scan(link)[0]?.written.time ?? '') ? link : undefined;
}
