// What was clicked stays in view when a pane opens, but for who has gone elsewhere meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepInView } from '../../src/chips/keep-in-view';

let el: HTMLElement;
let scrolls: unknown[];

beforeEach(() => {
  el = document.body.createDiv();
  scrolls = [];
  el.scrollIntoView = (options) => scrolls.push(options);
  vi.spyOn(el, 'isShown').mockReturnValue(true);
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

it('scrolls as little as it takes once the task is done', async () => {
  await keepInView(el, () => {
    expect(scrolls).toEqual([]);
    return Promise.resolve();
  });
  expect(scrolls).toEqual([{ block: 'nearest' }]);
});

it.each(['wheel', 'touchmove', 'pointerdown', 'keydown'])(
  'leaves alone who does this meanwhile: %s',
  async (use) => {
    await keepInView(el, () => {
      document.body.dispatchEvent(new Event(use));
      return Promise.resolve();
    });
    expect(scrolls).toEqual([]);
  },
);

it('minds nothing that was done before, and leaves nothing behind', async () => {
  document.body.dispatchEvent(new Event('wheel'));
  const removed = vi.spyOn(document, 'removeEventListener');
  const added = vi.spyOn(document, 'addEventListener');
  await expect(keepInView(el, () => Promise.reject(new Error('No pane.')))).rejects.toThrow('No pane.');
  expect(scrolls).toEqual([]);
  expect(removed.mock.calls).toEqual(added.mock.calls);
  await keepInView(el, () => Promise.resolve());
  expect(scrolls).toHaveLength(1);
});

it('does not scroll to what is not shown any more', async () => {
  vi.spyOn(el, 'isShown').mockReturnValue(false);
  await keepInView(el, () => Promise.resolve());
  expect(scrolls).toEqual([]);
});
