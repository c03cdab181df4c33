// Vitest's environment for browser specs: Node, with browsers that live as long as their worker. A worker runs many files, and
// starting a browser takes longer than many of them.
import type { Browser } from 'playwright-core';
import type { Environment } from 'vitest/runtime';

declare global {
  /** The browsers of this worker, which close when it ends. */
  var workerBrowsers: Set<Browser>;
}

export default {
  name: 'browser',
  viteEnvironment: 'ssr',
  setup: () => {
    globalThis.workerBrowsers = new Set();
    return {
      teardown: async () => {
        for (const browser of globalThis.workerBrowsers) await browser.close();
      },
    };
  },
} satisfies Environment;
