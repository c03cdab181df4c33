// The controls of a video pane: what they say, what they do, and what is in the menu instead.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_TICKS, type Tick } from '../../src/core/mean/ticks';
import type { Video } from '../../src/core/mean/video';
import type { VideoMemory } from '../../src/playback/video-memory';
import type { SkipSteps } from '../../src/playback/transport';
import { Controls } from '../../src/pane/controls';
import type { PaneExtras } from '../../src/pane/control-table';
import type { PaneActions } from '../../src/pane/pane-actions';
import { film, zoo } from '../playback/videos';
import { pick, recordMenus, titlesOf } from '../support/fake-interface';
import type { FakePlayer } from '../support/fake-player';
import { FakePanes } from '../support/fake-panes';

let container: HTMLElement;
let panes: FakePanes;
let memory: VideoMemory;
let done: string[];
let player: FakePlayer;
let menus: ReturnType<typeof recordMenus>;
let controls: Controls;
/** Names of the buttons that the pane has no room for. */
let hidden: Set<string>;

const ticks = signal(NO_TICKS);
const steps = signal<SkipSteps>({ near: 5, far: 10 });
const loopClip = { isOn: signal(false), toggle: () => void done.push('loop') };
const extras: PaneExtras = {
  loopClip,
  follow: { isOn: signal(true), toggle: () => void done.push('follow') },
  captions: { isOn: signal(true), toggle: () => void done.push('captions') },
  list: { isOn: signal(true), toggle: () => void done.push('list') },
  insertTimestamp: () => void done.push('insert'),
  insertFrame: () => void done.push('frame'),
  insertQuote: () => void done.push('quote'),
};

function show(video: Video = zoo): void {
  const pane = panes.add(video);
  const [mounted] = pane.players;
  if (mounted === undefined) throw new Error('No player is mounted.');
  player = mounted;
  controls = new Controls(container, {
    session: pane.session,
    extras,
    showKeys: undefined,
    actions: {
      steps,
      perform: (action: string) => done.push(action),
      openOnSite: () => done.push('open'),
      copyLink: () => done.push('copy'),
    } as unknown as PaneActions,
  });
  controls.load();
}

beforeEach(() => {
  container = document.body.createDiv();
  panes = new FakePanes(ticks);
  ({ memory } = panes);
  done = [];
  hidden = new Set(['Picture in picture', 'Copy link at this time', 'Next timestamp', 'Previous timestamp']);
  ticks.value = NO_TICKS;
  menus = recordMenus();
  vi.spyOn(HTMLElement.prototype, 'isShown').mockImplementation(function (this: HTMLElement) {
    return !hidden.has(this.getAttribute('aria-label') ?? '');
  });
  steps.value = { near: 5, far: 10 };
});

afterEach(() => {
  controls.unload();
  container.remove();
  vi.restoreAllMocks();
});

const buttons = (): HTMLButtonElement[] =>
  Array.from(container.querySelectorAll<HTMLButtonElement>('button:not(.is-absent)'));
const names = (): unknown[] => buttons().map((button) => button.getAttribute('aria-label'));

function button(name: string): HTMLButtonElement {
  const found = buttons().find((one) => one.getAttribute('aria-label') === name);
  if (found === undefined) throw new Error(`There is no button "${name}".`);
  return found;
}

describe('the controls', () => {
  it('are these, for a video of YouTube', () => {
    show(zoo);
    expect(names()).toEqual([
      'Back 10 seconds',
      'Back 5 seconds',
      'Play',
      'Forward 5 seconds',
      'Forward 10 seconds',
      null,
      'Speed: 1',
      'Mute',
      'Loop clip',
      'Follow in note',
      'Insert timestamp',
      'Insert quote',
      'Moments',
      'Open on YouTube',
      'Full screen',
      'Copy link at this time',
      'More controls',
    ]);
  });

  it('leave out what the video does not have', () => {
    show(film);
    expect(names()).not.toContain('Open on YouTube');
    expect(names()).not.toContain('Captions');
  });

  it.each([
    ['Back 10 seconds', 'skip-back-further'],
    ['Back 5 seconds', 'skip-back'],
    ['Play', 'play-or-pause'],
    ['Forward 5 seconds', 'skip-forward'],
    ['Forward 10 seconds', 'skip-forward-further'],
    ['Mute', 'mute-or-unmute'],
    ['Loop clip', 'loop'],
    ['Follow in note', 'follow'],
    ['Insert timestamp', 'insert'],
    ['Open on YouTube', 'open'],
    ['Full screen', 'full-screen'],
  ])('do what they say: %s', (name, action) => {
    show(zoo);
    button(name).click();
    expect(done).toEqual([action]);
  });

  it('say how far they skip, as the settings have it', () => {
    show();
    steps.value = { near: 1, far: 30 };
    expect(names().slice(0, 2)).toEqual(['Back 30 seconds', 'Back 1 second']);
  });

  it('say what a press would do now', () => {
    show();
    player.becomeReady({ status: 'playing', muted: true });
    expect(names()).toContain('Pause');
    expect(names()).toContain('Unmute');
    player.becomeReady({ status: 'paused', muted: false });
    expect(names()).toContain('Play');
    expect(names()).toContain('Mute');
  });

  it('show what is switched on', () => {
    show(zoo);
    expect(button('Loop clip').getAttribute('aria-pressed')).toBe('false');
    expect(button('Follow in note').getAttribute('aria-pressed')).toBe('true');
    loopClip.isOn.value = true;
    expect(button('Loop clip').getAttribute('aria-pressed')).toBe('true');
    expect(button('Loop clip').hasClass('is-active')).toBe(true);
    loopClip.isOn.value = false;
  });

  it('touch the document only where something changes', async () => {
    show(zoo);
    player.becomeReady({ status: 'playing', length: 100 });
    player.moveTo(4.2);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(container, { subtree: true, childList: true, characterData: true });
    player.moveTo(4.6);
    player.reportLength(100);
    await Promise.resolve();
    expect(changes).toEqual([]);
    observer.disconnect();
  });

  it('are a group with a name', () => {
    show();
    expect(container.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('Video controls');
  });
});

describe('the time', () => {
  const time = (): unknown => container.querySelector('.playhead-time')?.textContent;

  it.each([
    [{ length: 4202 }, 754.9, '12:34 / 1:10:02'],
    [{ length: 19 }, 0, '0:00 / 0:19'],
    [{}, 754, '12:34'],
    [{ live: true }, 7200, '2:00:00 live'],
  ])('with %o at %d is %s', (facts, seconds, text) => {
    show();
    player.becomeReady(facts);
    player.moveTo(seconds);
    expect(time()).toBe(text);
  });
});

it('a press on the time copies a link to it', () => {
  show();
  container.querySelector<HTMLElement>('.playhead-time')?.click();
  expect(done).toEqual(['copy']);
});

describe('the speed', () => {
  it('is chosen from what the player offers, the one that it has being marked', () => {
    show();
    player.becomeReady({ rates: [0.5, 1, 2], rate: 2 });
    expect(button('Speed: 2').textContent).toBe('2×');
    button('Speed: 2').click();
    expect(titlesOf(menus[0])).toEqual(['0.5×', 'Normal', '2×']);
    expect(menus[0]?.map(({ checked__ }) => checked__)).toEqual([false, false, true]);
    pick(menus[0], 'Normal');
    expect(player.told).toEqual(['rate 1']);
    expect(button('Speed: 1').textContent).toBe('1×');
  });
});

describe('the volume', () => {
  const slider = (): HTMLInputElement => {
    const found = container.querySelector<HTMLInputElement>('input[type=range]');
    if (found === null) throw new Error('There is no slider.');
    return found;
  };

  it.each([
    [{ volume: 1, muted: false }, '100', 'volume-2'],
    [{ volume: 0.4, muted: false }, '40', 'volume-1'],
    [{ volume: 0.4, muted: true }, '0', 'volume-x'],
    [{ volume: 0, muted: false }, '0', 'volume-x'],
  ])('with %o stands at %s', (sound, value) => {
    show();
    player.becomeReady(sound);
    expect(slider().value).toBe(value);
    expect(slider().getAttribute('aria-valuetext')).toBe(`${value} %`);
    expect(slider().getAttribute('aria-label')).toBe('Volume');
  });

  it('is what it is moved to', () => {
    show();
    player.becomeReady();
    slider().value = '30';
    slider().dispatchEvent(new Event('input'));
    expect(player.told).toEqual(['volume 0.3', 'unmute']);
  });
});

describe('a word to the user', () => {
  const said = (): unknown => container.querySelector('[role=status]')?.textContent;

  it.each<[Video, string]>([
    [zoo, 'Press play in the player.'],
    [film, 'Press play.'],
  ])('says what to do where a video may not start by itself, until it has: %o', (video, hint) => {
    show(video);
    player.becomeReady({ status: 'blocked' });
    expect(said()).toBe(hint);
    player.becomeReady({ status: 'playing' });
    expect(said()).toBe('');
  });

  it('offers to go on where the video was left', () => {
    memory.learn(zoo, { position: 754, length: 4202 });
    show(zoo);
    player.becomeReady({ length: 4202 });
    expect(said()).toBe('Resume at 12:34');
    container.querySelector<HTMLElement>('.playhead-resume')?.click();
    expect(player.told).toEqual(['seek 754', 'play']);
    expect(said()).toBe('');
  });
});

describe('the menu', () => {
  it('lists what the pane has no room for, in order, and what has no button', () => {
    for (const name of ['Speed: 1', 'Loop clip', 'Full screen']) hidden.add(name);
    show(zoo);
    button('More controls').click();
    expect(titlesOf(menus[0])).toEqual(['Speed: 1', 'Loop clip', 'Full screen', 'Copy link at this time']);
    pick(menus[0], 'Loop clip');
    expect(done).toEqual(['loop']);
  });

  it('leads to the speeds where their button is not shown', () => {
    hidden.add('Speed: 1');
    show();
    button('More controls').click();
    pick(menus[0], 'Speed: 1');
    expect(titlesOf(menus[1])).toContain('1.5×');
  });

  it('leads to the timestamps of the note where there are some', () => {
    show();
    button('More controls').click();
    expect(titlesOf(menus[0])).not.toContain('Next timestamp');
    ticks.value = { ...NO_TICKS, ticks: [{ seconds: 10, end: undefined } as Tick] };
    button('More controls').click();
    pick(menus[1], 'Next timestamp');
    pick(menus[1], 'Previous timestamp');
    expect(done).toEqual(['go-to-next-timestamp', 'go-to-previous-timestamp']);
  });

  it('offers what only some players can', () => {
    show();
    Object.assign(player, { togglePictureInPicture: () => Promise.resolve() });
    player.becomeReady();
    button('More controls').click();
    pick(menus[0], 'Picture in picture');
    expect(done).toEqual(['picture-in-picture']);
  });
});

it('the end of the controls is the end of their following', () => {
  show();
  controls.unload();
  player.becomeReady({ status: 'playing' });
  expect(names()).not.toContain('Pause');
});
