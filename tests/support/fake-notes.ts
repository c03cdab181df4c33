// Notes whose videos a test sets.
import { signal } from '@preact/signals-core';
import type { NoteVideos } from '../../src/core/mean/attribution';
import type { Steps } from '../../src/core/mean/steps';
import {
  readVideo,
  videoKey,
  type ResolveLink,
  type UnusableProperty,
  type Video,
} from '../../src/core/mean/video';
import type { NoteRef, Notes } from '../../src/playback/ports';

export class FakeNotes implements Notes {
  /** The videos that were set, as `path: key of the video`. */
  readonly written: string[] = [];
  /** The reason why nothing can be written; undefined if it can. */
  refusal: string | undefined;
  videoProperty = 'videoId';
  unusable: UnusableProperty | undefined;
  private readonly refs = new Map<string, { path: string }>();
  private readonly videos = signal<ReadonlyMap<string, Video>>(new Map());

  constructor(videos: Readonly<Record<string, Video>> = {}) {
    this.videos.value = new Map(Object.entries(videos));
  }

  /** The note has changed: its video is now this one, or none. */
  change(path: string, video: Video | undefined): void {
    const videos = new Map(this.videos.peek());
    if (video === undefined) videos.delete(path);
    else videos.set(path, video);
    this.videos.value = videos;
  }

  /** Renames a note; references to it stay valid. */
  rename(from: string, to: string): void {
    const note = this.refs.get(from);
    if (note !== undefined) note.path = to;
    this.refs.delete(from);
    const entries = [...this.videos.peek()].map(
      ([path, video]) => [path === from ? to : path, video] as const,
    );
    this.videos.value = new Map(entries);
  }

  note(path: string): NoteRef {
    const note = this.refs.get(path) ?? { path };
    this.refs.set(path, note);
    return note;
  }

  videoOf(path: string): Video | undefined {
    return this.videos.value.get(path);
  }

  videosOf(path: string): NoteVideos {
    return { own: this.videoOf(path), shown: [] };
  }

  videosIn(path: string): NoteVideos {
    return this.videosOf(path);
  }

  // eslint-disable-next-line require-yield -- nothing is read here
  *videosInSteps(...[path]: Parameters<Notes['videosInSteps']>): Steps<NoteVideos> {
    return this.videosOf(path);
  }

  readVideos(path: string): Promise<NoteVideos> {
    return Promise.resolve(this.videosOf(path));
  }

  transcriptsOf(): readonly string[] {
    return [];
  }

  wantsAll(): boolean {
    return true;
  }

  unusableProperty(): UnusableProperty | undefined {
    return this.unusable;
  }

  namedVideo(text: string): Video | undefined {
    return readVideo(text, () => undefined, true);
  }

  resolver(): ResolveLink {
    return () => undefined;
  }

  setVideo(path: string, video: Video): Promise<void> {
    if (this.refusal !== undefined) return Promise.reject(new Error(this.refusal));
    this.written.push(`${path}: ${videoKey(video)}`);
    this.change(path, video);
    return Promise.resolve();
  }
}
