// The timeline of a video pane: what it shows and says, and what pointer and keys do on it.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/core/read/scan';
import { NO_TICKS, ticksOf, type NoteTicks } from '../../src/core/mean/ticks';
import type { PaneSession } from '../../src/playback/pane-session';
import type { Previews } from '../../src/preview/hover-preview';
import { Timeline } from '../../src/pane/timeline';
import { zoo } from '../playback/videos';
import type { FakePlayer } from '../support/fake-player';
import { FakePanes } from '../support/fake-panes';

const text = 'Zero. The start is here [0:00]. Then it is said [0:20]. And the rest [1:20].';
const someTicks: NoteTicks = {
  path: 'a.md',
  text,
  ticks: ticksOf(scan(text), {
    video: zoo,
    length: 100,
    videos: { own: zoo, shown: [] },
    resolve: () => undefined,
  }),
};

let container: HTMLElement;
let session: PaneSession;
let player: FakePlayer;
let timeline: Timeline;
let fills: number[];
let resize: (() => void) | undefined;
const ticks = signal<NoteTicks>(NO_TICKS);
/** What was asked to be previewed, in order. */
let previewed: string[];
const previews: Previews = {
  hover: ({ cited }) => {
    previewed.push(cited.written.label.slice(1, -1));
  },
  leave: () => {
    previewed.push('none');
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  container = document.body.createDiv();
  const pane = new FakePanes(ticks).add(zoo);
  const [mounted] = pane.players;
  if (mounted === undefined) throw new Error('No player is mounted.');
  ({ session } = pane);
  player = mounted;
  ticks.value = NO_TICKS;
  fakeLayout();
  previewed = [];
  timeline = new Timeline(container, {
    session,
    steps: signal({ near: 5, far: 10 }),
    previews,
    changeClip: () => undefined,
  });
  timeline.load();
  player.becomeReady({ length: 100 });
  player.told.length = 0;
});

afterEach(() => {
  timeline.unload();
  container.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A track of 200 pixels that begins at 10, and a canvas that counts what is drawn. */
function fakeLayout(): void {
  fills = [];
  const pen = { fillStyle: '', fillRect: (x: number) => fills.push(x) };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    // The played ticks are the same ones.
    return (this.hasClass('is-played') ? { fillRect: () => undefined } : pen) as never;
  });
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(200);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ left: 10 } as DOMRect);
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(react: () => void) {
        resize = react;
      }
      observe = (): void => undefined;
      disconnect = (): void => {
        resize = undefined;
      };
    },
  );
}

const find = (selector: string): HTMLElement => {
  const found = container.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
};
const track = (): HTMLElement => find('[role=slider]');
/** Of what shows it: one of the timeline would be inherited by all that is in it. */
const variable = (name: string): string => find(name.replace('--', '.')).style.getPropertyValue(name);
const value = (): unknown[] =>
  ['aria-valuenow', 'aria-valuemax', 'aria-valuetext'].map((name) => track().getAttribute(name));

/** `place` is in pixels of the track. */
function point(type: string, place: number, more: PointerEventInit = {}): void {
  track().dispatchEvent(new PointerEvent(type, { clientX: place + 10, button: 0, pointerId: 1, ...more }));
}

function press(key: string, init: KeyboardEventInit = {}): boolean {
  return !track().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...init }));
}

describe('the timeline of a loop', () => {
  beforeEach(() => {
    ticks.value = someTicks;
    session.loop({ start: 10, end: 40 });
    player.told.length = 0;
  });

  const tap = (place: number, more: PointerEventInit = {}): void => {
    point('pointerdown', place, more);
    point('pointerup', place, more);
  };

  it.each<[string, PointerEventInit]>([
    ['a click', {}],
    ['a tap', { pointerType: 'touch' }],
  ])('goes to the second of %s in it, however near a timestamp is, and stays', (_, more) => {
    tap(42, more);
    expect(player.told).toEqual(['seek 21']);
    tap(22, more);
    expect(player.told).toEqual(['seek 21', 'seek 11']);
    expect(session.clip.looped.value?.clip).toMatchObject({ start: 10, end: 40 });
  });

  it('says that second before, and no timestamp', () => {
    point('pointermove', 42);
    expect(find('.playhead-tip').textContent).toBe('0:21');
    expect(find('.playhead-timeline').hasClass('is-at-tick')).toBe(false);
  });

  it('plays a timestamp outside, which ends it', () => {
    tap(161);
    expect(player.told).toContain('seek 80');
    expect(session.clip.isOn.value).toBe(false);
  });
});

describe('the timeline', () => {
  it('shows how much is played and loaded', () => {
    player.moveTo(25);
    player.loaded.value = 0.5;
    expect(Number(variable('--playhead-played'))).toBe(0.25);
    expect(Number(variable('--playhead-loaded'))).toBe(0.5);
  });

  it('is a slider that says where it is, in words too', () => {
    player.moveTo(65.9);
    expect(value()).toEqual(['65', '100', '1 minute 5 seconds']);
    expect(track().getAttribute('tabindex')).toBe('0');
  });

  it('says what the note says of a second', () => {
    ticks.value = someTicks;
    player.moveTo(20.4);
    expect(value()[2]).toBe('20 seconds. Then it is said.');
    player.moveTo(21);
    expect(value()[2]).toBe('21 seconds');
  });

  it('is not there for a live stream, and is there for a length that is still unknown', () => {
    const isAbsent = (): boolean => find('.playhead-timeline').hasClass('is-absent');
    player.becomeReady({ length: undefined });
    expect(isAbsent()).toBe(false);
    player.becomeReady({ length: undefined, live: true });
    expect(isAbsent()).toBe(true);
  });

  it('draws its ticks in one picture, and again only for other ticks, length, width or colours', () => {
    ticks.value = someTicks;
    expect(fills).toEqual([0, 40, 159]);
    player.moveTo(30);
    player.loaded.value = 0.9;
    player.becomeReady({ length: 100, status: 'playing' });
    expect(fills).toHaveLength(3);
    player.reportLength(200);
    expect(fills).toHaveLength(6);
    resize?.();
    timeline.redraw();
    expect(fills).toHaveLength(12);
  });

  it('ends with all that it watches', () => {
    ticks.value = someTicks;
    timeline.unload();
    expect(resize).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the pointer', () => {
  const tip = (): string | undefined =>
    find('.playhead-timeline').hasClass('is-pointed-at') ? find('.playhead-tip').textContent : undefined;

  beforeEach(() => {
    ticks.value = someTicks;
  });

  it.each([
    [100, '0:50'],
    [40, '0:20Then it is said.'],
    [43, '0:20Then it is said.'],
    [50, '0:25'],
    [-5, '0:00The start is here.'],
    [400, '1:40'],
  ])('that rests at %d is told: %s', (place, told) => {
    point('pointermove', place);
    expect(tip()).toBe(told);
    point('pointerleave', place);
    expect(tip()).toBeUndefined();
    expect(player.told).toEqual([]);
  });

  it.each([
    [100, ['seek 50']],
    [42, ['seek 20', 'play']],
  ])('that presses at %d: %j', (place, told) => {
    point('pointerdown', place);
    point('pointerup', place);
    expect(player.told).toEqual(told);
  });

  it('of a thumb need not be exact', () => {
    point('pointerdown', 52, { pointerType: 'touch' });
    point('pointerup', 52, { pointerType: 'touch' });
    expect(player.told).toEqual(['seek 20', 'play']);
  });

  it('that drags shows the time, moves the playhead at once, and seeks now and then', () => {
    point('pointerdown', 20);
    for (let place = 20; place <= 120; place++) point('pointermove', place);
    expect(tip()).toBe('1:00');
    expect(Number(variable('--playhead-played'))).toBe(0.6);
    expect(player.told).toEqual(['seek 12']);
    vi.advanceTimersByTime(200);
    expect(player.told).toEqual(['seek 12', 'seek 60']);
    point('pointermove', 140);
    point('pointerup', 150);
    expect(player.told).toEqual(['seek 12', 'seek 60', 'seek 75']);
    vi.advanceTimersByTime(5000);
    expect(player.told).toHaveLength(3);
  });

  it('that is taken away while it drags leaves the video where it was sent last', () => {
    point('pointerdown', 20);
    point('pointermove', 60);
    point('pointercancel', 60);
    expect(tip()).toBeUndefined();
    expect(player.told).toEqual(['seek 30']);
    point('pointermove', 80);
    expect(player.told).toEqual(['seek 30']);
  });

  it('does nothing with another button, nor where there is no length', () => {
    point('pointerdown', 20, { button: 2 });
    point('pointerup', 20, { button: 2 });
    expect(player.told).toEqual([]);
    player.becomeReady({ length: undefined });
    point('pointermove', 20);
    expect(tip()).toBeUndefined();
  });
});

describe('the key', () => {
  beforeEach(() => {
    ticks.value = someTicks;
    player.moveTo(50);
  });

  it.each([
    ['ArrowRight', ['seek 55']],
    ['ArrowUp', ['seek 55']],
    ['ArrowLeft', ['seek 45']],
    ['ArrowDown', ['seek 45']],
    ['PageUp', ['seek 80']],
    ['PageDown', ['seek 20']],
    ['Home', ['seek 0']],
    ['End', ['seek 100']],
  ])('%s: %j, and no more', (key, told) => {
    expect(press(key)).toBe(true);
    expect(player.told).toEqual(told);
  });

  it('for the next tick does nothing after the last tick', () => {
    player.moveTo(90);
    expect(press('PageUp')).toBe(true);
    expect(player.told).toEqual([]);
  });

  it.each(['k', ' ', 'Tab', 'Enter'])('%j is not the timeline’s', (key) => expect(press(key)).toBe(false));

  it('with a modifier is not the timeline’s', () => {
    expect(press('ArrowRight', { ctrlKey: true })).toBe(false);
    expect(player.told).toEqual([]);
  });
});

describe('a preview', () => {
  beforeEach(() => {
    ticks.value = someTicks;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 0, 200, 20));
  });

  it('comes of the tick that the pointer is at, beside its sentence, and goes between the ticks', () => {
    point('pointermove', 40);
    expect(previewed.splice(0)).toEqual(['0:20']);
    expect(find('.playhead-timeline').hasClass('is-at-tick')).toBe(true);
    point('pointermove', 42);
    expect(previewed).toEqual([]);
    point('pointermove', 60);
    point('pointermove', 159);
    expect(previewed).toEqual(['none', '1:20']);
  });

  it('stays when the pointer leaves the track, which may be for the preview', () => {
    point('pointermove', 40);
    point('pointerleave', 40);
    point('pointermove', 40);
    expect(previewed).toEqual(['0:20', '0:20']);
  });

  it('goes with a press, and comes of no tick that is dragged over, nor touched', () => {
    point('pointermove', 40);
    previewed.length = 0;
    point('pointerdown', 40);
    expect(new Set(previewed.splice(0))).toEqual(new Set(['none']));
    point('pointerup', 40);
    point('pointermove', 41);
    point('pointerdown', 41);
    for (let place = 41; place <= 160; place++) point('pointermove', place);
    point('pointerup', 170);
    point('pointermove', 40, { pointerType: 'touch' });
    expect(new Set(previewed)).toEqual(new Set(['none']));
  });

  it('ends with the timeline', () => {
    point('pointermove', 40);
    timeline.unload();
    expect(previewed).toEqual(['0:20', 'none']);
  });
});

describe('the list of ticks', () => {
  const items = (): string[] =>
    Array.from(container.querySelectorAll('ul button'), ({ textContent }) => textContent);

  it('says each with its sentence, and plays it', () => {
    ticks.value = someTicks;
    vi.advanceTimersByTime(500);
    expect(items()).toEqual([
      'Play from 0 seconds. The start is here.',
      'Play from 20 seconds. Then it is said.',
      'Play from 1 minute 20 seconds. And the rest.',
    ]);
    container.querySelectorAll<HTMLElement>('ul button').item(1).click();
    expect(player.told).toEqual(['seek 20', 'play']);
    expect(find('ul button').getAttribute('tabindex')).toBe('-1');
  });

  it('is written a little at a time, and only when the note is left alone', () => {
    const many = Array.from({ length: 120 }, () => someTicks.ticks[0]).filter((tick) => tick !== undefined);
    ticks.value = { ...someTicks, ticks: many };
    vi.advanceTimersByTime(499);
    expect(items()).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(items()).toHaveLength(50);
    vi.advanceTimersByTime(1);
    vi.advanceTimersByTime(1);
    expect(items()).toHaveLength(120);
  });

  it('becomes shorter with the note', () => {
    ticks.value = someTicks;
    vi.advanceTimersByTime(500);
    ticks.value = { ...someTicks, ticks: someTicks.ticks.slice(0, 1) };
    vi.advanceTimersByTime(500);
    expect(items()).toHaveLength(1);
    ticks.value = NO_TICKS;
    vi.advanceTimersByTime(500);
    expect(find('ul').childElementCount).toBe(0);
  });
});
