// The keys that a preview comes and goes with.
import { beforeEach, describe, expect, it } from 'vitest';
import { awaitMod, isModKey, pressedElsewhere } from '../../src/preview/mod-key';

const key = (type: string, name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent(type, { key: name, bubbles: true, ...init });
const mod = (init: KeyboardEventInit = {}): KeyboardEvent =>
  key('keydown', 'Control', { ctrlKey: true, ...init });

describe('Mod', () => {
  it.each<[string, KeyboardEvent, boolean]>([
    ['is pressed', mod(), true],
    ['is held down', mod({ repeat: true }), false],
    ['is part of a hotkey', key('keydown', 'b', { ctrlKey: true }), false],
    ['is let go', key('keyup', 'Control'), false],
    ['is another key', key('keydown', 'Shift', { shiftKey: true }), false],
  ])('%s', (_, event, expected) => expect(isModKey(event)).toBe(expected));

  it('is waited for until the pointer goes', () => {
    const resting = new AbortController();
    let pressed = 0;
    awaitMod(document, resting.signal, () => (pressed += 1));
    document.dispatchEvent(key('keydown', 'Shift'));
    expect(pressed).toBe(0);
    document.dispatchEvent(mod());
    resting.abort();
    document.dispatchEvent(mod());
    expect(pressed).toBe(1);
  });
});

describe('the end of a preview of the keyboard', () => {
  let el: HTMLElement;
  let told: string[];
  let stop: () => void;

  beforeEach(() => {
    el = createDiv();
    told = [];
    stop = pressedElsewhere(el, () => told.push('end'));
  });

  it('is another key, and the focus going, but not that Mod is let go', () => {
    el.dispatchEvent(mod({ repeat: true }));
    el.dispatchEvent(key('keyup', 'Control'));
    expect(told).toEqual([]);
    el.dispatchEvent(key('keydown', 'b', { ctrlKey: true }));
    el.dispatchEvent(new FocusEvent('blur'));
    expect(told).toEqual(['end', 'end']);
  });

  it('is listened for no longer than that', () => {
    stop();
    for (const event of [key('keydown', 'b'), new FocusEvent('blur')]) el.dispatchEvent(event);
    expect(told).toEqual([]);
  });
});
