// Values kept for this vault on this device.
import type { App } from 'obsidian';
import type { Storage } from '../playback/ports';

export function vaultStorage(app: App): Storage {
  return {
    load: (key): unknown => app.loadLocalStorage(key),
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
