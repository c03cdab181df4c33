// Remembers each video on this device: position, length, title and rate.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { boundedTitle } from '../core/mean/title';
import { videoKey, type Video } from '../core/mean/video';
import { remembered, withReport, type KnownLength, type LengthReport } from './known-length';
import type { Later, Storage } from './ports';
import { decodeLengths, decodeVideos, withNewFacts, type RememberedVideo } from './remembered-video';

const KEY = 'playhead-videos';

/** The key under which earlier versions kept lengths. */
const LENGTHS_KEY = 'playhead-lengths';

/** Videos that are remembered; the one whose facts changed least recently is forgotten first. */
const CAPACITY = 2000;

/** Milliseconds until changes are written. */
const WRITE_EVERY = 5000;

interface FollowedLength {
  readonly known: Signal<KnownLength>;
  readonly shown: ReadonlySignal<number | undefined>;
  readonly confirmed: ReadonlySignal<number | undefined>;
}

export class VideoMemory {
  /** By key, the one that changed last at the end. */
  private readonly videos: Map<string, RememberedVideo>;
  /** The lengths of the videos that were asked for or reported. */
  private readonly lengths = new Map<string, FollowedLength>();
  /** Whether there are changes to write. */
  private isDue = false;
  private cancelWrite = (): void => undefined;

  constructor(
    private readonly storage: Storage,
    private readonly later: Later,
  ) {
    const videos = decodeVideos(storage.load(KEY));
    const lengths = videos === undefined ? decodeLengths(storage.load(LENGTHS_KEY)) : undefined;
    this.videos = new Map([...(videos ?? lengths ?? [])].slice(-CAPACITY));
    if (lengths === undefined) return;
    this.write();
    storage.save(LENGTHS_KEY, null);
  }

  /** The length of a video for playing and for chips; undefined until a player has reported it. Seconds. */
  length(video: Video): ReadonlySignal<number | undefined> {
    return this.lengthSignalOf(video).shown;
  }

  /** The length of a video if it is certain: notes are rewritten by this one. */
  sureLength(video: Video): ReadonlySignal<number | undefined> {
    return this.lengthSignalOf(video).confirmed;
  }

  /** The facts about a video. */
  factsOf(video: Video): RememberedVideo {
    return this.videos.get(videoKey(video)) ?? {};
  }

  /** Takes a length that a player reports. */
  reportLength(video: Video, report: LengthReport): void {
    const { known } = this.lengthSignalOf(video);
    const before = known.peek();
    const after = withReport(before, report);
    known.value = after;
    if (after.confirmed === before.confirmed) return;
    if (after.confirmed !== undefined) this.learn(video, { length: after.confirmed });
    else this.forgetLength(video);
  }

  /** Takes a certain length. */
  learnLength(video: Video, seconds: number): void {
    this.learn(video, { length: seconds });
  }

  /** Remembers the given facts; the others stay. */
  learn(video: Video, facts: RememberedVideo): void {
    const key = videoKey(video);
    const before = this.factsOf(video);
    const title = facts.title === undefined ? undefined : boundedTitle(facts.title);
    const after = withNewFacts(before, { ...facts, title });
    if (after === before) return;
    this.keep(key, after);
    const followed = this.lengths.get(key);
    if (followed !== undefined && after.length !== before.length)
      followed.known.value = remembered(after.length);
  }

  /** A file was renamed: its facts stay, except for its title. */
  rename(from: Video, to: Video): void {
    const { known: heard } = this.lengthSignalOf(from);
    this.lengthSignalOf(to).known.value = heard.peek();
    heard.value = remembered(undefined);
    const known = this.videos.get(videoKey(from));
    this.videos.delete(videoKey(from));
    // Another file may have had the new name.
    if (this.videos.delete(videoKey(to))) this.writeSoon();
    if (known !== undefined) this.learn(to, { ...known, title: undefined });
  }

  private lengthSignalOf(video: Video): FollowedLength {
    const key = videoKey(video);
    let followed = this.lengths.get(key);
    if (followed === undefined) {
      followed = lengthSignal(this.videos.get(key)?.length);
      this.lengths.set(key, followed);
    }
    return followed;
  }

  /** Forgets a length that turned out wrong. */
  private forgetLength(video: Video): void {
    this.keep(videoKey(video), { ...this.factsOf(video), length: undefined });
  }

  private keep(key: string, video: RememberedVideo): void {
    this.videos.delete(key);
    this.videos.set(key, video);
    for (const oldest of this.videos.keys()) {
      if (this.videos.size <= CAPACITY) break;
      this.videos.delete(oldest);
    }
    this.writeSoon();
  }

  /** Writes the changes. */
  readonly save = (): void => {
    if (!this.isDue) return;
    this.cancelWrite();
    this.write();
  };

  private writeSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.cancelWrite = this.later(WRITE_EVERY, () => this.write());
  }

  private write(): void {
    this.isDue = false;
    this.storage.save(KEY, Object.fromEntries(this.videos));
  }
}

function lengthSignal(length: number | undefined): FollowedLength {
  const known = signal(remembered(length));
  const shown = computed(() => known.value.shown);
  const confirmed = computed(() => known.value.confirmed);
  return { known, shown, confirmed };
}
