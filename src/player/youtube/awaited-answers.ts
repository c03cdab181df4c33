// The values that a player was told to have, until it reports them: reports that it sent before it heard the command are out of
// date.
import type { PlayerInfo } from './protocol';

/** Milliseconds. A player that reports another value for so long does not obey. */
const PATIENCE = 1000;

const KEYS = ['playbackRate', 'volume', 'muted'] as const;
type Key = (typeof KEYS)[number];

export class AwaitedAnswers {
  /** All values that it was told. Its first report has the values from before. */
  told: PlayerInfo = {};
  /** The values that it has not reported yet, in the order of the commands. */
  private readonly awaited = new Map<Key, readonly unknown[]>();
  /** The last value that it reported instead. */
  private readonly otherValues = new Map<Key, unknown>();
  private timer: number | undefined;

  constructor(
    private readonly win: Window,
    private readonly onDiffers: (info: PlayerInfo) => void,
  ) {}

  expect(info: PlayerInfo): void {
    this.told = { ...this.told, ...info };
    for (const key of KEYS) {
      if (info[key] !== undefined) this.awaited.set(key, [...(this.awaited.get(key) ?? []), info[key]]);
    }
    this.win.clearTimeout(this.timer);
    this.timer = this.win.setTimeout(() => {
      const said = Object.fromEntries(this.otherValues);
      this.forget();
      this.onDiffers(said);
    }, PATIENCE);
  }

  /** Removes from a report the values that are older than the last command. */
  withoutStale(info: PlayerInfo): PlayerInfo {
    const old = KEYS.filter((key) => info[key] !== undefined && this.isOld(key, info[key]));
    if (old.length === 0) return info;
    return Object.fromEntries(Object.entries(info).filter(([key]) => !old.some((one) => one === key)));
  }

  /** Called when the player is gone, or begins anew. */
  dispose(): void {
    this.win.clearTimeout(this.timer);
    this.told = {};
    this.forget();
  }

  private forget(): void {
    this.awaited.clear();
    this.otherValues.clear();
  }

  private isOld(key: Key, said: unknown): boolean {
    const awaited = this.awaited.get(key) ?? [];
    const left = awaited.slice(awaited.indexOf(said) + 1);
    if (left.length === 0) this.awaited.delete(key);
    else this.awaited.set(key, left);
    if (left.length === 0) this.otherValues.delete(key);
    else this.otherValues.set(key, said);
    return left.length > 0;
  }
}
