// The note that the user was in last, also while a video pane has the focus.
import { signal, type Signal } from '@preact/signals-core';
import { MarkdownView, type EventRef, type Workspace, type WorkspaceLeaf } from 'obsidian';

export class RecentNote {
  private last: WorkspaceLeaf | undefined;
  /** The workspace in a new wrapper at each event: a signal tells its effects only of a new object. */
  private readonly turns: Signal<{ readonly workspace: Workspace }>;

  constructor(private readonly workspace: Workspace) {
    this.turns = signal({ workspace });
  }

  /** Registers the listeners that keep this up to date; the owner that registers them also ends them. */
  listen(register: (event: EventRef) => void): void {
    const { workspace } = this;
    const turn = (): void => {
      this.turns.value = { workspace };
    };
    register(
      workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view instanceof MarkdownView) this.last = leaf;
        turn();
      }),
    );
    register(workspace.on('file-open', turn));
    register(workspace.on('layout-change', turn));
  }

  /** The path of the note; undefined if none is open. An effect that reads it runs again when it changes. */
  get path(): string | undefined {
    return this.view?.file?.path;
  }

  /** The view that shows the note, read or edited. */
  get view(): MarkdownView | undefined {
    return this.turns.value.workspace.getActiveViewOfType(MarkdownView) ?? this.lastOpen();
  }

  private lastOpen(): MarkdownView | undefined {
    const leaves = this.workspace.getLeavesOfType('markdown');
    const ordered = [...leaves.filter((leaf) => leaf === this.last), ...leaves];
    return ordered.map((leaf) => leaf.view).find((view) => view instanceof MarkdownView);
  }
}
