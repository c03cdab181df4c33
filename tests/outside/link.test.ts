// Links from anywhere: only those that name a video, a time and something that can be done are followed.
import { describe, expect, it } from 'vitest';
import { readVideo } from '../../src/core/mean/video';
import { readLink } from '../../src/outside/link';
import { zoo } from '../playback/videos';

const read = (data: Record<string, string>): unknown =>
  readLink(data, (text) => readVideo(text, () => undefined, true));

describe('a link', () => {
  it.each([
    [
      { action: 'playhead', video: zoo.id },
      { action: 'play', seconds: 0 },
    ],
    [
      { action: 'playhead/insert', video: zoo.id, t: '62' },
      { action: 'insert', seconds: 62 },
    ],
    [
      { action: 'note', video: `https://youtu.be/${zoo.id}?t=9`, t: '0' },
      { action: 'note', seconds: 0 },
    ],
    [
      { action: 'play', video: zoo.id, t: '1:02' },
      { action: 'play', seconds: 62 },
    ],
    [
      { action: 'play', video: zoo.id, t: '1m2s' },
      { action: 'play', seconds: 62 },
    ],
    [{ video: zoo.id }, { action: 'play', seconds: 0 }],
  ])('%j is followed', (data, request) => expect(read(data)).toEqual({ ...request, video: zoo }));

  it.each([
    [{}, 'This link names no video that Playhead can play.'],
    [{ video: 'true' }, 'This link names no video that Playhead can play.'],
    [{ video: 'javascript:alert(1)' }, 'This link names no video that Playhead can play.'],
    [{ video: zoo.id, t: 'soon' }, 'This link names no time: soon'],
    [{ video: zoo.id, t: '-5' }, 'This link names no time: -5'],
    [{ video: zoo.id, action: 'delete' }, 'This link asks for “delete”, which Playhead cannot do.'],
    [{ video: zoo.id, action: 'constructor' }, 'This link asks for “constructor”, which Playhead cannot do.'],
  ])('%j is refused: %s', (data, refused) => expect(read(data)).toEqual({ refused }));
});
