// The place of a cell in the text of its table.
import { describe, expect, it } from 'vitest';
import { cellRange } from '../../../src/core/read/table-cell';

const table = '| a | b |\n| --- | --- |\n| one \\| two | 2 |\nthree | 4';

describe('a cell of a table', () => {
  it.each([
    [0, 0, ' a '],
    [0, 1, ' b '],
    [1, 0, ' one \\| two '],
    [1, 1, ' 2 '],
    [2, 0, 'three '],
    [2, 1, ' 4'],
  ])('in row %i and column %i is %j', (row, column, expected) => {
    const { from = -1, to = -1 } = cellRange(table, { row, column }) ?? {};
    expect(table.slice(from, to)).toBe(expected);
  });

  it.each([
    [3, 0],
    [0, 9],
    [-1, 0],
  ])('in row %i and column %i is nowhere', (row, column) => {
    expect(cellRange(table, { row, column })).toBeUndefined();
  });
});
