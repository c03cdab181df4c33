// The tests that are run against each small change of the core: its own, without those that read all of the source or the corpus.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    exclude: ['tests/core/corpus.test.ts', 'tests/core/watchdog/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
