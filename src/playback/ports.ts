// The services of the app that playback needs.
import type { ReadonlySignal } from '@preact/signals-core';
import type { NoteVideos } from '../core/mean/attribution';
import type { Steps } from '../core/mean/steps';
import type { Change, Span } from '../core/write/rewrite';
import type { Heading } from '../core/mean/ticks';
import type { Timestamp } from '../core/mean/timestamp';
import type { ResolveLink, Video, UnusableProperty } from '../core/mean/video';

export type { FileBytes, MediaFiles, SubtitleFile } from '../player/media/media-files';

export interface NoteRef {
  readonly path: string;
}

/** The videos that notes name. An effect that reads something here runs again when notes change. */
export interface Notes {
  /** The property that names a note's video, unless the note has it in another. */
  readonly videoProperty: string;
  /** The note at `path`, which keeps its own path: notes are renamed while they are shown. */
  note(path: string): NoteRef;
  /** The video of the note at `path` as a whole; undefined if it has none, or if its text has to be read first. */
  videoOf(path: string): Video | undefined;
  /** All videos of the note at `path`, as far as its text is known. */
  videosOf(path: string): NoteVideos;
  /** All videos of the note at `path` if this is its text. */
  videosIn(path: string, text: string): NoteVideos;
  /** The same in steps. */
  videosInSteps(path: string, text: string): Steps<NoteVideos>;
  /** Reads the text of the note at `path` and returns its videos. */
  readVideos(path: string): Promise<NoteVideos>;
  /** The paths of the transcripts that the note at `path` links to in its properties, in its order. */
  transcriptsOf(path: string): readonly string[];
  /** Whether the note at `path` wants chips of all kinds. */
  wantsAll(path: string): boolean;
  /** Of a note that names no video, the property that should, and what it says instead. */
  unusableProperty(path: string): UnusableProperty | undefined;
  /** The video that a timestamp in the note at `path` names for itself, in a `data-v` attribute. */
  namedVideo(text: string, path: string): Video | undefined;
  /** Resolves the links of the note at `path`. */
  resolver(path: string): ResolveLink;
  /** Writes `video` into the properties of the note at `path`. Rejects with a reason when that cannot be done. */
  setVideo(path: string, video: Video): Promise<void>;
}

/** The texts of the vault's notes, as they are now: an editor may be ahead of the file. */
export interface NoteTexts {
  /** The paths of all notes. */
  all(): readonly string[];
  /** Rejects when there is no such note. */
  read(path: string): Promise<string>;
  /**
   * Makes the changes that `changesIn` finds in the text, in one step that can be undone where the note is being edited. Resolves
   * to the text afterwards. Rejects, with nothing written, when that cannot be done.
   */
  change(path: string, changesIn: (text: string) => readonly Change[]): Promise<string>;
}

/** The texts of notes as values that change with them. */
export interface LiveTexts {
  /** The text of the note at `path`; undefined before it is read, and where there is none. Read only while somebody follows it. */
  text(path: string): ReadonlySignal<string | undefined>;
}

/** A note as its reader sees it. */
export interface ShownNote {
  readonly text: string;
  /** In order. */
  readonly headings?: readonly Heading[];
  /** Its timestamps that are chips, in order. */
  readonly timestamps: readonly Timestamp[];
  /** The times in it that stay text, in order. */
  readonly others: readonly Timestamp[];
  /** Whether it is its own transcript. */
  readonly hasTranscript?: boolean;
}

export interface ShownNotes {
  /** Undefined before the text of the note at `path` is read, and if there is none. Read only while somebody follows it. */
  of(path: string): ReadonlySignal<ShownNote | undefined>;
}

/** Files that notes show. */
export interface Attachments {
  /**
   * Saves a file where the app keeps those of the note at `path`; of no note, where that is undefined. Rejects, with nothing
   * saved, when that cannot be done.
   */
  save(name: string, bytes: ArrayBuffer, path: string | undefined): Promise<Attachment>;
}

export interface Attachment {
  readonly path: string;
  /** The text that shows it, in the note that it was saved for. */
  readonly embed: string;
}

/** Saved values of this vault on this device. The loaded value may be anything: it is decoded by who asked. */
export interface Storage {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

/** Runs a task after so many milliseconds. Returns what calls it off. */
export type Later = (milliseconds: number, task: () => void) => () => void;

/** The text that the user edits: that of the editor that they were in last. */
export interface EditTarget {
  /** The path of the note; undefined for a card that is none. */
  readonly path: string | undefined;
  /** Whether the text is all of the note, so that it may be given properties: the cell of a table is not, nor is a card. */
  readonly isWhole: boolean;
  /** Whether the text is one line, and has to stay one: so is a cell's. */
  readonly isLine: boolean;
  readonly text: string;
  readonly selections: readonly Span[];
  /**
   * Makes changes as one undo step, and puts the carets at offsets in the text as it is then, with the first in view. Without
   * carets, which a line has to be given, what is selected and in view stays.
   */
  write(changes: readonly Change[], carets: readonly number[]): void;
  /** Gives the editor the focus. */
  focus(): void;
}
