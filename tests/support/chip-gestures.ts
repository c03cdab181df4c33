// Adds the chips of unit tests to the document, in which the plugin listens for gestures.
import { afterEach, beforeEach } from 'vitest';
import { listenForGestures } from '../../src/chips/chip-gestures';

/** To be called once at the top of a test file. */
export function useChipGestures(): void {
  let end: () => void;
  beforeEach(() => {
    end = listenForGestures(window);
  });
  afterEach(() => {
    end();
    document.body.empty();
  });
}
