// The video panes of the workspace, as playback sees them.
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import type { PaneState } from './pane-state';

/** The locations for a new video pane. */
export type PaneLocation = 'split' | 'tab' | 'sidebar' | 'window';

/** A video pane of the workspace, loaded or not. */
export interface PaneHandle {
  readonly pinned: boolean;
  /** When the user last turned to it: larger is later, 0 is never. */
  readonly usedAt: number;
  readonly video: Video | undefined;
  /** Undefined while the pane is not loaded. */
  readonly session: PaneSession | undefined;
  /** Whether it plays, and can be seen. */
  readonly isPlayingInView: boolean;
  /** Brings the pane into view, without taking the focus, and loads it if it was deferred. */
  reveal(): Promise<PaneSession>;
  /** Shows a video, paused, where the pane is: at once if it is seen, else as soon as it is. */
  restore(state: PaneState): void;
}

export interface Panes {
  all(): readonly PaneHandle[];
  open(location: PaneLocation): Promise<PaneSession>;
}

/**
 * The current pane: of several panes the one that plays, else any that is loaded; among those the one of the note's video; among
 * those the one used last.
 */
export function currentPane(panes: readonly PaneHandle[], noteVideo?: Video): PaneHandle | undefined {
  const loaded = preferring(panes, ({ session }) => session?.player.peek() !== undefined);
  const playing = preferring(loaded, ({ session }) => session?.isPlaying === true);
  return latest(preferring(playing, ({ video }) => sameVideo(video, noteVideo)));
}

/** The pane that was used last. */
export function latest(panes: readonly PaneHandle[]): PaneHandle | undefined {
  return panes.reduce<PaneHandle | undefined>(
    (best, pane) => (best === undefined || pane.usedAt > best.usedAt ? pane : best),
    undefined,
  );
}

function preferring(
  panes: readonly PaneHandle[],
  isPreferred: (pane: PaneHandle) => boolean,
): readonly PaneHandle[] {
  const preferred = panes.filter(isPreferred);
  return preferred.length > 0 ? preferred : panes;
}
