// What is known of the notes without opening them. It learns late: a note's change shows here some time after the
// vault's own event, and a vault that the server holds is read in the background, a few notes at a time.
import type * as Obsidian from 'obsidian';
import { Events } from '../events';
import { TFile } from '../files';
import { LinkIndex } from './links';
import { readOutline } from './outline';
import type { Vault } from './vault';

const READ_AT_ONCE = 4;

export class MetadataCache extends Events implements Obsidian.MetadataCache {
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};
  readonly #outlines = new Map<string, Obsidian.CachedMetadata>();
  readonly #waiting = new Set<TFile>();
  readonly #timers = new Map<string, number>();
  #index: LinkIndex | undefined;
  #reading = 0;

  constructor(
    private readonly vault: Vault,
    private readonly delay: number,
  ) {
    super();
  }

  /** Notes at hand are known at once, as after a start of the app with its stored cache; the rest follows. */
  load(): void {
    for (const file of this.vault.getMarkdownFiles()) {
      const text = this.vault.adapter.textAtHand(file.path);
      if (text === undefined) this.#waiting.add(file);
      else this.#outlines.set(file.path, readOutline(text));
    }
    for (const path of this.#outlines.keys()) this.#resolveLinks(path);
    this.vault.on('create', (file: unknown) => {
      this.#filesChanged();
      this.#later(file);
    });
    this.vault.on('modify', (file: unknown) => this.#later(file));
    this.vault.on('rename', (file: TFile, oldPath: string) => this.#renamed(file, oldPath));
    this.vault.on('delete', (file: TFile) => this.#deleted(file));
    this.#announceResolvedWhenIdle();
    this.#readOn();
  }

  getCache(path: string): Obsidian.CachedMetadata | null {
    return this.#outlines.get(path) ?? null;
  }

  getFileCache(file: TFile): Obsidian.CachedMetadata | null {
    return this.getCache(file.path);
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === '') return this.vault.getFileByPath(sourcePath);
    this.#index ??= new LinkIndex(this.vault.getFiles());
    return this.#index.resolve(linkpath, sourcePath);
  }

  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const short = omitMdExtension && file.extension === 'md' ? file.basename : file.name;
    if (this.getFirstLinkpathDest(short, sourcePath) === file) return short;
    return omitMdExtension && file.extension === 'md' ? file.path.slice(0, -'.md'.length) : file.path;
  }

  /** Reads this note next: somebody has opened it. */
  hasten(file: TFile): void {
    if (!this.#waiting.delete(file)) return;
    void this.#read(file);
  }

  #later(file: unknown): void {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    window.clearTimeout(this.#timers.get(file.path));
    const timer = window.setTimeout(() => {
      this.#timers.delete(file.path);
      void this.#read(file);
    }, this.delay);
    this.#timers.set(file.path, timer);
  }

  async #read(file: TFile): Promise<void> {
    this.#reading += 1;
    try {
      const text = await this.vault.cachedRead(file);
      const outline = readOutline(text);
      this.#outlines.set(file.path, outline);
      this.trigger('changed', file, text, outline);
      this.#resolveLinks(file.path);
      this.trigger('resolve', file);
    } catch (error) {
      // Deleted while it waited; anything else is worth seeing.
      // A TypeError is `fetch` without a server: there is no use in asking for the rest.
      if (error instanceof TypeError) this.#waiting.clear();
      if (this.vault.getFileByPath(file.path) !== null) console.error(`Could not read ${file.path}`, error);
    } finally {
      this.#reading -= 1;
      this.#announceResolvedWhenIdle();
      this.#readOn();
    }
  }

  #readOn(): void {
    for (const file of this.#waiting) {
      if (this.#reading >= READ_AT_ONCE) return;
      this.#waiting.delete(file);
      void this.#read(file);
    }
  }

  #announceResolvedWhenIdle(): void {
    window.setTimeout(() => {
      if (this.#reading + this.#waiting.size + this.#timers.size === 0) this.trigger('resolved');
    }, 0);
  }

  #resolveLinks(path: string): void {
    const { links = [], embeds = [], frontmatterLinks = [] } = this.#outlines.get(path) ?? {};
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
      const linkpath = link.replace(/#.*$/, '');
      const target = this.getFirstLinkpathDest(linkpath, path);
      if (target === null) unresolved[linkpath] = (unresolved[linkpath] ?? 0) + 1;
      else resolved[target.path] = (resolved[target.path] ?? 0) + 1;
    }
    this.resolvedLinks[path] = resolved;
    this.unresolvedLinks[path] = unresolved;
  }

  #filesChanged(): void {
    this.#index = undefined;
    for (const path of this.#outlines.keys()) this.#resolveLinks(path);
  }

  #renamed(file: TFile, oldPath: string): void {
    const outline = this.#outlines.get(oldPath);
    this.#forget(oldPath);
    if (outline !== undefined) this.#outlines.set(file.path, outline);
    this.#filesChanged();
  }

  #deleted(file: TFile): void {
    const previous = this.getCache(file.path);
    this.#forget(file.path);
    this.#filesChanged();
    window.setTimeout(() => this.trigger('deleted', file, previous), 0);
  }

  #forget(path: string): void {
    this.#outlines.delete(path);
    Reflect.deleteProperty(this.resolvedLinks, path);
    Reflect.deleteProperty(this.unresolvedLinks, path);
  }
}
