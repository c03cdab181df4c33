// Writes other times into an anchor; everything else of its source stays.
import { plainText } from '../read/anchor';
import { labelTime, linkTime, withTimes } from '../mean/bare-times';
import { anchorLabelOf, anchorOf } from './canonical';
import type { Moment } from '../mean/moment';
import type { Written } from '../mean/interpretation';
import { applyChanges, type Change } from './rewrite';
import { Source } from '../read/source';
import { readTag, type Attribute, type Tag } from '../read/tag';
import { formatTimecode, parseTimecode } from '../mean/timecode';
import type { Timestamp } from '../mean/timestamp';

/** The canonical form, which nearly all anchors have. Such an anchor is replaced as a whole. */
const CANONICAL = /^<a class="yt-timestamp" data-t="\d\d:[0-5]\d:[0-5]\d">\[\d\d:[0-5]\d:[0-5]\d\]<\/a>$/;
const NESTED_TAG = /(<[^<>]*>)/;

/**
 * The source of an anchor with another moment: in its attributes, and in its label if that is a time or empty. An unclosed anchor
 * gets the canonical label and its closing tag; one with a broken tag is written anew.
 */
export function retimedAnchor(source: string, timestamp: Timestamp, moment: Moment): string {
  const { broken, named, written } = timestamp;
  if (moment.end === undefined && CANONICAL.test(source)) return anchorOf(moment);
  const tag = broken === 'tag' ? undefined : readTag(new Source(source), 0);
  if (tag === undefined) return anchorOf(moment, named);
  const opening = retimedTag(source.slice(0, tag.to), tag, moment);
  if (broken !== undefined) return `${opening}${anchorLabelOf(moment)}</a>`;
  const close = source.lastIndexOf('</');
  return opening + retimedContent(source.slice(tag.to, close), written, moment) + source.slice(close);
}

/** Missing attributes are added in their canonical place. */
function retimedTag(source: string, { attributes, to }: Tag, { seconds, end }: Moment): string {
  const time = attributes.get('data-t');
  const changes: Change[] = [];
  const behindClass = attributes.get('class')?.end ?? to - 1;
  const set = (name: string, attribute: Attribute | undefined, value: number, otherwise: number): void => {
    const timecode = formatTimecode(value);
    if (attribute === undefined) {
      changes.push({ from: otherwise, to: otherwise, insert: ` ${name}="${timecode}"` });
      return;
    }
    const { from, to: behind } = attribute;
    const isNamedOnly = from === attribute.end;
    changes.push({ from, to: behind, insert: isNamedOnly ? `="${timecode}"` : timecode });
  };
  set('data-t', time, seconds, behindClass);
  if (end !== undefined) set('data-end', attributes.get('data-end'), end, time?.end ?? behindClass);
  return applyChanges(source, changes);
}

/** A label of words stays; one with the old time does not. A time within which markup stands loses that markup. */
function retimedContent(content: string, { time, label }: Written, moment: Moment): string {
  if (label === '') return content + anchorLabelOf(moment);
  const isTime = labelTime(label) !== undefined;
  if (!isTime) return label === time || label === `[${time}]` ? anchorLabelOf(moment) : content;
  const parts = content.split(NESTED_TAG);
  const at = parts.findIndex((part, i) => i % 2 === 0 && withTimes(part, moment) !== undefined);
  const inPlace = parts.map((part, i) => (i === at ? (withTimes(part, moment) ?? part) : part)).join('');
  return isSaid(moment, plainText(inPlace)) ? inPlace : anchorLabelOf(moment);
}

function isSaid({ seconds, end }: Moment, label: string): boolean {
  const saysOtherwise = (time: string | undefined, second: number): boolean =>
    Math.floor(parseTimecode(time ?? '') ?? NaN) !== Math.floor(second);
  const saidEnd = linkTime(label.trim())?.end;
  if (end !== undefined && saidEnd !== undefined && saysOtherwise(saidEnd, end)) return false;
  return !saysOtherwise(labelTime(label.trim()), seconds);
}
