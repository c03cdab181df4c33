// The part of a Markdown link that follows its text: `(target)` or `(target "title")`.
import type { Source } from './source';

export interface LinkTarget {
  readonly address: string;
  /** The end of the link. */
  readonly to: number;
}

/** Deeper nested parentheses are no target. The limit keeps the time for a run of `[](` linear. */
const DEEPEST = 8;

const OPEN = /\(\s*/y;
const POINTED = /<([^<>\n]*)>/y;
const PART = /[^\s()\\]+|\\\S?|[()]/y;
const CLOSE = /(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;

/** The target in parentheses that opens at `at`; undefined if the text before it is no link. */
export function readLinkTarget(source: Source, at: number): LinkTarget | undefined {
  const from = source.behind(OPEN, at);
  if (from === undefined) return undefined;
  const pointed = source.match(POINTED, from);
  const addressEnd = pointed === null ? endOfAddress(source, from) : from + pointed[0].length;
  const to = source.behind(CLOSE, addressEnd);
  if (to === undefined) return undefined;
  return { address: pointed?.[1] ?? source.text.slice(from, addressEnd), to };
}

/** An address has no spaces, and its parentheses are balanced or escaped. */
function endOfAddress(source: Source, from: number): number {
  if (source.text[from] === '<') return from;
  let depth = 0;
  for (let at = from; ;) {
    const [part] = source.match(PART, at) ?? [];
    if (part === undefined) return at;
    if (part === '(') depth++;
    if (part === ')') depth--;
    if (depth < 0 || depth > DEEPEST) return at;
    at += part.length;
  }
}
