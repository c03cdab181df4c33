// Whether captions are shown, for all videos alike: remembered on this device.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Storage } from './ports';

const KEY = 'playhead-captions';

export class CaptionsChoice {
  private readonly chosen;

  /** A user who puts captions beside a file wants to see them, until they say otherwise. */
  constructor(private readonly storage: Storage) {
    this.chosen = signal(storage.load(KEY) !== false);
  }

  get isOn(): ReadonlySignal<boolean> {
    return this.chosen;
  }

  toggle(): void {
    this.chosen.value = !this.chosen.peek();
    this.storage.save(KEY, this.chosen.peek());
  }
}
