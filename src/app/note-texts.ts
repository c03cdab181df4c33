// The texts of the vault's notes, read and changed where they are: in an editor, or else in the file.
import { MarkdownView, type App, type EventRef, type TFile } from 'obsidian';
import { applyChanges, type Change } from '../core/write/rewrite';
import type { NoteTexts } from '../playback/ports';
import { words } from '../texts/texts';

/** A change of no origin would be undone together with the letters typed just before. */
export const ORIGIN = 'input.insert';

export class VaultNoteTexts implements NoteTexts {
  private isEnded = false;
  /** The views whose text the user has edited since it was saved, with its file: no other view may be told to save. */
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

  /** Nothing is changed from now on. */
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
      // Whoever reads the note elsewhere, as the app does for its properties, need not wait for a pause in typing.
      await view.save();
    }
    return editor.getValue();
  }

  /**
   * The view whose editor shows the note; of several, the one that the user is in: each undoes only what was done in it. In reading
   * view there is one too, but it is not what the app saves then.
   */
  private viewOf(path: string): MarkdownView | undefined {
    const { workspace } = this.app;
    const views = this.viewsOf(path).filter((view) => view.getMode() === 'source' && this.isLoaded(view));
    const active = workspace.getActiveViewOfType(MarkdownView);
    return views.find((view) => view === active) ?? views[0];
  }

  /** A view that is still loading its note has no text: a change to that would be saved as the whole note. */
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
   * If the user has just changed from writing to reading, the text is not in the file yet: the app saves it some seconds later. Only
   * a view that was edited is told to save: one that is still loading the note would empty it.
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
