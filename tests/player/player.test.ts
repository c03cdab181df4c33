// What holds for every player: the fake one of the tests, media files, and YouTube.
import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import type { Player, Start } from '../../src/player/player';
import { mountPlayer } from '../../src/player/providers';
import { film, remote, zoo } from '../playback/videos';
import { FakeFrame } from '../support/fake-frame';
import { FakePlayer } from '../support/fake-player';
import { USUAL_ACCESS } from '../../src/player/youtube/access';

/** A player with what its video does, from outside. */
interface Mounted {
  readonly player: Player;
  readonly container: HTMLElement;
  readonly becomesReady: (length: number) => void;
  readonly fails: () => void;
}

type Mount = (start: Start) => Mounted;

function mountFake(start: Start): Mounted {
  const player = new FakePlayer(zoo, start);
  return {
    player,
    container: createDiv(),
    becomesReady: (length) => player.becomeReady({ length }),
    fails: () => player.fail('player-error'),
  };
}

function mountMedia(video: Video, start: Start): Mounted {
  const container = createDiv();
  const player = mountPlayer(video, container, start, {
    files: { resourceUrl: (path) => `app://vault/${path}` },
    youTube: USUAL_ACCESS,
  });
  const element = container.querySelector('video');
  return {
    player,
    container,
    becomesReady: (duration) => {
      if (element !== null) Object.defineProperty(element, 'duration', { value: duration });
      element?.dispatchEvent(new Event('loadedmetadata'));
    },
    fails: () => element?.dispatchEvent(new Event('error')),
  };
}

function mountYouTube(start: Start): Mounted {
  const frame = new FakeFrame();
  const container = createDiv();
  const player = mountPlayer(zoo, container, start, {
    files: { resourceUrl: () => undefined },
    youTube: USUAL_ACCESS,
  });
  return {
    player,
    container,
    becomesReady: (duration) => {
      frame.say({ event: 'initialDelivery', info: { duration, currentTime: start.seconds }, id: 1 });
    },
    fails: () => frame.say({ event: 'onError', info: 5 }),
  };
}

const mounts: readonly (readonly [string, Mount])[] = [
  ['fake', mountFake],
  ['vault file', (start) => mountMedia(film, start)],
  ['remote file', (start) => mountMedia(remote, start)],
  ['YouTube', mountYouTube],
];
const start: Start = { seconds: 83.5, rate: 1, autoplay: false };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(mounts)('a player: %s', (_, mount) => {
  it('loads first, with nothing known and nothing wrong', () => {
    const { snapshot } = mount(start).player;
    expect(snapshot.value).toMatchObject({ status: 'loading', length: undefined, rate: 1, fault: undefined });
  });

  it('is paused where it was to begin when it is ready, and knows its length', () => {
    const { player, becomesReady } = mount(start);
    becomesReady(213);
    expect(player.snapshot.value).toMatchObject({ status: 'paused', length: 213, fault: undefined });
    expect(player.playhead()).toBeCloseTo(83.5, 6);
  });

  it('is where it was last sent to while it loaded', () => {
    const { player, becomesReady } = mount(start);
    player.seek(12);
    player.seek(40);
    becomesReady(213);
    expect(player.playhead()).toBeCloseTo(40, 6);
  });

  it('is at 0 when it is sent there', () => {
    const { player, becomesReady } = mount(start);
    becomesReady(213);
    player.seek(0);
    expect(player.playhead()).toBe(0);
    expect(player.position.value).toBe(0);
  });

  it('begins as loud as it is told to', () => {
    const sound = { volume: 0.4, muted: true };
    const { player, becomesReady } = mount({ ...start, sound });
    becomesReady(213);
    expect(player.snapshot.value).toMatchObject(sound);
  });

  it('begins silent, and otherwise as loud as it was, where only that is asked for', () => {
    const { player, becomesReady } = mount({ ...start, sound: { muted: true } });
    becomesReady(213);
    expect(player.snapshot.value).toMatchObject({ volume: 1, muted: true });
  });

  it('is as loud as it is told to be, silence included', () => {
    const { player, becomesReady } = mount(start);
    becomesReady(213);
    player.setVolume(0);
    player.setMuted(true);
    expect(player.snapshot.value).toMatchObject({ volume: 0, muted: true });
    player.setMuted(false);
    expect(player.snapshot.value).toMatchObject({ volume: 0, muted: false });
  });

  it('offers rates, the usual one among them, in order', () => {
    const { rates } = mount(start).player.snapshot.value;
    expect(rates).toContain(1);
    expect([...rates].sort((one, other) => one - other)).toEqual(rates);
  });

  it('has a fault exactly while it has failed', () => {
    const { player, becomesReady, fails } = mount(start);
    becomesReady(213);
    fails();
    const { status, fault } = player.snapshot.value;
    expect(status).toBe('failed');
    expect(fault).toBeDefined();
  });

  it('ends once: nothing of it is left, and nothing fires afterwards', () => {
    const { player, container, becomesReady, fails } = mount(start);
    const told: unknown[] = [];
    const stop = effect(() => {
      told.push(player.snapshot.value);
    });
    player.dispose();
    player.dispose();
    becomesReady(213);
    fails();
    player.play();
    player.pause();
    player.seek(3);
    player.setRate(2);
    player.setVolume(0.5);
    player.setMuted(true);
    expect(told).toHaveLength(1);
    expect(container.childElementCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    stop();
  });
});

describe('mounting', () => {
  it('a file that the vault does not hold is a fault, not an error', () => {
    const { snapshot } = mountPlayer(film, createDiv(), start, {
      files: { resourceUrl: () => undefined },
      youTube: USUAL_ACCESS,
    });
    expect(snapshot.value.fault).toBe('file-missing');
  });
});
