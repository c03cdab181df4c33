// Long notes in reading view: rendered in full, while only what is near the visible part is in the document.
import type { MarkdownView } from 'obsidian';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { countRecorded, forget, logged, openRecorded, recorder } from './recorder';

const app = useBrowser();

const paragraphs = Array.from(
  { length: 600 },
  (_, index) => `Paragraph ${index}. ${'Some words. '.repeat(30)}`,
);
const long = paragraphs.join('\n\n');

/** A long note is rendered in slices, which take their time on a busy machine. */
async function expectAllRendered(): Promise<void> {
  await expect.poll(() => countRecorded(app.page), { timeout: 30_000 }).toBe(paragraphs.length);
}

function scroll(page: Page, line?: number): Promise<number> {
  return page.evaluate((line) => {
    const view = window.app.workspace.getActiveViewOfType<MarkdownView>(window.api.MarkdownView);
    if (view === null) throw new Error('No note is open');
    if (line !== undefined) view.previewMode.applyScroll(line);
    return view.previewMode.getScroll();
  }, line);
}

it('renders every block of a long note, and keeps those far away out of the document', async () => {
  await openRecorded(app, { 'Note.md': long });
  await expectAllRendered();
  const shown = app.page.locator('.el-p');
  await expect.poll(() => shown.count()).toBeLessThan(300);
  expect(await shown.first().innerText()).toContain('Paragraph 0.');
});

it('scrolls to a line that is not in the document, and says where it is', async () => {
  await openRecorded(app, { 'Note.md': long });
  await expectAllRendered();
  expect(await scroll(app.page, 1000)).toBeCloseTo(1000, 1);
  const target = app.page.locator('.el-p', { hasText: 'Paragraph 500.' });
  await expect.poll(async () => (await target.boundingBox())?.y).toBeLessThan(200);
  await expect.poll(() => app.page.locator('.el-p', { hasText: 'Paragraph 0.' }).count()).toBe(0);
  // What is out of the document still takes its room: the scroll bar tells the truth.
  const view = app.page.locator('.markdown-reading-view > .markdown-preview-view');
  expect(await view.evaluate((el) => el.scrollTop / el.scrollHeight)).toBeCloseTo(1000 / 1200, 1);
});

it('keeps the elements of far blocks: scrolling back renders nothing anew', async () => {
  const plugin = recorder(`
    class Child extends api.MarkdownRenderChild {
      onunload() { window.log.push('unload'); }
    }
    this.registerMarkdownPostProcessor((el, ctx) => { ctx.addChild(new Child(el)); });`);
  await openRecorded(app, { 'Note.md': long }, { plugin });
  await expectAllRendered();
  const first = await app.page.locator('.el-p').first().elementHandle();
  await forget(app.page);
  await scroll(app.page, 1100);
  await expect.poll(() => first.evaluate((el) => el.isConnected)).toBe(false);
  await scroll(app.page, 0);
  await expect.poll(() => first.evaluate((el) => el.isConnected)).toBe(true);
  expect(await countRecorded(app.page)).toBe(0);
  expect(await logged(app.page)).toEqual([]);
});

it('stays at its line when all of it is rendered again', async () => {
  const driver = await openRecorded(app, { 'Note.md': long });
  await expectAllRendered();
  await scroll(app.page, 800);
  await driver.disable('recorder');
  await expect.poll(() => app.page.locator('.el-p').count()).toBeGreaterThan(10);
  expect(await scroll(app.page)).toBeCloseTo(800, 1);
});

it('renders one paragraph of two thousand anchors', async () => {
  const sentence = 'Said <a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a> once. ';
  await openRecorded(app, { 'Note.md': sentence.repeat(2083) });
  await expect.poll(() => app.page.locator('a.yt-timestamp').count()).toBe(2083);
  expect(await countRecorded(app.page)).toBe(1);
});
