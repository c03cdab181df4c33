// The positions of rows of different heights in a list, most of which were never measured. Pixels.
import { firstNumber } from '../core/mean/ascending';

export class RowHeights {
  /** The differences between measured heights and the estimate, as a Fenwick tree. */
  private readonly sums: Float64Array;
  private readonly measured: Float64Array;

  constructor(
    readonly count: number,
    /** The height of a row that was not measured. */
    private readonly estimate: number,
  ) {
    this.sums = new Float64Array(count + 1);
    this.measured = new Float64Array(count);
  }

  get total(): number {
    return this.topOf(this.count);
  }

  /** The top of a row. */
  topOf(index: number): number {
    let sum = index * this.estimate;
    for (let at = index; at > 0; at -= at & -at) sum += this.sums[at] ?? 0;
    return sum;
  }

  heightOf(index: number): number {
    const measured = this.measured[index] ?? 0;
    return measured === 0 ? this.estimate : measured;
  }

  /** The row at a height; below all, the last one. */
  indexAt(y: number): number {
    return firstNumber(1, this.count, (index) => this.topOf(index) > y) - 1;
  }

  /** Returns by how much the row is higher than assumed. */
  measure(index: number, height: number): number {
    const change = height - this.heightOf(index);
    if (change === 0 || height === 0) return 0;
    this.measured[index] = height;
    for (let at = index + 1; at <= this.count; at += at & -at) this.sums[at] = (this.sums[at] ?? 0) + change;
    return change;
  }
}
