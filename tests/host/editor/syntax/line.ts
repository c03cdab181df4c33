// A line while it is read: what its readers know of it, and where they put what they find.
import type { BlockState } from './block-state';
import { readInline } from './inline';
import type { Token } from './tokens';

/** What lines together may become a widget. */
export type BlockKind = 'table' | 'quote' | 'callout' | 'embed' | 'html' | 'code';

/** A line's part in such a block. */
export interface BlockPart {
  readonly kind: BlockKind;
  readonly first: boolean;
  /** With this line the block is complete. */
  readonly last: boolean;
}

/** A line while it is read. */
export interface Line {
  readonly text: string;
  /** Where the text begins, behind the marks of quotes. */
  readonly from: number;
  readonly quote: number;
  readonly before: BlockState;
  readonly lineClasses: string[];
  readonly tokens: Token[];
  /** What every token has that stands in the quote. */
  readonly base: readonly string[];
  /** The text of the line below. */
  readonly below: () => string;
}

/** What one of the readers makes of a line: what the next one begins in, and its part in a block. */
export interface Outcome {
  readonly state: Partial<BlockState>;
  readonly block?: BlockPart;
}

export function part(kind: BlockKind, first: boolean, last: boolean): BlockPart {
  return { kind, first, last };
}

/** The tokens of the line's text from `from` on. */
export function addInline(line: Line, from: number, classes: readonly string[] = []): void {
  const stretch = { from, to: line.text.length, base: [...line.base, ...classes] };
  for (const token of readInline(line.text, stretch)) line.tokens.push(token);
}

export function addToken(line: Line, from: number, to: number, classes: readonly string[]): void {
  if (to > from) line.tokens.push({ from, to, classes: [...classes, ...line.base] });
}

export function isCalloutHead({ text, from, quote, before }: Line): boolean {
  return quote > before.quote && /^\[![^\]]+\]/.test(text.slice(from));
}
