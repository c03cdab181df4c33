// A chip as a button: what it looks like, and what every gesture on it asks for.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Chip, type ChipGesture, type ChipState } from '../../src/chips/chip';
import type { ChipText } from '../../src/app/chip-text';
import { zoo } from '../playback/videos';
import { useChipGestures } from '../support/chip-gestures';
import { cite } from '../support/cited';

useChipGestures();

let gestures: ChipGesture[];
let chip: Chip;
let reached: number;

beforeEach(() => {
  gestures = [];
  reached = 0;
  const paragraph = document.body.createEl('p', { text: 'before ' });
  paragraph.addEventListener('click', () => {
    reached += 1;
  });
  chip = new Chip(cite({ time: '00:01:06' }), (of, gesture) => {
    if (of === chip) gestures.push(gesture);
  });
  paragraph.append(chip.el, ' after');
});

const text: ChipText = {
  face: '1:06',
  name: 'Play from 1 minute 6 seconds',
  remark: undefined,
  playable: true,
};
const state = (changes: Partial<ChipText> = {}): ChipState => ({
  video: zoo,
  length: undefined,
  interpretation: { how: 'as-written', seconds: 66 },
  end: undefined,
  label: 'compact',
  text: { ...text, ...changes },
});

function fire(event: Event): Event {
  chip.el.dispatchEvent(event);
  return event;
}

const mouse = (type: string, init: MouseEventInit = {}): MouseEvent =>
  new MouseEvent(type, { bubbles: true, cancelable: true, ...init });
const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });

describe('a chip', () => {
  it('stands where the anchor stood, and is a button that can have the focus', () => {
    chip.show(state());
    expect(chip.el.parentElement?.textContent).toBe('before 1:06 after');
    expect(chip.el.getAttribute('role')).toBe('button');
    expect(chip.el.getAttribute('tabindex')).toBe('0');
    expect(chip.el.getAttribute('aria-label')).toBe('Play from 1 minute 6 seconds');
  });

  it('keeps the label, for what is printed', () => {
    expect(chip.el.getAttribute('data-label')).toBe('[00:01:06]');
  });

  it.each<[string, Partial<ChipText>, boolean, boolean]>([
    ['as written', {}, false, false],
    ['corrected', { remark: 'Written as …' }, false, true],
    ['inert', { remark: 'No video.', playable: false }, true, false],
  ])('looks %s', (_, changes, inert, corrected) => {
    chip.show(state({ name: 'one' }));
    chip.show(state({ name: 'another', ...changes }));
    expect(chip.el.hasClass('is-inert')).toBe(inert);
    expect(chip.el.hasClass('is-corrected')).toBe(corrected);
  });

  it('is marked as the current one, whatever else it shows', () => {
    chip.show(state());
    chip.mark(true);
    expect(chip.el.getAttribute('aria-current')).toBe('true');
    chip.show(state({ face: '1:07' }));
    expect(chip.el.getAttribute('aria-current')).toBe('true');
    chip.mark(false);
    expect(chip.el.hasAttribute('aria-current')).toBe(false);
  });

  it('does not touch the document when nothing of it has changed', async () => {
    chip.show(state());
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((batch) => records.push(...batch));
    observer.observe(chip.el, { attributes: true, childList: true, characterData: true, subtree: true });
    chip.show(state());
    await Promise.resolve();
    expect([...records, ...observer.takeRecords()]).toEqual([]);
    chip.show(state({ face: '1:07' }));
    await vi.waitFor(() => expect(records.length).toBeGreaterThan(0));
    observer.disconnect();
  });

  it('shows markup as text', () => {
    chip.show(state({ face: '<img src=x onerror=alert(1)>', name: '"><script>' }));
    expect(chip.el.querySelector('img')).toBeNull();
    expect(chip.el.textContent).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a gesture', () => {
  it.each<[string, () => Event, ChipGesture]>([
    ['click', () => mouse('click'), 'play'],
    ['Mod-click', () => mouse('click', { ctrlKey: true }), 'play-new-pane'],
    ['middle click', () => mouse('auxclick', { button: 1 }), 'play-new-tab'],
    ['context menu', () => mouse('contextmenu', { button: 2 }), 'menu'],
    ['Enter', () => key('Enter'), 'play'],
    ['Space', () => key(' '), 'play'],
    ['Mod-Enter', () => key('Enter', { ctrlKey: true }), 'play-new-pane'],
  ])('is understood, and goes no further: %s', (_, make, gesture) => {
    const event = fire(make());
    expect(gestures).toEqual([gesture]);
    expect(event.defaultPrevented).toBe(true);
    expect(reached).toBe(0);
  });

  it.each([
    ['Tab', () => key('Tab')],
    ['a letter', () => key('j')],
    ['Escape', () => key('Escape')],
    ['a back button', () => mouse('auxclick', { button: 3 })],
  ])('of another kind is left to the app: %s', (_, make) => {
    expect(fire(make()).defaultPrevented).toBe(false);
    expect(gestures).toEqual([]);
  });

  it.each(['Enter', ' '])('with %j held down plays once, and scrolls nothing', (name) => {
    fire(key(name));
    const repeated = fire(key(name, { repeat: true }));
    expect(gestures).toEqual(['play']);
    expect(repeated.defaultPrevented).toBe(true);
  });

  it('begins without taking the focus or the caret', () => {
    expect(fire(mouse('mousedown')).defaultPrevented).toBe(true);
    expect(fire(mouse('mousedown', { button: 1 })).defaultPrevented).toBe(true);
    expect(gestures).toEqual([]);
  });
});

describe('a finger on a chip', () => {
  const press = (): void => {
    const touches = [{ clientX: 5, clientY: 6 }];
    fire(Object.assign(new UIEvent('touchstart', { bubbles: true, cancelable: true }), { touches }));
  };

  beforeEach(() => void vi.useFakeTimers());

  it('that stays asks for the menu', () => {
    press();
    vi.advanceTimersByTime(600);
    expect(gestures).toEqual(['menu']);
  });

  it('asks for nothing if the chip is taken away under it: its lift is never heard', () => {
    press();
    chip.el.remove();
    vi.advanceTimersByTime(600);
    expect(gestures).toEqual([]);
  });
});

describe('a pointer over a chip', () => {
  it('is told: the pointer, and the keys while it has the focus, and nothing is taken from them', () => {
    const told: string[] = [];
    chip = new Chip(
      cite({ time: '00:01:06' }),
      () => undefined,
      (of, event) => told.push(`${event.type} ${String(of === chip)}`),
    );
    document.body.append(chip.el);
    const events = [mouse('mouseover'), key('Control')].map(fire);
    expect(told).toEqual(['mouseover true', 'keydown true']);
    expect(events.some((event) => event.defaultPrevented)).toBe(false);
  });

  it('has its tooltip above, since its preview is below', () => {
    expect(chip.el.getAttribute('data-tooltip-position')).toBe('top');
  });
});
