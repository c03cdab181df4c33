// The text for a moment of a video in a note: in the canonical forms, in a form of the user's, or as plain text.
import { anchorOf, encoded, linkOf } from './canonical';
import type { Moment } from '../mean/moment';
import { quoted, type Quote } from './quote';
import { fillTemplate, holdsAny, saysVideo, type Placeholder, type Template } from './template';
import { providerOf } from '../mean/provider';
import { formatTimecode } from '../mean/timecode';
import { boundedTitle } from '../mean/title';
import { addressAt, isReadAs, nameOf, type Video } from '../mean/video';
import { scan } from '../read/scan';

export interface Citation {
  readonly video: Video;
  readonly moment: Moment;
  /** Undefined until the player has reported it. */
  readonly title: string | undefined;
  /** The embed of an image of the moment. It is written before the timestamp. */
  readonly embed?: string | undefined;
  /** The words at the moment, if they are to be quoted. */
  readonly quote?: Quote | undefined;
}

/** A link needs an address that works everywhere: a video without one gets an anchor instead. */
export type Form = 'anchor' | 'link' | Template;

/** Characters that a Markdown renderer would read as more than text. */
const SPECIAL = /[\\`*_~=[\]<>|#$%]/g;

/** The end of a text with an open HTML tag, into which the next text would go. */
const OPEN_TAG = /(?:^|[^\\])<[a-z][^<>]*$/i;

/** The moment `lookBack` seconds before the playhead, never before the beginning of the video. */
export function momentAt(playhead: number, lookBack: number): Moment {
  return { seconds: Math.max(0, playhead - lookBack) };
}

/**
 * The clip between two moments, in seconds, in either order: a user who marks the end first, and goes back for the start, means the
 * same. Within one second there is no clip.
 */
export function clipBetween(one: number, other: number): Moment {
  const [start, end] = [Math.min(one, other), Math.max(one, other)];
  return Math.floor(start) === Math.floor(end) ? { seconds: start } : { seconds: start, end };
}

/** Always one line. `isOwn`: the note is about this video, which then needs no name. */
export function citationText({ video, moment, title }: Citation, form: Form, isOwn: boolean): string {
  if (form === 'link' && providerOf(video).hasPortableLink) return linkOf(moment, video);
  if (typeof form === 'string') return anchorOf(moment, isOwn ? undefined : nameOf(video));
  const name = nameOf(video);
  const shown = boundedTitle(title ?? name);
  const values: Readonly<Record<Exclude<Placeholder, 'time'>, string>> = {
    seconds: String(Math.floor(moment.seconds)),
    video: name,
    url: addressOf(video, moment.seconds),
    title: oneLine(shown).replace(SPECIAL, String.raw`\$&`),
  };
  return fillTemplate(form, (placeholder, before) => {
    const isInTag = OPEN_TAG.test(before);
    // An attribute holds one time: the start of the clip.
    if (placeholder === 'time') return isInTag ? formatTimecode(moment.seconds) : plainText(moment);
    if (isInTag) return encoded(placeholder === 'title' ? shown : values[placeholder]);
    return values[placeholder];
  });
}

/** The citation's text, with its image or quotation. */
export function withPicture({ embed, quote, moment, title }: Citation, written: string): string {
  if (quote !== undefined) return quoted(quote, { moment, title, written });
  return embed === undefined ? written : `${embed} ${written}`;
}

/** Whether the text of a citation names its video. */
export function namesVideo(form: Form, isOwn: boolean): boolean {
  if (typeof form === 'object') return saysVideo(form);
  return form === 'link' || !isOwn;
}

/** `00:01:06`, or `00:01:06 - 00:01:30`: the text at places where no chip can be. */
export function plainText({ seconds, end }: Moment): string {
  const start = formatTimecode(seconds);
  return end === undefined ? start : `${start} - ${formatTimecode(end)}`;
}

/** The address of a second of the video, with brackets encoded for a Markdown link. Empty if the path has broken characters. */
export function addressOf(video: Video, seconds: number): string {
  const address = addressAt(video, seconds) ?? pathAt(nameOf(video), seconds);
  return address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

function pathAt(path: string, seconds: number): string {
  try {
    return `${encodeURI(path).replace(/#/g, '%23')}#t=${Math.floor(seconds)}`;
  } catch {
    return '';
  }
}

/** Whether the text that names the video would be read back as this video. */
export function isReadBack({ video, moment }: Citation, form: Form, written: string): boolean {
  const names = scan(written).map(({ named }) => named);
  const url =
    typeof form === 'object' && holdsAny(form, ['url']) ? addressOf(video, moment.seconds) : undefined;
  return [...names, url].every((name) => name === undefined || isReadAs(video, name));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
