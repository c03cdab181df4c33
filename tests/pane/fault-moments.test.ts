// Whatever goes wrong with YouTube's player, and whenever: what the pane says, that nothing is lost, and how it goes on.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { YouTubeHosts } from '../../src/playback/youtube-hosts';
import type { VideoPane } from '../../src/pane/video-pane';
import { zoo } from '../playback/videos';
import { FakeFrame } from '../support/fake-frame';
import { FakeStorage } from '../support/fake-storage';
import { FakeWorkspace } from '../support/fake-workspace';

/** What was remembered of the video before. */
const REMEMBERED = 400;

let frame: FakeFrame;
let world: FakeWorkspace;
let pane: VideoPane;
let see: (isIntersecting: boolean) => void;
let migrate: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  frame = new FakeFrame();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        see = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
  vi.spyOn(HTMLElement.prototype, 'onWindowMigrated').mockImplementation((listener) => {
    migrate = () => {
      listener(window);
    };
    return () => undefined;
  });
  const youTube = new YouTubeHosts({
    storage: new FakeStorage(),
    settings: signal({ youTubeHost: 'privacy-enhanced', otherYouTubeHost: false }),
    isRefusing: false,
  });
  world = new FakeWorkspace({ settings: signal({ pauseAtClipEnd: true, pauseHiddenMedia: true }), youTube });
  ({ pane } = await world.openPane());
  see(true);
  world.options.memory.learn(zoo, { position: REMEMBERED, length: 4202 });
});

afterEach(() => {
  world.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const info = (facts: object): void => frame.say({ event: 'infoDelivery', info: facts, id: 1 });
const iframe = (): HTMLIFrameElement => pane.containerEl.querySelector('iframe') ?? expect.fail('No frame.');
const parameters = (): URLSearchParams => new URL(iframe().src).searchParams;
const status = (): HTMLElement =>
  pane.containerEl.querySelector<HTMLElement>('.playhead-message[role=status]') ?? expect.fail('No region.');
const buttons = (): HTMLButtonElement[] => Array.from(status().querySelectorAll('button'));

function answer(): void {
  iframe().dispatchEvent(new Event('load'));
  frame.say({ event: 'initialDelivery', info: { currentTime: 0, duration: 4202, playerState: -1 }, id: 1 });
}

/** A moment in the life of a player, how it is come to, and where the video is then and is remembered to be. */
interface Moment {
  readonly at: number;
  readonly remembered: number;
  readonly reach: () => void;
}

function play(): void {
  answer();
  frame.say({ event: 'onStateChange', info: 1 });
  info({ currentTime: 66 });
  vi.advanceTimersByTime(2000);
  info({ currentTime: 68 });
}

const MOMENTS: Readonly<Record<string, Moment>> = {
  'while it loads': { at: 66, remembered: REMEMBERED, reach: () => undefined },
  'when it is ready': { at: 66, remembered: REMEMBERED, reach: answer },
  'while it buffers at first': {
    at: 66,
    remembered: 66,
    reach: () => {
      answer();
      frame.say({ event: 'onStateChange', info: 3 });
    },
  },
  'while it plays': { at: 68, remembered: 68, reach: play },
  'while it is paused': {
    at: 68,
    remembered: 68,
    reach: () => {
      play();
      frame.say({ event: 'onStateChange', info: 2 });
    },
  },
  'while it seeks': {
    at: 300,
    remembered: 300,
    reach: () => {
      play();
      pane.session.seek(300);
      frame.say({ event: 'onStateChange', info: 3 });
    },
  },
  'when it has ended': {
    at: 4202,
    remembered: 4202,
    reach: () => {
      play();
      pane.session.seek(4202);
      info({ currentTime: 4202, playerState: 0 });
    },
  },
  'while it is hidden': {
    at: 68,
    remembered: 68,
    reach: () => {
      play();
      see(false);
      frame.say({ event: 'onStateChange', info: 2 });
    },
  },
  'after it came into another window': {
    at: 68,
    remembered: 68,
    reach: () => {
      play();
      migrate();
      answer();
    },
  },
};

interface FaultCase {
  readonly sentence: string;
  readonly retry: boolean;
  readonly happen: () => void;
  /** One that has answered may be in an advertisement when it says nothing: that is no fault. */
  readonly unless?: (moment: string) => boolean;
}

const error = (code: number) => (): void => {
  // The first word of a player that cannot play is its error.
  frame.say({ event: 'onError', info: code });
};

const FAULT_CASES: Readonly<Record<string, FaultCase>> = {
  'error 2': { sentence: 'YouTube does not know this video.', retry: false, happen: error(2) },
  'error 5': { sentence: 'The player stopped with an error.', retry: true, happen: error(5) },
  'error 100': { sentence: 'This video has been removed or is private.', retry: true, happen: error(100) },
  'error 101': {
    sentence:
      'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
    retry: false,
    happen: error(101),
  },
  'error 150': {
    sentence:
      'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
    retry: false,
    happen: error(150),
  },
  'error 153': { sentence: 'YouTube refused the player in this app.', retry: true, happen: error(153) },
  silence: {
    sentence: 'YouTube does not answer.',
    retry: true,
    unless: (moment) => moment !== 'while it loads',
    happen: () => {
      vi.advanceTimersByTime(10_000);
    },
  },
};

const CASES = Object.entries(MOMENTS).flatMap(([moment, there]) =>
  Object.entries(FAULT_CASES)
    .filter(([, { unless }]) => unless?.(moment) !== true)
    .map(([fault, what]) => ({ fault, moment, ...there, ...what })),
);

describe('a fault', () => {
  beforeEach(() => {
    pane.session.play({ video: zoo, written: { time: '00:01:06', label: '' }, note: undefined });
  });

  it.each(CASES)('$fault $moment: $sentence', ({ reach, happen, ...expected }) => {
    reach();
    pane.session.setRate(1.5);
    happen();
    expect(status().textContent).toContain(expected.sentence);
    // The clock goes on for a moment before it misses a player that has died.
    const { time = NaN, rate } = pane.getState() as { time?: number; rate?: number };
    expect(time).toBeGreaterThanOrEqual(expected.at - 0.5);
    expect(time).toBeLessThanOrEqual(expected.at + 1);
    expect(rate).toBe(1.5);
    const { position = NaN } = world.options.memory.factsOf(zoo);
    expect(position).toBeGreaterThanOrEqual(Math.floor(expected.remembered) - 1);
    expect(position).toBeLessThanOrEqual(expected.remembered + 1);
    const names = buttons().map(({ textContent }) => textContent);
    expect(names).toEqual([
      ...(expected.retry ? ['Retry'] : []),
      expect.stringMatching(/^Open on YouTube at [\d:]+$/),
    ]);

    // What helps is another try: by its button, or where there is none, by the timestamp.
    if (expected.retry) buttons()[0]?.click();
    else pane.session.play({ video: zoo, written: { time: '00:01:06', label: '' }, note: undefined });
    expect(status().textContent).toBe('');
    expect(Number(parameters().get('start'))).toBe(Math.floor(expected.retry ? time : 66));
    expect(parameters().get('autoplay')).toBe('1');
    answer();
    frame.say({ event: 'onStateChange', info: 1 });
    expect(pane.session.player.value?.snapshot.value).toMatchObject({ status: 'playing', fault: undefined });
  });
});

const SILENT = 'YouTube has not answered for a while.';

describe('the network', () => {
  beforeEach(() => {
    pane.session.play({ video: zoo, written: { time: '00:01:06', label: '' }, note: undefined });
    play();
    vi.advanceTimersByTime(10_000);
    expect(pane.containerEl.textContent).toContain(SILENT);
  });

  const comeBack = (): void => {
    window.dispatchEvent(new Event('online'));
  };

  it('that comes back has the video tried again by itself, once', () => {
    comeBack();
    expect(status().textContent).toBe('');
    expect(parameters().get('start')).toBe('69');
    expect(parameters().get('autoplay')).toBe('1');
    vi.advanceTimersByTime(10_000);
    const failed = iframe();
    comeBack();
    expect(iframe()).toBe(failed);
  });

  it('that comes back while nobody sees the pane has it tried when it is seen', () => {
    see(false);
    const failed = iframe();
    comeBack();
    expect(iframe()).toBe(failed);
    see(true);
    expect(iframe()).not.toBe(failed);
    expect(parameters().get('start')).toBe('69');
    expect(parameters().get('autoplay')).toBe('0');
    vi.advanceTimersByTime(10_000);
    const again = iframe();
    see(false);
    see(true);
    expect(iframe()).toBe(again);
  });

  it('that comes back has a player that died while it was paused do what it was told', () => {
    comeBack();
    play();
    frame.say({ event: 'onStateChange', info: 2 });
    pane.session.playOrPause();
    vi.advanceTimersByTime(10_000);
    expect(pane.containerEl.textContent).toContain(SILENT);
    comeBack();
    expect(parameters().get('autoplay')).toBe('1');
  });

  it('has nothing to do with what its owner forbids', () => {
    frame.say({ event: 'onError', info: 150 });
    const failed = iframe();
    comeBack();
    expect(iframe()).toBe(failed);
  });
});
