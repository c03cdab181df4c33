// The timestamps of notes that are chips, as signals: read once for all parts of the interface that show them.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { headingsIn, timestampsIn } from '../core/read/block-reading';
import { readChanged, type ReadText } from '../core/read/changed-text';
import { holdsTranscript } from '../core/read/outline';
import { shownTimestamps } from '../core/read/shown';
import type { LiveTexts, ShownNote, ShownNotes } from '../playback/ports';
import { contextOf, type ContextSources } from './note-context';

export interface ShownNoteSources extends ContextSources {
  readonly texts: LiveTexts;
}

/** `all` without `some`; both are in the same order. */
function without<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  let next = 0;
  return all.filter((one) => one !== some[next] || ++next < 0);
}

/** Notes that are kept; more are hardly shown at once, and a note that was dropped is read again. */
const MOST_KEPT = 50;

export class VaultShownNotes implements ShownNotes {
  private readonly kept = new Map<string, ReadonlySignal<ShownNote | undefined>>();

  constructor(private readonly sources: ShownNoteSources) {}

  of(path: string): ReadonlySignal<ShownNote | undefined> {
    const known = this.kept.get(path);
    if (known !== undefined) return known;
    const note = this.read(path);
    this.kept.set(path, note);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return note;
  }

  private read(path: string): ReadonlySignal<ShownNote | undefined> {
    const { notes, texts } = this.sources;
    const current = texts.text(path);
    let last: ReadText | undefined;
    const read = computed(() => {
      const text = current.value;
      if (text === undefined) return undefined;
      last = readChanged(text, last);
      return { text, headings: headingsIn(last.reading), found: timestampsIn(last.reading) };
    });
    // The metadata signal changes with every saved note, mostly without a change for this one.
    const videos = computed(() => notes.videosOf(path));
    const wantsAll = computed(() => notes.wantsAll(path));
    return computed(() => {
      if (read.value === undefined) return undefined;
      const { text, headings, found } = read.value;
      const between = (from: number, to: number): string => text.slice(from, to);
      const context = contextOf(path, this.sources, videos.value, wantsAll.value);
      const timestamps = shownTimestamps(between, found, context);
      const others = timestamps.length === found.length ? [] : without(found, timestamps);
      return { text, headings, timestamps, others, hasTranscript: holdsTranscript(timestamps) };
    });
  }
}
