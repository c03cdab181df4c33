// The part of a transcript that is quoted: the sentence around the playhead, a row, or what the user has selected.
import type { Clip } from '../core/mean/clips';
import { endsOfSentences } from '../core/mean/sentence';
import { countUpTo } from '../core/mean/ticks';
import type { QuotedSpan } from '../core/write/quote';
import type { Row } from './row';
import { MOMENT_EARLY } from '../core/mean/tolerances';

export interface QuotedWords extends QuotedSpan {
  readonly words: string;
  readonly speaker: string | undefined;
}

/** A part without an end goes on for so long at most. Seconds. */
const LONGEST = 60;

/** The sentence that is said at a second, or that was said last; undefined before all. */
export function sentenceAt(rows: readonly Row[], seconds: number): QuotedWords | undefined {
  const row = rows[countUpTo(rows, seconds + MOMENT_EARLY) - 1];
  if (row === undefined) return undefined;
  const all = spanOf(rows, row);
  const { words } = row;
  const at = (characters: number): number =>
    all.seconds + ((all.end - all.seconds) * characters) / Math.max(1, words.length);
  let from = 0;
  for (const to of [...endsOfSentences(words), words.length]) {
    const isLast = to === words.length || words.slice(to).trim() === '';
    if (isLast || at(to) > seconds + MOMENT_EARLY)
      return { words: words.slice(from, to).trim(), seconds: at(from), end: at(to), speaker: row.speaker };
    from = to;
  }
  return undefined;
}

/** The part of the video that the transcript's row of a second is about; undefined before all. */
export function transcriptPartAt(rows: readonly Row[], seconds: number): Clip | undefined {
  const row = rows[countUpTo(rows, seconds + MOMENT_EARLY) - 1];
  return row === undefined ? undefined : partOf(rows, row);
}

/** The part of the video that a row of the transcript is about. */
export function partOf(rows: readonly Row[], row: Row): Clip {
  const { seconds, end } = spanOf(rows, row);
  return { start: seconds, end };
}

export function wholeRow(rows: readonly Row[], row: Row): QuotedWords {
  return { ...spanOf(rows, row), words: row.words, speaker: row.speaker };
}

/** Words of several rows, which say from when to when they are said. */
export function selectedWords(
  rows: readonly Row[],
  words: string,
  selected: readonly Row[],
): QuotedWords | undefined {
  const [first, last] = [selected[0], selected.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { seconds } = spanOf(rows, first);
  return { words, seconds, end: spanOf(rows, last).end, speaker: first.speaker };
}

/** From where a row starts to where it says that it ends, or to the next. */
function spanOf(rows: readonly Row[], row: Row): QuotedSpan {
  const { seconds, until } = row;
  const next = rows[countUpTo(rows, seconds)]?.seconds ?? Infinity;
  return { seconds, end: until ?? Math.min(next, seconds + LONGEST) };
}
