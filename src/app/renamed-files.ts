// The media files that were renamed on this device: a timestamp that names a file by its old path still plays it.
import type { EventRef, Vault } from 'obsidian';
import { videoOfKey } from '../core/mean/video';
import type { Storage } from '../playback/ports';

const KEY = 'playhead-renamed-files';

/** Renames that are kept; older ones are forgotten. */
const MOST = 500;

export class RenamedFiles {
  /** From the old path of a file to its present one. */
  private readonly paths: Map<string, string>;

  constructor(private readonly storage: Storage) {
    this.paths = new Map(saved(storage.load(KEY)));
  }

  /** Registers the listeners that keep this up to date; the owner that registers them also ends them. */
  listen(register: (event: EventRef) => void, vault: Vault): void {
    register(vault.on('rename', ({ path }, oldPath) => this.add(oldPath, path)));
  }

  /** The present path of the file that was at `path`; undefined if no rename of it is known. */
  now(path: string): string | undefined {
    return this.paths.get(path);
  }

  /** A new file has this path: the path now means that file. */
  forget(path: string): void {
    if (this.paths.delete(path)) this.save();
  }

  private add(from: string, to: string): void {
    if (videoOfKey(`file:${from}`) === undefined) return;
    for (const [first, last] of this.paths) if (last === from) this.paths.set(first, to);
    // The latest rename is the last entry.
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

/** Decodes the saved value, which may be anything. */
function saved(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const [from, to]: readonly unknown[] = Array.isArray(entry) ? (entry as unknown[]) : [];
    return typeof from === 'string' && typeof to === 'string' ? [[from, to] as const] : [];
  });
}
