// The timestamps of notes that are chips, as signals: read once for all parts of the interface that show them.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { holdsTranscript } from '../core/read/outline';
import { scan } from '../core/read/scan';
import { shownTimestamps } from '../core/read/shown';
import type { LiveTexts, ShownNote, ShownNotes } from '../playback/ports';
import { contextOf, type ContextSources } from './note-context';

export interface ShownNoteSources extends ContextSources {
  readonly texts: LiveTexts;
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
    const { texts } = this.sources;
    const text = texts.text(path);
    const scanned = computed(() => (text.value === undefined ? undefined : scan(text.value)));
    return computed(() => {
      if (text.value === undefined || scanned.value === undefined) return undefined;
      const whole = text.value;
      const between = (from: number, to: number): string => whole.slice(from, to);
      const context = contextOf(path, this.sources);
      const timestamps = shownTimestamps(between, scanned.value, context);
      const isShown = new Set(timestamps);
      const others = scanned.value.filter((one) => !isShown.has(one));
      return { text: whole, timestamps, others, hasTranscript: holdsTranscript(timestamps) };
    });
  }
}
