// A test that reaches for anything but the loopback server and YouTube's stand-in fails, and says for what.
import { expect, it } from 'vitest';
import { openPage, useBrowser, type OpenPage } from '../support/browser';

const app = useBrowser();

/** A page of its own, whose problems are the subject of the test and not its failure. */
async function withPage(act: (open: OpenPage) => Promise<void>): Promise<void> {
  const open = await openPage(app.browser);
  await open.context.route('**/empty', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  );
  await open.page.goto('/empty');
  await act(open);
  await open.close();
}

it('names a request to another server, and aborts it', async () => {
  await withPage(async ({ page, problems, expectNoErrors }) => {
    const answer = await page.evaluate(() => fetch('https://example.com/track?x=1').catch(() => 'aborted'));
    expect(answer).toBe('aborted');
    expect(problems()).toEqual(['refused request: https://example.com/track?x=1']);
    expect(expectNoErrors).toThrow('refused request: https://example.com/track?x=1');
  });
});

it.each([
  'https://www.youtube.com/iframe_api',
  'https://www.youtube-nocookie.com/generate_204',
  'https://i.ytimg.com/x',
])('names a request to YouTube that no player makes: %s', async (url) => {
  await withPage(async ({ page, problems }) => {
    await page.evaluate((address) => fetch(address).catch(() => 'aborted'), url);
    expect(problems()).toEqual([`refused request: ${url}`]);
  });
});

it('names a request from a pop-out window, from a frame, and over a socket', async () => {
  await withPage(async ({ page, context, problems }) => {
    const popped = context.waitForEvent('page');
    await page.evaluate(() => {
      window.open('/empty', 'pop-out', 'width=300,height=200');
    });
    await (await popped).evaluate(() => fetch('https://example.com/pop-out').catch(() => 'aborted'));
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/frame';
      document.body.append(frame);
      new WebSocket('wss://example.com/socket');
    });
    await expect
      .poll(() => [...problems()].sort())
      .toEqual([
        'refused request: https://example.com/frame',
        'refused request: https://example.com/pop-out',
        'refused request: wss://example.com/socket',
      ]);
  });
});

it('reports console errors and uncaught errors of every window', async () => {
  await withPage(async ({ page, context, problems }) => {
    const popped = context.waitForEvent('page');
    await page.evaluate(() => {
      window.open('/empty', 'pop-out', 'width=300,height=200');
      console.error('said');
      setTimeout(() => {
        throw new Error('thrown');
      });
    });
    await (await popped).evaluate(() => console.error('said in the pop-out'));
    await expect.poll(() => problems().length).toBe(3);
    expect(problems().join('\n')).toMatch(/console\.error: said \(/);
    expect(problems().join('\n')).toMatch(/uncaught: Error: thrown/);
    expect(problems().join('\n')).toMatch(/console\.error: said in the pop-out/);
  });
});

it('lets pass what a test allows', async () => {
  await withPage(async ({ page, allow, problems }) => {
    allow(/expected/);
    await page.evaluate(() => {
      console.error('expected');
      console.error('surprise');
    });
    await expect.poll(() => problems()).toMatchObject([expect.stringContaining('surprise')]);
  });
});
