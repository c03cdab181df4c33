// What stands in a note where a timestamp is to mean a certain moment.
import { closingTagBehind } from '../read/anchor';
import { retimedAnchor } from './anchor-times';
import { withTimes } from '../mean/bare-times';
import { linkLabelOf } from './canonical';
import type { Moment } from '../mean/moment';
import type { Change } from './rewrite';
import { scan } from '../read/scan';
import { parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';

/** The time in an address, in every way that YouTube takes it. */
const START = /([?&#](?:amp;)?(?:t|start)=)([^&#\s<>()\\]*)/g;
/** Behind these what follows a closing tag would be read as more than text: the tag stays, and closes nothing any more. */
const BINDING = /[!\\[\]`$%^]$/;
/** Before anything else the closing tag stays too: a digit, or a bracket, would go on with what stands before the tag. */
const UNBOUND = /^[\s\p{L}.,;?"'<…–-]?$/u;
/** The start of a line, with or without the marks of a quote, is one of them. */
const LINE_START = /^[\s>]*$/;
const ADDRESS = /\]\(\s*\S+/;

/**
 * The changes that make a timestamp mean a moment, and the label say so. Each keeps its form, and all that is said besides the
 * time. Where `moment` has no end, a written one stays as it stands. None where a link says its time in a way that cannot be
 * told from the rest of it.
 */
export function retimed(text: string, timestamp: Timestamp, moment: Moment): readonly Change[] {
  const { kind, from, to, broken } = timestamp;
  const source = text.slice(from, to);
  if (kind === 'anchor') {
    const anchor = { from, to, insert: retimedAnchor(source, timestamp, moment) };
    const closing = broken === 'overlong' ? closingTagBehind(text, to) : undefined;
    const isLoose =
      closing !== undefined && !isBinding(text.slice(to, closing.from), text.charAt(closing.to));
    return isLoose ? [anchor, { ...closing, insert: '' }] : [anchor];
  }
  const insert = kind === 'bare' ? withTimes(source, moment) : retimedLink(source, moment);
  return insert === undefined ? [] : [{ from, to, insert }];
}

function isBinding(content: string, next: string): boolean {
  // What is left of a tag, or of a bracket, would go on behind it.
  if (content.lastIndexOf('<') > content.lastIndexOf('>')) return true;
  if (content.lastIndexOf('[') > content.lastIndexOf(']')) return true;
  if (!UNBOUND.test(next)) return true;
  const line = content.lastIndexOf('\n');
  return BINDING.test(content.slice(-1)) || (line >= 0 && LINE_START.test(content.slice(line)));
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
