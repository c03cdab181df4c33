// The texts of notes, which a test changes.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { LiveTexts } from '../../src/playback/ports';

export class FakeTexts implements LiveTexts {
  /** The paths of the texts that are followed. */
  readonly followed: string[] = [];
  private readonly texts = new Map<string, Signal<string | undefined>>();

  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(texts)) this.change(path, text);
  }

  text(path: string): ReadonlySignal<string | undefined> {
    return this.signalOf(path);
  }

  change(path: string, text: string | undefined): void {
    this.signalOf(path).value = text;
  }

  private signalOf(path: string): Signal<string | undefined> {
    let text = this.texts.get(path);
    text ??= signal<string | undefined>(undefined, {
      watched: () => {
        this.followed.push(path);
      },
      unwatched: () => {
        this.followed.splice(this.followed.indexOf(path), 1);
      },
    });
    this.texts.set(path, text);
    return text;
  }
}
