// What notes say of their videos, from the metadata cache.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { App, EventRef, MetadataCache } from 'obsidian';
import {
  readVideo,
  videoOfProperties,
  sameVideo,
  videoProperty,
  videoPropertyName,
  type ResolveLink,
  type Video,
} from '../core/mean/video';
import type { NoteRef, Notes } from '../playback/ports';

/** What is set about notes. */
export interface NoteSettings {
  /** The properties that may hold a note's video, the first that does being taken. */
  readonly videoProperties: readonly string[];
}

export class VaultNotes implements Notes {
  /** The cache, in a new wrapping with each change: the wrapping is what effects see change, and so run again. */
  private readonly metadata: Signal<{ readonly cache: MetadataCache }>;

  constructor(
    private readonly app: App,
    private readonly settings: ReadonlySignal<NoteSettings>,
  ) {
    this.metadata = signal({ cache: app.metadataCache });
  }

  /** What keeps this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    const { metadataCache: cache, vault } = this.app;
    const renew = (): void => {
      this.metadata.value = { cache };
    };
    register(cache.on('changed', renew));
    register(cache.on('resolved', renew));
    register(vault.on('rename', renew));
    register(vault.on('delete', renew));
  }

  get videoProperty(): string {
    return videoPropertyName('youtube', this.settings.value.videoProperties);
  }

  note(path: string): NoteRef {
    // The app renews a file's path in place.
    return this.app.vault.getFileByPath(path) ?? { path };
  }

  videoOf(path: string): Video | undefined {
    const properties = this.metadata.value.cache.getCache(path)?.frontmatter;
    return videoOfProperties(properties, this.settings.value.videoProperties, this.resolver(path));
  }

  namedVideo(text: string, path: string): Video | undefined {
    return readVideo(text, this.resolver(path), true);
  }

  async setVideo(path: string, video: Video): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error('The note is gone.');
    if (file.extension !== 'md') throw new Error('It is not a note.');
    await this.app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
      const names = this.settings.peek().videoProperties;
      const property = videoProperty(video, names);
      const read =
        property && videoOfProperties({ [property.name]: property.value }, names, this.resolver(path));
      if (property === undefined || !sameVideo(read, video))
        throw new Error('A note cannot name this file so that it is found again: give it another name.');
      const { name, value } = property;
      const held = properties[name];
      if (held !== undefined && held !== null && held !== '')
        throw new Error(`Its property “${name}” holds something else.`);
      properties[name] = value;
    });
  }

  resolver(path: string): ResolveLink {
    const { cache } = this.metadata.value;
    const { vault } = this.app;
    // A link cannot lead to every path that there is.
    return (linkpath) =>
      cache.getFirstLinkpathDest(linkpath, path)?.path ?? vault.getFileByPath(linkpath)?.path;
  }
}
