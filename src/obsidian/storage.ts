// Values kept for this vault on this device.
import type { App } from 'obsidian';
import type { Storage } from '../playback/ports';

export function vaultStorage(app: App): Storage {
  return {
    load: (key): unknown => app.loadLocalStorage(key),
    save: (key, value) => {
      app.saveLocalStorage(key, value);
    },
  };
}
