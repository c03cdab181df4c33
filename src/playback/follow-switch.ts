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

  encode(): Record<string, unknown> {
    return { follow: this.on.peek() };
  }

  /** A layout that does not say it, or says it in another way, changes nothing. */
  restore(saved: unknown): void {
    if (typeof saved !== 'object' || saved === null || !('follow' in saved)) return;
    if (typeof saved.follow === 'boolean') this.on.value = saved.follow;
  }
}
