// Where the cells of tables are.
import { expect, it } from 'vitest';
import { Cells } from '../../../src/core/read/cells';
import { unmarked } from '../../support/caret-notation';

it.each([
  ['| a | b |\n| - | - |\n| one‸ | two |', true],
  ['| a | b |\n| - | - |\n| one |‸ two |', true],
  ['| a | b |\n| - | - |\n\none‸ | two', false],
  ['one‸', false],
  ['‸', false],
])('knows whether %j is in a cell', (note, expected) => {
  const { text, selections } = unmarked(note);
  expect(new Cells(text).touch(selections[0]?.to ?? 0)).toBe(expected);
});

it('knows whether a range touches a cell, for any place in the text', () => {
  const text = 'a\n\n| b | c |\n| - | - |\n\nd';
  const cells = new Cells(text);
  expect([cells.touch(0, 1), cells.touch(0, 4), cells.touch(14, 20), cells.touch(text.length - 1)]).toEqual([
    false,
    true,
    false,
    false,
  ]);
});
