// "Convert timestamps to…": the target form, the notes or the selection, and a list of the changes, which are made when the user
// says so.
import { Setting, type App } from 'obsidian';
import type { ReadonlySignal } from '@preact/signals-core';
import { contextOf } from '../app/note-context';
import { attempt } from '../app/report';
import type { Services } from '../app/services';
import {
  eachInTurn,
  fingerprintOf,
  reasonOf,
  rewriteEach,
  type ListedNote,
  type Outcome,
  type RunOptions,
} from '../check/note-run';
import { isRead, nameOf, NotesModal, type NoteRow } from '../check/notes-modal';
import { MARKED } from '../check/vault-check';
import type { SyntaxSettings } from '../core/mean/syntax';
import { surely, type NoteContext } from '../core/read/reading';
import { convertTo, type Conversion, type Left, type Target } from '../core/write/convert';
import type { NoteTexts, EditTarget } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { writeChanges } from './write-changes';
import { words } from '../texts/texts';

export interface ConvertSources extends Pick<Services, 'texts' | 'notes' | 'memory'> {
  readonly settings: ReadonlySignal<SyntaxSettings>;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
  /** Tells which videos the text in an editor is about, even before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
}

interface ConvertedNote extends ListedNote {
  readonly left: Conversion['left'];
}

const TARGETS: Readonly<Record<Target, string>> = {
  anchor: words.writing.anchors,
  link: words.writing.links,
  bare: words.shared.timesInBrackets,
};

/** Completes "3 …" */
const LEFT: Readonly<Record<Left, string>> = {
  'no-second': words.writing.withoutTime,
  'no-video': words.writing.withoutVideo,
  'no-link': words.writing.ofUnlinkableFile,
  'other-video': words.writing.ofOtherVideo,
  doubtful: words.writing.unclear,
  label: words.writing.withWordsAsLabel,
  fraction: words.writing.withFraction,
  end: words.writing.withEnd,
  'says-more': words.writing.withMoreThanATime,
  place: words.writing.inUnfitPlace,
  list: words.writing.inList,
};

/** The part that is converted: the text in the editor, its selection, or notes. */
const SELECTION = '?selection';
const WRITTEN = '?written';
const NOTE = '?note';

/** Changes that are listed for one note. */
const MOST_LISTED = 500;

export class ConvertModal extends NotesModal<ConvertedNote> {
  protected readonly doing = {
    looking: words.actions.lookThroughNotes,
    writing: words.actions.convertTimestamps,
    looks: words.writing.reading,
    writes: words.writing.converting,
    written: words.writing.converted,
    nothing: words.writing.noTimestampsToConvert,
  };
  private target: Target = 'anchor';
  private readonly edited: EditTarget | undefined;
  /** The parts to choose from, and their names. */
  private readonly parts: Readonly<Record<string, string>>;
  private part: string;

  constructor(
    app: App,
    /** The note that the user was in last. */
    private readonly path: string | undefined,
    private readonly sources: ConvertSources,
  ) {
    super(app);
    this.setTitle(words.writing.convertTimestamps);
    this.edited = sources.editTarget();
    this.parts = partsOf(this.edited, path, sources.texts);
    this.part = Object.keys(this.parts)[0] ?? '';
  }

  override onOpen(): void {
    this.addChoice(
      words.writing.convertTo,
      TARGETS,
      this.target,
      (target) => (this.target = target as Target),
    );
    this.addChoice(words.writing.scope, this.parts, this.part, (part) => (this.part = part));
    super.onOpen();
  }

  private addChoice(
    name: string,
    options: Readonly<Record<string, string>>,
    value: string,
    choose: (value: string) => void,
  ): void {
    new Setting(this.contentEl).setName(name).addDropdown((dropdown) => {
      dropdown.addOptions({ ...options }).setValue(value);
      dropdown.selectEl.setAttribute('aria-label', name);
      dropdown.onChange((chosen) => {
        choose(chosen);
        this.look();
      });
    });
  }

  protected async find(options: RunOptions, onFound: (note: ConvertedNote) => void): Promise<void> {
    await eachInTurn(this.paths(), options, async (path) => {
      const ref = this.sources.notes.note(path);
      try {
        const note = this.noteOf(path, await this.textOf(path));
        if (note.rewritable > 0 || note.left.size > 0) onFound(note);
      } catch (cause) {
        onFound({ ref, rewritable: 0, fingerprint: 0, left: new Map(), unread: reasonOf(cause) });
      }
    });
  }

  protected async write(
    notes: readonly ConvertedNote[],
    options: RunOptions,
  ): Promise<Outcome<ConvertedNote>> {
    const texts = this.isWritten ? { change: this.changeWritten } : this.sources.texts;
    return rewriteEach(notes, { ...options, texts }, (path, text) => {
      const conversion = this.conversionOf(path, text);
      const { changes } = conversion;
      return { changes, count: changes.length, fingerprint: fingerprintIn(text, conversion) };
    });
  }

  protected found(): string {
    const count = this.rows.reduce((total, { note }) => total + note.rewritable, 0);
    const notes = this.rows.filter((row) => isRead(row) && row.note.rewritable > 0).length;
    const found = words.writing.wouldBeConverted(words.counts.timestamps(count), words.counts.notes(notes));
    return `${found}${this.hasWritten ? '' : words.shared.nothingWrittenYet}`;
  }

  protected countsText({ rewritable, left }: ConvertedNote): string {
    const reasons = [...left].map(([reason, count]) => `${count.toLocaleString('en')} ${LEFT[reason]}`);
    const stays = reasons.length === 0 ? '' : words.writing.leftAsTheyAre(reasons.join(', '));
    return rewritable === 0
      ? stays
      : words.writing.toConvert(words.counts.timestamps(rewritable), stays).trim();
  }

  /** Adds a list of all changes in a note. The list is built when the user opens it. */
  protected addLook({ note }: NoteRow<ConvertedNote>, el: HTMLElement): void {
    if (note.rewritable === 0) return;
    const details = createEl('details', { cls: 'playhead-conversions' });
    details.createEl('summary', {
      text: words.writing.show,
      attr: { 'aria-label': words.writing.showChangesIn(nameOf(note)) },
    });
    details.addEventListener('toggle', () => {
      if (details.open) attempt(words.actions.readNote, () => this.listChanges(note, details));
    });
    details.open = this.isOne;
    el.append(details);
  }

  private async listChanges({ ref }: ConvertedNote, el: HTMLElement): Promise<void> {
    const text = await this.textOf(ref.path);
    const { changes } = this.conversionOf(ref.path, text);
    el.querySelector('ul')?.remove();
    const list = el.createEl('ul');
    for (const { from, to, insert } of changes.slice(0, MOST_LISTED)) {
      const item = list.createEl('li');
      item.createEl('code', { text: text.slice(from, to) });
      item.createSpan({
        cls: 'playhead-finding-arrow',
        text: '→',
        attr: { 'aria-label': words.shared.becomes },
      });
      item.createEl('code', { text: insert });
    }
    const more = changes.length - MOST_LISTED;
    if (more > 0) list.createEl('li', { text: words.writing.andMore(more.toLocaleString('en')) });
  }

  /** Whether the text is that of the editor, which may be no note. */
  private get isWritten(): boolean {
    return this.part === SELECTION || this.part === WRITTEN;
  }

  private get isOne(): boolean {
    return this.isWritten || this.part === NOTE;
  }

  private paths(): readonly string[] {
    if (this.isWritten) return [this.edited?.path ?? words.writing.card];
    if (this.part === NOTE) return this.path === undefined ? [] : [this.path];
    const folder = this.part;
    return this.sources.texts.all().filter((path) => path.startsWith(folder));
  }

  private async textOf(path: string): Promise<string> {
    if (this.isWritten) return this.edited?.text ?? '';
    return this.sources.texts.read(path);
  }

  private noteOf(path: string, text: string): ConvertedNote {
    const conversion = MARKED.test(text) ? this.conversionOf(path, text) : NOTHING;
    return {
      ref: this.sources.notes.note(path),
      rewritable: conversion.changes.length,
      left: conversion.left,
      fingerprint: fingerprintIn(text, conversion),
    };
  }

  private conversionOf(path: string, text: string): Conversion {
    const { edited: target } = this;
    const ranges =
      this.part === SELECTION ? (target?.selections.filter(({ from, to }) => to > from) ?? []) : [];
    return convertTo(this.target, text, surely(this.contextFor(path, text)), ranges);
  }

  private contextFor(path: string, text: string): NoteContext {
    const { edited: target, sources } = this;
    const context = contextOf(path, sources, sources.notes.videosIn(path, text));
    if (!this.isWritten || target === undefined) return context;
    const videosIn = (one: string) => sources.writer.videosOf({ ...target, text: one });
    return { ...context, videos: videosIn(text), videosIn };
  }

  /** The text in the editor may have changed by now. */
  private readonly changeWritten: NoteTexts['change'] = (_, changesIn) => {
    const target = this.sources.editTarget();
    if (target === undefined || target.text !== this.edited?.text)
      return Promise.reject(new Error(words.shared.changedSinceCheck));
    const changes = changesIn(target.text);
    writeChanges(target, changes, target.selections[0]?.from ?? 0);
    return Promise.resolve(target.text);
  };
}

const NOTHING: Conversion = { changes: [], left: new Map() };

function fingerprintIn(text: string, { changes }: Conversion): number {
  return fingerprintOf(changes.map(({ from, to, insert }) => `${text.slice(from, to)}\0${insert}`));
}

/** The most likely part is the first. */
function partsOf(
  target: EditTarget | undefined,
  path: string | undefined,
  texts: NoteTexts,
): Readonly<Record<string, string>> {
  const isSelected = target?.selections.some(({ from, to }) => to > from) === true;
  const folders = new Set(texts.all().flatMap(foldersOf));
  return {
    ...(isSelected ? { [SELECTION]: words.writing.selection } : {}),
    ...(target === undefined || target.isWhole ? {} : { [WRITTEN]: words.writing.textAtCaret }),
    ...(path === undefined ? {} : { [NOTE]: words.shared.thisNote }),
    ...Object.fromEntries([...folders].sort().map((folder) => [folder, folder.slice(0, -1)])),
    '': words.writing.allNotes,
  };
}

/** `a/` and `a/b/` for `a/b/c.md`. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`);
}
