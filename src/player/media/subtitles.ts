// What a subtitle file says: text that anyone may have written, read into cues that a browser can show.
import { parseText } from 'media-captions';
import type { SubtitleFile } from './media-files';

/** One line of captions, or a few. Times are seconds. */
export interface Caption {
  readonly start: number;
  readonly end: number;
  /** In the markup of WebVTT, of which a browser shows emphasis and leaves out the rest. */
  readonly text: string;
  /** Where on the picture it stands, as far as the file says. */
  readonly place: CaptionPlace;
}

export type CaptionPlace = Partial<
  Pick<VTTCue, 'align' | 'line' | 'position' | 'size' | 'snapToLines' | 'vertical'>
>;

/** As much as twelve hours of talk have: bytes of the file, lines of it, characters in a line. */
const MOST = { bytes: 2_000_000, lines: 60_000, characters: 2000 };

/** Where SubRip files say at which edge of the picture a line is to stand: other players' own, and no text. */
const OTHERS_MARKUP = /\{\\an?\d+\}/g;

/** Rejects where the file is gone, too large, or holds no captions. */
export async function readSubtitles(file: SubtitleFile): Promise<readonly Caption[]> {
  if (file.size > MOST.bytes) throw new Error('The subtitles are too large.');
  const lines = decoded(await file.read())
    .split(/\r\n?|\n/, MOST.lines)
    .map((line) => line.trim().slice(0, MOST.characters));
  const { cues } = await parseText(lines.join('\n'), { type: file.format });
  if (cues.length === 0) throw new Error('The file holds no subtitles.');
  return cues.map((cue) => ({
    start: cue.startTime,
    end: cue.endTime,
    text: cue.text.slice(0, MOST.characters).replace(OTHERS_MARKUP, ''),
    place: file.format === 'vtt' ? placeOf(cue) : {},
  }));
}

function placeOf({
  align,
  line,
  position,
  size,
  snapToLines,
  vertical,
}: Required<CaptionPlace>): CaptionPlace {
  return { align, line, position, size, snapToLines, vertical };
}

/** Old files are often in the code page of Windows; a byte order mark says that one is not. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
