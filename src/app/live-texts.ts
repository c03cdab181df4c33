// The texts of notes as signals: read while an effect follows them, and renewed when the app reports a change.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { App, EventRef } from 'obsidian';
import { later } from './later';
import type { LiveTexts, NoteTexts } from '../playback/ports';

type Text = Signal<string | undefined>;

/** A note that at least one effect follows. */
interface Followed {
  /** One for each caller of `text` that came while no effect followed the note. */
  readonly texts: Set<Text>;
  /** How often its text was renewed. */
  renewals: number;
  /** Cancels the reading of a note that the user types in; undefined if none is due. */
  cancel: (() => void) | undefined;
  /** Milliseconds that the followers needed for the last text. */
  cost: number;
}

/**
 * While the user types without a pause, a note is read anew after `milliseconds`, or after `costs` times as long as its followers
 * needed, if that is longer.
 */
const TYPED = { milliseconds: 1000, costs: 50 };

export class VaultLiveTexts implements LiveTexts {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly app: App,
    private readonly texts: Pick<NoteTexts, 'read'>,
  ) {}

  /** Registers the listeners that keep this up to date; the owner that registers them also ends them. */
  listen(register: (event: EventRef) => void): void {
    const { metadataCache, vault, workspace } = this.app;
    register(
      metadataCache.on('changed', ({ path }, text) => {
        // The saved text is older than the text in the editor.
        if (this.followed.get(path)?.cancel === undefined) this.renew(path, text);
        else void this.read(path);
      }),
    );
    register(
      workspace.on('editor-change', (_, { file }) => {
        if (file !== null) this.readSoon(file.path);
      }),
    );
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
    const followed = this.followed.get(path) ?? {
      texts: new Set(),
      renewals: 0,
      cancel: undefined,
      cost: 0,
    };
    followed.texts.add(text);
    this.followed.set(path, followed);
    void this.read(path);
  }

  private leave(path: string, text: Text): void {
    const followed = this.followed.get(path);
    followed?.texts.delete(text);
    if (followed?.texts.size !== 0) return;
    followed.cancel?.();
    this.followed.delete(path);
  }

  /** The app reports a text only after a pause in typing. A key costs one look at whether a reading is due. */
  private readSoon(path: string): void {
    const followed = this.followed.get(path);
    if (followed === undefined || followed.cancel !== undefined) return;
    followed.cancel = later(Math.max(TYPED.milliseconds, followed.cost * TYPED.costs), () => {
      followed.cancel = undefined;
      void this.read(path);
    });
  }

  private async read(path: string): Promise<void> {
    const followed = this.followed.get(path);
    if (followed === undefined) return;
    const { renewals } = followed;
    // A deleted note has no text.
    const text = await this.texts.read(path).catch(() => undefined);
    // If an event came meanwhile, its text is newer.
    if (followed === this.followed.get(path) && followed.renewals === renewals) this.renew(path, text);
  }

  private renew(path: string, text: string | undefined): void {
    const followed = this.followed.get(path);
    if (followed === undefined) return;
    followed.renewals++;
    const begun = performance.now();
    for (const one of followed.texts) one.value = text;
    followed.cost = performance.now() - begun;
  }
}
