// The video panes of the workspace, as playback sees them.
import type { Video } from '../core/video';
import type { PaneSession } from './pane-session';

/** Where a new video pane opens. */
export type PanePlace = 'split' | 'tab';

/** A video pane of the workspace, loaded or not. */
export interface PaneHandle {
  readonly pinned: boolean;
  /** When it last played what it was asked to: larger is later, 0 is never. */
  readonly usedAt: number;
  readonly video: Video | undefined;
  /** Undefined while the pane is not loaded. */
  readonly session: PaneSession | undefined;
  /** Brings the pane into view, without taking the focus, and loads it if it was deferred. */
  reveal(): Promise<PaneSession>;
}

export interface Panes {
  all(): readonly PaneHandle[];
  open(place: PanePlace): Promise<PaneSession>;
}
