// The note that the user was in last, also while a video pane has the focus.
import { MarkdownView, type EventRef, type Workspace, type WorkspaceLeaf } from 'obsidian';

export class RecentNote {
  private last: WorkspaceLeaf | undefined;

  constructor(private readonly workspace: Workspace) {}

  /** What keeps this up to date: registered, and so ended, by whoever owns it. */
  listen(register: (event: EventRef) => void): void {
    register(
      this.workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view instanceof MarkdownView) this.last = leaf;
      }),
    );
  }

  /** The path of the note, undefined while none is open. */
  get path(): string | undefined {
    return this.view?.file?.path;
  }

  /** The view that shows the note, read or edited. */
  get view(): MarkdownView | undefined {
    return this.workspace.getActiveViewOfType(MarkdownView) ?? this.lastOpen();
  }

  private lastOpen(): MarkdownView | undefined {
    const leaves = this.workspace.getLeavesOfType('markdown');
    const ordered = [...leaves.filter((leaf) => leaf === this.last), ...leaves];
    return ordered.map((leaf) => leaf.view).find((view) => view instanceof MarkdownView);
  }
}
