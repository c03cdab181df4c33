// Gives unit tests Obsidian's additions to the DOM, as the app has them; a test that runs in Node has no DOM.
// Many files run in one worker: none leaves anything to the next.
import { afterEach, vi } from 'vitest';

if (typeof document !== 'undefined') {
  const { setup } = await import('obsidian-test-mocks/setup');
  setup();
}

// By default `vi.waitFor` gives up after a second: a machine that is busy with other things is slow, not wrong.
const { waitFor } = vi;
vi.waitFor = (check, options) =>
  waitFor(check, { timeout: 30_000, ...(typeof options === 'number' ? { timeout: options } : options) });

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  if (typeof document !== 'undefined') document.body.replaceChildren();
});
