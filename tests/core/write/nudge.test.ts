// Moving timestamps by seconds, and to the playhead.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Limit } from '../../../src/core/mean/interpretation';
import { nudge, setTo } from '../../../src/core/write/nudge';
import { readTimestamps, secondsOf } from '../../../src/core/read/reading';
import { applyChanges, type Change } from '../../../src/core/write/rewrite';
import { scan } from '../../../src/core/read/scan';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { lengthLike, noteContext, noteLike, otherId } from '../doubtful-notes';

vi.setConfig({ testTimeout: 30_000 });

const limit: Limit = { seconds: 4202.5, exact: true };

const moved = (text: string, changesFor: (timestamp: Timestamp) => readonly Change[], which = 0): string => {
  const timestamp = scan(text)[which];
  return timestamp === undefined ? 'no timestamp' : applyChanges(text, changesFor(timestamp));
};
const nudged = (text: string, by: number, which = 0): string =>
  moved(text, (timestamp) => nudge(text, timestamp, { by, limit }), which);
const set = (text: string, seconds: number): string =>
  moved(text, (timestamp) => setTo(text, timestamp, { seconds, limit }));

const anchor = (start: string, more = ''): string =>
  `<a class="yt-timestamp" data-t="${start}"${more}>[${start}]</a>`;
const clip = (start: string, end: string): string =>
  `<a class="yt-timestamp" data-t="${start}" data-end="${end}">[${start} - ${end}]</a>`;
const link = (label: string, target: string): string => `[${label}](https://youtu.be/${otherId}?${target})`;

describe('a nudge moves', () => {
  it.each([
    ['an anchor', anchor('00:01:02'), 1, anchor('00:01:03')],
    ['a link to its own text', '[1:59](1:59)', 1, '[2:00](2:00)'],
    ['a link to its own time', '[00:01:59](#01:59)', 1, '[00:02:00](#02:00)'],
    [
      'one that is not canonical',
      '<a data-t="59" class="yt-timestamp" title="a">0:58</a>',
      1,
      '<a data-t="00:01:00" class="yt-timestamp" title="a">1:00</a>',
    ],
    [
      'one with a label of words',
      '<a class="yt-timestamp" data-t="59"><i>Zoo</i></a>',
      1,
      '<a class="yt-timestamp" data-t="00:01:00"><i>Zoo</i></a>',
    ],
    [
      'one about another video',
      anchor('00:01:02', ` data-v="${otherId}"`),
      -3,
      anchor('00:00:59', ` data-v="${otherId}"`),
    ],
    ['one that is never closed', 'a <a class="yt-timestamp" data-t="0:04">b', 1, `a ${anchor('00:00:05')}b`],
    [
      'one that holds the words behind it',
      '<a class="yt-timestamp" data-t="0:04">b and so on</a> c',
      1,
      `${anchor('00:00:05')}b and so on c`,
    ],
    ['a slip, from where it was read', anchor('03:01:00'), 1, anchor('00:03:02')],
    ['a bare time', '[1:02]', 1, '[1:03]'],
    ['a bare time of three fields', '[ 00:01:59 ]', 1, '[ 00:02:00 ]'],
    ['a bare time of one digit', '[1:00:00]', -1, '[0:59:59]'],
    ['minutes into hours', '[59:59]', 1, '[01:00:00]'],
    ['minutes that are hours', '[60:59]', 1, '[61:00]'],
    ['a bare slip', '[03:01:00]', -1, '[00:03:00]'],
    ['frames and fractions, which are dropped', '[01:00:17:51]', 1, '[01:00:18]'],
    ['a fraction, floored', '[0:04.5]', 1, '[0:05]'],
    ['a link', `${link('1:02', 't=62')}.`, 1, `${link('1:03', 't=63')}.`],
    [
      'a link with more to it',
      `[\\[1:02\\]](<https://www.youtube.com/watch?v=${otherId}&amp;t=1m2s&list=t> "t=62")`,
      1,
      `[\\[1:03\\]](<https://www.youtube.com/watch?v=${otherId}&amp;t=63&list=t> "t=62")`,
    ],
    [
      'a link that says its time twice',
      `[1:02](https://www.youtube.com/watch?start=5&v=${otherId}&t=62#t=7)`,
      1,
      `[0:08](https://www.youtube.com/watch?start=8&v=${otherId}&t=8#t=8)`,
    ],
    ['a link with a label of units', link('1m2s', 't=62'), 1, link('1:03', 't=63')],
    ['a link from its target', link('1:05', 't=62'), 1, link('1:03', 't=63')],
  ])('%s', (_, text, by, expected) => expect(nudged(text, by)).toBe(expected));

  it('one time of a list', () => {
    expect(nudged('[0:04, 0:05 - 0:09; 0:06]', 1, 1)).toBe('[0:04, 0:06 - 0:09; 0:06]');
  });

  it.each([
    ['to the first second', '[0:03]', -9, '[0:00]'],
    ['to the last second', anchor('01:10:00'), 9, anchor('01:10:02')],
    ['the start of a clip to the second before the last', '[1:10:00 - 1:10:01]', 9, '[1:10:01 - 1:10:02]'],
  ])('at most %s', (_, text, by, expected) => expect(nudged(text, by)).toBe(expected));

  it.each([
    ['is at the start', anchor('0:00'), -1],
    ['is at the end', '[1:10:02]', 1],
    ['is past the end', '[90:00]', -1],
    ['cannot be read', anchor('N/A'), 1],
    ['says its time in a way that cannot be told', link('0:04', '%74=4'), 1],
  ])('nothing that %s', (_, text, by) => expect(nudged(text, by)).toBe(text));
});

describe('the end of a clip', () => {
  it.each([
    ['stays', clip('00:00:10', '00:00:20'), 9, clip('00:00:19', '00:00:20')],
    ['goes along when the start comes to it', clip('00:00:10', '00:00:20'), 10, clip('00:00:20', '00:00:30')],
    ['goes along second by second', '[0:10–0:11]', 1, '[0:11–0:12]'],
    ['goes along by a second at least', '[0:09.25 - 0:09.75]', 1, '[0:10 - 0:11]'],
    ['stays when the start goes away from it', '[0:10 - 0:11]', -5, '[0:05 - 0:11]'],
    ['of a link', link('0:10 - 0:11', 't=10'), 1, link('0:11 - 0:12', 't=11')],
    [
      'that only the label says',
      '<a class="yt-timestamp" data-t="0:10">[0:10 - 0:40]</a>',
      1,
      '<a class="yt-timestamp" data-t="00:00:11" data-end="00:00:40">[0:11 - 0:40]</a>',
    ],
    ['that has slipped', '[03:01:00 - 03:31:00]', 1, '[00:03:02 - 00:03:31]'],
    ['past the end of the video comes back', '[0:10 - 90:00]', 1, '[0:11 - 70:02]'],
    ['that does not count stays', '[0:40 - 0:10]', 1, '[0:41 - 0:10]'],
    ['that does not count stays in an anchor', clip('00:00:40', '00:00:10'), 1, clip('00:00:41', '00:00:10')],
  ])('%s', (_, text, by, expected) => expect(nudged(text, by)).toBe(expected));
});

describe('setting a timestamp to the playhead', () => {
  it.each([
    ['writes its second, floored', anchor('00:01:02'), 75.9, anchor('00:01:15')],
    ['writes zero', '[1:02]', 0, '[0:00]'],
    ['gives a time to what had none', anchor('N/A'), 75, anchor('00:01:15')],
    ['moves a clip as a whole when it would pass its end', '[0:10 - 0:20]', 100, '[1:40 - 1:50]'],
    ['shortens a clip that would pass the end of the video', '[0:10 - 0:20]', 4195, '[1:09:55 - 1:10:02]'],
    ['changes nothing that says so', anchor('00:01:15'), 75.9, anchor('00:01:15')],
    [
      'puts right what says so in two ways',
      '<a class="yt-timestamp" data-t="75">[0:04]</a>',
      75,
      '<a class="yt-timestamp" data-t="00:01:15">[1:15]</a>',
    ],
  ])('%s', (_, text, seconds, expected) => expect(set(text, seconds)).toBe(expected));

  it('makes no change where there is none', () => {
    const text = anchor('00:01:15');
    const [timestamp] = scan(text);
    expect(timestamp).toBeDefined();
    if (timestamp !== undefined) expect(setTo(text, timestamp, { seconds: 75, limit })).toEqual([]);
  });
});

describe('in any note', () => {
  const anyNudge = fc.tuple(noteLike, fc.nat(), fc.integer({ min: -90, max: 90 }), lengthLike);
  const startsIn = (text: string, length: number | undefined): number[] =>
    readTimestamps(text, noteContext(length)).map(({ interpretation }) =>
      Math.floor(secondsOf(interpretation) ?? -1),
    );

  it('a nudge moves the one timestamp, inside its video, and no other', () => {
    fc.assert(
      fc.property(anyNudge, ([text, drawn, by, length]) => {
        const all = readTimestamps(text, noteContext(length));
        const which = drawn % Math.max(1, all.length);
        const read = all[which];
        fc.pre(read !== undefined);
        const { timestamp, limit: own } = read;
        const changes = nudge(text, timestamp, { by, limit: own });
        const before = startsIn(text, length);
        const after = startsIn(applyChanges(text, changes), length);
        const [from = -1] = before.splice(which, 1);
        const [to = -1] = after.splice(which, 1);
        expect(after).toEqual(before);
        const last = Math.floor(own.seconds);
        const wanted = changes.length === 0 ? from : Math.max(0, from + by);
        expect(changes.length === 0 || wanted < last ? [wanted] : [last - 1, last]).toContain(to);
      }),
      { numRuns: 1000 },
    );
  });
});
