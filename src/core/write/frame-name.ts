// The names of new files: of the image of a moment, and of a note about a video.
import { formatTimecode } from '../mean/timecode';
import { words } from '../../texts/texts';

/** Characters that file systems or the app's links do not allow in a name. */
const REFUSED = /[\\/:*?"<>|#^[\]%\p{Cc}\p{Cs}]+/gu;
/** Names that Windows reserves. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** A name without spaces and dots at its ends. */
const TRIMMED = /[^\s.](?:.*[^\s.])?/s;
/** Bytes. File systems allow 255, with the time, a number and the extension. */
const LONGEST = 150;
/** Characters that are read, of which most may not be allowed. */
const MOST_READ = 1000;
/** The code points from which a character takes two, three and four bytes in UTF-8. */
const WIDER_FROM = [0x80, 0x800, 0x10000];

/** `talk 00-01-06`, without an extension; `title` is the title of a video, or its file name. Time in seconds. */
export function frameName(title: string, seconds: number): string {
  const name = fileName(title.replace(/\.[a-z\d]{2,5}$/i, '')) ?? words.core.frame;
  return `${name} ${formatTimecode(seconds).replace(/:/g, '-')}`;
}

/** The part of a title that a file name can hold; undefined if there is none. */
export function fileName(title: string): string | undefined {
  const [name] =
    TRIMMED.exec(fittingPart(title.slice(0, MOST_READ).replace(REFUSED, ' ').replace(/\s+/g, ' '))) ?? [];
  return name === undefined || RESERVED.test(name) ? undefined : name;
}

/** The beginning of the text that fits, without half characters. */
function fittingPart(text: string): string {
  let kept = '';
  let left = LONGEST;
  for (const character of text) {
    left -= bytesOf(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return 1 + WIDER_FROM.filter((from) => code >= from).length;
}
