// Whatever goes wrong with a media file, and whenever: what the pane says, that nothing is lost, and how it goes on.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import type { VideoPane } from '../../src/pane/video-pane';
import { film, remote } from '../playback/videos';
import { FakeWorkspace } from '../support/fake-workspace';

const REMEMBERED = 400;
const LENGTH = 4202;

let world: FakeWorkspace;
let pane: VideoPane;

beforeEach(async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
  vi.spyOn(HTMLVideoElement.prototype, 'play').mockResolvedValue();
  world = new FakeWorkspace();
  ({ pane } = await world.openPane());
});

afterEach(() => {
  world.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const element = (): HTMLVideoElement =>
  pane.containerEl.querySelector('video') ?? expect.fail('There is no media element.');
const status = (): string =>
  pane.containerEl.querySelector('.playhead-message[role=status]')?.textContent ?? '';

/** The browser's element tells that something became of it. */
function tell(event: string, facts: Partial<Record<keyof HTMLVideoElement, unknown>> = {}): void {
  for (const [name, value] of Object.entries(facts))
    Object.defineProperty(element(), name, { value, configurable: true, writable: true });
  element().dispatchEvent(new Event(event));
}

function getReady(): void {
  tell('loadedmetadata', { duration: LENGTH });
}

function play(): void {
  getReady();
  tell('playing');
  tell('timeupdate', { currentTime: 68 });
}

interface Moment {
  readonly at: number;
  readonly remembered: number;
  readonly reach: () => void;
}

const MOMENTS: Readonly<Record<string, Moment>> = {
  'while it loads': { at: 66, remembered: REMEMBERED, reach: () => undefined },
  'when it is ready': { at: 66, remembered: REMEMBERED, reach: getReady },
  'while it plays': { at: 68, remembered: 68, reach: play },
  'while it waits for more': {
    at: 68,
    remembered: 68,
    reach: () => {
      play();
      tell('waiting');
    },
  },
  'while it is paused': {
    at: 68,
    remembered: 68,
    reach: () => {
      play();
      tell('pause');
    },
  },
  'while it seeks': {
    at: 300,
    remembered: 300,
    reach: () => {
      play();
      pane.session.seek(300);
      tell('seeking');
    },
  },
  'when it has ended': {
    at: LENGTH,
    remembered: LENGTH,
    reach: () => {
      play();
      tell('timeupdate', { currentTime: LENGTH });
      tell('ended');
    },
  },
};

const FAULTS: readonly (readonly [string, Video, number, string])[] = [
  ['a file that went away', film, 2, 'This file is not in the vault.'],
  ['a file that is damaged', film, 3, 'This file cannot be played here.'],
  ['a file of another kind', film, 4, 'This file cannot be played here.'],
  ['an address that does not answer', remote, 2, 'Nothing at this address can be played.'],
];

const CASES = Object.entries(MOMENTS).flatMap(([moment, there]) =>
  FAULTS.map(([fault, video, code, sentence]) => ({ fault, moment, video, code, sentence, ...there })),
);

describe('a fault', () => {
  it.each(CASES)('of $fault $moment: $sentence', ({ video, code, sentence, at, remembered, reach }) => {
    world.options.memory.learn(video, { position: REMEMBERED });
    pane.session.play({ video, written: { time: '00:01:06', label: '' }, note: undefined });
    reach();
    tell('error', { error: { code } });
    expect(status()).toContain(sentence);
    expect(status()).not.toContain('YouTube');
    expect(pane.getState()).toMatchObject({ time: at });
    expect(world.options.memory.factsOf(video).position).toBe(remembered);

    // The button tries again, where it was.
    const failed = element();
    pane.containerEl.querySelector<HTMLElement>('.playhead-message button')?.click();
    expect(element()).not.toBe(failed);
    expect(status()).toBe('');
    expect(element().currentTime).toBe(at);
    getReady();
    tell('playing');
    expect(pane.session.player.value?.snapshot.value).toMatchObject({ status: 'playing', fault: undefined });
  });
});
