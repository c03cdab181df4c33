// "Check timestamps in the vault": lists the notes with findings, and rewrites them when the user says so.
import type { App } from 'obsidian';
import { attempt } from '../app/report';
import { CheckNoteModal, type CheckSources } from './check-note-modal';
import type { Outcome, RunOptions } from './note-run';
import { isRead, nameOf, NotesModal, type NoteRow } from './notes-modal';
import { checkedNote, checkVault, rewriteNotes, type CheckedNote } from './vault-check';
import { words } from '../texts/texts';

export class CheckVaultModal extends NotesModal<CheckedNote> {
  protected readonly doing = {
    looking: words.actions.checkVault,
    writing: words.actions.rewriteTimestamps,
    looks: words.check.checking,
    writes: words.check.rewriting,
    written: words.check.rewrittenVerb,
    nothing: words.check.nothingToCorrect,
  };
  /** The number of notes with a video of unknown length. */
  private unmeasured = 0;

  constructor(
    app: App,
    private readonly sources: CheckSources,
  ) {
    super(app);
    this.setTitle(words.check.checkVaultTitle);
  }

  override onClose(): void {
    const { left } = this.sources.choices;
    for (const { note, box } of this.rows) {
      if (box.checked || note.rewritable === 0) left.delete(note.ref.path);
      else left.set(note.ref.path, note.fingerprint);
    }
    super.onClose();
  }

  protected override isChosen({ ref, fingerprint }: CheckedNote): boolean {
    return this.sources.choices.left.get(ref.path) !== fingerprint;
  }

  protected find(options: RunOptions, onFound: (note: CheckedNote) => void): Promise<void> {
    const { sources } = this;
    return checkVault({ ...options, sources, onUnmeasured: () => this.unmeasured++ }, onFound);
  }

  protected write(notes: readonly CheckedNote[], options: RunOptions): Promise<Outcome<CheckedNote>> {
    return rewriteNotes(notes, { ...options, sources: this.sources });
  }

  protected found(): string {
    const rewritable = this.rows.reduce((total, { note }) => total + note.rewritable, 0);
    const notes = words.counts.notes(this.rows.filter(isRead).length);
    return words.check.vaultSummary(
      notes,
      words.counts.timestamps(rewritable),
      this.hasWritten ? '' : words.shared.nothingWrittenYet,
    );
  }

  protected override asides(): string {
    const { unmeasured } = this;
    return unmeasured === 0
      ? super.asides()
      : words.check.lengthsOmitted(super.asides(), words.counts.notes(unmeasured));
  }

  protected countsText({ findings, rewritable }: CheckedNote): string {
    if (findings === 0) return words.check.nothingLeftToCorrect;
    const left = findings - rewritable;
    const toSee = left === 0 ? [] : [words.check.toCheckYourself(left.toLocaleString('en'))];
    return [
      ...(rewritable === 0 ? [] : [words.check.toRewrite(words.counts.timestamps(rewritable))]),
      ...toSee,
    ].join(', ');
  }

  protected addLook(row: NoteRow<CheckedNote>, el: HTMLElement): void {
    const attr = { 'aria-label': words.check.review(nameOf(row.note)) };
    const cls = 'playhead-check-review';
    const review = el.createEl('button', { cls, text: words.check.reviewTitle, type: 'button', attr });
    review.addEventListener('click', () => attempt(words.actions.checkNote, () => this.review(row)));
  }

  /** Opens the check of one note, and counts what is left in it afterwards. */
  private async review(row: NoteRow<CheckedNote>): Promise<void> {
    const { ref } = row.note;
    const text = await this.sources.texts.read(ref.path);
    const modal = new CheckNoteModal(this.app, ref, text, this.sources, () => this.close());
    modal.setCloseCallback(() => {
      attempt(words.actions.checkNote, async () => {
        if (modal.hasWritten) this.hasWritten = true;
        if (this.ending.signal.aborted) return;
        const note = checkedNote(ref.path, await this.sources.texts.read(ref.path), this.sources);
        // The note has not changed: its counts still hold.
        if (note?.fingerprint === row.note.fingerprint) return;
        // The user has applied some findings, and so has decided about the rest.
        if (modal.hasWritten) row.box.checked = false;
        row.note = note ?? { ref, findings: 0, rewritable: 0, fingerprint: 0 };
        this.showCounts(row);
        this.sayFound();
      });
    });
    this.sources.opened.openModal(modal);
  }
}
