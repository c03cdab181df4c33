// The texts of notes as values: read while somebody follows them, and renewed as the app learns of changes.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { App, EventRef } from 'obsidian';
import type { LiveTexts, NoteTexts } from '../playback/ports';

export class VaultLiveTexts implements LiveTexts {
  /** Of the notes that are followed. */
  private readonly followed = new Map<string, Signal<string | undefined>>();

  constructor(
    private readonly app: App,
    private readonly texts: Pick<NoteTexts, 'read'>,
  ) {}

  /** What keeps this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    const { metadataCache, vault } = this.app;
    register(
      metadataCache.on('changed', ({ path }, text) => {
        this.renew(path, text);
      }),
    );
    register(
      vault.on('delete', ({ path }) => {
        this.renew(path, undefined);
      }),
    );
    register(
      vault.on('rename', ({ path }, before) => {
        this.renew(before, undefined);
        void this.read(path);
      }),
    );
  }

  text(path: string): ReadonlySignal<string | undefined> {
    const known = this.followed.get(path);
    if (known !== undefined) return known;
    const text = signal<string | undefined>(undefined, {
      watched: () => {
        this.followed.set(path, text);
        void this.read(path);
      },
      unwatched: () => {
        this.followed.delete(path);
      },
    });
    return text;
  }

  private async read(path: string): Promise<void> {
    if (!this.followed.has(path)) return;
    // A note that is gone, or was never there, has no text.
    const text = await this.texts.read(path).catch(() => undefined);
    this.renew(path, text);
  }

  private renew(path: string, text: string | undefined): void {
    const followed = this.followed.get(path);
    if (followed !== undefined) followed.value = text;
  }
}
