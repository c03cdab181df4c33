// Saved values in memory. A test can fill it with anything, and count the saves.
import type { Storage } from '../../src/playback/ports';

export class FakeStorage implements Storage {
  saves = 0;
  private readonly values = new Map<string, unknown>();

  /** `anything` is the value of every key until something is saved. */
  constructor(private readonly anything: unknown = null) {}

  load(key: string): unknown {
    return this.values.has(key) ? this.values.get(key) : this.anything;
  }

  /** Keeps the JSON of the value, as a real storage would. */
  save(key: string, value: unknown): void {
    this.saves += 1;
    this.values.set(key, JSON.parse(JSON.stringify(value)));
  }
}
