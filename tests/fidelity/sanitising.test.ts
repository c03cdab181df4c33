// Which raw HTML of a note reaches the page, and how far an unclosed element reaches.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { openRecorded } from './recorder';

const app = useBrowser();
const link = 'target="_blank" rel="noopener nofollow"';

const cases: readonly (readonly [what: string, html: string, clean: string])[] = [
  [
    'keeps the class and data of an anchor without an address',
    '<a class="yt-timestamp" data-t="00:01:06" data-end="00:01:10">x</a>',
    `<a class="yt-timestamp" data-t="00:01:06" data-end="00:01:10" ${link}>x</a>`,
  ],
  ['drops event handlers', '<b onclick="alert(1)" onfocus=alert(1)>x</b>', '<b>x</b>'],
  ['drops scripts', 'a<script>alert(1)</script>b', 'ab'],
  ['drops style elements', 'a<style>p { color: red }</style>b', 'ab'],
  ['drops forms', 'a<form action="/x"><input name="y"></form>b', 'ab'],
  ['drops addresses that are scripts', '<a href="javascript:alert(1)">x</a>', `<a ${link}>x</a>`],
  [
    'keeps addresses of other apps',
    '<a href="obsidian://open">x</a>',
    `<a href="obsidian://open" ${link}>x</a>`,
  ],
  ['drops frames that are no web page', 'a<iframe srcdoc="<b>x</b>"></iframe>b', 'ab'],
  ['drops objects', 'a<object data="x.swf"></object><embed src="x">b', 'ab'],
  [
    'keeps data as it was written',
    `<i data-t='&lt;img src=x&gt;"'>x</i>`,
    '<i data-t="&lt;img src=x&gt;&quot;">x</i>',
  ],
];

it('keeps what a note may say, and drops what could do something', async () => {
  await openRecorded(app, { 'Note.md': '' });
  const cleaned = await app.page.evaluate(
    (dirty) =>
      dirty.map((html) => {
        const el = createDiv();
        el.append(window.api.sanitizeHTMLToDom(html));
        return el.innerHTML;
      }),
    cases.map(([, html]) => html),
  );
  const named = (html: readonly (string | undefined)[]): Record<string, string | undefined> =>
    Object.fromEntries(cases.map(([what], index) => [what, html[index]]));
  expect(named(cleaned)).toEqual(named(cases.map(([, , clean]) => clean)));
});

it('keeps an unclosed anchor within its block in reading view', async () => {
  await openRecorded(app, { 'Note.md': 'One <a class="yt-timestamp" data-t="00:01:06">open.\n\nTwo.' });
  const two = app.page.locator('.el-p', { hasText: 'Two.' });
  await two.waitFor();
  expect(await two.locator('a').count()).toBe(0);
  expect(await two.evaluate((el) => el.closest('a') === null)).toBe(true);
});

it('lets an unclosed anchor run on through the rest of an embed', async () => {
  const embedded = 'One <a class="yt-timestamp" data-t="00:01:06">open.\n\nTwo.';
  await openRecorded(app, { 'Note.md': '![[Embedded]]\n\nAfter.', 'Embedded.md': embedded });
  await app.page.locator('.markdown-embed a.yt-timestamp p', { hasText: 'Two.' }).waitFor();
  expect(await app.page.locator('.el-p', { hasText: 'After.' }).evaluate((el) => el.closest('a'))).toBeNull();
});

it('renders the markup of a note that means harm as no more than text and harmless elements', async () => {
  const note = `---\ntitle: "<img src=x onerror=alert(1)>"\n---\n
<img src="data:text/html,x" onerror="alert(1)"> <svg onload="alert(1)"></svg>\n
[[<img src=x onerror=alert(1)>]] ![[<script>alert(1)</script>]]\n
> [!<img src=x onerror=alert(1)>] <b onclick="alert(1)">Title</b>\n
\`\`\`"><img src=x onerror=alert(1)>\n\`\`\`\n
$<img src=x onerror=alert(1)>$ #<img> [^<b>]\n`;
  app.page.on('dialog', (dialog) => {
    throw new Error(`A script of the note ran: ${dialog.message()}`);
  });
  await openRecorded(app, { 'Note.md': note });
  await app.page.locator('.callout-title').waitFor();
  const harm = await app.page.locator('.markdown-preview-view').evaluate((view) =>
    [...view.querySelectorAll('*')].flatMap((el) =>
      el
        .getAttributeNames()
        .filter((name) => name.startsWith('on'))
        .concat(el.tagName === 'SCRIPT' ? 'script' : []),
    ),
  );
  expect(harm).toEqual([]);
});
