// Which video a timestamp is about.
import { describe, expect, it } from 'vitest';
import {
  mainVideo,
  NO_VIDEOS,
  sameVideos,
  videoAt,
  videoOf,
  type NoteVideos,
} from '../../../src/core/mean/attribution';
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

describe('a text is about', () => {
  const several: NoteVideos = {
    own: noteVideo,
    shown: [
      { at: 10, video: zoo },
      { at: 20, video: undefined },
    ],
  };

  it.each<[number, Video | undefined]>([
    [0, noteVideo],
    [9, noteVideo],
    [10, zoo],
    [19, zoo],
    [20, undefined],
    [99, undefined],
  ])('the nearest video above it, else that of its note: at %i', (at, video) => {
    expect(videoAt(several, at)).toEqual(video);
  });
});

describe('the video of a note as a whole', () => {
  it('is its own, else the first that can be played', () => {
    const shown = [
      { at: 1, video: undefined },
      { at: 5, video: zoo },
      { at: 9, video: noteVideo },
    ];
    expect(mainVideo({ own: noteVideo, shown: [{ at: 5, video: zoo }] })).toEqual(noteVideo);
    expect(mainVideo({ own: undefined, shown })).toEqual(zoo);
    expect(mainVideo({ own: undefined, shown: [{ at: 1, video: undefined }] })).toBeUndefined();
    expect(mainVideo(NO_VIDEOS)).toBeUndefined();
  });
});

describe('the videos of a note', () => {
  const one: NoteVideos = { own: noteVideo, shown: [{ at: 5, video: zoo }] };

  it.each<[string, boolean, NoteVideos]>([
    ['the same', true, { own: { ...noteVideo }, shown: [{ at: 5, video: { ...zoo } }] }],
    ['another of its own', false, { ...one, own: zoo }],
    ['none of its own', false, { ...one, own: undefined }],
    ['another place', false, { ...one, shown: [{ at: 6, video: zoo }] }],
    ['another video there', false, { ...one, shown: [{ at: 5, video: noteVideo }] }],
    ['one more', false, { ...one, shown: [...one.shown, { at: 9, video: zoo }] }],
    ['one less', false, { ...one, shown: [] }],
  ])('with %s are the same: %s', (_, areSame, other) => {
    expect(sameVideos(one, other)).toBe(areSame);
    expect(sameVideos(other, one)).toBe(areSame);
  });

  it('are compared one by one, to the last', () => {
    const shown = [
      { at: 5, video: zoo },
      { at: 9, video: zoo },
    ];
    const other = [
      { at: 5, video: zoo },
      { at: 9, video: noteVideo },
    ];
    expect(sameVideos({ own: undefined, shown }, { own: undefined, shown: other })).toBe(false);
  });
});
