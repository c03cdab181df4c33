// What is remembered of each video: its length, once a player has said it.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { videoKey, type Video } from '../core/video';
import type { Storage } from './ports';

const KEY = 'playhead-lengths';

/** A vault's notes are about some thousands of videos; the one whose length was learned longest ago is forgotten first. */
const CAPACITY = 2000;

/** Reported lengths differ by fractions of a second from one report to the next. Seconds. */
const SAME = 0.5;

export class VideoMemory {
  /** By video, the one learned last at the end. Seconds. */
  private readonly lengths: Map<string, number>;
  private readonly watched = new Map<string, Signal<number | undefined>>();

  constructor(private readonly storage: Storage) {
    this.lengths = decodeLengths(storage.load(KEY));
  }

  /** The length of a video in seconds, undefined until it is known. */
  length(video: Video): ReadonlySignal<number | undefined> {
    const key = videoKey(video);
    let length = this.watched.get(key);
    if (length === undefined) {
      length = signal(this.lengths.get(key));
      this.watched.set(key, length);
    }
    return length;
  }

  learnLength(video: Video, seconds: number): void {
    const key = videoKey(video);
    const known = this.lengths.get(key);
    if (known !== undefined && Math.abs(known - seconds) < SAME) return;
    this.lengths.delete(key);
    this.lengths.set(key, seconds);
    for (const oldest of this.lengths.keys()) {
      if (this.lengths.size <= CAPACITY) break;
      this.lengths.delete(oldest);
    }
    const watched = this.watched.get(key);
    if (watched !== undefined) watched.value = seconds;
    this.storage.save(KEY, Object.fromEntries(this.lengths));
  }
}

function decodeLengths(saved: unknown): Map<string, number> {
  if (typeof saved !== 'object' || saved === null) return new Map();
  const entries = Object.entries(saved).filter((entry): entry is [string, number] => isLength(entry[1]));
  return new Map(entries.slice(-CAPACITY));
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
