import { defineConfig } from 'vitest/config';

const browser = {
  environment: 'node' as const,
  globalSetup: ['tests/support/global-setup.ts'],
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // A machine that is busy with other things is slow, not wrong.
  expect: { poll: { timeout: 6000, interval: 20 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'tests/*.test.ts',
            'tests/{core,player,playback,settings,ui,editor,commands,obsidian,scripts}/**/*.test.ts',
          ],
          environment: 'happy-dom',
          setupFiles: ['tests/support/unit-setup.ts'],
          server: { deps: { inline: ['obsidian-test-mocks'] } },
        },
        resolve: {
          alias: [{ find: /^obsidian$/, replacement: 'obsidian-test-mocks/obsidian' }],
        },
      },
      { test: { ...browser, name: 'fidelity', include: ['tests/fidelity/**/*.test.ts'] } },
      { test: { ...browser, name: 'e2e', include: ['tests/e2e/**/*.test.ts'] } },
    ],
  },
});
