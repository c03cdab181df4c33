// Changes to a note's text.

/** UTF-16 offsets in a text; an empty range is a place between two characters. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replaces a range by `insert`. CodeMirror takes it as it is. */
export interface Change extends Span {
  readonly insert: string;
}

/** The text after changes in any order. All offsets refer to `text`; the ranges must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let changed = '';
  let at = 0;
  for (const { from, to, insert } of [...changes].sort((one, other) => one.from - other.from)) {
    changed += text.slice(at, from) + insert;
    at = to;
  }
  return changed + text.slice(at);
}
