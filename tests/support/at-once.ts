// Timers that run at once.
import type { Later } from '../../src/playback/ports';

export const atOnce: Later = (_, task) => {
  task();
  return () => undefined;
};
