// The present settings: one signal, which reflects data.json.
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { Notice, Platform } from 'obsidian';
import type { DataFile, Saved } from './data-file';
import { decodeSettings, type Settings } from './settings';
import { words } from '../texts/texts';

export class SettingsStore {
  readonly settings: ReadonlySignal<Settings>;

  /** Everything that is saved, with values of other versions, which are written back unchanged. */
  private readonly saved = signal<Saved>({});
  /** Values that were set, and are not in the file yet. */
  private unsaved: Saved = {};
  private hasRead = false;
  /** Whether the file has content that could neither be read nor copied: it must not be overwritten. */
  private mustNotOverwrite = false;
  private isFailing = false;
  /** The last read or write; the next one waits for it. Never rejects. */
  private turn = Promise.resolve();

  constructor(private readonly file: DataFile) {
    this.settings = computed(() => {
      const { pauseHiddenMedia, ...others } = this.saved.value;
      // A phone shows either the pane or its note: a user who goes back to the note wants to go on listening.
      return decodeSettings({ ...others, pauseHiddenMedia: pauseHiddenMedia ?? !Platform.isPhone });
    });
  }

  /** Reads the file: at the start, and when it was changed from outside. */
  load(): Promise<void> {
    return this.inTurn(() => this.read());
  }

  /** Sets a setting at once; undefined stands for its default. Resolves when it is saved. */
  set(key: string, value: unknown): Promise<void> {
    this.unsaved = { ...this.unsaved, [key]: value };
    this.saved.value = { ...this.saved.peek(), [key]: value };
    return this.inTurn(() => this.write());
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(task);
    return this.turn;
  }

  private async read(): Promise<void> {
    try {
      const saved = await this.file.load();
      this.saved.value = { ...saved, ...this.unsaved };
      this.mustNotOverwrite = false;
    } catch (cause) {
      console.error('Playhead could not read its settings.', cause);
      this.mustNotOverwrite = true;
      const now = this.hasRead ? words.settings.currentSettingsStay : words.settings.defaultsApply;
      const copy = await this.keepAside().catch(() => undefined);
      const kept = copy === undefined ? '' : words.settings.oldSettingsKept(copy);
      new Notice(words.settings.couldNotRead(now, kept), 0);
    }
    this.hasRead = true;
  }

  private async write(): Promise<void> {
    const saved = this.saved.peek();
    try {
      if (this.mustNotOverwrite) await this.keepAside();
      await this.file.save(saved);
      if (this.saved.peek() === saved) this.unsaved = {};
      this.isFailing = false;
    } catch (cause) {
      console.error('Playhead could not save its settings.', cause);
      if (!this.isFailing) new Notice(words.settings.couldNotSave);
      this.isFailing = true;
    }
  }

  private async keepAside(): Promise<string> {
    const copy = await this.file.keepAside();
    this.mustNotOverwrite = false;
    return copy;
  }
}
