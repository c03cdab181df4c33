// Which video a frame shows, by what is reported of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { ShownVideo } from '../../../src/player/youtube/shown-video';

const named = (id: string): { readonly videoData: { readonly video_id: string } } => ({
  videoData: { video_id: id },
});

let now: number;
let shown: ShownVideo;

beforeEach(() => {
  now = 0;
  shown = new ShownVideo('jNQXAC9IVRw', () => now);
  shown.begin();
});

describe('the video that a frame shows', () => {
  it('is another one once that is named, and again the first when that is named', () => {
    shown.take({ playerState: 1 });
    expect(shown.take(named('dQw4w9WgXcQ'))).toBeUndefined();
    expect(shown.isOther).toBe(true);
    expect(shown.take({ currentTime: 3, duration: 213 })).toBeUndefined();
    expect(shown.take(named('jNQXAC9IVRw'))).toBeDefined();
    expect(shown.isOther).toBe(false);
    expect(shown.take({ currentTime: 3 })).toEqual({ currentTime: 3 });
  });

  it('is in doubt from its beginning until it is named: no time or length is taken from it', () => {
    shown.take({ playerState: 1 });
    shown.take({ playerState: -1 });
    expect(shown.take({ currentTime: 0, duration: 213, volume: 50 })).toEqual({ volume: 50 });
    shown.take(named('dQw4w9WgXcQ'));
    expect(shown.isOther).toBe(true);
  });

  it('is the first one where no other is named for a second of playing, as after an advertisement', () => {
    shown.take({ playerState: 1 });
    shown.take({ playerState: -1 });
    now = 20_000;
    shown.take({ playerState: 1 });
    now = 20_900;
    expect(shown.take({ currentTime: 60 })).toEqual({});
    now = 21_000;
    expect(shown.take({ currentTime: 61 })).toEqual({ currentTime: 61 });
  });

  it('is not another one for a name before it has played, which may be of an advertisement', () => {
    expect(shown.take(named('dQw4w9WgXcQ'))).toBeUndefined();
    expect(shown.isOther).toBe(false);
    expect(shown.take({ playerState: 1, currentTime: 0 })).toBeDefined();
  });
});
