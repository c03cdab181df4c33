// The timers of a page. What must not come has not come when all timers have ended that could have brought it.
import type { Page } from 'playwright-core';

/** A `setTimeout` that knows the timers which have neither run nor been cleared. */
interface Watched {
  readonly running?: ReadonlySet<number>;
}

/** Milliseconds. Longer timers are patience with something that may never come: nobody waits for those. */
const LONGEST = 1000;

/** Watches the timers that are set in the page's window from now on. The next start of the app ends it. */
export async function watchTimers(page: Page): Promise<void> {
  await page.evaluate((longest) => {
    const running = new Set<number>();
    const set = window.setTimeout.bind(window) as (task: () => void, delay?: number) => number;
    const clear = window.clearTimeout.bind(window);
    const watched = (task: (...given: unknown[]) => void, delay?: number, ...given: unknown[]): number => {
      const timer = set(() => {
        running.delete(timer);
        task(...given);
      }, delay);
      if ((delay ?? 0) <= longest) running.add(timer);
      return timer;
    };
    const cleared = (timer?: number): void => {
      if (timer !== undefined) running.delete(timer);
      clear(timer);
    };
    window.setTimeout = Object.assign(watched, { running }) as unknown as typeof window.setTimeout;
    window.clearTimeout = cleared as typeof window.clearTimeout;
  }, LONGEST);
}

/** Resolves when every timer that is watched has ended, and every one that was set by those. */
export async function timersEnded(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { running } = (window as unknown as { readonly setTimeout: Watched }).setTimeout;
    if (running === undefined) throw new Error('The timers of this page are not watched.');
    return running.size === 0;
  });
}
