// An address of YouTube that stands bare in running text.
import type { Source } from './source';

export interface BareAddress {
  readonly from: number;
  readonly to: number;
  /** Whether it is where the target of a link would be. */
  readonly isTarget: boolean;
}

/** A part of every YouTube address. */
export const YOUTUBE = 'youtu';
const TARGET_START = /\S\($/;
const SCHEME_BEFORE = /(^|[^a-z\d])(https?:\/\/(?:[a-z-]{1,16}\.)?)$/i;
const LONGEST_SCHEME = 27;
const ADDRESS = /[^\s<>"`|\\[\]]{1,2048}/y;
/** A punctuation mark at the end of a sentence is not part of the address before it; nor is an emphasis mark around the address. */
const TRAILING = ".,;:!?*_'~";

/** The address around `youtu` at `at`, after the last timestamp; undefined if the match is a part of a word. */
export function bareAddressAt(
  source: Source,
  at: number,
  limit: number,
  last?: { readonly to: number },
): BareAddress | undefined {
  const { text } = source;
  const start = Math.max(last?.to ?? 0, at - LONGEST_SCHEME);
  const [, , scheme] = SCHEME_BEFORE.exec(text.slice(start, at)) ?? [];
  if (scheme === undefined) return undefined;
  const from = at - scheme.length;
  const end = source.behind(ADDRESS, from) ?? from;
  const { length } = trimmed(text.slice(from, Math.min(end, limit)));
  return { from, to: from + length, isTarget: isTargetBehind(text.slice(Math.max(0, from - 2), from)) };
}

/** Whether the text ends with `](` or similar, so that a link target follows. */
export function isTargetBehind(text: string): boolean {
  return TARGET_START.test(text.slice(-2));
}

/** An address without the punctuation after it, and without a parenthesis that opens before it. */
function trimmed(address: string): string {
  let surplus = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus--;
    else if (!TRAILING.includes(last)) break;
  }
  return address.slice(0, end);
}
