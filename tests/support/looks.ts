// How often the host has looked what the pointer is on. What outlives a few looks is there to stay.
import type { Page } from 'playwright-core';

/** Resolves when the app has looked so many times more. It looks every half second. */
export async function looks(page: Page, times: number): Promise<void> {
  const before = await page.evaluate(() => window.hostLooks?.() ?? 0);
  await page.waitForFunction((until) => (window.hostLooks?.() ?? Infinity) >= until, before + times);
}
