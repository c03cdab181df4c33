// Whether the notes follow a pane: the state of its switch, kept in its layout.
import { signal, type ReadonlySignal } from '@preact/signals-core';

export class FollowSwitch {
  private readonly on = signal(false);

  get isOn(): ReadonlySignal<boolean> {
    return this.on;
  }

  toggle(): void {
    this.on.value = !this.on.peek();
  }

  /** Only what is on is kept, and whatever else is found says nothing. */
  encode(): Record<string, unknown> {
    return this.on.peek() ? { follow: true } : {};
  }

  restore(saved: unknown): void {
    if (typeof saved === 'object' && saved !== null && 'follow' in saved && saved.follow === true) {
      this.on.value = true;
    }
  }
}
