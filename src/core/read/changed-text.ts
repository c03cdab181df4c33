// Reads a text that was replaced as a whole: only the blocks around the difference are read again.
import { readNote, type Reading } from './block-reading';
import { rescan, type Edit } from './rescan';
import { Source } from './source';

export interface ReadText {
  readonly text: string;
  readonly reading: Reading;
}

/** Characters that are compared at once. */
const CHUNK = 4096;

/** Reads a text, with the reading of the text before, if there is one. */
export function readChanged(text: string, before?: ReadText): ReadText {
  if (before?.text === text) return before;
  if (before === undefined) return { text, reading: readNote(new Source(text)) };
  const source = (from: number, to: number): Source => new Source(copied(text.slice(from, to)));
  const reading = rescan(before.reading, [editBetween(before.text, text)], { length: text.length, source });
  return { text, reading };
}

/** The single edit that turns `before` into `after`. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  const from = sameUntil(most, (at, count) => before.slice(at, at + count) === after.slice(at, at + count));
  const behind = sameUntil(most - from, (at, count) => {
    const [one, other] = [before, after].map((text) =>
      text.slice(text.length - at - count, text.length - at),
    );
    return one === other;
  });
  return { fromA: from, toA: before.length - behind, fromB: from, toB: after.length - behind };
}

/** The number of equal characters at the beginning, up to `most`. */
function sameUntil(most: number, isSame: (at: number, count: number) => boolean): number {
  let at = 0;
  for (let count = CHUNK; count >= 1; count >>= 1) {
    while (at + count <= most && isSame(at, count)) at += count;
  }
  return at;
}

/** A copy: in JavaScript engines a slice keeps the whole text in memory, and each text here is soon replaced. */
function copied(part: string): string {
  return `\n${part}`.slice(1);
}
