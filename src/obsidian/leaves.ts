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
      session: leaf.view instanceof VideoPane ? leaf.view.session : undefined,
      reveal: () => this.reveal(leaf),
    }));
  }

  async open(place: PanePlace): Promise<PaneSession> {
    const leaf = place === 'split' ? this.workspace.getLeaf('split') : this.workspace.getLeaf('tab');
    return this.keepingFocus(leaf, async () => {
      await leaf.setViewState({ type: VIDEO_PANE, active: false });
      await this.workspace.revealLeaf(leaf);
    });
  }

  private async reveal(leaf: WorkspaceLeaf): Promise<PaneSession> {
    return this.keepingFocus(leaf, () => this.workspace.revealLeaf(leaf));
  }

  /**
   * Panes come and go while the user writes on: the caret stays, wherever the app would put the focus. Who has moved on
   * meanwhile is left where they are.
   */
  private async keepingFocus(pane: WorkspaceLeaf, task: () => Promise<void>): Promise<PaneSession> {
    const before = this.activeLeaf();
    const focused = activeDocument.activeElement;
    await task();
    const session = sessionIn(pane);
    if (Platform.isPhone || before === undefined || before === pane) return session;
    if (this.activeLeaf() === pane) this.workspace.setActiveLeaf(before, { focus: false });
    if (focused?.instanceOf(HTMLElement) === true && hasLostFocus(focused, pane)) {
      focused.focus({ preventScroll: true });
    }
    return session;
  }

  private activeLeaf(): WorkspaceLeaf | undefined {
    return this.workspace.getActiveViewOfType(View)?.leaf;
  }
}

/** Whether the focus went to the pane, or nowhere, rather than where the user put it. */
function hasLostFocus(before: HTMLElement, pane: WorkspaceLeaf): boolean {
  const now = before.doc.activeElement;
  return now !== before && (now === null || now === before.doc.body || pane.view.containerEl.contains(now));
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
