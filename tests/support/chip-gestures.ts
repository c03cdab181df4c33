// Chips of unit tests are in the document, where the plugin listens for what the user does to them.
import { afterEach, beforeEach } from 'vitest';
import { listenForGestures } from '../../src/chips/chip-gestures';

/** Call it once at the top of a test file. */
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
