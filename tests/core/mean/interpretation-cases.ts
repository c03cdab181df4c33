// What a timestamp means, as a table: every shape that real notes hold and every rule that reads it.
// The project's own copy of the rules; a change of behaviour starts here.
import type { Interpretation } from '../../../src/core/mean/interpretation';
import type { Video } from '../../../src/core/mean/video';

export interface InterpretationCase {
  readonly because: string;
  readonly time: string | undefined;
  readonly label: string;
  /** Seconds; `undefined` while no player has reported it. */
  readonly length?: number;
  /** A YouTube video unless said otherwise. */
  readonly video?: Video;
  readonly means: Interpretation;
}

export const youTube: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
export const file: Video = { kind: 'file', path: 'media/lecture.webm' };
export const url: Video = { kind: 'url', url: 'https://media.example/lecture.mp4' };

const asWritten = (seconds: number): Interpretation => ({ how: 'as-written', seconds });
const minutesSeconds = (seconds: number): Interpretation => ({ how: 'minutes-seconds', seconds });
const fromLabel = (seconds: number): Interpretation => ({ how: 'from-label', seconds });
const pastEnd: Interpretation = { how: 'past-end' };
const unreadable: Interpretation = { how: 'unreadable' };

/** The shapes of `data-t` that are found in notes, before the length is known. */
const shapes: readonly InterpretationCase[] = [
  { because: 'the canonical shape', time: '00:02:17', label: '[00:02:17]', means: asWritten(137) },
  { because: 'zero is a time', time: '00:00:00', label: '[00:00:00]', means: asWritten(0) },
  { because: 'minutes and seconds', time: '38:05', label: '[38:05]', means: asWritten(2285) },
  { because: 'one digit of minutes', time: '6:40', label: '[06:40]', means: asWritten(400) },
  { because: 'one digit of hours', time: '2:24:11', label: '[2:24:11]', means: asWritten(8651) },
  { because: 'frames are dropped', time: '01:10:05:23', label: '[01:10:05:23]', means: asWritten(4205) },
  { because: 'frames may be 60 or more', time: '2:00:09:74', label: '', means: asWritten(7209) },
  { because: 'a stray bracket at the end', time: '00:07:31]', label: '[00:07:31]', means: asWritten(451) },
  { because: 'a stray colon at the end', time: '01:12:44:', label: '', means: asWritten(4364) },
  { because: 'a stray colon after two fields', time: '03:15:', label: '', means: asWritten(195) },
  { because: 'one digit of minutes after hours', time: '03:7:20', label: '', means: asWritten(11_240) },
  { because: 'one digit of seconds', time: '00:51:4', label: '[00:51:4]', means: asWritten(3064) },
  { because: 'one digit throughout', time: '2:3:4', label: '[2:3:4]', means: asWritten(7384) },
  { because: 'milliseconds in the third field', time: '05:48:312', label: '', means: minutesSeconds(348) },
  { because: 'a padded third field', time: '01:20:007', label: '[01:20:07]', means: asWritten(4807) },
  { because: 'a padded first field', time: '002:00:45', label: '[02:00:45]', means: asWritten(7245) },
  {
    because: 'minutes padded to three',
    time: '037:12:00',
    label: '[037:12:00]',
    means: minutesSeconds(2232),
  },
  { because: 'many minutes', time: '145:09', label: '[145:09]', means: asWritten(8709) },
  { because: 'a placeholder', time: 'HH:MM:SS', label: '01:15:33', means: fromLabel(4533) },
  { because: 'half a placeholder', time: 'HH:04:50', label: '[00:04:50]', means: fromLabel(290) },
  { because: 'no answer, twice', time: 'N/A', label: '[N/A]', means: unreadable },
  { because: 'an address', time: 'https://youtu.be/abc', label: '8:15', means: fromLabel(495) },
  { because: 'plain seconds', time: '1875', label: '[31:15]', means: asWritten(1875) },
  { because: 'the attribute is missing', time: undefined, label: '[07:22]', means: fromLabel(442) },
  { because: 'there is no label', time: '00:01:33', label: '', means: asWritten(93) },
  { because: 'the label differs', time: '00:21:08', label: '[00:21:13]', means: asWritten(1268) },
  { because: 'fractions are kept', time: '00:00:09,250', label: '[00:00:09]', means: asWritten(9.25) },
  { because: 'a time of day mark', time: '0:01:00.5Z', label: '', means: asWritten(60.5) },
  { because: 'units', time: '2h5m9s', label: '[2:05:09]', means: asWritten(7509) },
  { because: 'ISO 8601', time: 'PT4M20S', label: '[4:20]', means: asWritten(260) },
  { because: 'space around it', time: '\t00:03:03 ', label: '[00:03:03]', means: asWritten(183) },
  { because: 'brackets around it', time: '[00:03:03]', label: '[00:03:03]', means: asWritten(183) },
  { because: 'nothing at all', time: '', label: '', means: unreadable },
  { because: 'nothing, by attribute', time: undefined, label: '', means: unreadable },
  { because: 'words', time: 'about half way', label: '[see above]', means: unreadable },
  { because: 'no reading has 88 seconds', time: '07:88:00', label: '[07:88:00]', means: unreadable },
  { because: 'there is nothing before the start', time: '-12', label: '[-12]', means: unreadable },
];

/** The unit slip: minutes and seconds, one field too far left. */
const slips: readonly InterpretationCase[] = [
  {
    because: '4 hours in a video of one',
    time: '04:12:00',
    label: '',
    length: 3900,
    means: minutesSeconds(252),
  },
  { because: 'its neighbour that fits', time: '01:04:12', label: '', length: 3900, means: asWritten(3852) },
  { because: 'it may be right yet', time: '04:12:00', label: '[04:12:00]', means: asWritten(15_120) },
  { because: 'no upload is 48 h long', time: '48:20:00', label: '[48:20:00]', means: minutesSeconds(2900) },
  { because: 'a short video', time: '00:46:10', label: '', length: 95, means: minutesSeconds(46) },
  {
    because: 'frames after the slip',
    time: '03:30:15:12',
    label: '',
    length: 600,
    means: minutesSeconds(210),
  },
  {
    because: 'before the label',
    time: '09:30:00',
    label: '[00:20]',
    length: 600,
    means: minutesSeconds(570),
  },
  { because: 'the label wins', time: '58:30:00', label: '[00:05:30]', length: 600, means: fromLabel(330) },
  { because: 'the label slipped', time: 'N/A', label: '[05:30:00]', length: 600, means: fromLabel(330) },
  { because: 'neither fits', time: '20:05:00', label: '[50:00]', length: 600, means: pastEnd },
];

/** The limit: the length and its second of slack, else twelve hours on YouTube, else none. */
const limits: readonly InterpretationCase[] = [
  { because: 'the very end', time: '00:10:00', label: '', length: 600, means: asWritten(600) },
  { because: 'a second past is the end', time: '00:10:01', label: '', length: 600, means: asWritten(600) },
  { because: 'the slack, fractional', time: '00:10:01', label: '', length: 600.4, means: asWritten(600.4) },
  { because: 'two seconds are not', time: '00:10:02', label: '', length: 600, means: minutesSeconds(10) },
  { because: 'slack of a slip', time: '10:01:00', label: '', length: 600, means: minutesSeconds(600) },
  { because: 'slack of a label', time: 'N/A', label: '10:01', length: 600, means: fromLabel(600) },
  { because: 'two fields do not slip', time: '10:02', label: '[10:02]', length: 600, means: pastEnd },
  { because: 'the label still fits', time: '50:12', label: '[05:12]', length: 600, means: fromLabel(312) },
  { because: 'only a label, past', time: undefined, label: '[50:12]', length: 600, means: pastEnd },
  { because: 'seconds, past', time: '602', label: '[602]', length: 600, means: pastEnd },
  { because: 'not even a second long', time: '00:00:01', label: '', length: 0.5, means: asWritten(0.5) },
  { because: 'twelve hours are possible', time: '12:00:00', label: '', means: asWritten(43_200) },
  { because: 'a second more is, unclamped', time: '12:00:01', label: '', means: asWritten(43_201) },
  { because: 'two are not', time: '12:00:02', label: '', means: minutesSeconds(720) },
  {
    because: 'a known length beats 12 h',
    time: '13:00:00',
    label: '',
    length: 50_000,
    means: asWritten(46_800),
  },
  {
    because: 'a file may be any length',
    time: '48:20:00',
    label: '',
    video: file,
    means: asWritten(174_000),
  },
  { because: 'so may an address', time: '48:20:00', label: '', video: url, means: asWritten(174_000) },
  {
    because: 'a file of a known one',
    time: '48:20:00',
    label: '',
    video: file,
    length: 3e3,
    means: minutesSeconds(2900),
  },
];

export const interpretationCases: readonly InterpretationCase[] = [...shapes, ...slips, ...limits];
