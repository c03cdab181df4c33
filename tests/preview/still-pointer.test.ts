// What the user turns to while the pointer rests.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StillPointer } from '../../src/preview/still-pointer';

let pointer: StillPointer;
let typed: number;

const mouse = (type: string, x: number): MouseEvent =>
  new MouseEvent(type, { screenX: x, screenY: 10, bubbles: true });
const moved = (x: number): MouseEvent => {
  const event = mouse('mousemove', x);
  document.body.dispatchEvent(event);
  return event;
};
const pressed = (key: string): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  typed = 0;
  pointer = new StillPointer(() => (typed += 1));
});

afterEach(() => pointer.forget());

describe('a pointer that is watched', () => {
  it.each(['a', 'Escape', 'Enter', 'Backspace'])(
    'hears of %s, and leaves it to all other listeners',
    (key) => {
      pointer.track(moved(5));
      const event = pressed(key);
      expect(typed).toBe(1);
      expect(event.defaultPrevented).toBe(false);
    },
  );

  it('is told of text that changes without a key', () => {
    pointer.track(moved(5));
    document.body.dispatchEvent(new InputEvent('beforeinput', { bubbles: true }));
    expect(typed).toBe(1);
  });

  it.each(['Control', 'Meta', 'Shift', 'Alt'])(
    'hears nothing of %s, with which a preview is asked for',
    (key) => {
      pointer.track(moved(5));
      pressed(key);
      expect(typed).toBe(0);
    },
  );

  it('stands still where it is while the user types, until it moves', () => {
    pointer.track(moved(5));
    moved(7);
    pressed('a');
    expect([pointer.isStill(mouse('mouseover', 7)), pointer.isStill(mouse('mouseover', 5))]).toEqual([
      true,
      false,
    ]);
    moved(8);
    moved(7);
    expect(pointer.isStill(mouse('mouseover', 7))).toBe(false);
  });

  it('is not listened to any more', () => {
    pointer.track(moved(5));
    pointer.forget();
    pressed('a');
    expect(typed).toBe(0);
  });
});

it('a pointer that pressed stands still until it moves', () => {
  pointer.rest(moved(5));
  expect(pointer.isStill(mouse('mouseover', 5))).toBe(true);
  moved(6);
  expect(pointer.isStill(mouse('mouseover', 5))).toBe(false);
});
