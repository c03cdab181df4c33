// Video panes as leaves of the workspace.
import { Notice, Platform, View, type Workspace, type WorkspaceLeaf } from 'obsidian';
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import { decodePaneState, type PaneState } from '../playback/pane-state';
import type { PaneHandle, PaneLocation, Panes } from '../playback/panes';
import type { ShownPlayer } from '../preview/hover-preview';
import { VIDEO_PANE, VideoPane } from './video-pane';
import { attempt } from '../app/report';
import { later } from '../app/later';
import { words } from '../texts/texts';

/** The location that the app has for a new pane: a phone shows one leaf at a time, and only a desktop has windows. */
export function locationOfNewPane(wanted: PaneLocation): PaneLocation {
  if (Platform.isPhone) return 'tab';
  return wanted === 'window' && !Platform.isDesktopApp ? 'split' : wanted;
}

export class Leaves implements Panes {
  constructor(
    private readonly workspace: Workspace,
    /** Replaces the path in a saved state of a pane by the file's present path. */
    private readonly withPresentPath = (state: PaneState): PaneState => state,
  ) {}

  all(): readonly PaneHandle[] {
    return this.workspace.getLeavesOfType(VIDEO_PANE).map((leaf) => {
      const pane = leaf.view instanceof VideoPane ? leaf.view : undefined;
      return {
        pinned: leaf.getViewState().pinned === true,
        usedAt: pane?.session.usedAt ?? 0,
        video: videoIn(leaf, this.withPresentPath),
        session: pane?.session,
        isPlayingInView: pane?.session.isPlaying === true && pane.containerEl.isShown(),
        reveal: () => this.reveal(leaf),
        restore: (state) => pane?.restore(state),
      };
    });
  }

  /** The players that are visible in a window. */
  readonly shownPlayers = (doc: Document): readonly ShownPlayer[] =>
    this.workspace.getLeavesOfType(VIDEO_PANE).flatMap(({ view }) => {
      if (!(view instanceof VideoPane)) return [];
      const { containerEl, session } = view;
      const el = containerEl.querySelector<HTMLElement>('.playhead-stage');
      if (el === null || containerEl.doc !== doc || !el.isShown()) return [];
      return [{ el, isPlaying: session.isPlaying }];
    });

  async open(location: PaneLocation): Promise<PaneSession> {
    const leaf = this.newLeaf(location);
    return this.keepingFocus(leaf, async () => {
      await leaf.setViewState({ type: VIDEO_PANE, active: false });
      await this.workspace.revealLeaf(leaf);
    });
  }

  /**
   * One video, one pane. Returns whether another leaf shows `video`; then `leaf` closes, and the other one comes to the front. The
   * app splits and duplicates any tab, and a layout may have a video twice.
   */
  readonly refuse = (leaf: WorkspaceLeaf, video: Video): boolean => {
    const first = this.otherWith(video, leaf);
    if (first === undefined) return false;
    const shown = sessionIn(first).state ?? { video, time: 0, rate: 1 };
    this.workspace.onLayoutReady(() => {
      // Waits until the app has finished with the leaf.
      later(0, () => attempt(words.actions.showPane, () => this.replace(leaf, shown)));
    });
    return true;
  };

  private otherWith(video: Video, leaf: WorkspaceLeaf): WorkspaceLeaf | undefined {
    return this.workspace
      .getLeavesOfType(VIDEO_PANE)
      .find(
        (other) =>
          other !== leaf &&
          other.view instanceof VideoPane &&
          sameVideo(videoIn(other, this.withPresentPath), video),
      );
  }

  /** The other leaf may be closed by now. */
  private async replace(second: WorkspaceLeaf, shown: PaneState): Promise<void> {
    const first = this.otherWith(shown.video, second);
    if (first === undefined) {
      if (second.view instanceof VideoPane) second.view.restore(shown);
      return;
    }
    const isAsked = this.activeLeaf() === second;
    second.detach();
    if (isAsked) this.workspace.setActiveLeaf(first, { focus: true });
    await this.workspace.revealLeaf(first);
    if (isAsked) new Notice(words.pane.alreadyOpen);
  }

  private newLeaf(location: PaneLocation): WorkspaceLeaf {
    const beside = location === 'split' ? this.shownPane() : undefined;
    // A second pane shares the room of the first, so that the note keeps its own.
    if (beside !== undefined) return this.workspace.createLeafBySplit(beside, 'horizontal');
    if (location !== 'sidebar') return this.workspace.getLeaf(location);
    const leaf = this.workspace.getRightLeaf(false);
    if (leaf === null) throw new Error(words.pane.sidebarUnavailable);
    return leaf;
  }

  /** Of the visible panes, the one that was used last. */
  private shownPane(): WorkspaceLeaf | undefined {
    const usedAt = ({ view }: WorkspaceLeaf): number => (view instanceof VideoPane ? view.session.usedAt : 0);
    return this.workspace
      .getLeavesOfType(VIDEO_PANE)
      .filter(({ view }) => view instanceof VideoPane && view.containerEl.isShown())
      .sort((one, other) => usedAt(other) - usedAt(one))[0];
  }

  private async reveal(leaf: WorkspaceLeaf): Promise<PaneSession> {
    return this.keepingFocus(leaf, () => this.workspace.revealLeaf(leaf));
  }

  /**
   * Opens or closes a pane while the user is writing: the caret stays, wherever the app puts the focus. If the user has gone
   * elsewhere meanwhile, the focus stays there.
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

/** Whether the focus went to the pane or nowhere, and not to an element that the user chose. */
function hasLostFocus(before: HTMLElement, pane: WorkspaceLeaf): boolean {
  const now = before.doc.activeElement;
  return now !== before && (now === null || now === before.doc.body || pane.view.containerEl.contains(now));
}

/** A deferred leaf has no view, but its saved state has the video. */
function videoIn(leaf: WorkspaceLeaf, withPresentPath: (state: PaneState) => PaneState): Video | undefined {
  if (leaf.view instanceof VideoPane) return leaf.view.session.video;
  const state = decodePaneState(leaf.getViewState().state);
  return state === undefined ? undefined : withPresentPath(state).video;
}

function sessionIn(leaf: WorkspaceLeaf): PaneSession {
  if (leaf.view instanceof VideoPane) return leaf.view.session;
  throw new Error(words.pane.paneDidNotOpen);
}
