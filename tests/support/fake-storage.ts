// Saved values in memory, which a test can fill with anything and count the saves of.
import type { Storage } from '../../src/playback/ports';

export class FakeStorage implements Storage {
  saves = 0;
  private readonly values = new Map<string, unknown>();

  /** `anything` is what every key holds until something is saved. */
  constructor(private readonly anything: unknown = null) {}

  load(key: string): unknown {
    return this.values.has(key) ? this.values.get(key) : this.anything;
  }

  /** Keeps what a real storage would: the JSON of the value. */
  save(key: string, value: unknown): void {
    this.saves += 1;
    this.values.set(key, JSON.parse(JSON.stringify(value)));
  }
}
