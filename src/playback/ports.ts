// What playback needs of the app around it.
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
  /** Brings the pane into view, without taking the focus, and loads it if it was deferred. */
  reveal(): Promise<PaneSession>;
}

export interface Panes {
  all(): readonly PaneHandle[];
  open(place: PanePlace): Promise<PaneSession>;
}

/** What notes say of their videos. What an effect reads here runs it again when notes change. */
export interface Notes {
  /** The video of the note at `path`, undefined where it names none. */
  videoOf(path: string): Video | undefined;
  /** The video that a timestamp in the note at `path` names for itself, in a `data-v` attribute. */
  namedVideo(text: string, path: string): Video | undefined;
  /** Writes `video` into the properties of the note at `path`. Rejects with a reason when that cannot be done. */
  setVideo(path: string, video: Video): Promise<void>;
}

/** Saved values of this vault on this device. What comes back may be anything: it is decoded by who asked. */
export interface Storage {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}
