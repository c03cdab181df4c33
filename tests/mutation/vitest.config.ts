// The tests that are run against each small change of a file of the core: `npm run mutate` names them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'tests/core/**/*.test.ts').split(','),
    exclude: ['tests/core/corpus.test.ts', 'tests/core/watchdog/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
