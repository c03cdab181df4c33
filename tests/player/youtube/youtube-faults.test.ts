// How a YouTube player fails, how it recovers, and how it ends.
import { effect } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import { mounting } from './mounting';

const youTube = mounting();
const subscriptions = ['onStateChange', 'onError', 'onPlaybackRateChange', 'onAutoplayBlocked'].map(
  (event) => `addEventListener ${event}`,
);

describe('a fault', () => {
  it.each([
    [2, 'bad-id'],
    [5, 'player-error'],
    [100, 'gone'],
    [101, 'not-embeddable'],
    [150, 'not-embeddable'],
    [152, 'refused'],
    [153, 'refused'],
    [42, 'player-error'],
  ])('comes with error %d: %s', (code, fault) => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady();
    frame.say({ event: 'onError', info: code });
    expect(snapshot.value).toMatchObject({ status: 'failed', fault });
  });

  it('that is reported twice is told once', () => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady();
    const faults: unknown[] = [];
    const stop = effect(() => {
      faults.push(snapshot.value.fault);
    });
    frame.say({ event: 'onError', info: 150 });
    frame.say({ event: 'onError', info: 150 });
    expect(faults).toEqual([undefined, 'not-embeddable']);
    stop();
  });

  it('stays while the player goes on reporting that it does not play, and ends when it plays', () => {
    const { frame, mountReady, patch } = youTube();
    const { snapshot } = mountReady();
    frame.say({ event: 'onError', info: 5 });
    patch({ playerState: -1 });
    frame.say({ event: 'onStateChange', info: 5 });
    expect(snapshot.value).toMatchObject({ status: 'failed', fault: 'player-error' });
    frame.say({ event: 'onStateChange', info: 1 });
    expect(snapshot.value).toMatchObject({ status: 'playing', fault: undefined });
  });

  it('stops the playhead where it is', () => {
    const { frame, mountReady } = youTube();
    const ready = mountReady({ seconds: 10 }, { currentTime: 10, playerState: 1 });
    vi.advanceTimersByTime(500);
    frame.say({ event: 'onError', info: 5 });
    vi.advanceTimersByTime(5000);
    expect(ready.playhead()).toBeCloseTo(10.5, 3);
  });
});

describe('a player that does not answer', () => {
  it('fails 10 s after its frame has loaded, and not before', () => {
    const { mount, loadFrame } = youTube();
    const { snapshot } = mount();
    vi.advanceTimersByTime(6000);
    loadFrame();
    vi.advanceTimersByTime(9999);
    expect(snapshot.value.status).toBe('loading');
    vi.advanceTimersByTime(1);
    expect(snapshot.value).toMatchObject({ status: 'failed', fault: 'no-answer' });
  });

  it('fails also when its frame never loads', () => {
    const { mount } = youTube();
    const { snapshot } = mount();
    vi.advanceTimersByTime(10_000);
    expect(snapshot.value).toMatchObject({ status: 'failed', fault: 'no-answer' });
  });

  it('is not failed by having answered just in time', () => {
    const { frame, mount, loadFrame } = youTube();
    const { snapshot } = mount();
    loadFrame();
    vi.advanceTimersByTime(9999);
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    vi.advanceTimersByTime(60_000);
    expect(snapshot.value).toMatchObject({ status: 'paused', fault: undefined });
  });

  it('recovers when it answers after all, and does what it was told meanwhile', () => {
    const { frame, mount, loadFrame } = youTube();
    const mounted = mount({ seconds: 83 });
    loadFrame();
    vi.advanceTimersByTime(15_000);
    mounted.play();
    frame.take();
    frame.say({ event: 'readyToListen' });
    expect(frame.take()).toEqual([{ event: 'listening', id: 1, channel: 'widget' }]);
    frame.say({ event: 'initialDelivery', info: { currentTime: 0, duration: 213 }, id: 1 });
    expect(mounted.snapshot.value).toMatchObject({ status: 'paused', fault: undefined, length: 213 });
    expect(mounted.playhead()).toBe(83);
    expect(frame.takeCommands()).toEqual([...subscriptions, 'playVideo']);
  });

  it('keeps the place that it was to begin at', () => {
    const { mount } = youTube();
    const mounted = mount({ seconds: 83.5 });
    vi.advanceTimersByTime(10_000);
    expect(mounted.playhead()).toBe(83.5);
  });
});

describe('a player that falls silent while it plays', () => {
  it('is asked after five seconds, and said to be silent after ten, where it was', () => {
    const { frame, mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 83 }, { playerState: 1 });
    patch({ currentTime: 84 });
    frame.take();
    vi.advanceTimersByTime(5000);
    expect(frame.take()).toEqual([{ event: 'listening', id: 1, channel: 'widget' }]);
    vi.advanceTimersByTime(4999);
    expect(ready.snapshot.value.hindrance).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(ready.snapshot.value).toMatchObject({ status: 'playing', fault: undefined, hindrance: 'silent' });
    expect(ready.playhead()).toBeCloseTo(85, 3);
  });

  it.each([
    ['answers when it is asked', { event: 'alreadyInitialized' }],
    ['reports its time', { event: 'infoDelivery', info: { currentTime: 12 } }],
  ])('has not failed when it %s', (_, message) => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady({}, { playerState: 1 });
    for (let second = 0; second < 60; second += 6) {
      vi.advanceTimersByTime(6000);
      frame.say(message);
    }
    expect(snapshot.value.status).toBe('playing');
  });

  it.each([2, 0])('may do so in state %d', (state) => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady({}, { playerState: 1 });
    frame.say({ event: 'onStateChange', info: state });
    frame.take();
    vi.advanceTimersByTime(60_000);
    expect(snapshot.value.fault).toBeUndefined();
    expect(frame.take()).toEqual([]);
  });

  it('is said to be silent also while it waits for more of the video', () => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady({}, { playerState: 1 });
    frame.say({ event: 'onStateChange', info: 3 });
    vi.advanceTimersByTime(10_000);
    expect(snapshot.value).toMatchObject({ status: 'buffering', fault: undefined, hindrance: 'silent' });
  });

  it('is said to be silent also where it was paused, and does not do what it is told', () => {
    const { mountReady } = youTube();
    const ready = mountReady({}, { playerState: 2 });
    vi.advanceTimersByTime(60_000);
    expect(ready.snapshot.value.status).toBe('paused');
    ready.play();
    vi.advanceTimersByTime(9999);
    expect(ready.snapshot.value.hindrance).toBe('not-begun');
    vi.advanceTimersByTime(1);
    expect(ready.snapshot.value).toMatchObject({ fault: undefined, hindrance: 'silent' });
  });

  it('is what it was, when it speaks after all and did not play', () => {
    const { mountReady, patch } = youTube();
    const ready = mountReady({}, { playerState: 2 });
    ready.play();
    vi.advanceTimersByTime(10_000);
    patch({ volume: 50 });
    expect(ready.snapshot.value).toMatchObject({ status: 'blocked', fault: undefined });
  });

  it('recovers when it speaks after all', () => {
    const { mountReady, patch } = youTube();
    const { snapshot } = mountReady({}, { playerState: 1 });
    vi.advanceTimersByTime(10_000);
    expect(snapshot.value.hindrance).toBe('silent');
    patch({ currentTime: 20 });
    expect(snapshot.value).toMatchObject({ status: 'playing', fault: undefined, hindrance: undefined });
  });
});

describe('the end of a YouTube player', () => {
  it('leaves nothing in its element, no timer and no listener', () => {
    const { frame, container, mount, loadFrame } = youTube();
    const add = vi.spyOn(window, 'addEventListener');
    const remove = vi.spyOn(window, 'removeEventListener');
    const mounted = mount();
    loadFrame();
    frame.say({ event: 'initialDelivery', info: { playerState: 1 }, id: 1 });
    mounted.dispose();
    expect(container.childElementCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    const listeners = add.mock.calls.map(([type, listener]) => [type, listener]);
    expect(listeners).toHaveLength(1);
    expect(remove.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      expect.arrayContaining(listeners),
    );
  });

  it('is the end: nothing that comes later changes or posts anything', () => {
    const { frame, container, mountReady } = youTube();
    const ready = mountReady();
    const iframe = container.querySelector('iframe');
    const before = ready.snapshot.value;
    ready.dispose();
    ready.dispose();
    iframe?.dispatchEvent(new Event('load'));
    frame.say({ event: 'onStateChange', info: 1 });
    frame.say({ event: 'onError', info: 100 });
    ready.play();
    ready.seek(5);
    ready.setVolume(0.5);
    ready.setMuted(true);
    vi.advanceTimersByTime(60_000);
    expect(ready.snapshot.value).toBe(before);
    expect(frame.posts).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
