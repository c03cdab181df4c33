// An answer that code under test waits for, which the spec gives when something newer was answered already.
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Set by the code that is asked; it gives the answer. */
    answerSlowly?: () => void;
  }
}

/** Gives the answer, and resolves when whoever waited for it has dealt with it. */
export async function answerSlowly(page: Page): Promise<void> {
  await page.waitForFunction(() => window.answerSlowly !== undefined);
  await page.evaluate(async () => {
    window.answerSlowly?.();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
}
