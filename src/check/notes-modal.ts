// A dialog that looks through notes, lists the notes in which it would rewrite timestamps, and does so when the user says so.
import { Modal, Notice, ProgressBarComponent, Setting } from 'obsidian';
import { attempt } from '../app/report';
import type { ListedNote, Outcome, RunOptions } from './note-run';
import { words } from '../texts/texts';

export interface NoteRow<Note> {
  note: Note;
  readonly el: HTMLElement;
  readonly box: HTMLInputElement;
  readonly countEl: HTMLElement;
}

/** The words with which a dialog names its task. */
export interface Doing {
  /** Completes "Could not …" */
  readonly looking: string;
  readonly writing: string;
  /** `Checking 1 of 2 notes…` */
  readonly looks: string;
  readonly writes: string;
  /** `2 timestamps rewritten in 1 note.` */
  readonly written: string;
  /** The sentence for nothing found. */
  readonly nothing: string;
}

export abstract class NotesModal<Note extends ListedNote> extends Modal {
  protected rows: NoteRow<Note>[] = [];
  protected hasWritten = false;
  protected readonly ending = new AbortController();
  protected abstract readonly doing: Doing;
  /** Cancels the running task, and not the dialog. */
  private current = new AbortController();
  private summary: HTMLElement | undefined;
  private listEl: HTMLElement | undefined;
  private progress: ProgressBarComponent | undefined;
  private progressEl: HTMLElement | undefined;
  private progressText: HTMLElement | undefined;
  private applyButton: HTMLButtonElement | undefined;
  private cancelButton: HTMLButtonElement | undefined;
  protected isBusy = false;

  /** Calls `onFound` for each note to list. */
  protected abstract find(options: RunOptions, onFound: (note: Note) => void): Promise<void>;
  protected abstract write(notes: readonly Note[], options: RunOptions): Promise<Outcome<Note>>;
  /** A sentence about all that was found, without its full stop. */
  protected abstract found(): string;
  protected abstract countsText(note: Note): string;
  /** Whether a note that can be rewritten is chosen from the start. */
  protected isChosen(_note: Note): boolean {
    return true;
  }

  /** Adds the button to a row with which the user looks at the note more closely. */
  protected abstract addLook(row: NoteRow<Note>, label: HTMLElement): void;

  override onOpen(): void {
    this.modalEl.addClass('playhead-check');
    this.summary = this.contentEl.createDiv({ cls: 'playhead-check-summary', attr: { role: 'status' } });
    this.progressEl = this.contentEl.createDiv({ cls: 'playhead-check-progress' });
    this.progress = new ProgressBarComponent(this.progressEl);
    // Not a live region: a screen reader would read out every step.
    this.progressText = this.progressEl.createDiv({ cls: 'playhead-check-summary' });
    this.listEl = this.contentEl.createDiv({ cls: 'playhead-findings', attr: { role: 'list' } });
    this.listEl.addEventListener('change', () => this.count());
    this.addButtons();
    this.look();
  }

  override onClose(): void {
    this.ending.abort();
    this.current.abort();
    this.contentEl.empty();
  }

  /** Looks through the notes, from the beginning. */
  protected look(): void {
    for (const { el } of this.rows) el.detach();
    this.rows = [];
    attempt(this.doing.looking, () => this.list());
  }

  protected sayFound(): void {
    if (!this.isBusy) this.summary?.setText(`${words.check.sentence(this.found())}${this.asides()}`);
    this.count();
  }

  /** Further sentences about the findings, each after a space. */
  protected asides(): string {
    const count = this.rows.filter((row) => !isRead(row)).length;
    return count === 0 ? '' : words.check.someUnreadable(words.counts.notes(count));
  }

  protected showCounts({ note, box, countEl }: NoteRow<Note>): void {
    countEl.setText(
      note.unread === undefined ? this.countsText(note) : words.check.unreadableTitle(note.unread),
    );
    if (note.rewritable === 0) box.checked = false;
    box.disabled = note.rewritable === 0;
  }

  private addButtons(): void {
    const buttons = new Setting(this.contentEl).setClass('playhead-check-buttons');
    buttons.addButton((button) => {
      this.cancelButton = button.setButtonText(words.shared.cancel).buttonEl;
      button.onClick(() => {
        if (this.isBusy) this.current.abort();
        else this.close();
      });
    });
    buttons.addButton((button) => {
      this.applyButton = button.setButtonText(words.check.apply).setCta().buttonEl;
      button.onClick(() => attempt(this.doing.writing, () => this.apply()));
    });
    this.count();
  }

  private async list(): Promise<void> {
    const { signal } = await this.during(this.doing.looks, (options) =>
      this.find(options, (note) => {
        if (!options.signal.aborted) this.rows.push(this.addRow(note));
      }),
    );
    if (this.ending.signal.aborted || signal !== this.current.signal) return;
    // Notes with nothing to rewrite come last.
    for (const { note, el } of this.rows) if (hasNothingToRewrite(note)) this.listEl?.append(el);
    const found = this.rows.length === 0 ? this.doing.nothing : this.found();
    this.summary?.setText(
      `${signal.aborted ? words.check.cancelledSoFar(found) : words.check.sentence(found)}${this.asides()}`,
    );
  }

  private async apply(): Promise<void> {
    const chosen = this.rows.filter(({ box }) => box.checked).map(({ note }) => note);
    let outcome: Outcome<Note> | undefined;
    const { signal } = await this.during(this.doing.writes, async (options) => {
      outcome = await this.write(chosen, options);
    });
    if (outcome === undefined) return;
    const text = this.outcomeText(outcome, signal.aborted);
    // If the dialog was closed meanwhile, a notice tells the user.
    if (this.ending.signal.aborted) new Notice(text);
    else this.showOutcome(outcome, text);
  }

  /** Removes the notes that were changed. The others can still be selected. */
  private showOutcome({ changed, failures }: Outcome<Note>, text: string): void {
    this.summary?.setText(text);
    if (changed.size > 0) this.hasWritten = true;
    for (const { note, el } of this.rows) if (changed.has(note)) el.detach();
    this.rows = this.rows.filter(({ note }) => !changed.has(note));
    for (const { note, box, countEl } of this.rows) {
      const reason = failures.get(note);
      if (reason === undefined) continue;
      countEl.setText(reason);
      box.checked = false;
    }
    this.count();
  }

  /** Runs a task and shows its progress, in place of a task that may still be running. Returns the signal that cancels it. */
  private async during(
    doing: string,
    task: (options: RunOptions) => Promise<void>,
  ): Promise<AbortController> {
    this.current.abort();
    const running = new AbortController();
    this.current = running;
    const { win } = this.contentEl;
    this.setBusy(true);
    try {
      await task({
        signal: running.signal,
        pause: () => new Promise((resolve) => win.setTimeout(resolve)),
        onProgress: ({ done, total }) => {
          this.progress?.setValue(total === 0 ? 100 : (done / total) * 100);
          this.progressText?.setText(
            words.check.progress(doing, done.toLocaleString('en'), words.counts.notes(total)),
          );
        },
      });
    } finally {
      if (this.current === running) this.setBusy(false);
    }
    return running;
  }

  private setBusy(isBusy: boolean): void {
    this.isBusy = isBusy;
    if (isBusy) this.summary?.empty();
    this.progressEl?.toggle(isBusy);
    this.cancelButton?.setText(isBusy ? words.shared.cancel : words.check.close);
    this.count();
  }

  private addRow(note: Note): NoteRow<Note> {
    const el = createDiv({ cls: 'playhead-finding', attr: { role: 'listitem' } });
    const label = el.createEl('label', { cls: 'playhead-finding-change' });
    const box = label.createEl('input', { type: 'checkbox' });
    label.createSpan({ cls: 'playhead-finding-name', text: nameOf(note) });
    const row = { note, el, box, countEl: createDiv({ cls: 'playhead-finding-why' }) };
    this.addLook(row, el);
    el.append(row.countEl);
    this.listEl?.append(el);
    this.showCounts(row);
    box.checked = note.rewritable > 0 && this.isChosen(note);
    return row;
  }

  protected count(): void {
    const chosen = this.rows.filter(({ box }) => box.checked).length;
    if (this.applyButton === undefined) return;
    this.applyButton.disabled = this.isBusy || chosen === 0;
    this.applyButton.setText(
      chosen === 0 ? words.check.apply : words.check.applyTo(words.counts.notes(chosen)),
    );
  }

  private outcomeText({ changed, timestamps, failures }: Outcome<Note>, wasCancelled: boolean): string {
    const { written } = this.doing;
    const done = words.check.resultIn(
      words.counts.timestamps(timestamps),
      written,
      words.counts.notes(changed.size),
    );
    const failed =
      failures.size === 0 ? '' : words.check.someFailed(words.counts.notes(failures.size), written);
    return `${wasCancelled ? words.check.cancelled : ''}${done}${failed}`;
  }
}

export function nameOf({ ref }: ListedNote): string {
  return ref.path.replace(/\.md$/, '');
}

export function isRead({ note }: { readonly note: ListedNote }): boolean {
  return note.unread === undefined;
}

/** Whether the note has findings, none of which can be rewritten. */
function hasNothingToRewrite({ rewritable, unread }: ListedNote): boolean {
  return rewritable === 0 && unread === undefined;
}
