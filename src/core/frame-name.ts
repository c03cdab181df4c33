// What the picture of a moment is called.
import { formatTimecode } from './timecode';

/** What file systems or the app's links do not take in a name. */
const REFUSED = /[\\/:*?"<>|#^[\]%\p{Cc}]+/gu;
const LONGEST = 100;

/** `talk 00-01-06`, without an ending; `title` is that of a video, which may be the name of its file. Time in seconds. */
export function frameName(title: string, seconds: number): string {
  const name = title
    .replace(/\.[a-z\d]{2,5}$/i, '')
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${name === '' ? 'Frame' : name} ${formatTimecode(seconds).replace(/:/g, '-')}`;
}
