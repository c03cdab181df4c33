// Which moments of a video a note has ticks for, and which is next.
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { countUpTo, tickAfter, tickBefore, ticksOf, type Tick } from '../../../src/core/mean/ticks';
import type { Video } from '../../../src/core/mean/video';

const zoo: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const other: Video = { kind: 'youtube', id: 'dQw4w9WgXcQ' };

const anchor = (time: string, more = ''): string =>
  `<a class="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;

function ticksIn(
  text: string,
  about: { length?: number; noteVideo?: Video; video?: Video } = {},
): readonly Tick[] {
  const { length, noteVideo = zoo, video = zoo } = about;
  return ticksOf(scan(text), {
    video,
    length,
    videos: { own: noteVideo, shown: [] },
    resolve: () => undefined,
  });
}
const secondsIn = (...args: Parameters<typeof ticksIn>): readonly number[] =>
  ticksIn(...args).map(({ seconds }) => seconds);

describe('the ticks of a video', () => {
  it('are in its order, not in that of the note', () => {
    expect(secondsIn(`${anchor('00:02:00')} [1:00] ${anchor('00:00:00')} [3:00 - 4:00]`)).toEqual([
      0, 60, 120, 180,
    ]);
  });

  it('know where the clips end that say so', () => {
    const text = `${anchor('00:01:00', ' data-end="00:02:00"')} [0:30]`;
    expect(ticksIn(text).map(({ end }) => end)).toEqual([undefined, 120]);
  });

  it('mean what their chips mean, by the length', () => {
    expect(secondsIn(anchor('03:01:00'))).toEqual([10_860]);
    expect(secondsIn(anchor('03:01:00'), { length: 4202 })).toEqual([181]);
  });

  it('are none for what cannot be read or lies past the end', () => {
    expect(secondsIn(`${anchor('N/A')} ${anchor('02:00:00')}`, { length: 60 })).toEqual([]);
  });

  it('are those about this video only, wherever they are written', () => {
    const text = `${anchor('00:01:00')} ${anchor('00:02:00', ` data-v="${other.id}"`)}`;
    expect(secondsIn(text)).toEqual([60]);
    expect(secondsIn(text, { video: other })).toEqual([120]);
    expect(secondsIn(text, { noteVideo: other, video: zoo })).toEqual([]);
  });
});

describe('for a player', () => {
  const ticks = ticksIn('[0:00] [0:10] [0:10] [0:20]');

  it.each([
    [0, 10],
    [9, 10],
    [9.7, 20],
    [10, 20],
    [20, undefined],
  ])('at %d the next tick is at %s', (seconds, next) => {
    expect(tickAfter(ticks, seconds)?.seconds).toBe(next);
  });

  it.each([
    [0, undefined],
    [1.9, undefined],
    [2, 0],
    [10.5, 0],
    [12, 10],
    [100, 20],
  ])('at %d the tick before is at %s', (seconds, before) => {
    expect(tickBefore(ticks, seconds)?.seconds).toBe(before);
  });

  it.each([
    [-1, 0],
    [0, 1],
    [10, 3],
    [99, 4],
  ])('at %d so many are over: %d', (seconds, count) => expect(countUpTo(ticks, seconds)).toBe(count));
});
