// Reads and changes the texts of notes: in an editor if one shows the note, or else in the file.
import { MarkdownView, type App, type EventRef, type TFile } from 'obsidian';
import { applyChanges, type Change } from '../core/write/rewrite';
import type { NoteTexts } from '../playback/ports';
import { words } from '../texts/texts';

/** Without an origin, undo would take the change back together with the letters typed just before. */
export const ORIGIN = 'input.insert';

export class VaultNoteTexts implements NoteTexts {
  private isEnded = false;
  /** The views that the user has edited since they were saved, each with its file: only these may be told to save. */
  private readonly edited = new Map<MarkdownView, TFile>();

  constructor(private readonly app: App) {}

  listen(register: (event: EventRef) => void): void {
    const { vault, workspace } = this.app;
    register(
      workspace.on('editor-change', (_, view) => {
        if (view instanceof MarkdownView && view.file !== null) this.edited.set(view, view.file);
      }),
    );
    const forget = (file: unknown): void => {
      for (const [view, one] of this.edited) if (one === file) this.edited.delete(view);
    };
    register(vault.on('modify', forget));
    register(vault.on('delete', forget));
    register(workspace.on('file-open', forget));
  }

  all(): readonly string[] {
    return this.app.vault.getMarkdownFiles().map(({ path }) => path);
  }

  async read(path: string): Promise<string> {
    const view = this.viewOf(path);
    if (view !== undefined) return view.editor.getValue();
    await this.saveViews(path);
    return this.app.vault.cachedRead(this.fileAt(path));
  }

  /** After this, no text is changed. */
  readonly dispose = (): void => {
    this.isEnded = true;
  };

  async change(path: string, changesIn: (text: string) => readonly Change[]): Promise<string> {
    this.requireGoingOn();
    const view = this.viewOf(path);
    if (view === undefined) {
      await this.saveViews(path);
      return this.app.vault.process(this.fileAt(path), (text) => {
        this.requireGoingOn();
        return applyChanges(text, changesIn(text));
      });
    }
    const { editor } = view;
    const changes = changesIn(editor.getValue()).map(({ from, to, insert }) => ({
      from: editor.offsetToPos(from),
      to: editor.offsetToPos(to),
      text: insert,
    }));
    if (changes.length > 0) {
      editor.transaction({ changes }, ORIGIN);
      // The app reads the properties from the file: without this it would wait for a pause in typing.
      await view.save();
    }
    return editor.getValue();
  }

  /**
   * The view whose editor shows the note; of several, the one that the user is in, since each undoes only its own changes. In
   * reading view there is an editor too, but the app does not save its text.
   */
  private viewOf(path: string): MarkdownView | undefined {
    const { workspace } = this.app;
    const views = this.viewsOf(path).filter((view) => view.getMode() === 'source' && this.isLoaded(view));
    const active = workspace.getActiveViewOfType(MarkdownView);
    return views.find((view) => view === active) ?? views[0];
  }

  /** A view that is still loading its note holds no text: with a change, that would be saved as the whole note. */
  private isLoaded(view: MarkdownView): boolean {
    const isEmpty = view.editor.getValue() === '';
    return !isEmpty || view.file?.stat.size === 0 || this.edited.get(view) === view.file;
  }

  private viewsOf(path: string): readonly MarkdownView[] {
    return this.app.workspace
      .getLeavesOfType('markdown')
      .map(({ view }) => view)
      .filter((view): view is MarkdownView => view instanceof MarkdownView && view.file?.path === path);
  }

  /**
   * If the user has just gone from editing to reading, the app writes the text to the file only seconds later. Only edited views
   * are told to save: one that is still loading its note would empty the file.
   */
  private async saveViews(path: string): Promise<void> {
    for (const view of this.viewsOf(path)) {
      if (view.getMode() !== 'source' && this.edited.get(view) === view.file && view.getViewData() !== '')
        await view.save();
    }
  }

  private requireGoingOn(): void {
    if (this.isEnded) throw new Error(words.app.disabled);
  }

  private fileAt(path: string): TFile {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error(words.app.noteGone);
    return file;
  }
}
