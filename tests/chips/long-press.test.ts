// A finger that stays on a chip: when it counts, and what of the events after it goes on.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForLongPresses } from '../../src/chips/long-press';

let el: HTMLElement;
let presses: unknown[];
let menus: number;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  el = document.body.createDiv();
  presses = [];
  menus = 0;
  end = listenForLongPresses(
    document,
    ({ target }) => (target === el ? el : undefined),
    (_, press) => presses.push(press),
  );
  el.addEventListener('contextmenu', () => (menus += 1));
});

afterEach(() => {
  end();
  vi.useRealTimers();
  document.body.empty();
});

function touch(type: string, ...fingers: (readonly [x: number, y: number])[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const touches = fingers.map(([clientX, clientY]) => ({ clientX, clientY }));
  el.dispatchEvent(Object.assign(event, { touches }));
  return event;
}

function contextMenu(): Event {
  const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
  el.dispatchEvent(event);
  return event;
}

describe('a finger', () => {
  it('that stays half a second is a press, and no click follows', () => {
    touch('touchstart', [5, 6]);
    vi.advanceTimersByTime(499);
    expect(presses).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(presses).toEqual([{ x: 5, y: 6 }]);
    expect(touch('touchend').defaultPrevented).toBe(true);
    // The next one is a tap.
    touch('touchstart', [5, 6]);
    expect(touch('touchend').defaultPrevented).toBe(false);
  });

  it('that trembles is one too', () => {
    touch('touchstart', [5, 6]);
    touch('touchmove', [10, 12]);
    vi.advanceTimersByTime(600);
    expect(presses).toHaveLength(1);
  });

  it.each<[string, () => unknown]>([
    ['moves on', () => touch('touchmove', [5, 20])],
    ['is joined by another', () => touch('touchstart', [5, 6], [50, 60])],
    ['is joined by another elsewhere', () => document.body.dispatchEvent(new Event('touchstart'))],
    ['is lifted', () => touch('touchend')],
    ['is taken for something else', () => touch('touchcancel')],
    ['scrolls the page', () => document.body.dispatchEvent(new Event('scroll'))],
  ])('that %s is none', (_, act) => {
    touch('touchstart', [5, 6]);
    vi.advanceTimersByTime(300);
    act();
    vi.advanceTimersByTime(600);
    expect(presses).toEqual([]);
    expect(touch('touchend').defaultPrevented).toBe(false);
  });
});

describe('a context menu', () => {
  it('that comes after the press goes no further', () => {
    touch('touchstart', [5, 6]);
    vi.advanceTimersByTime(520);
    expect(contextMenu().defaultPrevented).toBe(true);
    expect([presses.length, menus]).toEqual([1, 0]);
  });

  it('that comes before it is the only one', () => {
    touch('touchstart', [5, 6]);
    vi.advanceTimersByTime(450);
    contextMenu();
    vi.advanceTimersByTime(600);
    expect([presses.length, menus]).toEqual([0, 1]);
    expect(touch('touchend').defaultPrevented).toBe(true);
  });

  it('of a mouse is none of its business, however many come', () => {
    contextMenu();
    contextMenu();
    expect(menus).toBe(2);
  });
});
