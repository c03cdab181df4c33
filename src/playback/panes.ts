// The video panes of the workspace, for playback.
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import type { PaneState } from './pane-state';

/** The locations for a new video pane. */
export type PaneLocation = 'split' | 'tab' | 'sidebar' | 'window';

/** A video pane of the workspace, which may be deferred. */
export interface PaneHandle {
  readonly pinned: boolean;
  /** Larger for a pane that was used later; 0 for one never used. */
  readonly usedAt: number;
  readonly video: Video | undefined;
  /** Undefined for a deferred pane. */
  readonly session: PaneSession | undefined;
  /** Whether it plays, and is visible. */
  readonly isPlayingInView: boolean;
  /** Makes the pane visible without focusing it, and loads it if it was deferred. */
  reveal(): Promise<PaneSession>;
  /** Shows a video, paused: at once if the pane is visible, else when it becomes visible. */
  restore(state: PaneState): void;
}

export interface Panes {
  all(): readonly PaneHandle[];
  open(location: PaneLocation): Promise<PaneSession>;
}

/**
 * The current pane: one that plays, else any that is loaded; among those, one with the note's video; among those, the one used
 * last.
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
