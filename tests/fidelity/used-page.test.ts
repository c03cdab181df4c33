// The page that the tests of a file use in turn: what one test did must not reach the next, nor be reported there.
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPage, useBrowser, type OpenPage } from '../support/browser';
import { usePage, type UsedPage } from '../support/used-page';

const app = useBrowser();

type Act = (page: Page, context: BrowserContext) => Promise<unknown>;

const takenAway: readonly (readonly [what: string, act: Act, next: Act])[] = [
  [
    'stored data',
    (page) =>
      page.evaluate(() => {
        localStorage.setItem('left', 'over');
        sessionStorage.setItem('left', 'over');
        document.cookie = 'left=over';
      }),
    async (page) => {
      const left = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
      expect(left).toEqual([0, 0, '']);
    },
  ],
  [
    'a window that was opened',
    async (page, context) => {
      const opened = context.waitForEvent('page');
      await page.evaluate(() => window.open('/', 'left', 'width=300,height=200') !== null);
      await opened;
    },
    (_, context) => {
      expect(context.pages()).toHaveLength(1);
      return Promise.resolve();
    },
  ],
  [
    'a route of the page',
    (page) => page.route('**/host.css', (route) => route.fulfill({ contentType: 'text/css', body: '' })),
    async (page) => {
      expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(0);
    },
  ],
  [
    'the place of the mouse',
    (page) => page.mouse.move(50, 50),
    async (page) => {
      expect(await page.locator(':hover').count()).toBe(0);
      await page.evaluate(() => {
        addEventListener('mousedown', ({ clientX, clientY }) =>
          Object.assign(window, { place: [clientX, clientY] }),
        );
      });
      await page.mouse.down();
      expect(await page.evaluate(() => (window as { place?: unknown }).place)).toEqual([0, 0]);
    },
  ],
  [
    'a key and a button that are held',
    async (page) => {
      await page.keyboard.down('Shift');
      await page.mouse.down();
    },
    async (page) => {
      await page.evaluate(() => {
        addEventListener('keydown', ({ key, shiftKey }) =>
          Object.assign(window, { pressed: [key, shiftKey] }),
        );
        addEventListener('mousemove', ({ buttons }) => Object.assign(window, { buttons }));
      });
      await page.keyboard.press('a');
      await page.mouse.move(50, 50);
      const seen = (): Promise<unknown> =>
        page.evaluate(() =>
          ['pressed', 'buttons'].map((name) => (window as unknown as Record<string, unknown>)[name]),
        );
      await expect.poll(seen).toEqual([['a', false], 0]);
    },
  ],
];

const notTakenAway: readonly (readonly [what: string, act: Act])[] = [
  ['a clock', (page) => page.clock.install()],
  ['a script that runs first', (page) => page.addInitScript(() => void Object.assign(window, { first: 1 }))],
  ['a function of the test', (page) => page.exposeFunction('ofTheTest', () => 1)],
  ['another medium', (page) => page.emulateMedia({ media: 'print' })],
  ['another colour scheme', (page) => page.emulateMedia({ colorScheme: 'dark' })],
  ['another size', (page) => page.setViewportSize({ width: 390, height: 780 })],
  ['no network', (_, context) => context.setOffline(true)],
  ['a listener', (page) => Promise.resolve(page.on('console', () => undefined))],
  ['a page that was closed', (page) => page.close()],
];

describe('the next test', () => {
  let open: OpenPage | undefined;
  afterEach(() => open?.close());

  async function takePage(): Promise<UsedPage> {
    open = await openPage(app.browser);
    return usePage(open.context, open.page);
  }

  it.each(takenAway)('finds nothing of %s', async (_, act, next) => {
    const used = await takePage();
    await used.page.goto('/');
    await act(used.page, used.context);
    expect(await used.empty()).toBe(true);
    await used.page.goto('/');
    await next(used.page, used.context);
  });

  it.each(notTakenAway)('gets a new page after %s', async (_, act) => {
    const used = await takePage();
    await act(used.page, used.context);
    expect(await used.empty()).toBe(false);
  });

  it('gets a new page after one that hangs', async () => {
    const used = await takePage();
    await used.page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    expect(await used.empty()).toBe(false);
  });
});

describe('an error at the end of a test', () => {
  const report = (): void => console.error('reported last');

  it.fails('fails this very test', async () => {
    await app.page.evaluate(report);
  });

  it('fails no test after it', async () => {
    await app.page.goto('/');
    expect(app.problems()).toEqual([]);
  });

  it('may be allowed', async () => {
    app.allow(/reported last/);
    await app.page.evaluate(report);
  });

  it.fails('is allowed in this very test only', async () => {
    await app.page.evaluate(report);
  });
});

describe('YouTube', () => {
  const id = 'ofOneTest01';
  const ask = (): Promise<number> =>
    app.page.evaluate(async (id) => {
      const picture = new Image();
      picture.src = `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
      await new Promise((done) => (picture.onload = done));
      return picture.naturalWidth;
    }, id);

  it('is what the test says', async () => {
    app.allow(/status of 404/);
    app.youtube.set(id, { poster: 'missing' });
    expect(await ask()).toBe(120);
  });

  it('is as usual in the next one, and remembers nothing', async () => {
    expect(app.youtube.posters).toEqual([]);
    expect(await ask()).toBe(480);
  });
});
