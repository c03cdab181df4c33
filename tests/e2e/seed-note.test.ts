// The note with which the project began: every timestamp is a chip, and every chip plays its second.
import { beforeEach, describe, expect, it } from 'vitest';
import { corpusFile, hasCorpus } from '../support/corpus.ts';
import { chipsIn, expectPlayhead, noteIn, panesIn, secondsOf, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const path = 'Amazons investment in machine learning.md';
const id = 'ifA0ZRiOmx0';

describe.skipIf(!hasCorpus)('the seed note', () => {
  beforeEach(async () => {
    app.youtube.set(id, { length: 845 });
    await app.driver.start({ notes: { [path]: corpusFile(`seed/${path}`) } });
    await app.driver.openNote(path);
  });

  it('shows each of its 16 anchors as a chip', async () => {
    await expect.poll(() => chipsIn(app.page).count()).toBe(16);
    expect(await app.page.locator('a.yt-timestamp').count()).toBe(0);
    const faces = await chipsIn(app.page).allInnerTexts();
    expect(faces.slice(0, 3)).toEqual(['0:04', '0:06', '0:18']);
    expect(faces.at(-1)).toBe('1:36');
  });

  it('plays the second of each chip in one pane, and leaves the caret and the scroll position alone', async () => {
    const chips = await chipsIn(app.page).all();
    expect(chips).toHaveLength(16);
    const scroller = noteIn(app.page, path).locator('.markdown-preview-view');
    for (const chip of chips) {
      const seconds = secondsOf(await chip.innerText());
      await chip.scrollIntoViewIfNeeded();
      const before = await scroller.evaluate((el) => el.scrollTop);
      await expectPlayhead(app, id, seconds, () => chip.click());
      expect(await scroller.evaluate((el) => el.scrollTop)).toBe(before);
    }
    expect(await panesIn(app.page).count()).toBe(1);
    expect(app.youtube.loads(id)).toBe(1);
    const active = app.page.locator('.workspace-leaf.mod-active .workspace-leaf-content');
    expect(await active.getAttribute('data-type')).toBe('markdown');
    expect(await app.page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  });
});
