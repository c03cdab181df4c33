// The services of the vault, and the settings, that players of media files need.
import type { ReadonlySignal } from '@preact/signals-core';

/** A file that says in text what is said in a media file, and when. */
export interface SubtitleFile {
  readonly path: string;
  readonly format: 'vtt' | 'srt';
  /** As its name has it, such as `en` or `pt-BR`; undefined if the name says none. */
  readonly language: string | undefined;
  /** Bytes. */
  readonly size: number;
  /** When it was changed last. Milliseconds. */
  readonly changedAt: number;
  /** Rejects where the file is gone. */
  read(): Promise<ArrayBuffer>;
}

/** The bytes of a file of the vault, all at once. */
export interface FileBytes {
  readonly size: number;
  /** Rejects if the file is gone. */
  read(): Promise<ArrayBuffer>;
}

/** The address of a vault file's bytes; undefined if there is no such file. */
export type ResourceUrl = (path: string) => string | undefined;

/** A preview has only the addresses: it shows no captions, and no length is read from its bytes. */
export interface MediaFiles {
  readonly resourceUrl: ResourceUrl;
  /** Undefined if the vault has no such file. */
  bytes?(path: string): FileBytes | undefined;
  /** The captions of the file at `path`; undefined if it has none. An effect that reads it runs again when that changes. */
  captionsOf?(path: string): SubtitleFile | undefined;
  /** Whether captions are to be shown. */
  readonly captionsOn?: ReadonlySignal<boolean>;
}
