// @vitest-environment node
// How a run is counted: nothing that went wrong may look like a pass.
import { describe, expect, it } from 'vitest';
import { addCounts, countLine, countStep, countTests, type TestReport } from '../../scripts/test-counts.mjs';

const report = (changes: Partial<TestReport>): TestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
});

describe('a test run', () => {
  it('counts what passed, failed and was skipped', () => {
    const some = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 });
    expect(countTests(some, 1)).toEqual({ passed: 7, failed: 2, skipped: 4 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const some = report({ numPassedTests: 1, numFailedTests: 1, testResults });
    expect(countTests(some, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('has failed when it ended badly although no test failed', () => {
    expect(countTests(report({ numPassedTests: 7 }), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('has failed when it ran nothing', () => {
    expect(countTests(report({ numPendingTests: 4 }), 0)).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });

  it('has failed when it left no report', () => {
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('a step counts as one test', () => {
  expect(addCounts([countStep(0), countStep(2), countStep(0)])).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

it('the line names skipped tests only when there are some', () => {
  expect(countLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(countLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});
