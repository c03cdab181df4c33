// The cells of a note's tables.
import { firstIndex } from '../mean/ascending';
import { readProse } from './prose';
import { Source } from './source';

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** Computed once, at the first question. */
export class Cells {
  private read: readonly Cell[] | undefined;

  constructor(private readonly text: string) {}

  /** Whether a range overlaps or touches a cell. */
  touch(from: number, to = from): boolean {
    this.read ??= cellsIn(this.text);
    const cell = this.read[firstIndex(this.read, (one) => one.to >= from)];
    return cell !== undefined && cell.from <= to;
  }
}

function cellsIn(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  readProse(new Source(text), {
    readStretch: ({ from, to }) => {
      if (text[to] === '|' || text[from - 1] === '|') cells.push({ from, to });
    },
    readDefinition: () => undefined,
  });
  return cells;
}
