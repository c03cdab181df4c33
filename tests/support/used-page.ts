// A page that test after test uses, because a new one costs ten times what it takes to empty it. It is emptied with
// care, and given up whenever it is not as it was when it was new.
import type { EventEmitter } from 'node:events';
import type { BrowserContext, Page } from 'playwright-core';

/** Milliseconds. A page that takes longer hangs, or is not worth waiting for. */
const LIMIT = 2000;

export interface UsedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /**
   * Ends all that runs in the context, and takes away what tests leave behind: windows, stored data, routes of the page,
   * the place of the mouse and the keys that are held. False when something is left: then the page must be closed.
   */
  readonly empty: () => Promise<boolean>;
  /** Closes it with its context. */
  readonly close: () => Promise<void>;
}

/** Takes the page of a context that has just been opened. */
export async function usePage(context: BrowserContext, page: Page): Promise<UsedPage> {
  await leave(context, page);
  const atFirst = await describe(page);
  const emptied = async (): Promise<boolean> => {
    try {
      await leave(context, page);
      await letGo(context, page);
      return (await describe(page)) === atFirst;
    } catch {
      // It crashed, or the test closed it.
      return false;
    }
  };
  return {
    context,
    page,
    empty: () => Promise.race([emptied(), isOver(LIMIT)]),
    close: () => context.close(),
  };
}

/** False, once so many milliseconds are over; it keeps no process alive. */
function isOver(limit: number): Promise<false> {
  return new Promise((resolve) => AbortSignal.timeout(limit).addEventListener('abort', () => resolve(false)));
}

async function leave(context: BrowserContext, page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.origin === 'null') return;
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  for (const other of context.pages()) if (other !== page) await other.close();
}

async function letGo(context: BrowserContext, page: Page): Promise<void> {
  for (const key of ['Shift', 'Control', 'Alt', 'Meta']) await page.keyboard.up(key);
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.unrouteAll();
  await context.clearCookies();
}

/** All else that a test can do to a page, as far as it shows: emulation, listeners, scripts that run first (a clock). */
async function describe(page: Page): Promise<string> {
  const seen = await page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(window).length,
    size: [innerWidth, innerHeight, devicePixelRatio],
    media: [
      'print',
      '(prefers-color-scheme: dark)',
      '(prefers-reduced-motion)',
      '(forced-colors: active)',
    ].filter((query) => matchMedia(query).matches),
    online: navigator.onLine,
    name: window.name,
  }));
  const emitter = page as unknown as EventEmitter;
  const listeners = emitter.eventNames().map((name) => [name, emitter.listenerCount(name)]);
  return JSON.stringify({ ...seen, listeners });
}
