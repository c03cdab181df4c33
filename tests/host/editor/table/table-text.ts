// A table as text: its cells with their places, and what to change where a cell gets another text. As in the app the
// column is kept in line: every cell of it is padded to the longest.
import { splitRow } from '../syntax/table-rows';
import { smallestChange, type TextChange } from '../text-change';

export type Alignment = 'left' | 'center' | 'right' | undefined;

/** Positions count from the start of the table. */
export interface CellText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** With the space around the text: from pipe to pipe. */
  readonly outerFrom: number;
  readonly outerTo: number;
}

export interface TableText {
  readonly source: string;
  /** The head first; without the line below it. */
  readonly rows: readonly (readonly CellText[])[];
  readonly alignments: readonly Alignment[];
  /** The line below the head. */
  readonly delimiters: readonly CellText[];
}

const NARROWEST = 5;

export function readTable(source: string): TableText {
  let offset = 0;
  const lines = source.split('\n').map((line, row) => {
    const start = offset;
    offset += line.length + 1;
    return splitRow(line).map((cell, column): CellText => {
      const text = line.slice(cell.from, cell.to);
      return { row, column, text, ...moved(cell, start) };
    });
  });
  const [head = [], delimiters = [], ...body] = lines;
  const width = head.length;
  const rows = [head, ...body].map((cells, row) => cells.slice(0, width).map((cell) => ({ ...cell, row })));
  return { source, rows, delimiters, alignments: delimiters.map(({ text }) => alignmentOf(text)) };
}

/** What changes in the table's text, and where the text of the cell begins then. */
export function changeCell(
  table: TableText,
  cell: CellText,
  text: string,
): { changes: TextChange[]; from: number } {
  const column = table.rows.flatMap((row) => row[cell.column] ?? []);
  const texts = column.map((other) => (other.row === cell.row ? text : other.text));
  const width = Math.max(NARROWEST, ...texts.map((one) => one.length + 2));
  const alignment = table.alignments[cell.column];
  const below = table.delimiters[cell.column];
  const changes = column.flatMap((other, index) =>
    rewritten(table.source, other, padded(texts[index] ?? '', width, alignment)),
  );
  if (below !== undefined) changes.push(...rewritten(table.source, below, delimiter(width, alignment)));
  changes.sort((a, b) => a.from - b.from);
  const grown = changes
    .filter((change) => change.to <= cell.outerFrom && change.from < cell.outerFrom)
    .reduce((sum, change) => sum + change.insert.length - (change.to - change.from), 0);
  return { changes, from: cell.outerFrom + grown + padded(text, width, alignment).before.length };
}

/** A further row, with empty cells. */
export function addRow({ source, rows, alignments }: TableText): TextChange {
  const widths = (rows[0] ?? []).map((cell) => Math.max(NARROWEST, cell.outerTo - cell.outerFrom));
  const cells = alignments.map((_alignment, column) => ' '.repeat(widths[column] ?? NARROWEST));
  return { from: source.length, to: source.length, insert: `\n|${cells.join('|')}|` };
}

/** What may stand in a cell: a pipe only behind a backslash, and no line break. */
export function unfitIn(text: string): TextChange[] {
  return [...text.matchAll(/\\[^\n]|\||\n/g)].flatMap(({ 0: found, index }) => {
    if (found === '|') return [{ from: index, to: index, insert: '\\' }];
    return found === '\n' ? [{ from: index, to: index + 1, insert: '<br>' }] : [];
  });
}

interface Padded {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

function padded(text: string, width: number, alignment: Alignment): Padded {
  const space = width - text.length;
  const before = alignment === 'right' ? space - 1 : alignment === 'center' ? Math.floor(space / 2) : 1;
  return { before: ' '.repeat(before), text, after: ' '.repeat(space - before) };
}

function delimiter(width: number, alignment: Alignment): Padded {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '';
  const right = alignment === 'right' || alignment === 'center' ? ':' : '';
  const dashes = '-'.repeat(width - 2 - left.length - right.length);
  return { before: ' ', text: left + dashes + right, after: ' ' };
}

function rewritten(source: string, cell: CellText, { before, text, after }: Padded): TextChange[] {
  const pieces: [from: number, to: number, insert: string][] = [
    [cell.outerFrom, cell.from, before],
    [cell.from, cell.to, text],
    [cell.to, cell.outerTo, after],
  ];
  return pieces.flatMap(([from, to, insert]) => {
    const change = smallestChange(source.slice(from, to), insert);
    return change === undefined ? [] : [{ ...change, from: change.from + from, to: change.to + from }];
  });
}

function alignmentOf(delimiter: string): Alignment {
  const left = delimiter.startsWith(':');
  const right = delimiter.endsWith(':');
  if (left && right) return 'center';
  if (right) return 'right';
  return left ? 'left' : undefined;
}

function moved<T extends { from: number; to: number; outerFrom: number; outerTo: number }>(
  cell: T,
  by: number,
): T {
  return {
    ...cell,
    from: cell.from + by,
    to: cell.to + by,
    outerFrom: cell.outerFrom + by,
    outerTo: cell.outerTo + by,
  };
}
