// The browser of a spec file. Each test gets a page as good as new, its own YouTube, and a watch that fails it for errors and
// requests.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { watchPages, type PageWatch } from './page-watch';
import { usePage, type UsedPage } from './used-page';
import { browserFor, obsidianUrl, type Autoplay } from './worker-browser';
import './provided';

export { obsidianUrl };

export interface BrowserOptions {
  readonly autoplay?: Autoplay;
  /** For every new context: viewport, colour scheme, touch. */
  readonly context?: BrowserContextOptions;
}

/** A context with one page, which is watched. */
export interface OpenPage extends Omit<PageWatch, 'stop'> {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a guarded context with one blank page. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const { context, page } = await newPage(browser, options);
  const watch = await watchPages(context, inject('hostUrl'));
  return { ...watch, context, page, close: () => context.close() };
}

async function newPage(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const baseURL = inject('hostUrl');
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(15_000);
  return { context, page: await context.newPage() };
}

/** The pages that this worker's tests use in turn, file after file, by their options. */
const keptPages = new Map<string, UsedPage>();

/** A new page, or the page of the running app, which stays as it is. */
async function takePage(browser: Browser, options?: BrowserContextOptions): Promise<UsedPage> {
  const running = obsidianUrl === undefined ? undefined : runningApp(browser);
  if (running !== undefined) return running;
  const { context, page } = await newPage(browser, options);
  // From the first watch on, every document has Playwright's own WebSocket.
  await (await watchPages(context, inject('hostUrl'))).stop();
  return usePage(context, page);
}

function runningApp(browser: Browser): UsedPage | undefined {
  const [context] = browser.contexts();
  const page = context?.pages().find((one) => one.url().startsWith('app://'));
  if (context === undefined || page === undefined) return undefined;
  context.setDefaultTimeout(15_000);
  return { context, page, empty: () => Promise.resolve(true), close: () => Promise.resolve() };
}

/** The fixture of a spec file: `hostUrl`, the browser, and the page of the running test. */
export interface BrowserFixture extends Omit<OpenPage, 'close'> {
  readonly hostUrl: string;
  readonly browser: Browser;
}

/**
 * Gives the tests of this file a browser. To be called once at the top: `const app = useBrowser();`, then `app.page`, `app.youtube`
 * and so on in a test. Each test has a page as good as new, and fails if its pages reported an error.
 */
export function useBrowser(options: BrowserOptions = {}): BrowserFixture {
  const { autoplay = 'app', context } = options;
  const kind = JSON.stringify({ autoplay, context });
  let browser: Browser | undefined;
  let used: UsedPage | undefined;
  let watch: PageWatch | undefined;
  beforeAll(async () => {
    browser = await browserFor(autoplay);
  });
  beforeEach(async () => {
    const kept = keptPages.get(kind);
    used = kept?.page.isClosed() === false ? kept : await takePage(running(), context);
    keptPages.set(kind, used);
    watch = await watchPages(used.context, inject('hostUrl'));
  });
  afterEach(async ({ task }) => {
    const finished = current();
    watch = undefined;
    const asNew = task.result?.state !== 'fail' && (await finished.used.empty());
    await finished.watch.stop();
    if (!asNew) {
      keptPages.delete(kind);
      await finished.used.close();
    }
    finished.watch.expectNoErrors();
  });

  function running(): Browser {
    if (browser === undefined) throw new Error('The browser runs only while tests run.');
    return browser;
  }
  function current(): { readonly used: UsedPage; readonly watch: PageWatch } {
    if (used === undefined || watch === undefined) throw new Error('A page is open only inside a test.');
    return { used, watch };
  }
  return {
    get hostUrl() {
      return inject('hostUrl');
    },
    get browser() {
      return running();
    },
    get context() {
      return current().used.context;
    },
    get page() {
      return current().used.page;
    },
    get youtube() {
      return current().watch.youtube;
    },
    problems: () => current().watch.problems(),
    allow: (...patterns) => current().watch.allow(...patterns),
    expectNoErrors: () => current().watch.expectNoErrors(),
  };
}
