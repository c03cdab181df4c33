// What is remembered of each video, on this device: where it was left, how long it is, what it is called, how fast it was played.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { boundedTitle } from '../core/mean/title';
import { videoKey, type Video } from '../core/mean/video';
import type { Later, Storage } from './ports';
import { decodeLengths, decodeVideos, withNews, type RememberedVideo } from './remembered-video';

const KEY = 'playhead-videos';

/** Where lengths were kept before there was more to keep. */
const LENGTHS_KEY = 'playhead-lengths';

/** A vault's notes are about some thousands of videos; the one that nothing was learned of for longest is forgotten first. */
const CAPACITY = 2000;

/** How often what was learned is written. Milliseconds. */
const WRITE_EVERY = 5000;

export class VideoMemory {
  /** By video, the one learned of last at the end. */
  private readonly videos: Map<string, RememberedVideo>;
  private readonly watched = new Map<string, Signal<number | undefined>>();
  private callOff: (() => void) | undefined;

  /** Without a clock everything is written at once. */
  constructor(
    private readonly storage: Storage,
    private readonly later?: Later,
  ) {
    const videos = decodeVideos(storage.load(KEY));
    const lengths = videos === undefined ? decodeLengths(storage.load(LENGTHS_KEY)) : undefined;
    this.videos = new Map([...(videos ?? lengths ?? [])].slice(-CAPACITY));
    if (lengths === undefined) return;
    this.write();
    storage.save(LENGTHS_KEY, null);
  }

  /** The length of a video in seconds, undefined until it is known. */
  length(video: Video): ReadonlySignal<number | undefined> {
    const key = videoKey(video);
    let length = this.watched.get(key);
    if (length === undefined) {
      length = signal(this.videos.get(key)?.length);
      this.watched.set(key, length);
    }
    return length;
  }

  /** What is known of a video now. */
  of(video: Video): RememberedVideo {
    return this.videos.get(videoKey(video)) ?? {};
  }

  learnLength(video: Video, seconds: number): void {
    this.learn(video, { length: seconds });
  }

  /** Remembers what is given; the rest stays as it is known. */
  learn(video: Video, facts: RememberedVideo): void {
    const key = videoKey(video);
    const before = this.of(video);
    const title = facts.title === undefined ? undefined : boundedTitle(facts.title);
    const after = withNews(before, { ...facts, title });
    if (after === before) return;
    this.videos.delete(key);
    this.videos.set(key, after);
    for (const oldest of this.videos.keys()) {
      if (this.videos.size <= CAPACITY) break;
      this.videos.delete(oldest);
    }
    const watched = this.watched.get(key);
    if (watched !== undefined) watched.value = after.length;
    this.writeSoon();
  }

  /** A file has another name: what is known of it goes with it, but for what it was called. */
  rename(from: Video, to: Video): void {
    const known = this.videos.get(videoKey(from));
    if (known === undefined) return;
    this.videos.delete(videoKey(from));
    this.videos.delete(videoKey(to));
    this.learn(to, { ...known, title: undefined });
  }

  /** Writes what was learned and is not written yet. */
  readonly save = (): void => {
    if (this.callOff === undefined) return;
    this.callOff();
    this.write();
  };

  private writeSoon(): void {
    if (this.later === undefined) {
      this.write();
      return;
    }
    this.callOff ??= this.later(WRITE_EVERY, () => {
      this.write();
    });
  }

  private write(): void {
    this.callOff = undefined;
    this.storage.save(KEY, Object.fromEntries(this.videos));
  }
}
