// The plugin comes and goes without a trace.
import { expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, noteIn, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'lifeCycleV1';

it('leaves nothing behind when it is disabled and enabled 20 times with panes open', async () => {
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:10', '00:01:00') } });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 10, () => chipsIn(app.page).first().click());
  const anchors = noteIn(app.page, 'note.md').locator('a.yt-timestamp');
  for (let round = 0; round < 20; round++) {
    expect(await app.driver.disable(PLUGIN)).toEqual([]);
    expect(await chipsIn(app.page).count()).toBe(0);
    expect(await anchors.allInnerTexts()).toEqual(['[00:00:10]', '[00:01:00]']);
    expect(await app.youtube.count(app.page, id)).toBe(0);
    await app.driver.enable(PLUGIN);
    await expect.poll(() => chipsIn(app.page).count()).toBe(2);
  }
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).nth(1).click());
});

it('starts where the storage of this device cannot be read, and plays', async () => {
  app.allow(/could not read what it remembered/);
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:10') } });
  await app.driver.disable(PLUGIN);
  await app.page.evaluate(() => {
    window.app.loadLocalStorage = () => {
      throw new Error('The operation is insecure.');
    };
  });
  await app.driver.enable(PLUGIN);
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 10, () => chipsIn(app.page).first().click());
});
