// What a click in reading view does.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { openRecorded } from './recorder';

const app = useBrowser();

const activeNote = (): Promise<string | undefined> =>
  app.page.evaluate(() => window.app.workspace.getActiveFile()?.path);
const openNotes = (): Promise<number> =>
  app.page.evaluate(() => window.app.workspace.getLeavesOfType('markdown').length);

it('opens the note that an internal link leads to', async () => {
  await openRecorded(app, { 'Note.md': 'To [[Other]].', 'Other.md': 'There.' });
  await app.page.locator('a.internal-link').click();
  await expect.poll(activeNote).toBe('Other.md');
  expect(await openNotes()).toBe(1);
});

it('opens it in a tab of its own with Mod or the middle button', async () => {
  await openRecorded(app, { 'Note.md': 'To [[Other]].', 'Other.md': 'There.' });
  await app.page.locator('a.internal-link').click({ modifiers: ['Control'] });
  await expect.poll(openNotes).toBe(2);
  await app.page.evaluate(() => {
    const [first] = window.app.workspace.getLeavesOfType('markdown');
    if (first !== undefined) window.app.workspace.setActiveLeaf(first);
  });
  await app.page.locator('a.internal-link').click({ button: 'middle' });
  await expect.poll(openNotes).toBe(3);
});

it('does nothing on a click on an anchor without an address, which takes no focus either', async () => {
  await openRecorded(app, { 'Note.md': 'At <a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>.' });
  const anchor = app.page.locator('a.yt-timestamp');
  await anchor.click();
  expect(await activeNote()).toBe('Note.md');
  expect(await openNotes()).toBe(1);
  expect(app.context.pages()).toHaveLength(1);
  await anchor.evaluate((el: HTMLElement) => el.focus());
  expect(await anchor.evaluate((el) => el === document.activeElement)).toBe(false);
});

it('leaves a task box as the note has it', async () => {
  await openRecorded(app, { 'Note.md': '- [ ] Do it' });
  const box = app.page.locator('.task-list-item-checkbox');
  await box.click();
  expect(await box.isChecked()).toBe(false);
});
