// Values kept for this vault on this device.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { App } from 'obsidian';
import type { Storage } from '../playback/ports';

export function vaultStorage(app: App): Storage {
  return {
    load: (key): unknown => {
      // If the storage cannot be read, only what was remembered is missing.
      try {
        return app.loadLocalStorage(key);
      } catch (cause) {
        console.error('Playhead could not read what it remembered.', cause);
        return null;
      }
    },
    save: (key, value) => {
      // If the storage is full, only what should be remembered is missing.
      try {
        app.saveLocalStorage(key, value);
      } catch (cause) {
        console.error('Playhead could not remember what it learned of a video.', cause);
      }
    },
  };
}

/** A switch that is on until the user turns it off; its state is kept. */
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
