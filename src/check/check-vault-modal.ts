// "Check timestamps in the vault": finds the notes, says what would be rewritten, and does it when told to.
import type { App } from 'obsidian';
import { counted } from '../core/mean/counted';
import { attempt } from '../app/report';
import { CheckNoteModal, type CheckSources } from './check-note-modal';
import type { Outcome, RunOptions } from './note-run';
import { isRead, nameOf, NotesModal, type NoteRow } from './notes-modal';
import { checkedNote, checkVault, rewriteNotes, type CheckedNote } from './vault-check';

export class CheckVaultModal extends NotesModal<CheckedNote> {
  protected readonly doing = {
    looking: 'check the vault',
    writing: 'rewrite the timestamps',
    looks: 'Checking',
    writes: 'Rewriting',
    written: 'rewritten',
    nothing: 'Nothing to correct was found',
  };
  /** How many notes have a video of which no length is known. */
  private unmeasured = 0;

  constructor(
    app: App,
    private readonly sources: CheckSources,
  ) {
    super(app);
    this.setTitle('Check timestamps in the vault');
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
    const notes = counted(this.rows.filter(isRead).length, 'note');
    return `${notes} may need a look. ${counted(rewritable, 'timestamp')} would be rewritten${this.hasWritten ? '' : '; nothing is written yet'}`;
  }

  protected override asides(): string {
    const { unmeasured } = this;
    return unmeasured === 0
      ? super.asides()
      : `${super.asides()} ${counted(unmeasured, 'note')}: length not known.`;
  }

  protected countsText({ findings, rewritable }: CheckedNote): string {
    if (findings === 0) return 'Nothing left to correct';
    const left = findings - rewritable;
    const toSee = left === 0 ? [] : [`${left.toLocaleString('en')} to look at yourself`];
    return [...(rewritable === 0 ? [] : [`${counted(rewritable, 'timestamp')} to rewrite`]), ...toSee].join(
      ', ',
    );
  }

  protected addLook(row: NoteRow<CheckedNote>, el: HTMLElement): void {
    const attr = { 'aria-label': `Review ${nameOf(row.note)}` };
    const cls = 'playhead-check-review';
    const review = el.createEl('button', { cls, text: 'Review', type: 'button', attr });
    review.addEventListener('click', () => {
      attempt('check this note', () => this.review(row));
    });
  }

  /** The same choice for one note; what is left of it afterwards is counted anew. */
  private async review(row: NoteRow<CheckedNote>): Promise<void> {
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
        this.showCounts(row);
        this.sayFound();
      });
    });
    this.sources.opened.openModal(modal);
  }
}
