// Media files in the browser's own player.
import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../../src/core/mean/video';
import { MediaPlayer } from '../../../src/player/media/media-player';
import type { Snapshot, Start } from '../../../src/player/player';
import { film, remote } from '../../playback/videos';

const beginning: Start = { seconds: 0, rate: 1, autoplay: false };
const address = 'app://vault/media/film.webm';

beforeEach(() => {
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2 });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Remote = Extract<Video, { kind: 'url' }>;

interface Mounted {
  readonly player: MediaPlayer;
  readonly container: HTMLElement;
  readonly element: HTMLVideoElement;
  /** The browser's element tells that something became of it. */
  readonly tell: (event: string, facts?: Partial<HTMLVideoElement>) => void;
}

function mount(start: Partial<Start> = {}, video: typeof film | Remote = film): Mounted {
  const container = createDiv();
  const files = { resourceUrl: () => address };
  const player = new MediaPlayer(video, container, { ...beginning, ...start }, files);
  const element = container.querySelector('video');
  if (element === null) throw new Error('There is no video element.');
  const tell = (event: string, facts: Partial<HTMLVideoElement> = {}): void => {
    for (const [name, value] of Object.entries(facts))
      Object.defineProperty(element, name, { value, configurable: true });
    element.dispatchEvent(new Event(event));
  };
  return { player, container, element, tell };
}

describe('a media player', () => {
  it('keeps its position when it moves to another document, where its element loses it', () => {
    const { element, player, tell } = mount();
    tell('timeupdate', { currentTime: 185.5 });
    Object.defineProperty(element, 'currentTime', { value: 0 });
    Object.defineProperty(element, 'ownerDocument', { value: document.implementation.createHTMLDocument() });
    expect(player.playhead()).toBe(185.5);
  });

  it.each(['timeupdate', 'seeking'])('says where it is with "%s"', (event) => {
    const { player, tell } = mount({ seconds: 4 });
    expect(player.position.value).toBe(4);
    tell(event, { currentTime: 185.5 });
    expect(player.position.value).toBe(185.5);
  });

  it('begins where, how fast and as it is told, before the file is loaded', () => {
    const play = vi.spyOn(HTMLVideoElement.prototype, 'play').mockResolvedValue();
    const { element, player } = mount({ seconds: 83.25, rate: 1.5, autoplay: true });
    expect(element.getAttribute('src')).toBe(address);
    expect(element.currentTime).toBe(83.25);
    expect([element.playbackRate, element.defaultPlaybackRate]).toEqual([1.5, 1.5]);
    expect(play).toHaveBeenCalledTimes(1);
    expect(player.playhead()).toBe(83.25);
    expect(player.snapshot.value).toMatchObject({ status: 'loading', rate: 1.5 });
  });

  it('does not play by itself unless it is told to', () => {
    const play = vi.spyOn(HTMLVideoElement.prototype, 'play');
    mount({ seconds: 5 });
    expect(play).not.toHaveBeenCalled();
  });

  it.each<[typeof film | Remote, string]>([
    [film, 'film.webm'],
    [remote, 'remote talk.mp4'],
    [{ kind: 'url', url: 'https://media.example/100%25-%zz.mp4' }, '100%25-%zz.mp4'],
    [{ kind: 'url', url: `https://example.com/${'a'.repeat(1000)}.mp4` }, `${'a'.repeat(299)}…`],
  ])('has the name of its file for a title: %o, %s', (video, title) => {
    expect(mount({}, video).player.snapshot.value.title).toBe(title);
  });

  it.each([
    ['loadedmetadata', 'paused'],
    ['playing', 'playing'],
    ['waiting', 'buffering'],
    ['pause', 'paused'],
    ['ended', 'ended'],
  ])('after "%s" is %s', (event, status) => {
    const { player, tell } = mount();
    tell('loadedmetadata');
    tell(event);
    expect(player.snapshot.value.status).toBe(status);
  });

  it('loads until it has something, although it is told to play and the browser says that it waits', () => {
    vi.spyOn(HTMLVideoElement.prototype, 'play').mockResolvedValue();
    const { player, tell } = mount({ autoplay: true });
    tell('waiting');
    expect(player.snapshot.value.status).toBe('loading');
    tell('loadedmetadata', { paused: false });
    expect(player.snapshot.value.status).toBe('buffering');
  });

  it('is paused where it is sent to after it has ended', () => {
    const { player, tell } = mount();
    tell('loadedmetadata');
    tell('ended', { ended: true });
    tell('seeking', { ended: false, currentTime: 4 });
    expect(player.snapshot.value.status).toBe('paused');
    expect(player.position.value).toBe(4);
  });

  it('goes on playing when its metadata come after it has begun', () => {
    const { player, tell } = mount();
    tell('playing');
    tell('loadedmetadata');
    expect(player.snapshot.value.status).toBe('playing');
  });

  it('has ended, and is not paused, when the browser pauses at the end', () => {
    const { player, tell } = mount();
    tell('playing');
    tell('pause', { ended: true });
    expect(player.snapshot.value.status).toBe('playing');
    tell('ended');
    expect(player.snapshot.value.status).toBe('ended');
  });

  it.each([
    [755.25, 755.25],
    [NaN, undefined],
  ])('with duration %d has length %s', (duration, length) => {
    const { player, tell } = mount();
    tell('loadedmetadata', { duration });
    expect(player.snapshot.value).toMatchObject({ length, live: false });
  });

  it.each([
    ['nothing yet', [], 0],
    ['its beginning', [[0, 10]], 0.5],
    [
      'the stretch that it is in',
      [
        [0, 2],
        [4, 8],
        [12, 20],
      ],
      0.4,
    ],
    ['all of it, and a little more', [[0, 20.1]], 1],
  ] as const)('has loaded %s', (_, ranges, part) => {
    const { player, tell } = mount();
    const buffered = {
      length: ranges.length,
      start: (index: number) => ranges[index]?.[0] ?? 0,
      end: (index: number) => ranges[index]?.[1] ?? 0,
    };
    tell('loadedmetadata', { duration: 20 });
    tell('progress', { currentTime: 5, buffered });
    expect(player.loaded.value).toBe(part);
  });

  it('has loaded nothing of what has no end', () => {
    const { player, tell } = mount();
    tell('progress', { duration: NaN });
    expect(player.loaded.value).toBe(0);
  });

  it('says how loud it is when that changes', () => {
    const { player, tell } = mount();
    tell('volumechange', { volume: 0.3, muted: true });
    expect(player.snapshot.value).toMatchObject({ volume: 0.3, muted: true });
  });

  it('can be shown above all windows where the browser can, and only there', async () => {
    const { player, element } = mount();
    expect(player.togglePictureInPicture).toBeUndefined();
    Object.defineProperty(document, 'pictureInPictureEnabled', { value: true, configurable: true });
    const request = vi.fn(() => Promise.resolve());
    Object.assign(element, { requestPictureInPicture: request });
    await player.togglePictureInPicture?.();
    expect(request).toHaveBeenCalledTimes(1);
    Object.defineProperty(document, 'pictureInPictureEnabled', { value: false });
  });

  it('learns the length that comes later', () => {
    const { player, tell } = mount();
    tell('loadedmetadata');
    tell('durationchange', { duration: 12.5 });
    expect(player.snapshot.value.length).toBe(12.5);
  });

  it('seeks to any second, 0 included', () => {
    const { player, element } = mount({ seconds: 50 });
    player.seek(83.25);
    expect(element.currentTime).toBe(83.25);
    player.seek(0);
    expect(element.currentTime).toBe(0);
    expect(player.playhead()).toBe(0);
  });

  it('has landed with its first picture, and where it is sent only with the picture from there', () => {
    const { player, tell } = mount({ seconds: 50 });
    expect(player.landed.value).toBe(false);
    tell('loadeddata', { seeking: true });
    expect(player.landed.value).toBe(false);
    tell('seeked', { seeking: false });
    expect(player.landed.value).toBe(true);
    player.seek(12);
    expect(player.landed.value).toBe(false);
    player.seek(20);
    tell('seeked', { seeking: true });
    expect(player.landed.value).toBe(false);
    tell('seeked', { seeking: false });
    expect(player.landed.value).toBe(true);
  });

  it('changes its rate, and says so', () => {
    const { player, element, tell } = mount();
    player.setRate(1.75);
    expect(element.playbackRate).toBe(1.75);
    tell('ratechange');
    expect(player.snapshot.value.rate).toBe(1.75);
  });

  it('that the browser does not let play stays as it is, without an error', async () => {
    const refusal = Promise.reject(new Error('NotAllowedError'));
    vi.spyOn(HTMLVideoElement.prototype, 'play').mockReturnValue(refusal);
    const { player } = mount();
    player.play();
    await expect(refusal).rejects.toThrow();
    expect(player.snapshot.value.status).toBe('loading');
  });
});

describe('a media player of a file that does not say its length', () => {
  let probe: HTMLVideoElement;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(globalThis, 'createEl').mockImplementation(() => {
      probe = document.createElement('video');
      return probe;
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** What looks for the end tells. */
  function found(event: string, facts: Partial<HTMLVideoElement> = {}): void {
    for (const [name, value] of Object.entries(facts))
      Object.defineProperty(probe, name, { value, configurable: true });
    probe.dispatchEvent(new Event(event));
  }

  const upTo = (second: number): Partial<HTMLVideoElement> => ({
    buffered: { length: 1, start: () => 0, end: () => second },
  });

  it.each([film, remote])('learns it from the end, while what plays is left alone: $kind', (video) => {
    const { player, element, tell } = mount({ seconds: 20 }, video);
    tell('loadedmetadata', { duration: Infinity });
    expect(player.snapshot.value).toMatchObject({ length: undefined, live: false });
    found('loadedmetadata', { duration: Infinity });
    expect(probe.currentTime).toBeGreaterThan(1e9);
    found('durationchange', { duration: 59.75 });
    expect(player.snapshot.value).toMatchObject({ length: 59.75, live: false });
    expect(element.currentTime).toBe(20);
    expect(probe.hasAttribute('src')).toBe(false);
    tell('durationchange', { duration: Infinity });
    expect(player.snapshot.value.length).toBe(59.75);
  });

  it.each([
    [remote, true],
    [film, false],
  ])('is of a live stream where no more comes than is played, unless it is a file: %o', (video, live) => {
    const { player, tell } = mount({}, video);
    tell('loadedmetadata', { duration: Infinity });
    found('progress', upTo(30));
    vi.advanceTimersByTime(5000);
    expect(player.snapshot.value.live).toBe(false);
    found('progress', upTo(35));
    vi.advanceTimersByTime(5000);
    expect(player.snapshot.value).toMatchObject({ length: undefined, live });
    expect(probe.hasAttribute('src')).toBe(false);
  });

  it('waits as long as the file comes faster than it plays', () => {
    const { player, tell } = mount({}, remote);
    tell('loadedmetadata', { duration: Infinity });
    for (let second = 20; second <= 400; second += 20) {
      found('progress', upTo(second));
      vi.advanceTimersByTime(5000);
    }
    expect(player.snapshot.value.live).toBe(false);
    expect(probe.hasAttribute('src')).toBe(true);
  });

  it('looks no longer when it comes to the end itself, and when it ends', () => {
    const { player, tell } = mount({}, remote);
    tell('loadedmetadata', { duration: Infinity });
    tell('durationchange', { duration: 59.75 });
    expect(probe.hasAttribute('src')).toBe(false);
    expect(player.snapshot.value).toMatchObject({ length: 59.75, live: false });
    const other = mount({}, remote);
    other.tell('loadedmetadata', { duration: Infinity });
    other.player.dispose();
    expect(probe.hasAttribute('src')).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the picture of a media player', () => {
  it('has no controls of its own, but those of the browser where it fills the screen', () => {
    const { element, tell } = mount();
    expect(element.controls).toBe(false);
    Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true });
    tell('fullscreenchange');
    expect(element.controls).toBe(true);
    Object.defineProperty(document, 'fullscreenElement', { value: null });
    tell('fullscreenchange');
    expect(element.controls).toBe(false);
  });

  it('plays and pauses with a click, which is the browser’s own business where it has its controls', () => {
    const { element, tell } = mount();
    const play = vi.spyOn(element, 'play').mockResolvedValue();
    const pause = vi.spyOn(element, 'pause').mockReturnValue();
    tell('click', { paused: true });
    expect(play).toHaveBeenCalledTimes(1);
    tell('click', { paused: false });
    expect(pause).toHaveBeenCalledTimes(1);
    element.controls = true;
    tell('click');
    tell('dblclick');
    expect(pause).toHaveBeenCalledTimes(1);
  });
});

describe('a media player that the browser does not let play', () => {
  const refusal = (): Promise<void> => Promise.reject(new DOMException('No touch yet.', 'NotAllowedError'));

  async function refuse(player: MediaPlayer): Promise<void> {
    vi.spyOn(HTMLVideoElement.prototype, 'play').mockImplementation(refusal);
    player.play();
    await expect(refusal()).rejects.toThrow();
  }

  it('is blocked, until it plays or is paused', async () => {
    const { player, tell } = mount();
    tell('loadedmetadata');
    await refuse(player);
    expect(player.snapshot.value.status).toBe('blocked');
    tell('playing');
    expect(player.snapshot.value.status).toBe('playing');
    tell('pause');
    await refuse(player);
    player.pause();
    expect(player.snapshot.value.status).toBe('paused');
  });

  it('shows so only when it has loaded, and not when it was paused before', async () => {
    const { player, tell } = mount();
    await refuse(player);
    expect(player.snapshot.value.status).toBe('loading');
    tell('loadedmetadata');
    expect(player.snapshot.value.status).toBe('blocked');
    const other = mount();
    await refuse(other.player);
    other.player.pause();
    other.tell('loadedmetadata');
    expect(other.player.snapshot.value.status).toBe('paused');
  });
});

describe('a media player fails', () => {
  const error = (code: number): Partial<HTMLVideoElement> => ({ error: { code } as MediaError });

  it('when the vault holds no such file: nothing is mounted, and no command throws', () => {
    const container = createDiv();
    const player = new MediaPlayer(
      film,
      container,
      { ...beginning, seconds: 83 },
      { resourceUrl: () => undefined },
    );
    expect(player.snapshot.value).toMatchObject({
      status: 'failed',
      fault: 'file-missing',
      title: 'film.webm',
    });
    expect(container.childElementCount).toBe(0);
    player.play();
    player.pause();
    player.seek(4);
    player.setRate(2);
    player.dispose();
    expect(player.playhead()).toBeUndefined();
  });

  it.each([
    [film, 2, 'file-missing'],
    [film, 3, 'file-unsupported'],
    [film, 4, 'file-unsupported'],
    [remote, 2, 'media-unreachable'],
    [remote, 4, 'media-unreachable'],
  ] as const)('for %o with error %d: %s', (video, code, fault) => {
    const { player, tell } = mount({}, video);
    tell('error', error(code));
    expect(player.snapshot.value).toMatchObject({ status: 'failed', fault });
  });

  it('for good: what the element tells afterwards does not hide the fault', () => {
    const { player, tell } = mount();
    tell('error', error(4));
    tell('pause');
    tell('loadedmetadata');
    expect(player.snapshot.value).toMatchObject({ status: 'failed', fault: 'file-unsupported' });
  });
});

describe('a media player of an address', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('fails when nothing comes for fifteen seconds, and loads no more', () => {
    const { player, element } = mount({ autoplay: false }, remote);
    vi.advanceTimersByTime(14_999);
    expect(player.snapshot.value.status).toBe('loading');
    vi.advanceTimersByTime(1);
    expect(player.snapshot.value).toMatchObject({ status: 'failed', fault: 'media-no-answer' });
    expect(element.hasAttribute('src')).toBe(false);
  });

  it('waits for a slow server as long as something comes', () => {
    const { player, tell } = mount({}, remote);
    for (let times = 0; times < 5; times += 1) {
      vi.advanceTimersByTime(14_000);
      tell('progress');
    }
    expect(player.snapshot.value.status).toBe('loading');
  });

  it.each<[string, (mounted: Mounted) => void]>([
    ['has something', ({ tell }) => tell('loadedmetadata', { duration: 20 })],
    ['ends', ({ player }) => player.dispose()],
  ])('waits no longer when it %s', (_, act) => {
    const mounted = mount({}, remote);
    act(mounted);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(mounted.player.snapshot.value.fault).toBeUndefined();
  });

  it('that is a file of the vault may take its time', () => {
    mount({}, film);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the end of a media player', () => {
  it('stops the sound and the loading, and leaves nothing in its element', () => {
    const { player, container, element } = mount();
    void element.play();
    const load = vi.spyOn(element, 'load');
    player.dispose();
    expect(element.paused).toBe(true);
    expect(element.hasAttribute('src')).toBe(false);
    expect(load).toHaveBeenCalledTimes(1);
    expect(container.childElementCount).toBe(0);
  });

  it('is the end: nothing fires afterwards, and a second end does no harm', () => {
    const { player, tell } = mount();
    const told = vi.fn<(snapshot: Snapshot) => void>();
    const stop = effect(() => told(player.snapshot.value));
    player.dispose();
    player.dispose();
    tell('playing');
    tell('error');
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });
});
