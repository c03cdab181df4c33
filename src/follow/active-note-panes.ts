// Follows the user through the notes, after the app has restored its layout, which stays as it was left.
import { Component, type Workspace } from 'obsidian';
import { showActiveNotes, type ActiveNoteSources } from './active-note';
import type { Panes } from '../playback/panes';

export class ActiveNotePanes extends Component {
  private isEnded = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly sources: ActiveNoteSources,
    private readonly panes: Panes,
  ) {
    super();
  }

  override onload(): void {
    this.workspace.onLayoutReady(() => {
      if (!this.isEnded) this.register(showActiveNotes(this.sources, this.panes));
    });
  }

  override onunload(): void {
    this.isEnded = true;
  }
}
