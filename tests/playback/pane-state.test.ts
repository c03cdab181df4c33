// What a pane keeps in the layout, and what is made of a layout that holds anything else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { decodePaneState, encodePaneState } from '../../src/playback/pane-state';

const name = fc.stringMatching(/^[\p{L}\d _.:#-]{1,20}$/u);
const videos: fc.Arbitrary<Video> = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{11}$/).map((id) => ({ kind: 'youtube', id }) as const),
  name.map((stem) => ({ kind: 'file', path: `media/${stem}.webm` }) as const),
  fc.webUrl().map((url) => ({ kind: 'url', url: new URL('talk.mp4', url).href }) as const),
);
const states = fc.record({
  video: videos,
  time: fc.double({ min: 0, max: 1e9, noNaN: true }).map((seconds) => seconds + 0),
  rate: fc.double({ min: 0.25, max: 2, noNaN: true }),
});

describe('the state of a pane', () => {
  it('comes back from a layout as it went in', () => {
    fc.assert(
      fc.property(states, (state) => {
        const layout: unknown = JSON.parse(JSON.stringify(encodePaneState(state)));
        expect(decodePaneState(layout)).toEqual({ ...state, time: state.time === 0 ? 0 : state.time });
      }),
    );
  });

  it('is an empty object if the pane is empty, and restores nothing', () => {
    expect(encodePaneState(undefined)).toEqual({});
    expect(decodePaneState({})).toBeUndefined();
  });

  it.each([undefined, null, 0, 'youtube:jNQXAC9IVRw', [], true])('is not in %j', (saved) => {
    expect(decodePaneState(saved)).toBeUndefined();
  });

  it.each([
    undefined,
    7,
    {},
    '',
    'jNQXAC9IVRw',
    'youtube:',
    'youtube:short',
    'youtube:"><script>x',
    'file:notes/note.md',
    'url:javascript:alert(1)//.mp4',
    'url:file:///etc/film.mp4',
    'url:https://media.example/page.html',
    'constructor:jNQXAC9IVRw',
  ])('without a video that can be played is none: %j', (video) => {
    expect(decodePaneState({ video, time: 5, rate: 1 })).toBeUndefined();
  });

  it.each([undefined, null, NaN, -1, Infinity, '83', {}, 1e300])('begins at 0 where its time is %j', (time) =>
    expect(decodePaneState({ video: 'youtube:jNQXAC9IVRw', time, rate: 1 })?.time).toBe(0),
  );

  it.each([undefined, null, NaN, 0, -2, 1000, Infinity, '2'])(
    'has normal speed where its rate is %j',
    (rate) => {
      expect(decodePaneState({ video: 'youtube:jNQXAC9IVRw', time: 5, rate })).toMatchObject({
        time: 5,
        rate: 1,
      });
    },
  );

  it('in any garbage is undefined, or numbers that a player can take', () => {
    const garbage = fc.record(
      {
        video: fc.oneof(fc.anything(), fc.constant('youtube:jNQXAC9IVRw')),
        time: fc.anything(),
        rate: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(garbage, fc.anything()), (saved) => {
        const state = decodePaneState(saved);
        if (state === undefined) return;
        expect(Number.isFinite(state.time) && state.time >= 0).toBe(true);
        expect(Number.isFinite(state.rate) && state.rate > 0).toBe(true);
      }),
    );
  });
});
