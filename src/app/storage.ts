// Values kept for this vault on this device.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { App } from 'obsidian';
import type { Storage } from '../playback/ports';

export function vaultStorage(app: App): Storage {
  return {
    load: (key): unknown => {
      // A store that cannot be read costs what was remembered, nothing else.
      try {
        return app.loadLocalStorage(key);
      } catch (cause) {
        console.error('Playhead could not read what it remembered.', cause);
        return null;
      }
    },
    save: (key, value) => {
      // A full store costs what would have been remembered, nothing else.
      try {
        app.saveLocalStorage(key, value);
      } catch (cause) {
        console.error('Playhead could not remember what it learned of a video.', cause);
      }
    },
  };
}

/** On until the user turns it off, and kept as they left it. */
export function storedSwitch(
  storage: Storage,
  key: string,
): { readonly isOn: ReadonlySignal<boolean>; readonly toggle: () => void } {
  const isOn = signal(storage.load(key) !== false);
  return {
    isOn,
    toggle: () => {
      isOn.value = !isOn.peek();
      storage.save(key, isOn.peek());
    },
  };
}
