// What YouTube's player reports of itself, and where its playhead is.
import { effect } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../src/player/player';
import { mounting } from './mounting';

const youTube = mounting();

describe('a YouTube player at rest', () => {
  it('is where it was told to begin before it has said anything', () => {
    const { mount } = youTube();
    expect(mount({ seconds: 83.5 }).playhead()).toBe(83.5);
    expect(mount().playhead()).toBe(0);
  });

  it('stays where it was told to begin when it takes its time, and says 0 until it plays', () => {
    const { frame, mount, loadFrame } = youTube();
    const mounted = mount({ seconds: 83.5 });
    loadFrame();
    vi.advanceTimersByTime(6000);
    frame.say({ event: 'initialDelivery', info: { currentTime: 0, playerState: 5 }, id: 1 });
    expect(mounted.playhead()).toBe(83.5);
  });
});

describe('patches', () => {
  it('are merged key by key', () => {
    const { mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 4 }, { duration: 19, videoData: { title: 'Me at the zoo' } });
    patch({ playerState: 1, currentTime: 4 });
    patch({ playbackRate: 1.5 });
    patch({ volume: 40 });
    patch({ muted: true });
    patch({ availablePlaybackRates: [1, 0.5, 1.5] });
    patch({ currentTime: 5 });
    expect(ready.snapshot.value).toEqual({
      status: 'playing',
      length: 19,
      live: false,
      rate: 1.5,
      rates: [0.5, 1, 1.5],
      volume: 0.4,
      muted: true,
      title: 'Me at the zoo',
      fault: undefined,
    });
    expect(ready.playhead()).toBe(5);
  });

  it('with a malformed key give the others', () => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady();
    patch({ duration: 'long', playerState: 1 });
    expect(snapshot.value).toMatchObject({ status: 'playing', length: undefined });
  });

  it('with duration 0 say nothing of the length, before it is known and after', () => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady({}, { duration: 0 });
    expect(snapshot.value.length).toBeUndefined();
    patch({ duration: 4202 });
    patch({ duration: 0 });
    expect(snapshot.value.length).toBe(4202);
  });

  it.each([
    ['together', [{ duration: 7200, videoData: { isLive: true } }]],
    ['live first', [{ videoData: { isLive: true } }, { duration: 7200 }]],
    ['duration first', [{ duration: 7200 }, { videoData: { isLive: true } }]],
  ])('of a live stream give no length: %s', (_, patches) => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady();
    patches.forEach(patch);
    expect(snapshot.value).toMatchObject({ length: undefined, live: true });
  });

  it('without a title yet leave the title unknown', () => {
    const { mountReady } = youTube();
    const { snapshot } = mountReady({}, { videoData: { title: '' } });
    expect(snapshot.value.title).toBeUndefined();
  });

  it('that change nothing are not told on', () => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady({}, { duration: 19, playerState: 2 });
    const told = vi.fn<(snapshot: Snapshot) => void>();
    const stop = effect(() => told(snapshot.value));
    patch({ duration: 19, playerState: 2, playbackRate: 1, volume: 100, muted: false });
    patch({ availablePlaybackRates: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] });
    patch({ availablePlaybackRates: [] });
    patch({ currentTime: 3, videoLoadedFraction: 0.2 });
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });
});

describe('the part that is loaded', () => {
  it('is nothing until it is reported, and then that', () => {
    const { mountReady, patch } = youTube();
    const { loaded } = mountReady();
    expect(loaded.value).toBe(0);
    patch({ videoLoadedFraction: 0.25 });
    patch({ currentTime: 3 });
    expect(loaded.value).toBe(0.25);
  });
});

describe('the playhead of a YouTube player', () => {
  it('moves between patches at the rate of the player, and stands while it is paused', () => {
    const { frame, mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 10 }, { currentTime: 10, playbackRate: 2 });
    patch({ playerState: 1 });
    patch({ currentTime: 10 });
    vi.advanceTimersByTime(250);
    expect(ready.playhead()).toBeCloseTo(10.5, 3);
    vi.advanceTimersByTime(250);
    frame.say({ event: 'onStateChange', info: 2 });
    vi.advanceTimersByTime(3000);
    expect(ready.playhead()).toBeCloseTo(11, 3);
  });

  it('is at the target of a seek at once, and no late patch brings it back', () => {
    const { mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 10 }, { currentTime: 10, playerState: 2 });
    ready.seek(300);
    patch({ currentTime: 10.2 });
    expect(ready.playhead()).toBe(300);
    expect(ready.position.value).toBe(300);
    patch({ currentTime: 300.1 });
    expect(ready.playhead()).toBe(300.1);
    expect(ready.position.value).toBe(300.1);
  });

  it('is a number, however strange the rate that the player reports', () => {
    const { frame, mountReady } = youTube();
    const ready = mountReady({ seconds: 10 }, { currentTime: 10, playerState: 1 });
    frame.post('{"event":"infoDelivery","info":{"playbackRate":1e999}}');
    frame.post('{"event":"onPlaybackRateChange","info":1e999}');
    expect(ready.playhead()).toBe(10);
    expect(ready.snapshot.value.rate).toBe(1);
  });
});

describe('a state or rate event', () => {
  it.each([
    [-1, 'paused'],
    [0, 'ended'],
    [1, 'playing'],
    [2, 'paused'],
    [3, 'buffering'],
    [5, 'paused'],
  ])('%d makes the player %s', (state, status) => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady({}, { playerState: state === 1 ? 2 : 1 });
    frame.say({ event: 'onStateChange', info: state });
    expect(snapshot.value.status).toBe(status);
  });

  it('gives the new rate', () => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady();
    frame.say({ event: 'onPlaybackRateChange', info: 0.5 });
    expect(snapshot.value.rate).toBe(0.5);
  });

  it('says that the app may not start the player', () => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady({ autoplay: true }, { playerState: 3 });
    frame.say({ event: 'onAutoplayBlocked' });
    expect(snapshot.value.status).toBe('blocked');
  });
});

describe('a player that may not start by itself', () => {
  it.each([
    ['from the beginning', { autoplay: true }],
    ['when it is told to play', { autoplay: false }],
  ])('shows by not starting for eight seconds, %s: until then that may be an advertisement', (_, start) => {
    const { frame, mountReady } = youTube();
    const ready = mountReady(start, { playerState: -1 });
    if (!start.autoplay) ready.play();
    vi.advanceTimersByTime(1999);
    expect(ready.snapshot.value).toMatchObject({ status: 'paused', hindrance: undefined });
    vi.advanceTimersByTime(1);
    expect(ready.snapshot.value).toMatchObject({ status: 'paused', hindrance: 'not-begun' });
    expect(frame.takeCommands().at(-1)).toBe('playVideo');
    vi.advanceTimersByTime(5999);
    expect(ready.snapshot.value.status).toBe('paused');
    vi.advanceTimersByTime(1);
    expect(ready.snapshot.value).toMatchObject({ status: 'blocked', hindrance: 'not-begun' });
  });

  it.each([1, 3, 0])('is none that comes to state %d meanwhile', (state) => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady({ autoplay: true }, { playerState: -1 });
    patch({ playerState: state });
    vi.advanceTimersByTime(9000);
    expect(snapshot.value.status).not.toBe('blocked');
  });

  it('is none that is only shown, or is paused meanwhile', () => {
    const { mountReady } = youTube();
    const shown = mountReady({}, { playerState: 5 });
    vi.advanceTimersByTime(9000);
    expect(shown.snapshot.value.status).toBe('paused');
    const paused = mountReady({ autoplay: true }, { playerState: -1 });
    paused.pause();
    vi.advanceTimersByTime(9000);
    expect(paused.snapshot.value.status).toBe('paused');
  });

  it('stays so while it reports that it has not begun, and not once it has', () => {
    const { frame, mountReady, patch } = youTube();
    const { snapshot } = mountReady({ autoplay: true }, { playerState: -1 });
    frame.say({ event: 'onAutoplayBlocked' });
    patch({ playerState: -1 });
    patch({ playerState: 5 });
    expect(snapshot.value.status).toBe('blocked');
    patch({ playerState: 1 });
    expect(snapshot.value.status).toBe('playing');
  });

  it('is just paused when the user pauses it', () => {
    const { frame, mountReady } = youTube();
    const ready = mountReady({ autoplay: true }, { playerState: -1 });
    frame.say({ event: 'onAutoplayBlocked' });
    ready.pause();
    expect(ready.snapshot.value.status).toBe('paused');
  });
});
