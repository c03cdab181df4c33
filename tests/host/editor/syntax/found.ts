// What is found inside a line while it is read from left to right.
import type { Run } from './emphasis';
import type { Tag } from './html-tags';
import type { Token } from './tokens';

/** What is found in one stretch of a line. */
export interface Found {
  readonly text: string;
  readonly leaves: Token[];
  readonly runs: Run[];
  readonly tags: Tag[];
  /** Lengths of code marks that nothing closes from here on. */
  readonly unclosed: Set<number>;
}

export function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
