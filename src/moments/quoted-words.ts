// The words to quote: the sentence at the playhead, a row, or the user's selection.
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

/** Seconds of a part without an end. */
const LONGEST = 60;
/** The longest quote of words that the user did not select: about two minutes of speech. */
const MOST_WORDS = /^.{0,1500}/su;
const CUT_WORD = /\s\S{0,40}$/;

/** The beginning of a text that is too long to be quoted, up to the end of a sentence if there is one; undefined if it is not too long. */
export function beginningOf(words: string): string | undefined {
  const [most = ''] = MOST_WORDS.exec(words) ?? [];
  if (most === words) return undefined;
  const end = endsOfSentences(most).at(-1);
  return `${end === undefined ? most.replace(CUT_WORD, '') : most.slice(0, end)} …`;
}

/** The sentence at a second, or the last one before it; undefined before the first. */
export function sentenceAt(rows: readonly Row[], seconds: number): QuotedWords | undefined {
  const row = rows[countUpTo(rows, seconds + MOMENT_EARLY) - 1];
  if (row === undefined) return undefined;
  const sentences = sentencesOf(rows, row);
  return sentences.find(({ end }) => end > seconds + MOMENT_EARLY) ?? sentences.at(-1);
}

/** The words in a part of the video: the sentences of which at least half is in the part, or which fill most of it. */
export function saidIn(rows: readonly Row[], { start, end }: Clip): QuotedWords | undefined {
  const within = (one: QuotedWords): number => Math.min(one.end, end) - Math.max(one.seconds, start);
  const touched = rows
    .slice(Math.max(0, countUpTo(rows, start) - 1), countUpTo(rows, end))
    .flatMap((row) => sentencesOf(rows, row))
    .filter((one) => within(one) > 0);
  const whole = touched.filter((one) => within(one) * 2 >= one.end - one.seconds);
  const most = touched.sort((one, other) => within(other) - within(one)).slice(0, 1);
  const said = whole.length > 0 ? whole : most;
  const [first] = said;
  if (first === undefined) return undefined;
  return { words: said.map(({ words }) => words).join(' '), seconds: start, end, speaker: first.speaker };
}

/** The sentences of a row, at least one; their times are estimated from their letters. */
function sentencesOf(rows: readonly Row[], row: Row): readonly QuotedWords[] {
  const { seconds, end } = spanOf(rows, row);
  const { words, speaker } = row;
  const at = (characters: number): number =>
    seconds + ((end - seconds) * characters) / Math.max(1, words.length);
  const sentences: QuotedWords[] = [];
  let from = 0;
  for (const cut of [...endsOfSentences(words), words.length]) {
    const to = words.slice(cut).trim() === '' ? words.length : cut;
    if (from < to || sentences.length === 0)
      sentences.push({ words: words.slice(from, to).trim(), seconds: at(from), end: at(to), speaker });
    from = to;
  }
  return sentences;
}

/** The range of the transcript's row at a second; undefined before the first. */
export function transcriptPartAt(rows: readonly Row[], seconds: number): Clip | undefined {
  const row = rows[countUpTo(rows, seconds + MOMENT_EARLY) - 1];
  return row === undefined ? undefined : partOf(rows, row);
}

/** The range of a row of the transcript. */
export function partOf(rows: readonly Row[], row: Row): Clip {
  const { seconds, end } = spanOf(rows, row);
  return { start: seconds, end };
}

export function wholeRow(rows: readonly Row[], row: Row): QuotedWords {
  return { ...spanOf(rows, row), words: row.words, speaker: row.speaker };
}

/** Words from several rows, with their range. */
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

/** From the start of a row to its end, or to the next row. */
function spanOf(rows: readonly Row[], row: Row): QuotedSpan {
  const { seconds, until } = row;
  const next = rows[countUpTo(rows, seconds)]?.seconds ?? Infinity;
  return { seconds, end: until ?? Math.min(next, seconds + LONGEST) };
}
