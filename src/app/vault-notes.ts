// The videos that notes name, from the metadata cache.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { parseYaml, type App, type EventRef, type MetadataCache } from 'obsidian';
import { mainVideo, sameVideos, type NoteVideos } from '../core/mean/attribution';
import {
  readVideo,
  unusableProperty,
  videoOfProperties,
  sameVideo,
  videoProperty,
  wantsAllChips,
  type ResolveLink,
  type UnusableProperty,
  type Video,
  propertyToFill,
} from '../core/mean/video';
import { mayShowVideo, noteVideosSteps } from '../core/read/note-videos';
import { resultOf, type Steps } from '../core/mean/steps';
import { transcriptLinks } from '../core/read/transcript-link';
import { propertyChange, readProperties } from '../core/write/properties';
import type { LiveTexts, NoteRef, Notes, NoteTexts } from '../playback/ports';
import type { RenamedFiles } from './renamed-files';
import { words } from '../texts/texts';

/** The settings about notes. */
export interface NoteSettings {
  /** The properties that may hold a note's video; the first that does counts. */
  readonly videoProperties: readonly string[];
}

/** A note's videos, and the facts that they were read from. */
interface ReadNote {
  readonly text: string;
  /** Whether the text may show videos. */
  readonly may: boolean;
  readonly properties: unknown;
  readonly names: readonly string[];
  readonly metadata: object;
  readonly videos: NoteVideos;
}

/** Notes whose videos are kept; more are hardly on screen at once. */
const MOST_READ = 50;

export interface NoteParts {
  readonly texts: Pick<NoteTexts, 'change' | 'read'>;
  readonly liveTexts: LiveTexts;
  /** The new paths of renamed files, which timestamps may still name by their old ones. */
  readonly renamed: Pick<RenamedFiles, 'now'>;
}

export class VaultNotes implements Notes {
  /** The cache in a new wrapper at each change: a signal tells its effects only of a new object. */
  private readonly metadata: Signal<{ readonly cache: MetadataCache }>;
  private readonly property: ReadonlySignal<string>;
  /** The notes whose videos were asked for last, the latest at the end. */
  private readonly read = new Map<string, ReadNote>();

  constructor(
    private readonly app: App,
    private readonly settings: ReadonlySignal<NoteSettings>,
    private readonly parts: NoteParts,
  ) {
    this.metadata = signal({ cache: app.metadataCache });
    this.property = computed(() => propertyToFill(settings.value.videoProperties));
  }

  /** Registers the listeners that keep this up to date; the owner that registers them also ends them. */
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
    return this.property.value;
  }

  note(path: string): NoteRef {
    // The app changes the path of a file object when the file is renamed.
    return this.app.vault.getFileByPath(path) ?? { path };
  }

  videoOf(path: string): Video | undefined {
    return mainVideo(this.videosOf(path));
  }

  videosOf(path: string): NoteVideos {
    // If no effect follows the text now, the text of the last reading counts.
    return this.readVideosIn(path, this.parts.liveTexts.text(path).value ?? this.read.get(path)?.text ?? '');
  }

  async readVideos(path: string): Promise<NoteVideos> {
    return this.readVideosIn(path, await this.parts.texts.read(path));
  }

  videosIn(path: string, text: string): NoteVideos {
    return resultOf(this.videosInSteps(path, text));
  }

  videosInSteps(path: string, text: string): Steps<NoteVideos> {
    const { videoProperties: names } = this.settings.value;
    return noteVideosSteps({ text, properties: this.properties(path), names, resolve: this.resolver(path) });
  }

  transcriptsOf(path: string): readonly string[] {
    const resolve = this.resolver(path);
    return transcriptLinks(this.properties(path)).flatMap((link) => resolve(link) ?? []);
  }

  wantsAll(path: string): boolean {
    return wantsAllChips(this.properties(path));
  }

  private properties(path: string): Readonly<Record<string, unknown>> | undefined {
    return this.metadata.value.cache.getCache(path)?.frontmatter;
  }

  /** Reads a text once, however many of its chips ask; if nothing has changed, returns the same object. */
  private readVideosIn(path: string, text: string): NoteVideos {
    const properties = this.properties(path);
    const names = this.settings.value.videoProperties;
    const metadata = this.metadata.value;
    const known = this.read.get(path);
    const isRead =
      known?.text === text &&
      known.properties === properties &&
      known.names === names &&
      known.metadata === metadata;
    if (isRead) return known.videos;
    const may = known?.text === text ? known.may : mayShowVideo(text, known);
    const found = this.videosIn(path, may ? text : '');
    const videos = known !== undefined && sameVideos(known.videos, found) ? known.videos : found;
    this.read.delete(path);
    this.read.set(path, { text, may, properties, names, metadata, videos });
    const [oldest] = this.read.keys();
    if (this.read.size > MOST_READ && oldest !== undefined) this.read.delete(oldest);
    return videos;
  }

  namedVideo(text: string, path: string): Video | undefined {
    const resolve = this.resolver(path);
    // The app updates links when a file is renamed, but not attributes.
    return readVideo(text, (link) => resolve(link) ?? this.parts.renamed.now(link), true);
  }

  unusableProperty(path: string): UnusableProperty | undefined {
    return unusableProperty(this.properties(path), this.settings.value.videoProperties);
  }

  async setVideo(path: string, video: Video): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error(words.app.noteGone);
    if (file.extension !== 'md') throw new Error(words.app.notANote);
    const names = this.settings.peek().videoProperties;
    const property = videoProperty(video, names);
    const said = property === undefined ? {} : { [property.name]: property.value };
    if (property === undefined || !sameVideo(videoOfProperties(said, names, this.resolver(path)), video))
      throw new Error(words.shared.unlinkableFile);
    // `processFrontMatter` would write all properties anew, without comments, and with other quotes and lists.
    await this.parts.texts.change(path, (text) => {
      const isUnusable = (held: unknown): boolean =>
        videoOfProperties({ [property.name]: held }, [property.name], this.resolver(path)) === undefined;
      const change = propertyChange(text, property, parseYaml, isUnusable);
      if (change === undefined) throw new Error(whyNot(text, property.name));
      return [change];
    });
  }

  resolver(path: string): ResolveLink {
    const { vault } = this.app;
    // Only an effect that resolves a link runs again when files are added or removed. Some paths cannot be written as a link.
    return (linkpath) =>
      this.metadata.value.cache.getFirstLinkpathDest(linkpath, path)?.path ??
      vault.getFileByPath(linkpath)?.path;
  }
}

function whyNot(text: string, name: string): string {
  const properties = readProperties(text, parseYaml);
  if (properties === undefined) return words.app.propertiesBroken;
  return name in properties ? words.app.propertyTaken(name) : words.app.propertiesNotEditable;
}
