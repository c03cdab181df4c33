// The services of the app that playback needs, as interfaces.
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

/** The videos that notes name. An effect that reads them runs again when notes change. */
export interface Notes {
  /** The property in which a note names its video by default. */
  readonly videoProperty: string;
  /** A reference to the note at `path` that stays valid when the note is renamed. */
  note(path: string): NoteRef;
  /** The video of the whole note at `path`; undefined if it has none, or if its text must be read first. */
  videoOf(path: string): Video | undefined;
  /** All videos of the note at `path`; without those in its text if that was not read yet. */
  videosOf(path: string): NoteVideos;
  /** All videos of the note at `path`, if `text` is its text. */
  videosIn(path: string, text: string): NoteVideos;
  /** The same in steps. */
  videosInSteps(path: string, text: string): Steps<NoteVideos>;
  /** Reads the text of the note at `path` and returns its videos. */
  readVideos(path: string): Promise<NoteVideos>;
  /** The paths of the transcripts in the properties of the note at `path`, in order. */
  transcriptsOf(path: string): readonly string[];
  /** Whether all forms of timestamps are chips in the note at `path`. */
  wantsAll(path: string): boolean;
  /** For a note that names no video: the property that should, and its value. */
  unusableProperty(path: string): UnusableProperty | undefined;
  /** The video that a timestamp of the note at `path` names, in a `data-v` attribute. */
  namedVideo(text: string, path: string): Video | undefined;
  /** Resolves links as in the note at `path`. */
  resolver(path: string): ResolveLink;
  /** Writes `video` into the properties of the note at `path`. Rejects with a reason if that is not possible. */
  setVideo(path: string, video: Video): Promise<void>;
}

/** The present texts of the vault's notes. The text in an editor may be newer than the file. */
export interface NoteTexts {
  /** The paths of all notes. */
  all(): readonly string[];
  /** Rejects if there is no such note. */
  read(path: string): Promise<string>;
  /**
   * Makes the changes that `changesIn` returns for the text: in an editor, as one undo step. Resolves to the new text. Rejects,
   * without having written, if that is not possible.
   */
  change(path: string, changesIn: (text: string) => readonly Change[]): Promise<string>;
}

/** The texts of notes as signals. */
export interface LiveTexts {
  /** The text of the note at `path`; undefined before it is read, and if there is none. Read only while it is followed. */
  text(path: string): ReadonlySignal<string | undefined>;
}

/** A note, as its chips show it. */
export interface ShownNote {
  readonly text: string;
  /** The headings, in order. */
  readonly headings?: readonly Heading[];
  /** The timestamps that are chips, in order. */
  readonly timestamps: readonly Timestamp[];
  /** The times that stay text, in order. */
  readonly others: readonly Timestamp[];
  /** Whether it holds a transcript. */
  readonly hasTranscript?: boolean;
}

export interface ShownNotes {
  /** Undefined before the text of the note at `path` is read, and if there is none. Read only while it is followed. */
  of(path: string): ReadonlySignal<ShownNote | undefined>;
}

/** Saves files that notes show. */
export interface Attachments {
  /**
   * Saves a file where the app keeps the attachments of the note at `path`, or of no note. Rejects, without having saved, if that
   * is not possible.
   */
  save(name: string, bytes: ArrayBuffer, path: string | undefined): Promise<Attachment>;
}

export interface Attachment {
  readonly path: string;
  /** The text that embeds it in that note. */
  readonly embed: string;
}

/** Values that are saved for this vault on this device. A loaded value is untrusted: the caller decodes it. */
export interface Storage {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

/** Runs a task after some milliseconds. The returned function cancels it. */
export type Later = (milliseconds: number, task: () => void) => () => void;

/** The text that the user edits, in the editor used last. */
export interface EditTarget {
  /** The path of the note; undefined for a text card. */
  readonly path: string | undefined;
  /** Whether the text is the whole note, with its properties: a table cell or a card is not. */
  readonly isWhole: boolean;
  /** Whether the text must stay one line, as that of a cell. */
  readonly isLine: boolean;
  readonly text: string;
  readonly selections: readonly Span[];
  /**
   * Makes changes as one undo step, puts the carets at offsets in the new text, and scrolls to the first. Without carets, selection
   * and scroll position stay; a one-line text needs carets.
   */
  write(changes: readonly Change[], carets: readonly number[]): void;
  /** Focuses the editor. */
  focus(): void;
}
