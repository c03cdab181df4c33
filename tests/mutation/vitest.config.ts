// The tests that are run against each small change of a file of the core, by `npm run mutate`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/core/*/*.test.ts'],
    exclude: [
      '**/*-properties.test.ts',
      '**/rescan.test.ts',
      '**/hostile-*.test.ts',
      '**/watchdog/**',
      '**/node_modules/**',
    ],
    environment: 'node',
    testTimeout: 60_000,
  },
});
