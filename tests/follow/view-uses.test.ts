// What counts as the user's doing in a view, and in which.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ViewUses } from '../../src/follow/view-uses';
import { FakeWorkspace } from '../support/fake-workspace';

let world: FakeWorkspace;
let uses: ViewUses;
let view: HTMLElement;
let other: HTMLElement;
let text: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
  world = new FakeWorkspace();
  uses = new ViewUses(world.workspace);
  uses.load();
  view = document.body.createDiv('workspace-leaf-content');
  other = document.body.createDiv('workspace-leaf-content');
  text = view.createDiv().createEl('p', { text: 'text' });
});

afterEach(() => {
  uses.unload();
  world.close();
  document.body.empty();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const quietIn = (el: HTMLElement): number => uses.of(el).quietIn(performance.now());
const fire = (type: string, target: EventTarget = text): boolean => target.dispatchEvent(new Event(type));
const press = (type: string, buttons: number, target: EventTarget = text): boolean =>
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, buttons }));

describe('the user', () => {
  it.each(['wheel', 'touchstart', 'touchmove', 'keydown', 'input', 'dragover', 'scroll'])(
    'counts in the view that it is done in, and in no other: %s',
    (type) => {
      fire(type);
      expect([quietIn(view), quietIn(other)]).toEqual([4000, 0]);
      vi.advanceTimersByTime(3999);
      expect(quietIn(view)).toBe(1);
      vi.advanceTimersByTime(1);
      expect(quietIn(view)).toBe(0);
    },
  );

  it('counts whoever else keeps an event to themselves', () => {
    view.addEventListener('wheel', (event) => event.stopImmediatePropagation());
    text.dispatchEvent(new Event('wheel', { bubbles: true }));
    expect(quietIn(view)).toBe(4000);
  });

  it.each(['pointerup', 'pointercancel', 'blur'])('goes on while a button is down, until %s', (end) => {
    press('pointerdown', 1);
    vi.advanceTimersByTime(60_000);
    expect(quietIn(view)).toBe(4000);
    fire(end, window);
    vi.advanceTimersByTime(4000);
    expect(quietIn(view)).toBe(0);
  });

  it('goes on where the focus only moves, as a press moves it', () => {
    press('pointerdown', 1);
    fire('blur');
    vi.advanceTimersByTime(60_000);
    expect(quietIn(view)).toBe(4000);
  });

  it('has ended where the pointer moves with no button down', () => {
    press('pointerdown', 1);
    press('pointermove', 1);
    vi.advanceTimersByTime(60_000);
    expect(quietIn(view)).toBe(4000);
    press('pointermove', 0, document.body);
    vi.advanceTimersByTime(4000);
    expect(quietIn(view)).toBe(0);
  });

  it('is also a selection that changes by no event of the view', () => {
    document.getSelection()?.selectAllChildren(text);
    fire('selectionchange', document);
    expect(quietIn(view)).toBe(4000);
    vi.advanceTimersByTime(4000);
    document.getSelection()?.collapse(text, 0);
    fire('selectionchange', document);
    expect(quietIn(view)).toBe(0);
  });

  it('is no longer heard of in the end', () => {
    uses.unload();
    fire('wheel');
    expect(quietIn(view)).toBe(0);
  });

  it('is not a scroll that was announced', () => {
    uses.of(view).movesByItself(performance.now());
    fire('scroll');
    expect(quietIn(view)).toBe(0);
  });
});
