// What playback needs of the app around it.
import type { Change, Span } from '../core/change';
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
  /** The video that properties name, which are those of the note at `path` before the app has read them. */
  videoIn(properties: unknown, path: string): Video | undefined;
  /** Writes `video` into the properties of the note at `path`. Rejects with a reason when that cannot be done. */
  setVideo(path: string, video: Video): Promise<void>;
}

/** Saved values of this vault on this device. What comes back may be anything: it is decoded by who asked. */
export interface Storage {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

/** Runs a task after so many milliseconds. Returns what calls it off. */
export type Later = (milliseconds: number, task: () => void) => () => void;

/** Where the user writes: the editor that they were in last. */
export interface WritingPlace {
  /** The path of the note; undefined for a card that is none. */
  readonly path: string | undefined;
  /** Whether the text is all of the note, so that it may be given properties: the cell of a table is not, nor is a card. */
  readonly isWhole: boolean;
  readonly text: string;
  readonly selections: readonly Span[];
  /** Makes changes as one undo step, and puts the carets at offsets in the text as it is then. */
  write(changes: readonly Change[], carets: readonly number[]): void;
  /** Gives the editor the focus. */
  focus(): void;
}
