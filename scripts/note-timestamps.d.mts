export const VIDEO_PROPERTIES: readonly string[];

export interface NoteTimestamp {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly seconds: number | undefined;
  readonly end: number | undefined;
  readonly video: string | undefined;
}

/** `core` is what the files of `src/core` export. */
export function timestampsOf(text: string, core: object): NoteTimestamp[];
