// The table of the benches: what is compared, and what meets its goal.
import { describe, expect, it } from 'vitest';
import { judged, tableOf } from '../../scripts/bench-table.mjs';

const row = { name: 'chips', unit: 'ms', floor: 2, ours: 3 } as const;

describe('a goal', () => {
  it.each([
    [{ compared: 'ratio', goal: 1.5 }, 1.5, true],
    [{ compared: 'ratio', goal: 1.4 }, 1.5, false],
    [{ compared: 'difference', goal: 1 }, 1, true],
    [{ compared: 'difference', goal: 0.9 }, 1, false],
    [{ compared: 'value', goal: 3 }, 3, true],
    [{ compared: 'value', goal: 2 }, 3, false],
    [{ compared: 'value', goal: 3, isLeast: true }, 3, true],
    [{ compared: 'value', goal: 4, isLeast: true }, 3, false],
    [{ compared: 'value' }, 3, undefined],
  ] as const)('%o has the value %d, and is met: %s', (how, value, met) => {
    expect(judged({ ...row, ...how })).toMatchObject({ value, met });
  });
});

it('has a line for each row, in columns', () => {
  expect(
    tableOf([
      { ...row, compared: 'ratio', goal: 2.2 },
      { name: 'size', unit: 'KB', ours: 317.4, compared: 'value', goal: 200 },
      { name: 'other', unit: 'ms', ours: 7, compared: 'value' },
      { name: 'check', unit: 'MB/s', ours: 74, compared: 'value', goal: 130, isLeast: true },
    ]),
  ).toEqual([
    '         floor    Playhead           goal',
    'chips  2.00 ms     3.00 ms  × 1.50  ≤ 2.2     met',
    'size                317 KB          ≤ 200  missed',
    'other              7.00 ms',
    'check           74.00 MB/s          ≥ 130  missed',
  ]);
});
