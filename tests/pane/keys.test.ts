// Which keys do what in a video pane, and which are left to what has the focus.
import type { KeymapContext, Modifier } from 'obsidian';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerKeys } from '../../src/pane/keys';

type Listener = (event: KeyboardEvent, context: KeymapContext) => unknown;

let keys: Map<string, Listener>;
let done: string[];

beforeEach(() => {
  keys = new Map();
  done = [];
  registerKeys(
    {
      register: (modifiers: Modifier[] | null, key, listener) => {
        keys.set([...(modifiers ?? ['any']), key].join('+'), listener as Listener);
        return { scope: undefined as never, modifiers: null, key };
      },
    },
    {
      perform: (action) => {
        done.push(action);
      },
      seekToTenth: (tenths) => {
        done.push(`${tenths} tenths`);
      },
      showKeys: () => {
        done.push('list');
      },
    },
  );
});

/** Presses a key while `el` has the focus; false is "dealt with". */
function press(key: string, el: HTMLElement = createDiv(), init: KeyboardEventInit = {}): unknown {
  const listener = keys.get(key);
  if (listener === undefined) throw new Error(`Nothing is registered for ${key}.`);
  let answer: unknown;
  el.addEventListener('keydown', (event) => {
    answer = listener(event, { key, vkey: key, modifiers: null });
  });
  document.body.append(el);
  el.dispatchEvent(new KeyboardEvent('keydown', init));
  el.remove();
  return answer;
}

describe('the key', () => {
  it.each([
    [' ', 'play-or-pause'],
    ['k', 'play-or-pause'],
    ['j', 'skip-back-further'],
    ['l', 'skip-forward-further'],
    ['ArrowLeft', 'skip-back'],
    ['ArrowRight', 'skip-forward'],
    ['ArrowUp', 'volume-up'],
    ['ArrowDown', 'volume-down'],
    ['<', 'play-slower'],
    ['?', 'list'],
    ['Shift+?', 'list'],
    ['Shift+<', 'play-slower'],
    ['>', 'play-faster'],
    ['Shift+>', 'play-faster'],
    ['m', 'mute-or-unmute'],
    ['f', 'full-screen'],
    ['0', '0 tenths'],
    ['7', '7 tenths'],
    ['9', '9 tenths'],
  ])('%j does "%s", and nothing else then', (key, action) => {
    expect(press(key)).toBe(false);
    expect(done).toEqual([action]);
  });

  it('goes to the next and the previous chapter with Mod', () => {
    expect(press('Mod+ArrowRight')).toBe(false);
    expect(press('Mod+ArrowLeft')).toBe(false);
    expect(done).toEqual(['go-to-next-chapter', 'go-to-previous-chapter']);
  });

  it('does so without other modifiers', () => {
    const held = [...keys.keys()].filter((key) => key.includes('+'));
    expect(held).toEqual(['Shift+<', 'Shift+>', 'Mod+ArrowLeft', 'Mod+ArrowRight', 'Shift+?']);
  });

  it.each([
    [' ', []],
    ['m', []],
    ['f', []],
    ['ArrowRight', ['skip-forward']],
    ['>', ['play-faster']],
  ])('%j that is held down does %j', (key, actions) => {
    expect(press(key, undefined, { repeat: true })).toBe(false);
    expect(done).toEqual(actions);
  });
});

describe('a key is left to', () => {
  const editable = (): HTMLElement => {
    const el = createDiv({ attr: { contenteditable: 'true' } });
    Object.defineProperty(el, 'isContentEditable', { value: true });
    return el;
  };

  it.each<[string, () => HTMLElement, string[]]>([
    ['a text field', () => createEl('input', { type: 'text' }), [' ', 'k', '5', 'ArrowLeft', '<']],
    ['a long text field', () => createEl('textarea'), [' ', 'm']],
    ['an editor', editable, [' ', 'j', '0']],
    ['a button', () => createEl('button'), [' ']],
    ['a slider', () => createEl('input', { type: 'range' }), ['ArrowLeft', 'ArrowUp']],
    ['a slider of its own kind', () => createDiv({ attr: { role: 'slider' } }), ['ArrowRight']],
  ])('%s', (_, make, left) => {
    for (const key of left) expect(press(key, make())).toBeUndefined();
    expect(done).toEqual([]);
  });

  it.each<[string, () => HTMLElement, string[]]>([
    ['a button', () => createEl('button'), ['k', 'ArrowLeft', '3']],
    ['a slider', () => createEl('input', { type: 'range' }), [' ', 'k', '3', 'm']],
  ])('%s only where it does something there', (_, make, taken) => {
    for (const key of taken) expect(press(key, make())).toBe(false);
    expect(done).toHaveLength(taken.length);
  });
});
