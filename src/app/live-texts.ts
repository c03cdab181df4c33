// The texts of notes as values: read while somebody follows them, and renewed as the app learns of changes.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { App, EventRef } from 'obsidian';
import type { LiveTexts, NoteTexts } from '../playback/ports';

type Text = Signal<string | undefined>;

/** A note that is followed. */
interface Followed {
  /** Whoever asked while nobody followed it has one of their own. */
  readonly texts: Set<Text>;
  /** How often its text was told. */
  renewals: number;
}

export class VaultLiveTexts implements LiveTexts {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly app: App,
    private readonly texts: Pick<NoteTexts, 'read'>,
  ) {}

  /** The listeners that keep this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    const { metadataCache, vault } = this.app;
    register(metadataCache.on('changed', ({ path }, text) => this.renew(path, text)));
    register(vault.on('delete', ({ path }) => this.renew(path, undefined)));
    register(
      vault.on('rename', ({ path }, before) => {
        this.renew(before, undefined);
        void this.read(path);
      }),
    );
  }

  text(path: string): ReadonlySignal<string | undefined> {
    const [known] = this.followed.get(path)?.texts ?? [];
    if (known !== undefined) return known;
    const text: Text = signal<string | undefined>(undefined, {
      watched: () => this.subscribe(path, text),
      unwatched: () => this.leave(path, text),
    });
    return text;
  }

  private subscribe(path: string, text: Text): void {
    const followed = this.followed.get(path) ?? { texts: new Set(), renewals: 0 };
    followed.texts.add(text);
    this.followed.set(path, followed);
    void this.read(path);
  }

  private leave(path: string, text: Text): void {
    const followed = this.followed.get(path);
    followed?.texts.delete(text);
    if (followed?.texts.size === 0) this.followed.delete(path);
  }

  private async read(path: string): Promise<void> {
    const followed = this.followed.get(path);
    if (followed === undefined) return;
    const { renewals } = followed;
    // A note that is gone, or was never there, has no text.
    const text = await this.texts.read(path).catch(() => undefined);
    // The event that came meanwhile is newer.
    if (followed === this.followed.get(path) && followed.renewals === renewals) this.renew(path, text);
  }

  private renew(path: string, text: string | undefined): void {
    const followed = this.followed.get(path);
    if (followed === undefined) return;
    followed.renewals++;
    for (const one of followed.texts) one.value = text;
  }
}
