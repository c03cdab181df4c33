// The names of new files: of the picture of a moment, and of a note about a video.
import { formatTimecode } from '../mean/timecode';
import { words } from '../../texts/texts';

/** Characters that file systems or the app's links do not take in a name. */
const REFUSED = /[\\/:*?"<>|#^[\]%\p{Cc}\p{Cs}]+/gu;
/** Windows keeps these for itself. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** A name without the spaces and dots at its ends. */
const INSIDE = /[^\s.](?:.*[^\s.])?/s;
/** Bytes. File systems take 255, with the time, a number and the ending. */
const LONGEST = 150;
/** Characters that are looked at: most of them may be refused. */
const MOST_READ = 1000;
/** The code points from which on a character takes two bytes, three and four. */
const WIDER_FROM = [0x80, 0x800, 0x10000];

/** `talk 00-01-06`, without an ending; `title` is that of a video, which may be the name of its file. Time in seconds. */
export function frameName(title: string, seconds: number): string {
  const name = fileName(title.replace(/\.[a-z\d]{2,5}$/i, '')) ?? words.core.frame;
  return `${name} ${formatTimecode(seconds).replace(/:/g, '-')}`;
}

/** As much of a title as a file name may hold; undefined if that is nothing. */
export function fileName(title: string): string | undefined {
  const [name] =
    INSIDE.exec(thatFits(title.slice(0, MOST_READ).replace(REFUSED, ' ').replace(/\s+/g, ' '))) ?? [];
  return name === undefined || KEPT.test(name) ? undefined : name;
}

/** As much of the text as fits, with no character cut in two. */
function thatFits(text: string): string {
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
