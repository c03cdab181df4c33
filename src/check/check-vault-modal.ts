// "Check timestamps in the vault": finds the notes, says what would be rewritten, and does it when told to.
import { Modal, Notice, ProgressBarComponent, Setting, type App } from 'obsidian';
import { counted } from '../core/mean/counted';
import { attempt } from '../app/report';
import { CheckNoteModal, type CheckSources } from './check-note-modal';
import {
  checkedNote,
  checkVault,
  rewriteNotes,
  type CheckedNote,
  type Outcome,
  type VaultCheckOptions,
} from './vault-check';

interface Row {
  note: CheckedNote;
  readonly el: HTMLElement;
  readonly box: HTMLInputElement;
  readonly countEl: HTMLElement;
}

export class CheckVaultModal extends Modal {
  private readonly ending = new AbortController();
  /** Ends what goes on at the moment, and not the dialog. */
  private current = new AbortController();
  private rows: Row[] = [];
  private summary: HTMLElement | undefined;
  private listEl: HTMLElement | undefined;
  private progress: ProgressBarComponent | undefined;
  private progressEl: HTMLElement | undefined;
  private progressText: HTMLElement | undefined;
  private applyButton: HTMLButtonElement | undefined;
  private cancelButton: HTMLButtonElement | undefined;
  private isBusy = false;
  private hasWritten = false;
  /** How many notes have a video of which no length is known. */
  private unmeasured = 0;

  constructor(
    app: App,
    private readonly sources: CheckSources,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Check timestamps in the vault');
    this.modalEl.addClass('playhead-check');
    this.summary = this.contentEl.createDiv({ cls: 'playhead-check-summary', attr: { role: 'status' } });
    this.progressEl = this.contentEl.createDiv({ cls: 'playhead-check-progress' });
    this.progress = new ProgressBarComponent(this.progressEl);
    // No status: nobody wants to hear every step.
    this.progressText = this.progressEl.createDiv({ cls: 'playhead-check-summary' });
    this.listEl = this.contentEl.createDiv({ cls: 'playhead-findings', attr: { role: 'list' } });
    this.listEl.addEventListener('change', () => {
      this.count();
    });
    this.addButtons();
    attempt('check the vault', () => this.check());
  }

  override onClose(): void {
    this.ending.abort();
    this.current.abort();
    this.contentEl.empty();
  }

  private addButtons(): void {
    const buttons = new Setting(this.contentEl).setClass('playhead-check-buttons');
    buttons.addButton((button) => {
      this.cancelButton = button.setButtonText('Cancel').buttonEl;
      button.onClick(() => {
        if (this.isBusy) this.current.abort();
        else this.close();
      });
    });
    buttons.addButton((button) => {
      this.applyButton = button.setButtonText('Apply').setCta().buttonEl;
      button.onClick(() => {
        attempt('rewrite the timestamps', () => this.apply());
      });
    });
    this.count();
  }

  private async check(): Promise<void> {
    const wasCancelled = await this.during('Checking', (options) =>
      checkVault({ ...options, onUnmeasured: () => this.unmeasured++ }, (note) => {
        this.rows.push(this.addRow(note));
      }),
    );
    if (this.ending.signal.aborted) return;
    // Last what the user can only look at.
    for (const { note, el } of this.rows) if (isForTheEye(note)) this.listEl?.append(el);
    const found = this.rows.length === 0 ? 'Nothing to correct was found' : this.found();
    this.summary?.setText(`${wasCancelled ? `Cancelled. ${found} so far.` : `${found}.`}${this.asides()}`);
  }

  private found(): string {
    const rewritable = this.rows.reduce((total, { note }) => total + note.rewritable, 0);
    const notes = counted(this.rows.filter(isRead).length, 'note');
    return `${notes} may need a look. ${counted(rewritable, 'timestamp')} would be rewritten${this.hasWritten ? '' : '; nothing is written yet'}`;
  }

  private asides(): string {
    const count = this.rows.filter((row) => !isRead(row)).length;
    const unread = count === 0 ? '' : ` ${counted(count, 'note')} could not be read: see below.`;
    const { unmeasured } = this;
    return unmeasured === 0 ? unread : `${unread} ${counted(unmeasured, 'note')}: length not known.`;
  }

  private async apply(): Promise<void> {
    const chosen = this.rows.filter(({ box }) => box.checked).map(({ note }) => note);
    let outcome: Outcome | undefined;
    const wasCancelled = await this.during('Rewriting', async (options) => {
      outcome = await rewriteNotes(chosen, options);
    });
    if (outcome === undefined) return;
    const text = outcomeText(outcome, wasCancelled);
    // Whoever has closed the dialog meanwhile is told all the same.
    if (this.ending.signal.aborted) new Notice(text);
    else this.showOutcome(outcome, text);
  }

  /** Rewritten timestamps leave the list; the rest can still be chosen. */
  private showOutcome({ changed, failures }: Outcome, text: string): void {
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

  /** Runs a task with its progress on view. Whether it was cancelled. */
  private async during(doing: string, task: (options: VaultCheckOptions) => Promise<void>): Promise<boolean> {
    this.current = new AbortController();
    const { signal } = this.current;
    const { win } = this.contentEl;
    this.setBusy(true);
    try {
      await task({
        sources: this.sources,
        signal,
        pause: () => new Promise((resolve) => win.setTimeout(resolve)),
        onProgress: ({ done, total }) => {
          this.progress?.setValue(total === 0 ? 100 : (done / total) * 100);
          this.progressText?.setText(`${doing} ${done.toLocaleString('en')} of ${counted(total, 'note')}…`);
        },
      });
    } finally {
      this.setBusy(false);
    }
    return signal.aborted;
  }

  private setBusy(isBusy: boolean): void {
    this.isBusy = isBusy;
    if (isBusy) this.summary?.empty();
    this.progressEl?.toggle(isBusy);
    this.cancelButton?.setText(isBusy ? 'Cancel' : 'Close');
    this.count();
  }

  private addRow(note: CheckedNote): Row {
    const el = createDiv({ cls: 'playhead-finding', attr: { role: 'listitem' } });
    const label = el.createEl('label', { cls: 'playhead-finding-change' });
    const box = label.createEl('input', { type: 'checkbox' });
    const name = note.ref.path.replace(/\.md$/, '');
    label.createSpan({ cls: 'playhead-finding-name', text: name });
    const attr = { 'aria-label': `Review ${name}` };
    const review = el.createEl('button', {
      cls: 'playhead-check-review',
      text: 'Review',
      type: 'button',
      attr,
    });
    const row: Row = { note, el, box, countEl: el.createDiv({ cls: 'playhead-finding-why' }) };
    review.addEventListener('click', () => {
      attempt('check this note', () => this.review(row));
    });
    this.listEl?.append(el);
    showCounts(row);
    box.checked = note.rewritable > 0;
    return row;
  }

  /** The same choice for one note; what is left of it afterwards is counted anew. */
  private async review(row: Row): Promise<void> {
    const { ref } = row.note;
    const text = await this.sources.texts.read(ref.path);
    const modal = new CheckNoteModal(this.app, ref, text, this.sources, () => {
      this.close();
    });
    modal.setCloseCallback(() => {
      attempt('check this note', async () => {
        if (modal.hasWritten) this.hasWritten = true;
        if (this.ending.signal.aborted) return;
        const note = checkedNote(ref.path, await this.sources.texts.read(ref.path), this.sources);
        // The counts of the notes still hold.
        if (note?.fingerprint === row.note.fingerprint) return;
        // A user who has applied some findings has decided about the rest.
        row.box.checked = false;
        row.note = note ?? { ref, findings: 0, rewritable: 0, fingerprint: 0 };
        showCounts(row);
        if (!this.isBusy) this.summary?.setText(`${this.found()}.${this.asides()}`);
        this.count();
      });
    });
    this.sources.opened.openModal(modal);
  }

  private count(): void {
    const chosen = this.rows.filter(({ box }) => box.checked).length;
    if (this.applyButton === undefined) return;
    this.applyButton.disabled = this.isBusy || chosen === 0;
    this.applyButton.setText(chosen === 0 ? 'Apply' : `Apply to ${counted(chosen, 'note')}`);
  }
}

function outcomeText({ changed, timestamps, failures }: Outcome, wasCancelled: boolean): string {
  const done = `${counted(timestamps, 'timestamp')} rewritten in ${counted(changed.size, 'note')}.`;
  const failed =
    failures.size === 0 ? '' : ` ${counted(failures.size, 'note')} could not be rewritten: see below.`;
  return `${wasCancelled ? 'Cancelled. ' : ''}${done}${failed}`;
}

/** Whether there is something to look at, and nothing to rewrite. */
function isForTheEye({ rewritable, unread }: CheckedNote): boolean {
  return rewritable === 0 && unread === undefined;
}

function isRead({ note }: Row): boolean {
  return note.unread === undefined;
}

function countsText({ findings, rewritable, unread }: CheckedNote): string {
  if (unread !== undefined) return `Could not be read: ${unread}`;
  if (findings === 0) return 'Nothing left to correct';
  const left = findings - rewritable;
  const toSee = left === 0 ? [] : [`${left.toLocaleString('en')} to look at yourself`];
  return [...(rewritable === 0 ? [] : [`${counted(rewritable, 'timestamp')} to rewrite`]), ...toSee].join(
    ', ',
  );
}

function showCounts({ note, box, countEl }: Row): void {
  const { rewritable } = note;
  countEl.setText(countsText(note));
  if (rewritable === 0) box.checked = false;
  box.disabled = rewritable === 0;
}
