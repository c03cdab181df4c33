// The conversation with YouTube's player: its frame, the handshake, and the commands.
import { describe, expect, it, vi } from 'vitest';
import { EMBED_ORIGINS } from '../../../src/player/youtube/access';
import type { FakeFrame } from '../../support/fake-frame';
import { mounting } from './mounting';

const youTube = mounting();
const subscriptions = ['onStateChange', 'onError', 'onPlaybackRateChange', 'onAutoplayBlocked'].map(
  (event) => `addEventListener ${event}`,
);

describe('the frame of a YouTube player', () => {
  it('has all it needs before it has an address', () => {
    const { container, mount } = youTube();
    const set = vi.spyOn(HTMLIFrameElement.prototype, 'setAttribute');
    mount();
    const names = set.mock.calls.map(([name]) => name);
    expect(names.at(-1)).toBe('src');
    expect(names).toEqual(
      expect.arrayContaining(['title', 'referrerpolicy', 'allow', 'allowfullscreen', 'sandbox']),
    );
    const iframe = container.querySelector('iframe');
    expect(iframe?.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
    expect(iframe?.getAttribute('allow')).toBe(
      'autoplay; encrypted-media; fullscreen; picture-in-picture; clipboard-write; web-share',
    );
    expect(iframe?.getAttribute('title')).not.toBe('');
    expect(iframe?.getAttribute('sandbox')?.split(' ').sort()).toEqual([
      'allow-forms',
      'allow-modals',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-presentation',
      'allow-same-origin',
      'allow-scripts',
    ]);
  });

  it('is not made for what is no id: that is a fault, and nothing is loaded', () => {
    const { container, mount } = youTube();
    const { snapshot } = mount({}, '"><script>alert(1)</script>');
    expect(snapshot.value).toMatchObject({ status: 'failed', fault: 'bad-id' });
    expect(container.childElementCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the handshake', () => {
  it('asks at once when the frame has loaded, and every 250 ms until it is answered', () => {
    const { frame, mount, loadFrame } = youTube();
    mount();
    expect(frame.posts).toEqual([]);
    loadFrame();
    expect(frame.take()).toEqual([{ event: 'listening', id: 1, channel: 'widget' }]);
    vi.advanceTimersByTime(1000);
    expect(frame.take()).toHaveLength(4);
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    frame.take();
    vi.advanceTimersByTime(5000);
    expect(frame.take()).toEqual([]);
  });

  it('asks once more, at once, when the player says that it is ready to listen', () => {
    const { frame, mount } = youTube();
    mount();
    frame.say({ event: 'readyToListen' });
    expect(frame.take()).toEqual([{ event: 'listening', id: 1, channel: 'widget' }]);
  });

  it.each([
    { event: 'initialDelivery', info: {} },
    { event: 'alreadyInitialized' },
    { event: 'onReady', info: null },
    { event: 'infoDelivery', info: { volume: 100 } },
  ])('is answered by $event: the four events are asked for', (answer) => {
    const { frame, mount, loadFrame } = youTube();
    const { snapshot } = mount();
    loadFrame();
    frame.take();
    frame.say(answer);
    expect(frame.takeCommands()).toEqual(subscriptions);
    expect(snapshot.value.status).toBe('paused');
  });

  it('begins again whenever the frame loads again', () => {
    const { frame, mountReady, loadFrame } = youTube();
    mountReady();
    loadFrame();
    loadFrame();
    vi.advanceTimersByTime(250);
    expect(frame.take().map(({ event }) => event)).toEqual(['listening', 'listening']);
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).toEqual([...subscriptions, 'setVolume 100', 'unMute']);
  });

  it('is not loaded again when the player speaks before its page has loaded', () => {
    const { frame, mount, loadFrame, container } = youTube();
    mount({ seconds: 60 });
    const before = container.querySelector('iframe')?.src;
    frame.say({ event: 'initialDelivery', info: { currentTime: 61, playerState: 1 }, id: 1 });
    frame.take();
    loadFrame();
    vi.advanceTimersByTime(1000);
    expect(frame.take()).toEqual([]);
    expect(container.querySelector('iframe')?.src).toBe(before);
  });

  it('is loaded where it was, when the page moves the frame and it forgets', () => {
    const { frame, mountReady, loadFrame, container } = youTube();
    const sound = { volume: 40, muted: true };
    const moved = mountReady(
      { seconds: 120.5 },
      { currentTime: 120.5, playerState: 2, playbackRate: 1.5, ...sound },
    );
    loadFrame();
    const parameters = new URL(container.querySelector('iframe')?.src ?? '').searchParams;
    expect([parameters.get('start'), parameters.get('autoplay')]).toEqual(['120', '0']);
    loadFrame();
    frame.take();
    const fresh = { currentTime: 0, playerState: 5, playbackRate: 1, volume: 100, muted: false };
    frame.say({ event: 'initialDelivery', info: fresh, id: 1 });
    expect(frame.takeCommands()).toEqual([...subscriptions, 'setPlaybackRate 1.5', 'setVolume 40', 'mute']);
    expect(moved.snapshot.value).toMatchObject({ rate: 1.5, volume: 0.4, muted: true });
  });

  it('is loaded to play, when it is moved before it has come to that', () => {
    const { mountReady, loadFrame, container } = youTube();
    const asked = (): string | null =>
      new URL(container.querySelector('iframe')?.src ?? '').searchParams.get('autoplay');
    const player = mountReady({ seconds: 60.5, autoplay: true }, { playerState: -1 });
    loadFrame();
    expect(asked()).toBe('1');
    player.pause();
    expect(player.playhead()).toBe(60.5);
  });

  it('is loaded as silent and bare as it was, before it can be told', () => {
    const { mountReady, loadFrame, container } = youTube();
    mountReady({ sound: { muted: true }, controls: false });
    loadFrame();
    const parameters = new URL(container.querySelector('iframe')?.src ?? '').searchParams;
    expect([parameters.get('mute'), parameters.get('controls')]).toEqual(['1', '0']);
  });

  it('posts texts, to the origin of the embed only', () => {
    const { frame, mountReady } = youTube();
    mountReady().play();
    expect(frame.posts.every((post) => typeof post === 'string')).toBe(true);
    expect(new Set(frame.origins)).toEqual(new Set([EMBED_ORIGINS['privacy-enhanced']]));
  });
});

describe('a YouTube player ignores', () => {
  const playing = JSON.stringify({ event: 'onStateChange', info: 1 });

  it.each<[string, Parameters<FakeFrame['post']>]>([
    ['another window', [playing, { source: window }]],
    ['no window at all', [playing, { source: null }]],
    ['another origin', [playing, { origin: 'https://www.youtube.com' }]],
    [
      'an origin that only begins like it',
      [playing, { origin: `${EMBED_ORIGINS['privacy-enhanced']}.evil.example` }],
    ],
    ['an object', [{ event: 'onStateChange', info: 1 }]],
    ['text that is no message', ['playing']],
  ])('%s', (_, [data, from]) => {
    const { frame, mountReady } = youTube();
    const { snapshot } = mountReady();
    frame.post(data, from);
    expect(snapshot.value.status).toBe('paused');
    frame.post(playing);
    expect(snapshot.value.status).toBe('playing');
  });
});

describe('a frame in another window', () => {
  it('is heard in that window, and in the one of the plugin, which its player answers', () => {
    const { frame, container, mount } = youTube();
    const popOut = new EventTarget();
    const timers = {
      setTimeout: window.setTimeout.bind(window),
      clearTimeout: window.clearTimeout.bind(window),
      setInterval: window.setInterval.bind(window),
      clearInterval: window.clearInterval.bind(window),
      performance,
    };
    const other = Object.assign(popOut, timers) as unknown as Window;
    Object.defineProperty(container, 'win', { value: other });
    const mounted = mount();
    frame.postIn(other, JSON.stringify({ event: 'readyToListen' }));
    expect(frame.take()).toEqual([{ event: 'listening', id: 1, channel: 'widget' }]);
    frame.say({ event: 'initialDelivery', info: { duration: 213 }, id: 1 });
    expect(mounted.snapshot.value).toMatchObject({ status: 'paused', length: 213 });
    mounted.dispose();
    frame.take();
    frame.postIn(other, JSON.stringify({ event: 'readyToListen' }));
    expect(frame.posts).toEqual([]);
  });
});

describe('a frame that has no window yet', () => {
  it('is not taken for the sender of what comes from no window', () => {
    const { frame, mount } = youTube();
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(null);
    const { snapshot } = mount();
    frame.post('{"event":"onStateChange","info":1}', { source: null });
    expect(snapshot.value.status).toBe('loading');
  });
});

describe('commands', () => {
  it('wait for the answer, and then go in order', () => {
    const { frame, mount, loadFrame } = youTube();
    const mounted = mount();
    mounted.play();
    mounted.setRate(1.5);
    mounted.pause();
    loadFrame();
    expect(frame.takeCommands()).toEqual([]);
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).toEqual([
      ...subscriptions,
      'playVideo',
      'setPlaybackRate 1.5',
      'pauseVideo',
    ]);
  });

  it('go once, though the frame loads again', () => {
    const { frame, mount, loadFrame } = youTube();
    mount().play();
    loadFrame();
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    frame.take();
    loadFrame();
    loadFrame();
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).not.toContain('playVideo');
  });

  it('go at once when the player has answered', () => {
    const { frame, mountReady } = youTube();
    const ready = mountReady();
    ready.seek(83.25);
    ready.play();
    ready.setRate(2);
    ready.setVolume(0.456);
    ready.setMuted(true);
    ready.setMuted(false);
    ready.pause();
    expect(frame.takeCommands()).toEqual([
      'seekTo 83.25 true',
      'playVideo',
      'setPlaybackRate 2',
      'setVolume 46',
      'mute',
      'unMute',
      'pauseVideo',
    ]);
  });

  it('for the sound show at once, before the player reports it', () => {
    const { mountReady } = youTube();
    const ready = mountReady();
    ready.setVolume(0);
    ready.setMuted(true);
    expect(ready.snapshot.value).toMatchObject({ volume: 0, muted: true });
  });

  it('include the sound that the player was to begin with', () => {
    const { frame, mount } = youTube();
    const quiet = mount({ sound: { volume: 0.25, muted: true } });
    expect(quiet.snapshot.value).toMatchObject({ volume: 0.25, muted: true });
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).toEqual([...subscriptions, 'setVolume 25', 'mute']);
  });

  it('to seek are kept until the player is ready: only the last, and once', () => {
    const { frame, mount, loadFrame } = youTube();
    const mounted = mount({ autoplay: true });
    mounted.seek(10);
    mounted.seek(0);
    loadFrame();
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    frame.say({ event: 'onReady', info: null, id: 1 });
    expect(frame.takeCommands().filter((text) => text.startsWith('seekTo'))).toEqual(['seekTo 0 true']);
  });

  it('to seek wait until the video begins, which they would begin themselves', () => {
    const { frame, mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 5 }, { playerState: 5 });
    ready.seek(83.25);
    ready.seek(90);
    patch({ currentTime: 0, playerState: 5 });
    expect(frame.takeCommands()).toEqual([]);
    expect(ready.playhead()).toBe(90);
    vi.advanceTimersByTime(60_000);
    patch({ playerState: 1, currentTime: 5 });
    expect(frame.takeCommands()).toEqual(['seekTo 90 true']);
    expect(ready.playhead()).toBe(90);
  });

  it('to seek are carried out once the video plays there: that it says so before is no picture', () => {
    const { mountReady, patch } = youTube();
    const ready = mountReady({}, { playerState: 1, currentTime: 0 });
    const { landed } = ready;
    expect(landed.value).toBe(true);
    ready.seek(90);
    patch({ currentTime: 0.25 });
    expect(landed.value).toBe(false);
    patch({ playerState: 3, currentTime: 90 });
    expect(landed.value).toBe(false);
    patch({ playerState: 1, currentTime: 90 });
    expect(landed.value).toBe(true);
  });

  it('to play begin within the second that the player was to begin at', () => {
    const { frame, mountReady } = youTube();
    mountReady({ seconds: 60.5 }, { playerState: 5 }).play();
    expect(frame.takeCommands()).toEqual(['seekTo 60.5 true', 'playVideo']);
  });

  it('to seek go before the one to play that follows', () => {
    const { frame, mountReady } = youTube();
    const ready = mountReady({}, { playerState: 5 });
    ready.seek(90);
    ready.play();
    expect(frame.takeCommands()).toEqual(['seekTo 90 true', 'playVideo']);
  });

  it('include the rate that the player was to begin at, and no other', () => {
    const { frame, mount } = youTube();
    const faster = mount({ rate: 1.25 });
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).toContain('setPlaybackRate 1.25');
    faster.dispose();
    mount({ rate: 1 });
    frame.say({ event: 'initialDelivery', info: {}, id: 1 });
    expect(frame.takeCommands()).toEqual(subscriptions);
  });
});

describe('a video that was told to pause before it began', () => {
  it('is paused when it begins all the same, and not again', () => {
    const { frame, mount, patch } = youTube();
    mount({ autoplay: true }).pause();
    patch({ playerState: -1 });
    frame.take();
    patch({ playerState: 3 });
    patch({ playerState: 1 });
    expect(frame.takeCommands()).toEqual(['pauseVideo', 'pauseVideo']);
    patch({ playerState: 1, currentTime: 1 });
    expect(frame.takeCommands()).toEqual([]);
  });

  it('plays once it has been paused, or is told to play', () => {
    const { frame, mount, patch } = youTube();
    const mounted = mount({ autoplay: true });
    mounted.pause();
    patch({ playerState: 2 });
    frame.take();
    patch({ playerState: 1 });
    expect(frame.takeCommands()).toEqual([]);
    const other = mount({ autoplay: true });
    other.pause();
    other.play();
    patch({ playerState: 1 });
    expect(frame.takeCommands().at(-1)).toBe('playVideo');
  });

  it('plays when the user pressed play in its frame', () => {
    const { frame, container, mount, patch } = youTube();
    mount({ autoplay: true }).pause();
    patch({ playerState: -1 });
    frame.take();
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(container.querySelector('iframe'));
    patch({ playerState: 1 });
    expect(frame.takeCommands()).toEqual([]);
  });
});

describe('a video that has ended', () => {
  it('is paused where a seek leads, which begins it anew', () => {
    const { frame, mountReady, patch } = youTube();
    const ended = mountReady({}, { playerState: 0, currentTime: 19 });
    ended.seek(5);
    expect(frame.takeCommands()).toEqual(['seekTo 5 true']);
    patch({ playerState: 0, currentTime: 19 });
    patch({ playerState: 3 });
    patch({ playerState: 1, currentTime: 5 });
    expect(frame.takeCommands()).toEqual(['pauseVideo', 'pauseVideo']);
    patch({ playerState: 2 });
    expect(ended.snapshot.value.status).toBe('paused');
    expect(ended.playhead()).toBe(5);
  });

  it('plays where a seek leads when it is told to play, before or after', () => {
    const { frame, mountReady, patch } = youTube();
    const ended = mountReady({}, { playerState: 0, currentTime: 19 });
    ended.seek(5);
    ended.play();
    patch({ playerState: 1, currentTime: 5 });
    expect(frame.takeCommands().at(-1)).toBe('playVideo');
    patch({ playerState: 0, currentTime: 19 });
    ended.play();
    ended.seek(5);
    expect(frame.takeCommands()).toEqual(['playVideo', 'seekTo 5 true']);
  });
});

describe('the full screen', () => {
  it('is for the frame', async () => {
    const { container, mount } = youTube();
    const mounted = mount();
    const frame = container.querySelector('iframe');
    const request = vi.fn(() => Promise.resolve());
    Object.assign(frame ?? {}, { requestFullscreen: request });
    Object.defineProperty(document, 'fullscreenEnabled', { value: true, configurable: true });
    await mounted.toggleFullscreen();
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('is refused with a reason where the device does not have it', async () => {
    const { mount } = youTube();
    Object.defineProperty(document, 'fullscreenEnabled', { value: false, configurable: true });
    await expect(mount().toggleFullscreen()).rejects.toThrow('Full screen is not available on this device.');
  });
});
