// From where to where the timestamps of a note play.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoOf } from '../../../src/core/mean/attribution';
import { clipAt, endAfter, type CitedClip } from '../../../src/core/mean/clips';
import { limitOf } from '../../../src/core/mean/interpretation';
import { scan } from '../../../src/core/read/scan';
import { ticksOf } from '../../../src/core/mean/ticks';
import { formatTimecode } from '../../../src/core/mean/timecode';
import type { Video } from '../../../src/core/mean/video';

const zoo: Video = { kind: 'youtube', id: 'dQw4w9WgXcQ' };

/** The clips of a note's timestamps, in the order written. */
function clipsOf(note: string, length?: number, noteVideo?: Video): (CitedClip | undefined)[] {
  const videos = { own: noteVideo, shown: [] };
  const timestamps = scan(note);
  return timestamps.map((timestamp) => {
    const video = videoOf(timestamp, videos, () => undefined);
    if (video === undefined) return undefined;
    const ticks = ticksOf(timestamps, { video, length, videos, resolve: () => undefined });
    const start = ticks.find((tick) => tick.timestamp === timestamp)?.seconds;
    if (start === undefined) return undefined;
    const nextAfter = (seconds: number): number | undefined =>
      ticks.find((tick) => tick.seconds > seconds)?.seconds;
    return clipAt(start, timestamp, { limit: limitOf(video, length), nextAfter });
  });
}

/** As `start-end`. */
function clips(note: string, length?: number): (string | undefined)[] {
  return clipsOf(note, length, zoo).map((clip) =>
    clip === undefined ? undefined : `${clip.start}-${clip.end}`,
  );
}

describe('a clip ends', () => {
  it('at the second that the note says', () => {
    expect(clips('[0:10 - 0:40] [0:20]')).toEqual(['10-40', '20-35']);
    expect(clips('<a class="yt-timestamp" data-t="0:10" data-end="0:40">[0:10 - 0:40]</a>')).toEqual([
      '10-40',
    ]);
    expect(clips('<a class="yt-timestamp" data-t="0:10">[0:10 - 0:40]</a>')).toEqual(['10-40']);
  });

  it('at the second of the attribute, whatever the words of the anchor say', () => {
    expect(clips('<a class="yt-timestamp" data-t="0:10" data-end="0:40">here</a>')).toEqual(['10-40']);
    expect(clips('<a class="yt-timestamp" data-t="0:10" data-end="0:40"></a>')).toEqual(['10-40']);
    expect(clips('<a class="yt-timestamp" data-t="0:10">here</a>')).toEqual(['10-25']);
  });

  it('and says whether the note says so', () => {
    expect(clipsOf('[0:10 - 0:40] [0:20]', undefined, zoo).map((clip) => clip?.isRange)).toEqual([
      true,
      false,
    ]);
    expect(clipsOf('[0:40 - 0:10]', undefined, zoo).map((clip) => clip?.isRange)).toEqual([false]);
  });

  it('past the video only where the length is not known for sure', () => {
    expect(endAfter(10, undefined, { seconds: 60, exact: true })).toBeUndefined();
    expect(endAfter(10, { how: 'past-end' }, { seconds: 60, exact: true })).toBe(60);
    expect(endAfter(10, { how: 'past-end' }, { seconds: 60, exact: false })).toBeUndefined();
    expect(endAfter(10, { how: 'unreadable' }, { seconds: 60, exact: true })).toBeUndefined();
  });

  it('at the start of the next moment of the video, in time and not in the text', () => {
    expect(clips('[0:30] [0:10] [0:20] [0:10]')).toEqual(['30-45', '10-20', '20-30', '10-20']);
  });

  it('15 seconds on, where nothing follows so soon', () => {
    expect(clips('[1:00:00] [0:10]')).toEqual(['3600-3615', '10-25']);
  });

  it('8 seconds on, where the next moment is sooner: less says nothing', () => {
    expect(clips('[0:10] [0:11] [0:13] [0:20]')).toEqual(['10-18', '11-19', '13-21', '20-35']);
    expect(clips('[0:10] [0:11] [0:13]', 15)).toEqual(['10-15', '11-15', '13-15']);
    expect(clips('[0:10 - 0:12] [0:11]')).toEqual(['10-12', '11-26']);
  });

  it('as if its written end were missing, when that is not after its start', () => {
    expect(clips('[0:40 - 0:10] [0:40 - 0:40] [0:50]')).toEqual(['40-50', '40-50', '50-65']);
    expect(clips('<a class="yt-timestamp" data-t="0:10" data-end="soon">[0:10]</a>')).toEqual(['10-25']);
  });

  it('not where a moment of another video begins', () => {
    expect(clips('[0:10] [0:12](https://youtu.be/jNQXAC9IVRw?t=12) [0:20]')).toEqual([
      '10-20',
      '12-27',
      '20-35',
    ]);
  });

  it('with its video at the latest', () => {
    expect(clips('[0:10] [0:55] [0:20 - 1:30]', 60)).toEqual(['10-20', '55-60', '20-60']);
  });

  it('at the second that the reading of its start gives it, once the length is known', () => {
    const note = '[00:03:00] [03:01:00 - 03:31:00]';
    expect(clips(note)).toEqual(['180-195', '10860-12660']);
    expect(clips(note, 4202)).toEqual(['180-188', '181-211']);
  });
});

describe('there is no clip', () => {
  it('without a video', () => expect(clipsOf('[0:10]')).toEqual([undefined]));

  it('for a moment past the end of the video, nor does one before end there', () => {
    expect(clips('[2:00] [0:50]', 60)).toEqual([undefined, '50-60']);
  });

  it('for an unreadable timestamp', () => {
    expect(clips('<a class="yt-timestamp" data-t="N/A">[N/A]</a>')).toEqual([undefined]);
  });

  it('at the very end of the video', () => expect(clips('[1:00]', 60)).toEqual([undefined]));
});

it('whatever a note says, a clip has a length and lies inside its video', () => {
  const time = fc.integer({ min: 0, max: 5000 }).map(formatTimecode);
  const bare = fc.oneof(
    time.map((one) => `[${one}]`),
    fc.tuple(time, time).map(([from, to]) => `[${from} - ${to}]`),
  );
  const length = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(bare), length, (parts, known) => {
      for (const clip of clipsOf(parts.join(' '), known, zoo)) {
        if (clip === undefined) continue;
        expect(clip.start).toBeGreaterThanOrEqual(0);
        expect(clip.end).toBeGreaterThan(clip.start);
        expect(clip.end).toBeLessThanOrEqual(known ?? Infinity);
      }
    }),
  );
});
