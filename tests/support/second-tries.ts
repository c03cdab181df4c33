// Names the tests that passed only when they were tried again, so that a run that passed does not hide them.
import type { Reporter, TestCase } from 'vitest/node';

export default class SecondTries implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky === true)
      this.names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    if (this.names.length === 0) return;
    console.log(`\nPassed only when tried again:\n${this.names.map((name) => `  ${name}`).join('\n')}`);
  }
}
