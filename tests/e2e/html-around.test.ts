// Chips within other HTML in Live Preview, which the app draws as one widget.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { blurEditor, editedText, placeCaret, selections } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'htmlAround1';
const path = 'note.md';
const header = `---\nvideoId: ${id}\n---\n`;
const first = anchor('00:01:06');
const second = anchor('00:02:00');

const chips = (): Locator => chipsIn(app.page.locator('.cm-content'));
const faces = (): Promise<string[]> => chips().allInnerTexts();
const text = (html: string): string => `${header}Before\n\n${html}\n\nAnother line.\n`;

async function start(html: string): Promise<void> {
  app.youtube.set(id, { length: 4202 });
  await app.driver.start({ notes: { [path]: text(html) } });
  await app.driver.openNote(path, { mode: 'live' });
  await placeCaret(app.page, 'Another');
}

describe('in Live Preview a timestamp', () => {
  it.each([
    ['a bold element', `Some <b>words ${first}</b> last.`],
    ['a subscript', `Some <sub>${first}</sub> last.`],
    ['elements within elements', `Some <b><i>words ${first}</i></b> last.`],
    ['a block', `<div>\nwords ${first}\n</div>`],
    ['a block of one line', `<div>words ${first}</div>`],
    ['details', `<details>\n<summary>${first}</summary>\nwords\n</details>`],
    ['a table of HTML', `<table>\n<tr><td>words</td><td>${first}</td></tr>\n</table>`],
  ])('in %s is a chip that plays, and the source stays hidden', async (_, html) => {
    await start(html);
    await expect.poll(faces).toEqual(['1:06']);
    const before = await selections(app.page);
    await expectPlayhead(app, id, 66, () => chips().click());
    expect(await selections(app.page)).toEqual(before);
    expect(await faces()).toEqual(['1:06']);
    expect(await editedText(app.page)).toBe(text(html));
  });

  it('in a block is nudged and shown where it is written, each for itself', async () => {
    const html = `<div>\n${first} and ${second}\nand ${first}\n</div>`;
    await start(html);
    await expect.poll(faces).toEqual(['1:06', '2:00', '1:06']);
    await chips().nth(2).click({ button: 'right' });
    await app.page.locator('.menu-item', { hasText: 'Nudge +1 s' }).click();
    const nudged = html.replace(`and ${first}\n</div>`, `and ${anchor('00:01:07')}\n</div>`);
    await expect.poll(() => editedText(app.page)).toBe(text(nudged));
    await expect.poll(faces).toEqual(['1:06', '2:00', '1:07']);
    await chips().nth(1).click({ button: 'right' });
    await app.page.locator('.menu-item', { hasText: 'Show source' }).click();
    await expect.poll(async () => (await selections(app.page))[0]?.[0]).toBe(text(nudged).indexOf(second));
    // The block shows its source now, with chips except at the caret.
    await expect.poll(faces).toEqual(['1:06', '1:07']);
    await blurEditor(app.page);
    await expect.poll(faces).toEqual(['1:06', '2:00', '1:07']);
  });

  it('in a block follows the settings and the length of its video, and goes with the plugin', async () => {
    await start(`<div>\n${anchor('03:01:00')} and ${first}\n</div>`);
    await expect.poll(faces).toEqual(['3:01:00', '1:06']);
    await chips().nth(1).click();
    await expect.poll(faces).toEqual(['3:01', '1:06']);
    expect(await app.driver.disable('playhead')).toEqual([]);
    await expect.poll(() => app.page.locator('.cm-html-embed a.yt-timestamp').count()).toBe(2);
  });
});

describe('an editor that keeps its state when another note opens in the same view', () => {
  it.each([
    ['in its text', `Text ${first}.`],
    ['in other HTML', `<div>\n${first}\n</div>`],
  ])('shows the chips of that note, %s: they play its video', async (_, html) => {
    const other = 'htmlAround2';
    app.youtube.set(other, { length: 4202 });
    app.youtube.set(id, { length: 4202 });
    await app.driver.start({
      editorState: 'kept',
      notes: { [path]: text(html), 'other.md': text(html).replace(id, other) },
    });
    await app.driver.openNote(path, { mode: 'live' });
    await placeCaret(app.page, 'Another');
    await expect.poll(faces).toEqual(['1:06']);
    await app.driver.openNote('other.md', { mode: 'live' });
    await placeCaret(app.page, 'Another');
    await expect.poll(faces).toEqual(['1:06']);
    await expectPlayhead(app, other, 66, () => chips().click());
    expect(await app.youtube.count(app.page, id)).toBe(0);
  });
});
