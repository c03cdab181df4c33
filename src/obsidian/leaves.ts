// Video panes as leaves of the workspace.
import { Platform, View, type Workspace, type WorkspaceLeaf } from 'obsidian';
import type { PaneSession } from '../playback/pane-session';
import { decodePaneState } from '../playback/pane-state';
import type { PaneHandle, PanePlace, Panes } from '../playback/panes';
import type { Video } from '../core/video';
import { VIDEO_PANE, VideoPane } from '../ui/pane/video-pane';

/** A phone has room for one leaf at a time. */
export function newPanePlace(): PanePlace {
  return Platform.isPhone ? 'tab' : 'split';
}

export class Leaves implements Panes {
  constructor(private readonly workspace: Workspace) {}

  all(): readonly PaneHandle[] {
    return this.workspace.getLeavesOfType(VIDEO_PANE).map((leaf) => ({
      pinned: leaf.getViewState().pinned === true,
      usedAt: leaf.view instanceof VideoPane ? leaf.view.session.usedAt : 0,
      video: videoIn(leaf),
      reveal: () => this.reveal(leaf),
    }));
  }

  async open(place: PanePlace): Promise<PaneSession> {
    return this.keepingFocus(async () => {
      const leaf = place === 'split' ? this.workspace.getLeaf('split') : this.workspace.getLeaf('tab');
      await leaf.setViewState({ type: VIDEO_PANE, active: false });
      await this.workspace.revealLeaf(leaf);
      return sessionIn(leaf);
    });
  }

  private async reveal(leaf: WorkspaceLeaf): Promise<PaneSession> {
    return this.keepingFocus(async () => {
      await this.workspace.revealLeaf(leaf);
      return sessionIn(leaf);
    });
  }

  /** Panes come and go while the user writes on: the caret stays, wherever the app would put the focus. */
  private async keepingFocus(task: () => Promise<PaneSession>): Promise<PaneSession> {
    if (Platform.isPhone) return task();
    const leaf = this.workspace.getActiveViewOfType(View)?.leaf;
    const focused = activeDocument.activeElement;
    const session = await task();
    if (leaf !== undefined && this.workspace.getActiveViewOfType(View)?.leaf !== leaf) {
      this.workspace.setActiveLeaf(leaf, { focus: false });
    }
    if (focused?.instanceOf(HTMLElement) === true && focused.doc.activeElement !== focused) {
      focused.focus({ preventScroll: true });
    }
    return session;
  }
}

/** A deferred leaf has no view yet, but its saved state says what it will show. */
function videoIn(leaf: WorkspaceLeaf): Video | undefined {
  return leaf.view instanceof VideoPane
    ? leaf.view.session.video
    : decodePaneState(leaf.getViewState().state)?.video;
}

function sessionIn(leaf: WorkspaceLeaf): PaneSession {
  if (leaf.view instanceof VideoPane) return leaf.view.session;
  throw new Error('The video pane did not open.');
}
