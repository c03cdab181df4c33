// The note that the user was in last, also while a video pane has the focus.
import { MarkdownView, type EventRef, type Workspace } from 'obsidian';

export class RecentNote {
  private last: MarkdownView | undefined;

  constructor(private readonly workspace: Workspace) {}

  /** What keeps this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    register(
      this.workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view instanceof MarkdownView) this.last = leaf.view;
      }),
    );
  }

  /** The path of the note, undefined while none is open. */
  get path(): string | undefined {
    const active = this.workspace.getActiveViewOfType(MarkdownView);
    const view = active ?? (this.isOpen(this.last) ? this.last : this.anyOpen());
    return view?.file?.path;
  }

  private isOpen(view: MarkdownView | undefined): boolean {
    return (
      view !== undefined && this.workspace.getLeavesOfType('markdown').some((leaf) => leaf.view === view)
    );
  }

  private anyOpen(): MarkdownView | undefined {
    const views = this.workspace.getLeavesOfType('markdown').map((leaf) => leaf.view);
    return views.find((view) => view instanceof MarkdownView);
  }
}
