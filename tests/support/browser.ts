// The browser of a spec file: one Chromium, and for every test a fresh context with one page, the stand-in for
// YouTube, and a watch over errors and requests that fails the test at its end.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { routeYouTube, type YouTube } from '../youtube/youtube';
import { guardRequests, type RequestGuard } from './request-guard';
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

/** One context with its first page, and everything that went wrong in it. */
export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly youtube: YouTube;
  /** Console errors, uncaught errors and refused requests of all pages so far, but for the allowed ones. */
  readonly problems: () => readonly string[];
  /** Lets errors or refused requests pass whose text matches, in this test only. */
  readonly allow: (...patterns: readonly RegExp[]) => void;
  /** Throws one error that lists all problems. */
  readonly expectNoErrors: () => void;
  readonly close: () => Promise<void>;
}

function collectErrors(context: BrowserContext): readonly string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    errors.push(`console.error: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    errors.push(`uncaught: ${error.stack ?? error.message}`);
  });
  return errors;
}

function listProblems(
  errors: readonly string[],
  guard: RequestGuard,
  allowed: readonly RegExp[],
): readonly string[] {
  const requests = guard.refused.map((url) => `refused request: ${url}`);
  // Chromium reports a refused request once more on the console; it is listed once.
  const isEcho = (problem: string): boolean => problem.includes('ERR_BLOCKED_BY_CLIENT');
  return [...requests, ...errors.filter((error) => !isEcho(error))].filter(
    (problem) => !allowed.some((pattern) => pattern.test(problem)),
  );
}

/** Opens a guarded context with one page; the page is blank and shows nothing yet. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const hostUrl = inject('hostUrl');
  const running = obsidianUrl === undefined ? undefined : browser.contexts()[0];
  const context =
    running ?? (await browser.newContext({ baseURL: hostUrl, serviceWorkers: 'block', ...options }));
  context.setDefaultTimeout(4000);
  const guard = await guardRequests(context, hostUrl);
  const youtube = await routeYouTube(context);
  const errors = collectErrors(context);
  const page = appPageOf(running) ?? (await context.newPage());
  const allowed: RegExp[] = [];
  const problems = (): readonly string[] => listProblems(errors, guard, allowed);
  return {
    context,
    page,
    youtube,
    problems,
    allow: (...patterns) => {
      allowed.push(...patterns);
    },
    expectNoErrors: () => {
      const found = problems();
      if (found.length > 0) throw new Error(`The page went wrong:\n- ${found.join('\n- ')}`);
    },
    close: () => (running === undefined ? context.close() : context.unrouteAll()),
  };
}

function appPageOf(context: BrowserContext | undefined): Page | undefined {
  return context?.pages().find((page) => page.url().startsWith('app://'));
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
 * `app.youtube` and so on inside a test. Each test has a fresh context and fails when its pages reported an error.
 */
export function useBrowser(options: BrowserOptions = {}): BrowserFixture {
  let browser: Browser | undefined;
  let open: OpenPage | undefined;
  beforeAll(async () => {
    browser = await launch(options);
  });
  beforeEach(async () => {
    open = await openPage(running(), options.context);
  });
  afterEach(async () => {
    const finished = current();
    open = undefined;
    await finished.close();
    finished.expectNoErrors();
  });
  afterAll(() => browser?.close());

  function running(): Browser {
    if (browser === undefined) throw new Error('The browser runs only while tests run.');
    return browser;
  }
  function current(): OpenPage {
    if (open === undefined) throw new Error('A page is open only inside a test.');
    return open;
  }
  return {
    get hostUrl() {
      return inject('hostUrl');
    },
    get browser() {
      return running();
    },
    get context() {
      return current().context;
    },
    get page() {
      return current().page;
    },
    get youtube() {
      return current().youtube;
    },
    problems: () => current().problems(),
    allow: (...patterns) => {
      current().allow(...patterns);
    },
    expectNoErrors: () => {
      current().expectNoErrors();
    },
  };
}
