import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// In this order the projects run: what waits most first, what is short last, so that no worker ends long before the others.
const order = ['e2e', 'fidelity', 'fuzz', 'core', 'unit', 'mocked'];

/** Files of one project in a row, as a worker, and with it the browser that it has started, serves a single project. */
class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const inOrder = order.flatMap((name) => sorted.filter(({ project }) => project.name === name));
    // The longest file of all: at the end, one worker would be at it alone.
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('watchdog.test.ts');
    return [...inOrder.filter(isLongest), ...inOrder.filter((file) => !isLongest(file))];
  }
}

// The time limits are wide: a machine that is busy with other things is slow, not wrong.
const browser = {
  setupFiles: ['tests/support/property-setup.ts'],
  environment: './tests/support/browser-environment.ts',
  globalSetup: ['tests/support/global-setup.ts'],
  // Between files as between tests, the page is emptied: tests/support/used-page.ts.
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000, interval: 20 } },
};

// In a worker that has loaded a module already, nothing is put in its place: files that ask for that have a worker of their own.
const mocking = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => readFileSync(path, 'utf8').includes('vi.mock('));

const unit = {
  test: {
    include: [
      'tests/*.test.ts',
      // A folder that comes later is one of these: its tests are not to be forgotten.
      'tests/!(core|e2e|fidelity|fuzz|bench)/**/*.test.ts',
    ],
    environment: 'happy-dom',
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    setupFiles: ['tests/support/unit-setup.ts', 'tests/support/property-setup.ts'],
    server: { deps: { inline: ['obsidian-test-mocks'] } },
  },
  resolve: {
    alias: [{ find: /^obsidian$/, replacement: 'obsidian-test-mocks/obsidian' }],
  },
};

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: ProjectByProject },
    projects: [
      {
        ...unit,
        test: { ...unit.test, name: 'unit', exclude: [...mocking, '**/node_modules/**'], isolate: false },
      },
      { ...unit, test: { ...unit.test, name: 'mocked', include: mocking } },
      {
        // It knows neither DOM nor packages, and keeps nothing between calls: one worker runs many of its files.
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
          setupFiles: ['tests/support/property-setup.ts'],
        },
      },
      {
        test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'], environment: 'node' },
        resolve: { alias: [{ find: /^obsidian$/, replacement: 'obsidian-test-mocks/obsidian' }] },
      },
      { test: { ...browser, name: 'fidelity', include: ['tests/fidelity/**/*.test.ts'] } },
      { test: { ...browser, name: 'e2e', include: ['tests/e2e/**/*.test.ts'] } },
    ],
  },
});
