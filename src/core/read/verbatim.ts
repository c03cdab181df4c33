// Parts within running text that are not text: code in backticks, formulas, comments.
import type { Source } from './source';

const BACKTICKS = /`+/y;
/** With a space inside, dollar signs are amounts: `$5 and $6`. */
const FORMULA_EDGE = /\S/;

export class Verbatim {
  /** The end of the current stretch, where every construct ends. */
  private limit = 0;
  /** For each length, the last run of so many backticks that was found. */
  private readonly lastRuns = new Map<number, number>();
  private isReadToEnd = false;

  constructor(private readonly source: Source) {}

  enter(limit: number): void {
    this.limit = limit;
    if (this.lastRuns.size > 0) this.lastRuns.clear();
    this.isReadToEnd = false;
  }

  /** The end of the code that begins at `at`; if it is never closed, the end of its opening backticks. */
  endOfCode(at: number): number {
    const { source } = this;
    const length = this.runAt(at);
    const from = at + length;
    if (this.isReadToEnd && (this.lastRuns.get(length) ?? -1) < from) return from;
    for (let run = source.find('`', from); run < this.limit;) {
      const other = this.runAt(run);
      if (other === length) return run + other;
      this.lastRuns.set(other, run);
      run = source.find('`', run + other);
    }
    // All runs of backticks are known now, so no search needs to read the stretch again.
    this.isReadToEnd = true;
    return from;
  }

  /** The end of the formula that begins at `at`; if it is an amount of dollars, the end of its opening mark. */
  endOfFormula(at: number): number {
    const { source } = this;
    const { text } = source;
    if (text[at + 1] === '$') return this.endOfPair('$$', '$$', at);
    const from = at + 1;
    let close = source.find('$', from);
    while (close < this.limit && text[close - 1] === '\\') close = source.find('$', close + 1);
    const isOnLine = close < this.limit && close < source.endOfLine(from);
    const isTight = FORMULA_EDGE.test(text[from] ?? '') && FORMULA_EDGE.test(text[close - 1] ?? '');
    return isOnLine && isTight && !/\d/.test(text[close + 1] ?? '') ? close + 1 : from;
  }

  /** The offset after the closing mark of a pair that opens at `at`; `at + 1` if there is no closing mark. */
  endOfPair(open: string, close: string, at: number): number {
    const { source } = this;
    if (!source.text.startsWith(open, at)) return at + 1;
    const end = source.find(close, at + open.length) + close.length;
    return end <= this.limit ? end : at + 1;
  }

  private runAt(at: number): number {
    return (this.source.behind(BACKTICKS, at) ?? at) - at;
  }
}
