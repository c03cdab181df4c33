// Which video a timestamp is about.
import { describe, expect, it } from 'vitest';
import { NO_VIDEOS, videoOf } from '../../../src/core/mean/attribution';
import { scan } from '../../../src/core/read/scan';
import type { Video } from '../../../src/core/mean/video';

const noteVideo: Video = { kind: 'youtube', id: 'dQw4w9WgXcQ' };
const videos = { own: noteVideo, shown: [] };
const zoo: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const resolve = (link: string): string | undefined =>
  link === 'clock.webm' ? 'media/clock.webm' : undefined;

describe('a timestamp is about', () => {
  it.each<[string, string | undefined, Video | undefined]>([
    ['the video of its note', undefined, noteVideo],
    ['the YouTube id that it names', 'jNQXAC9IVRw', zoo],
    ['the address that it names', 'https://youtu.be/jNQXAC9IVRw?t=4', zoo],
    ['the file of the vault that it names', 'clock.webm', { kind: 'file', path: 'media/clock.webm' }],
    ['no video where it names what is none', 'somewhere', undefined],
    ['no video where the name is empty', '', undefined],
  ])('%s', (_, named, video) => expect(videoOf({ named, from: 0 }, videos, resolve)).toEqual(video));

  it('nothing, in a note without a video', () => {
    expect(videoOf({ named: undefined, from: 0 }, NO_VIDEOS, resolve)).toBeUndefined();
  });
});

it('tells the videos of all timestamps of a note, in order', () => {
  const timestamps = scan(
    '[0:04] [0:05](https://youtu.be/jNQXAC9IVRw?t=5) <a class="yt-timestamp" data-t="0:06" data-v="clock.webm"></a>',
  );
  expect(timestamps.map((timestamp) => videoOf(timestamp, videos, resolve))).toEqual([
    noteVideo,
    zoo,
    { kind: 'file', path: 'media/clock.webm' },
  ]);
});
