// What playback needs of the app around it.
import type { Video } from '../core/video';

export interface NoteRef {
  readonly path: string;
}

/** What notes say of their videos. What an effect reads here runs it again when notes change. */
export interface Notes {
  /** The note at `path`, which keeps its own path: notes are renamed while they are shown. */
  note(path: string): NoteRef;
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
