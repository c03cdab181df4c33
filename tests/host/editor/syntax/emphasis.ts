// Bold, italic, struck and highlighted text: pairs the runs of `*`, `_`, `~~` and `==` of a line.
import type { Context, Token } from './tokens';

/** A run of one of the characters, outside code and the like. */
export interface Run {
  readonly char: string;
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Opener {
  readonly char: string;
  readonly from: number;
  /** Where what is left of the run ends. */
  to: number;
}

const PAIRED: Readonly<Record<string, string>> = { '~': 'strikethrough', '=': 'highlight' };

const WORD = /[\p{L}\p{N}]/u;

/** A run may open where text follows, and close where text stands before it; `_` does neither inside a word. */
export function readRun(text: string, from: number, to: number): Run {
  const char = text[from] ?? '';
  const before = text[from - 1] ?? ' ';
  const after = text[to] ?? ' ';
  const inWord = char === '_' && WORD.test(before) && WORD.test(after);
  return { char, from, to, opens: !/\s/.test(after) && !inWord, closes: !/\s/.test(before) && !inWord };
}

export function pairRuns(runs: readonly Run[]): { marks: Token[]; contexts: Context[] } {
  const open: Opener[] = [];
  const marks: Token[] = [];
  const contexts: Context[] = [];
  for (const run of runs) {
    let at = run.from;
    while (run.closes && at < run.to) {
      const index = open.findLastIndex((opener) => opener.char === run.char);
      const opener = open[index];
      const width = opener === undefined ? 0 : widthOf(run.char, opener.to - opener.from, run.to - at);
      if (opener === undefined || width === 0) break;
      const name = nameOf(run.char, width);
      const classes = ['formatting', `formatting-${name}`, name];
      marks.push({ from: opener.to - width, to: opener.to, classes }, { from: at, to: at + width, classes });
      contexts.push({ from: opener.to, to: at, class: name });
      at += width;
      opener.to -= width;
      open.length = opener.to > opener.from ? index + 1 : index;
    }
    if (run.opens && at < run.to) open.push({ char: run.char, from: at, to: run.to });
  }
  return { marks, contexts };
}

/** How many characters of both runs make one pair; 0 for none. */
function widthOf(char: string, opening: number, closing: number): number {
  if (PAIRED[char] !== undefined) return opening === 2 && closing === 2 ? 2 : 0;
  return Math.min(opening, closing, 2);
}

function nameOf(char: string, width: number): string {
  return PAIRED[char] ?? (width === 2 ? 'strong' : 'em');
}
