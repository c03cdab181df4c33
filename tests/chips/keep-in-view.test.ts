// What was clicked stays in view when a pane opens, but for who has gone elsewhere meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepInView } from '../../src/chips/keep-in-view';

let el: HTMLElement;
let view: HTMLElement;
let scroller: HTMLElement;

beforeEach(() => {
  const around = box(document.body.createDiv(), 0, 300);
  view = box(around.createDiv('workspace-leaf-content'), 0, 300);
  scroller = box(view.createDiv(), 100, 200);
  for (const one of [around, view]) one.setCssStyles({ overflowY: 'hidden' });
  scroller.setCssStyles({ overflowY: 'auto' });
  el = box(scroller.createDiv(), 350, 20);
  vi.spyOn(el, 'isShown').mockReturnValue(true);
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

function box(of: HTMLElement, top: number, height: number): HTMLElement {
  vi.spyOn(of, 'getBoundingClientRect').mockReturnValue({ top, height, bottom: top + height } as DOMRect);
  Object.defineProperties(of, { scrollHeight: { value: 1000 }, clientHeight: { value: height } });
  return of;
}

/** How far what can scroll was scrolled, from the inside out. */
function scrolled(): readonly number[] {
  return [scroller, view, view.parentElement, document.body].map((one) => one?.scrollTop ?? 0);
}

it('scrolls as little as it takes once the task is done', async () => {
  await keepInView(el, () => {
    expect(scrolled()).toEqual([0, 0, 0, 0]);
    return Promise.resolve();
  });
  expect(scrolled()).toEqual([70, 0, 0, 0]);
});

it.each(['wheel', 'touchmove', 'pointerdown', 'keydown'])(
  'leaves alone who does this meanwhile: %s',
  async (use) => {
    await keepInView(el, () => {
      document.body.dispatchEvent(new Event(use));
      return Promise.resolve();
    });
    expect(scrolled()).toEqual([0, 0, 0, 0]);
  },
);

it('minds nothing that was done before, and leaves nothing behind', async () => {
  document.body.dispatchEvent(new Event('wheel'));
  const removed = vi.spyOn(document, 'removeEventListener');
  const added = vi.spyOn(document, 'addEventListener');
  await expect(keepInView(el, () => Promise.reject(new Error('No pane.')))).rejects.toThrow('No pane.');
  expect(scrolled()).toEqual([0, 0, 0, 0]);
  expect(removed.mock.calls).toEqual(added.mock.calls);
  await keepInView(el, () => Promise.resolve());
  expect(scrolled()).toEqual([70, 0, 0, 0]);
});

it('does not scroll to what is not shown any more', async () => {
  vi.spyOn(el, 'isShown').mockReturnValue(false);
  await keepInView(el, () => Promise.resolve());
  expect(scrolled()).toEqual([0, 0, 0, 0]);
});

it('scrolls up to what is above, and not at all where it is in view', async () => {
  scroller.scrollTop = 100;
  box(el, 80, 20);
  await keepInView(el, () => Promise.resolve());
  expect(scrolled()).toEqual([80, 0, 0, 0]);
  box(el, 150, 20);
  await keepInView(el, () => Promise.resolve());
  expect(scrolled()).toEqual([80, 0, 0, 0]);
});

it('scrolls nothing that only cuts off, and nothing outside of the view', async () => {
  document.body.setCssStyles({ overflowY: 'auto' });
  scroller.setCssStyles({ overflowY: 'hidden' });
  await keepInView(el, () => Promise.resolve());
  expect(scrolled()).toEqual([0, 0, 0, 0]);
  document.body.removeAttribute('style');
});
