// @vitest-environment node
// How a mutation run is counted: what no test even reaches counts as unnoticed.
import { expect, it } from 'vitest';
import { scoreOf, survivorsOf, type MutationReport } from '../../scripts/mutation-report.mjs';

const reportOf = (...statuses: readonly string[]): MutationReport => ({
  files: {
    'src/core/a.ts': {
      mutants: statuses.map((status, index) => ({
        status,
        mutatorName: 'EqualityOperator',
        replacement: `a < ${index}`,
        location: { start: { line: index + 1 } },
      })),
    },
  },
});

it('the score is how many of a hundred changes are noticed, by a failure or by running on for ever', () => {
  expect(scoreOf(reportOf('Killed', 'Timeout', 'Killed', 'Survived'))).toBe(75);
});

it('a change that no test reaches is not noticed, and one that does not compile or is left out does not count', () => {
  expect(scoreOf(reportOf('Killed', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError'))).toBe(50);
  expect(scoreOf(reportOf())).toBe(100);
});

it('the survivors are told by their line and what stands there then', () => {
  expect(survivorsOf(reportOf('Killed', 'Survived', 'NoCoverage'))).toEqual(['2: a < 1', '3: a < 2']);
});
