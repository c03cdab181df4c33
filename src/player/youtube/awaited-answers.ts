// The states that a player was told to be in, until it says so: what it reports before it has heard that is out of date.
import type { PlayerInfo } from './protocol';

/** Milliseconds. A player that says something else for so long is not going to be what it was told. */
const PATIENCE = 1000;

const KEYS = ['playbackRate', 'volume', 'muted'] as const;
type Key = (typeof KEYS)[number];

export class AwaitedAnswers {
  /** All that it was told. Its first word says what was before that. */
  told: PlayerInfo = {};
  /** The states that it has not said yet, in the order in which it was told. */
  private readonly awaited = new Map<Key, readonly unknown[]>();
  /** The last that it said instead. */
  private readonly instead = new Map<Key, unknown>();
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
      const said = Object.fromEntries(this.instead);
      this.forget();
      this.onDiffers(said);
    }, PATIENCE);
  }

  /** A report without what the player has said before it heard the last that it was told. */
  withoutOld(info: PlayerInfo): PlayerInfo {
    const old = KEYS.filter((key) => info[key] !== undefined && this.isOld(key, info[key]));
    if (old.length === 0) return info;
    return Object.fromEntries(Object.entries(info).filter(([key]) => !old.some((one) => one === key)));
  }

  /** The player is gone, or begins anew and has been told nothing yet. */
  dispose(): void {
    this.win.clearTimeout(this.timer);
    this.told = {};
    this.forget();
  }

  private forget(): void {
    this.awaited.clear();
    this.instead.clear();
  }

  private isOld(key: Key, said: unknown): boolean {
    const awaited = this.awaited.get(key) ?? [];
    const left = awaited.slice(awaited.indexOf(said) + 1);
    if (left.length === 0) this.awaited.delete(key);
    else this.awaited.set(key, left);
    if (left.length === 0) this.instead.delete(key);
    else this.instead.set(key, said);
    return left.length > 0;
  }
}
