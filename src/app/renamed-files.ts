// The media files that were renamed, as this device has seen it: who names one by its path of before still means it.
import type { EventRef, Vault } from 'obsidian';
import { videoOfKey } from '../core/mean/video';
import type { Storage } from '../playback/ports';

const KEY = 'playhead-renamed-files';

/** More were renamed long ago. */
const MOST = 500;

export class RenamedFiles {
  /** The names that files have now, by the names that they had. */
  private readonly paths: Map<string, string>;

  constructor(private readonly storage: Storage) {
    this.paths = new Map(saved(storage.load(KEY)));
  }

  /** The listeners that keep this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void, vault: Vault): void {
    register(
      vault.on('rename', ({ path }, oldPath) => {
        this.add(oldPath, path);
      }),
    );
  }

  /** The path that the file at `path` has now; undefined if no rename of it is known. */
  now(path: string): string | undefined {
    return this.paths.get(path);
  }

  /** A file has come by this name: who knows the name knows that file. */
  forget(path: string): void {
    if (this.paths.delete(path)) this.save();
  }

  private add(from: string, to: string): void {
    if (videoOfKey(`file:${from}`) === undefined) return;
    for (const [first, last] of this.paths) if (last === from) this.paths.set(first, to);
    // The latest stands last.
    this.paths.delete(from);
    this.paths.set(from, to);
    this.paths.delete(to);
    for (const oldest of [...this.paths.keys()].slice(0, -MOST)) this.paths.delete(oldest);
    this.save();
  }

  private save(): void {
    this.storage.save(KEY, [...this.paths]);
  }
}

/** The saved value may be anything. */
function saved(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const [from, to]: readonly unknown[] = Array.isArray(entry) ? (entry as unknown[]) : [];
    return typeof from === 'string' && typeof to === 'string' ? [[from, to] as const] : [];
  });
}
