// The height of the list below the player, as the user has set it: remembered on this device, the same for all panes.
import { signal } from '@preact/signals-core';
import type { Storage } from '../playback/ports';
import type { ListHeight } from './lower-parts';

const KEY = 'playhead-list-height';

export function listHeight(storage: Storage): ListHeight {
  const saved = storage.load(KEY);
  const part = signal(typeof saved === 'number' && saved > 0 && saved < 1 ? saved : undefined);
  return {
    part,
    set: (to) => {
      part.value = to;
      storage.save(KEY, to ?? null);
    },
  };
}
