// The texts of notes as values: read while somebody follows them, and renewed as the app learns of changes.
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { App, EventRef } from 'obsidian';
import { later } from './later';
import type { LiveTexts, NoteTexts } from '../playback/ports';

type Text = Signal<string | undefined>;

/** A note that is followed. */
interface Followed {
  /** Whoever asked while nobody followed it has one of their own. */
  readonly texts: Set<Text>;
  /** How often its text was told. */
  renewals: number;
  /** Calls off the reading of what is being typed; undefined while nothing is. */
  callOff: (() => void) | undefined;
  /** How long its followers needed for the last text. Milliseconds. */
  cost: number;
}

/** While the user types without a pause, a note is read anew after `milliseconds`, or `costs` times as long as its followers needed, if that is longer. */
const TYPED = { milliseconds: 1000, costs: 50 };

export class VaultLiveTexts implements LiveTexts {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly app: App,
    private readonly texts: Pick<NoteTexts, 'read'>,
  ) {}

  /** The listeners that keep this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    const { metadataCache, vault, workspace } = this.app;
    register(
      metadataCache.on('changed', ({ path }, text) => {
        // The text that was saved is older than what has been typed since.
        if (this.followed.get(path)?.callOff === undefined) this.renew(path, text);
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
      callOff: undefined,
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
    followed.callOff?.();
    this.followed.delete(path);
  }

  /** The app tells of a text only after a pause in typing. A key itself costs a look whether one is waiting. */
  private readSoon(path: string): void {
    const followed = this.followed.get(path);
    if (followed === undefined || followed.callOff !== undefined) return;
    followed.callOff = later(Math.max(TYPED.milliseconds, followed.cost * TYPED.costs), () => {
      followed.callOff = undefined;
      void this.read(path);
    });
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
    const begun = performance.now();
    for (const one of followed.texts) one.value = text;
    followed.cost = performance.now() - begun;
  }
}
