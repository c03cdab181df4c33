// A clock by which all that is to be done later is done at once.
import type { Later } from '../../src/playback/ports';

export const atOnce: Later = (_, task) => {
  task();
  return () => undefined;
};
