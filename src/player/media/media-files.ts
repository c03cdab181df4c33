// The services of the vault, and the settings, that players of media files need.
import type { ReadonlySignal } from '@preact/signals-core';

/** A subtitle file. */
export interface SubtitleFile {
  readonly path: string;
  readonly format: 'vtt' | 'srt';
  /** The language in its name, such as `en` or `pt-BR`; undefined if there is none. */
  readonly language: string | undefined;
  /** Bytes. */
  readonly size: number;
  /** When it was changed last, in milliseconds. */
  readonly changedAt: number;
  /** Rejects if the file is gone. */
  read(): Promise<ArrayBuffer>;
}

/** The bytes of a file of the vault. */
export interface FileBytes {
  readonly size: number;
  /** Rejects if the file is gone. */
  read(): Promise<ArrayBuffer>;
}

/** The address of a vault file's bytes; undefined if there is no such file. */
export type ResourceUrl = (path: string) => string | undefined;

/** The files of the vault, for players. A preview has only the addresses: it shows no captions, and reads no length from bytes. */
export interface MediaFiles {
  readonly resourceUrl: ResourceUrl;
  /** Undefined if the vault has no such file. */
  bytes?(path: string): FileBytes | undefined;
  /** The captions of the file at `path`; undefined if it has none. An effect that reads it runs again when they change. */
  captionsOf?(path: string): SubtitleFile | undefined;
  /** Whether captions are to be shown. */
  readonly captionsOn?: ReadonlySignal<boolean>;
}
