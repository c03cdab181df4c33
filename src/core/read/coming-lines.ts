// Lines that the scanner hears of before it reads their stretch.
import type { TextLine } from './prose';

/** The lines that may begin or end with a time, in order. */
export class ComingLines {
  private lines: TextLine[] = [];

  add(line: TextLine): void {
    this.lines.push(line);
  }

  /** Removes and returns the lines of a stretch, the first one last; earlier lines are dropped. */
  take(from: number, to: number): TextLine[] {
    const { lines } = this;
    if (lines.length === 0) return lines;
    this.lines = lines.filter(({ at }) => at >= to);
    // Nearly always all lines belong to this stretch.
    const isAll = this.lines.length === 0 && (lines[0]?.at ?? 0) >= from;
    return (isAll ? lines : lines.filter(({ at }) => at >= from && at < to)).reverse();
  }
}
