// Gives unit tests Obsidian's additions to the DOM, as the app has them; a test that runs in Node has no DOM.
// Many files run in one worker: none leaves anything to the next.
import { afterEach, vi } from 'vitest';

if (typeof document !== 'undefined') {
  const { setup } = await import('obsidian-test-mocks/setup');
  setup();
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  if (typeof document !== 'undefined') document.body.replaceChildren();
});
