// Links that leave the app, from a pop-out: the app handles only those that its main window opens.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chipsIn, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'linkElsewh1';

/** Opens the note in a pop-out, and records the addresses that the app is asked to open. */
async function openApart(): Promise<Page> {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:01:00') } });
  const opened = app.context.waitForEvent('page');
  await app.driver.openNote('note.md', { where: 'window' });
  const popout = await opened;
  await app.page.evaluate(() => {
    window.open = (url) => {
      document.body.dataset['opened'] = String(url);
      return null;
    };
  });
  return popout;
}

const opened = (): Promise<string | undefined> => app.page.evaluate(() => document.body.dataset['opened']);

it('the menu of a chip opens YouTube by way of the app', async () => {
  const popout = await openApart();
  await chipsIn(popout).click({ button: 'right' });
  await popout.locator('.menu-item', { hasText: 'Open on YouTube' }).click();
  await expect.poll(opened).toBe(`https://youtu.be/${id}?t=60`);
});

it('so does the command, for a pane', async () => {
  const popout = await openApart();
  app.youtube.set(id, { fault: 150 });
  await chipsIn(popout).click();
  const pages = (): readonly Page[] => [app.page, ...app.driver.popouts()];
  await expect
    .poll(async () => (await Promise.all(pages().map((page) => panesIn(page).count()))).join())
    .toContain('1');
  await app.driver.runCommand('playhead:open-on-youtube');
  await expect.poll(opened).toBe(`https://youtu.be/${id}?t=60`);
});
