// What came out of a test run, as numbers.

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** A file that could not even be loaded holds no failed test, but is a failure. */
function brokenFiles(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
}

/** The counts of Vitest's JSON report; a run that crashed, reported nothing or ran no test has one failure more. */
export function countTests(report, exitCode) {
  if (report === undefined) return { ...nothing, failed: 1 };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + brokenFiles(report);
  const ranNone = passed + failed === 0;
  const crashed = exitCode !== 0 && failed === 0;
  return { passed, failed: failed + (ranNone || crashed ? 1 : 0), skipped };
}

/** A step that is no test run counts as one test. */
export function countStep(exitCode) {
  return exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  );
}

/** `12 passed, 0 failed`, and `, 3 skipped` when some were. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
