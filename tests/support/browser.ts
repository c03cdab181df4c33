// The browser of a spec file: one Chromium with one page, which each test finds as good as new, with a YouTube of its own
// and a watch over errors and requests that fails the test at its end.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { watchPages, type PageWatch } from './page-watch';
import { usePage, type UsedPage } from './used-page';
import './provided';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What the guard cannot see (name look-ups ahead of a request) must find nothing either.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Where a running Obsidian answers on its debugging port. With it the specs drive that app, and not the host in a browser of
 * our own. It has not been tried yet.
 */
export const obsidianUrl = process.env['PLAYHEAD_OBSIDIAN'];

export interface BrowserOptions {
  /** 'app' lets every page play with sound, as the desktop app does; 'phone' wants a touch first. */
  readonly autoplay?: 'app' | 'phone';
  /** Of every context that is opened: viewport, colour scheme, touch. */
  readonly context?: BrowserContextOptions;
}

/** A context of its own with one page, watched. */
export interface OpenPage extends Omit<PageWatch, 'stop'> {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a guarded context with one page; the page is blank and shows nothing yet. */
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
  context.setDefaultTimeout(4000);
  return { context, page: await context.newPage() };
}

/** The page that the tests of a file use in turn: a new one, or the one of the running app, which is left as it is. */
async function takePage(browser: Browser, options?: BrowserContextOptions): Promise<UsedPage> {
  const running = obsidianUrl === undefined ? undefined : browser.contexts()[0];
  const page = running?.pages().find((one) => one.url().startsWith('app://'));
  if (running === undefined || page === undefined) {
    const { context, page } = await newPage(browser, options);
    // From the first watch on, every document has Playwright's own WebSocket.
    await (await watchPages(context, inject('hostUrl'))).stop();
    return usePage(context, page);
  }
  running.setDefaultTimeout(4000);
  return { context: running, page, empty: () => Promise.resolve(true), close: () => Promise.resolve() };
}

/** Starts the browser, with the flags that make it quiet and repeatable. */
export async function launch({ autoplay = 'app' }: BrowserOptions = {}): Promise<Browser> {
  if (obsidianUrl !== undefined) return chromium.connectOverCDP(obsidianUrl);
  const policy = autoplay === 'app' ? ['--autoplay-policy=no-user-gesture-required'] : [];
  return chromium.launch({ executablePath: inject('chromium'), args: [...flags, ...policy] });
}

/** What a spec file has at hand: `hostUrl`, the browser, and the open page of the test that runs. */
export interface BrowserFixture extends Omit<OpenPage, 'close'> {
  readonly hostUrl: string;
  readonly browser: Browser;
}

/**
 * Gives the tests of this file a browser. Call it once at the top: `const app = useBrowser();`, then `app.page`,
 * `app.youtube` and so on inside a test. Each test has a page as good as new, and fails when its pages reported an error.
 */
export function useBrowser(options: BrowserOptions = {}): BrowserFixture {
  let browser: Browser | undefined;
  let used: UsedPage | undefined;
  let watch: PageWatch | undefined;
  beforeAll(async () => {
    browser = await launch(options);
  });
  beforeEach(async () => {
    used ??= await takePage(running(), options.context);
    watch = await watchPages(used.context, inject('hostUrl'));
  });
  afterEach(async ({ task }) => {
    const finished = current();
    watch = undefined;
    const asNew = task.result?.state !== 'fail' && (await finished.used.empty());
    await finished.watch.stop();
    if (!asNew) {
      used = undefined;
      await finished.used.close();
    }
    finished.watch.expectNoErrors();
  });
  afterAll(() => browser?.close());

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
    allow: (...patterns) => {
      current().watch.allow(...patterns);
    },
    expectNoErrors: () => {
      current().watch.expectNoErrors();
    },
  };
}
