// The forms in which Playhead writes a timestamp: the canonical anchor, and the portable Markdown link.
import { formatCompact, formatTimecode } from '../mean/timecode';
import type { Moment } from '../mean/moment';
import { addressAt, type Video } from '../mean/video';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  // A pipe would end the cell of a table.
  '|': '&#124;',
};

/**
 * `<a class="yt-timestamp" data-t="HH:MM:SS">[HH:MM:SS]</a>`: always one line, always closed. `named` is the name of its video, if
 * that is not the note's.
 */
export function anchorOf({ seconds, end }: Moment, named?: string, format = formatTimecode): string {
  const stop = end === undefined ? '' : ` data-end="${format(end)}"`;
  const video = named === undefined ? '' : ` data-v="${encoded(named)}"`;
  const label = anchorLabelOf({ seconds, end }, format);
  return `<a class="yt-timestamp" data-t="${format(seconds)}"${stop}${video}>${label}</a>`;
}

/** `[HH:MM:SS]`, and `[HH:MM:SS - HH:MM:SS]` for a clip. */
export function anchorLabelOf({ seconds, end }: Moment, format = formatTimecode): string {
  const start = format(seconds);
  return end === undefined ? `[${start}]` : `[${start} - ${format(end)}]`;
}

/** `[0:04](https://youtu.be/ID?t=4)`, and `[0:04 - 0:20](…)` for a clip. */
export function linkOf(moment: Moment, video: Video, format = formatCompact): string {
  return `[${linkLabelOf(moment, format)}](${addressAt(video, moment.seconds) ?? ''})`;
}

/** `0:04`, and `0:04 - 0:20` for a clip. */
export function linkLabelOf({ seconds, end }: Moment, format = formatCompact): string {
  return end === undefined ? format(seconds) : `${format(seconds)} - ${format(end)}`;
}

/** A text for an attribute: on one line, with character references. */
export function encoded(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[&"<>|]/g, (character) => REFERENCES[character] ?? character);
}
