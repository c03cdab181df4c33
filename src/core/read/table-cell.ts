// Finds the range of a table's cell in the text of the table.

/** Counted from 0; the head is row 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A cell, or a part of it; an escaped pipe belongs to the cell. */
const PIECE = /(?:\\[\s\S]|[^|\\])*/g;

/** The range between two pipes, in the text of the table alone; undefined if there is no such cell. */
export function cellRange(table: string, { row, column }: CellPosition): TextRange | undefined {
  const lines = table.split('\n');
  // Row 1 of the text is the delimiter row.
  const index = row === 0 ? 0 : row + 1;
  const line = lines[index];
  if (line === undefined || row < 0) return undefined;
  const start = lines.slice(0, index).reduce((length, before) => length + before.length + 1, 0);
  const first = /^\s*\|/.exec(line)?.[0].length ?? 0;
  let from = first;
  for (let nth = 0; from <= line.length; nth++) {
    PIECE.lastIndex = from;
    const to = from + (PIECE.exec(line)?.[0].length ?? 0);
    if (nth === column) return { from: start + from, to: start + to };
    from = to + 1;
  }
  return undefined;
}
