// Notes with their carets in the text: `‸` is a caret, `⟦…⟧` a selection.
import type { Span } from '../../src/core/write/rewrite';

export interface Marked {
  readonly text: string;
  readonly selections: readonly Span[];
}

const MARK = /[‸⟦⟧]/;

export function unmarked(marked: string): Marked {
  const selections: Span[] = [];
  let text = marked;
  let from = 0;
  for (let at = text.search(MARK); at >= 0; at = text.search(MARK)) {
    if (text[at] === '⟦') from = at;
    else selections.push({ from: text[at] === '⟧' ? from : at, to: at });
    text = text.slice(0, at) + text.slice(at + 1);
  }
  return { text, selections };
}

export function marked(text: string, carets: readonly number[]): string {
  return [...carets]
    .sort((one, other) => other - one)
    .reduce((result, at) => `${result.slice(0, at)}‸${result.slice(at)}`, text);
}
