// Reading view as post-processors see it: one block at a time, with all that the API promises of each.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { blocks, expectTexts, forget, logged, openRecorded, pluginId, recorded, recorder } from './recorder';

const app = useBrowser();

const note = `---
videoId: ifA0ZRiOmx0
---

First.

## Second

- third
- third again
`;

it('gives post-processors one top-level block at a time, in no document yet', async () => {
  await openRecorded(app, { 'Note.md': note });
  await expectTexts(app.page, ['First.', 'Second', 'third\nthird again']);
  const calls = await blocks(app.page);
  expect(calls.map((call) => call.kind)).toEqual(['el-p', 'el-h2', 'el-ul']);
  expect(calls.map((call) => call.attached)).toEqual([false, false, false]);
});

it('names the lines of each block, in the text of the whole note', async () => {
  await openRecorded(app, { 'Note.md': note });
  await expectTexts(app.page, ['First.', 'Second', 'third\nthird again']);
  expect((await blocks(app.page)).map((call) => call.section)).toEqual([
    { text: note, lineStart: 4, lineEnd: 4 },
    { text: note, lineStart: 6, lineEnd: 6 },
    { text: note, lineStart: 8, lineEnd: 9 },
  ]);
});

it('has no section for an element that stands elsewhere', async () => {
  const plugin = recorder(`
    this.registerMarkdownPostProcessor((el, ctx) => {
      window.log.push(String(ctx.getSectionInfo(document.body)), String(ctx.getSectionInfo(el.firstElementChild).lineStart));
    });`);
  await openRecorded(app, { 'Note.md': 'Only.' }, { plugin });
  await expect.poll(() => logged(app.page)).toEqual(['null', '0']);
});

it("gives every block the note's path and properties, and one id for the rendering", async () => {
  await openRecorded(app, { 'In/Note.md': note });
  await expectTexts(app.page, ['First.', 'Second', 'third\nthird again']);
  const calls = await recorded(app.page);
  expect(new Set(calls.map((call) => call.path))).toEqual(new Set(['In/Note.md']));
  expect(new Set(calls.map((call) => call.docId)).size).toBe(1);
  for (const call of calls) expect(call.frontmatter).toEqual({ videoId: 'ifA0ZRiOmx0' });
});

it('gives post-processors the properties as a block too, which nobody sees', async () => {
  await openRecorded(app, { 'Note.md': note });
  await expectTexts(app.page, ['First.', 'Second', 'third\nthird again']);
  expect((await recorded(app.page))[0]).toMatchObject({
    kind: 'el-pre mod-frontmatter mod-ui',
    text: 'videoId: ifA0ZRiOmx0',
    section: { lineStart: 0, lineEnd: 2 },
  });
  expect(await app.page.locator('.mod-frontmatter').isVisible()).toBe(false);
  expect(await app.page.locator('.metadata-property[data-property-key="videoId"]').innerText()).toContain(
    'ifA0ZRiOmx0',
  );
});

it('runs post-processors by their order, and those of one order as they were registered', async () => {
  const plugin = recorder(`
    const say = (word) => () => { window.log.push(word); };
    this.registerMarkdownPostProcessor(say('last'), 10);
    this.registerMarkdownPostProcessor(say('middle'));
    this.registerMarkdownPostProcessor(say('middle, later'), 0);
    this.registerMarkdownPostProcessor(say('first'), -5);`);
  await openRecorded(app, { 'Note.md': 'Only.' }, { plugin });
  await expect.poll(() => logged(app.page)).toEqual(['first', 'middle', 'middle, later', 'last']);
});

it('reports a post-processor that throws, and runs the others', async () => {
  app.allow(/A post-processor failed/);
  const plugin = recorder(`
    this.registerMarkdownPostProcessor(() => { throw new Error('at once'); }, -1);
    this.registerMarkdownPostProcessor(async () => { throw new Error('later'); }, -1);
    this.registerMarkdownPostProcessor(() => { window.log.push('the other'); });`);
  const reports: string[] = [];
  app.page.on('console', (message) => {
    if (message.type() === 'error') reports.push(message.text());
  });
  await openRecorded(app, { 'Note.md': 'Only.' }, { plugin });
  await expect.poll(() => logged(app.page)).toEqual(['the other']);
  await expect
    .poll(() => reports.map((report) => /at once|later/.exec(report)?.[0]))
    .toEqual(['at once', 'later']);
  await expect.poll(() => app.page.locator('.el-p').innerText()).toBe('Only.');
});

it('renders a block again only when its HTML is new, and keeps the elements of the others', async () => {
  const driver = await openRecorded(app, { 'Note.md': 'One.\n\nTwo.\n\nThree.' });
  await expectTexts(app.page, ['One.', 'Two.', 'Three.']);
  await forget(app.page);
  const three = await app.page.locator('.el-p', { hasText: 'Three.' }).elementHandle();
  await driver.writeOutside('Note.md', 'One.\n\nTwo, changed.\n\nAdded.\n\nThree.');
  await expectTexts(app.page, ['Two, changed.', 'Added.']);
  expect(await app.page.locator('.el-p').allInnerTexts()).toEqual([
    'One.',
    'Two, changed.',
    'Added.',
    'Three.',
  ]);
  expect(await three.evaluate((el) => el.isConnected)).toBe(true);
});

it('tells a block that stayed its new lines', async () => {
  const plugin = recorder(`
    this.registerMarkdownPostProcessor((el, ctx) => {
      if (el.textContent.includes('Last')) window.lineOfLast = () => ctx.getSectionInfo(el).lineStart;
    });`);
  const driver = await openRecorded(app, { 'Note.md': 'One.\n\nLast.' }, { plugin });
  const line = (): Promise<number> =>
    app.page.evaluate(() => (window as unknown as { lineOfLast: () => number }).lineOfLast());
  await expectTexts(app.page, ['One.', 'Last.']);
  expect(await line()).toBe(2);
  await driver.writeOutside('Note.md', 'One.\n\nTwo.\n\nLast.');
  await expect.poll(line).toBe(4);
});

it('ends what a post-processor added to a block when the block is replaced, and not before', async () => {
  const plugin = recorder(`
    class Child extends api.MarkdownRenderChild {
      onload() { window.log.push('load ' + this.containerEl.textContent.trim()); }
      onunload() { window.log.push('unload ' + this.containerEl.textContent.trim()); }
    }
    this.registerMarkdownPostProcessor((el, ctx) => { ctx.addChild(new Child(el)); });`);
  const driver = await openRecorded(app, { 'Note.md': 'One.\n\nTwo.', 'Other.md': '' }, { plugin });
  await expect.poll(() => logged(app.page)).toEqual(['load One.', 'load Two.']);
  await forget(app.page);
  await driver.writeOutside('Note.md', 'One.\n\nNew.');
  await expect.poll(() => logged(app.page)).toEqual(['unload Two.', 'load New.']);
  await forget(app.page);
  await driver.openNote('Other.md');
  await expect.poll(async () => (await logged(app.page)).sort()).toEqual(['unload New.', 'unload One.']);
});

it('renders open notes again when a post-processor comes late, and when it goes', async () => {
  const driver = await openRecorded(app, { 'Note.md': 'One.\n\nTwo.' });
  await expectTexts(app.page, ['One.', 'Two.']);
  await forget(app.page);
  await app.page.evaluate((id) => {
    const { plugins } = window.app.plugins as unknown as {
      plugins: Record<string, import('obsidian').Plugin>;
    };
    plugins[id]?.registerMarkdownPostProcessor((el) => el.addClass('late'));
  }, pluginId);
  await expectTexts(app.page, ['One.', 'Two.']);
  await expect.poll(() => app.page.locator('.el-p.late').count()).toBe(2);
  await driver.disable(pluginId);
  await expect.poll(() => app.page.locator('.el-p.late').count()).toBe(0);
  expect(await app.page.locator('.el-p').count()).toBe(2);
});

it('hands a code block of its language to a code block processor, and no other', async () => {
  const plugin = recorder(`
    this.registerMarkdownCodeBlockProcessor('chart', (source, el, ctx) => {
      el.setText('Drawn: ' + source + ctx.getSectionInfo(el).lineStart);
    });`);
  await openRecorded(app, { 'Note.md': '```chart\na\n```\n\n```js\nb\n```\n' }, { plugin });
  await expect.poll(() => app.page.locator('.block-language-chart').textContent()).toBe('Drawn: a\n0');
  expect(await app.page.locator('pre > code.language-js').textContent()).toBe('b\n');
});
