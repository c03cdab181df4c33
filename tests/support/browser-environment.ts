// Vitest's environment of the specs that drive a browser: Node, with browsers that live as long as the worker does. A
// worker runs many files, and starting a browser for each takes longer than many of them do.
import type { Browser } from 'playwright-core';
import type { Environment } from 'vitest/runtime';

declare global {
  /** The browsers of this worker, which are closed when it ends. */
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
