// What notes say of their videos, from the metadata cache.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { parseYaml, type App, type EventRef, type MetadataCache } from 'obsidian';
import {
  readVideo,
  unusableProperty,
  videoOfProperties,
  videoProperty,
  type ResolveLink,
  type UnusableProperty,
  type Video,
} from '../core/mean/video';
import { propertyChange, readProperties } from '../core/write/properties';
import type { NoteRef, Notes, NoteTexts } from '../playback/ports';
import type { RenamedFiles } from './renamed-files';

/** What is set about notes. */
export interface NoteSettings {
  /** The properties that may hold a note's video, the first that does being taken. */
  readonly videoProperties: readonly string[];
}

export interface NoteParts {
  readonly texts: Pick<NoteTexts, 'change'>;
  /** What files are called now that a timestamp may still name as they were called. */
  readonly renamed: Pick<RenamedFiles, 'now'>;
}

export class VaultNotes implements Notes {
  /** The cache, in a new wrapping with each change: the wrapping is what effects see change, and so run again. */
  private readonly metadata: Signal<{ readonly cache: MetadataCache }>;

  constructor(
    private readonly app: App,
    private readonly settings: ReadonlySignal<NoteSettings>,
    private readonly parts: NoteParts,
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
    return videoProperty({ kind: 'youtube', id: '' }, this.settings.value.videoProperties).name;
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
    const resolve = this.resolver(path);
    // The app renews links, and knows nothing of what an attribute says.
    return readVideo(text, (link) => resolve(link) ?? this.parts.renamed.now(link), true);
  }

  unusableProperty(path: string): UnusableProperty | undefined {
    const properties = this.metadata.value.cache.getCache(path)?.frontmatter;
    return unusableProperty(properties, this.settings.value.videoProperties);
  }

  async setVideo(path: string, video: Video): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error('The note is gone.');
    if (file.extension !== 'md') throw new Error('It is not a note.');
    const property = videoProperty(video, this.settings.peek().videoProperties);
    // Not by `processFrontMatter`, which writes all properties anew: comments would go, quotes and lists be others.
    await this.parts.texts.change(path, (text) => {
      const isUnusable = (held: unknown): boolean =>
        videoOfProperties({ [property.name]: held }, [property.name], this.resolver(path)) === undefined;
      const change = propertyChange(text, property, parseYaml, isUnusable);
      if (change === undefined) throw new Error(whyNot(text, property.name));
      return [change];
    });
  }

  resolver(path: string): ResolveLink {
    const { cache } = this.metadata.value;
    return (linkpath) => cache.getFirstLinkpathDest(linkpath, path)?.path;
  }
}

function whyNot(text: string, name: string): string {
  const properties = readProperties(text, parseYaml);
  if (properties === undefined) return 'Its properties are broken.';
  return name in properties
    ? `Its property “${name}” holds something else.`
    : 'Its properties are written in a way that nothing can be added to.';
}
