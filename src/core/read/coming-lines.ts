// Lines of which the scanner is told before it reads the stretch of text that they stand in.
import type { TextLine } from './prose';

/** Those that may begin or end with a time, in order. */
export class ComingLines {
  private lines: TextLine[] = [];

  add(line: TextLine): void {
    this.lines.push(line);
  }

  /** Takes out the lines of a stretch, the first one last; those that stand before it are dropped. */
  take(from: number, to: number): TextLine[] {
    const { lines } = this;
    if (lines.length === 0) return lines;
    this.lines = lines.filter(({ at }) => at >= to);
    // Nearly always all of them are lines of this stretch.
    const isAll = this.lines.length === 0 && (lines[0]?.at ?? 0) >= from;
    return (isAll ? lines : lines.filter(({ at }) => at >= from && at < to)).reverse();
  }
}
