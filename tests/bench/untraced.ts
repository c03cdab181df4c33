// Ends the host's tracing in a page: it reads the stack at each timer, frame, listener and observer, to find what plugins leave behind.
// The app has nothing of the kind, so that neither the floor nor the plugin is to be measured with it.
import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Set in the pages of benches only. */
    endTracing?: () => void;
  }
}

/** Before the host is loaded in a page of this context. */
export async function keepUntraced(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const own = window as unknown as Record<string, { readonly prototype: object }>;
    const kept = [
      window,
      ...['EventTarget', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver'].map(
        (name) => own[name]?.prototype ?? {},
      ),
    ].map((owner) => [owner, Object.getOwnPropertyDescriptors(owner)] as const);
    const names = new Set([
      ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      ...['requestAnimationFrame', 'cancelAnimationFrame'],
      ...['addEventListener', 'removeEventListener', 'observe', 'disconnect'],
    ]);
    window.endTracing = () => {
      for (const [owner, properties] of kept) {
        for (const [name, property] of Object.entries(properties)) {
          if (names.has(name)) Object.defineProperty(owner, name, property);
        }
      }
    };
  });
}

/** When the host has started. */
export function endTracing(page: Page): Promise<void> {
  return page.evaluate(() => window.endTracing?.());
}
