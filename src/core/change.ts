// Places in a note's text, and changes of it that are not made yet.

/** Offsets in a text. Empty where they are the same. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `insert` in place of what stands there before. */
export interface Change extends Span {
  readonly insert: string;
}

/** The text after changes that are in order and do not overlap. */
export function withChanges(text: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
