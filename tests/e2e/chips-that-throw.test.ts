// An error in a chip removes the chips of that editor, and loses no word.
import { expect, it } from 'vitest';
import { editedText, placeCaret, seenLines } from '../support/editing.ts';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const path = 'note.md';
const stamp = anchor('00:01:06');
const named = '<a class="yt-timestamp" data-t="00:02:00" data-v="talk.mp4">[00:02:00]</a>';
const note = `First ${stamp} last.\n\nA <a class="yt-timestamp"\ndata-t="00:03:00">[00:03:00]</a> b.\n\nAnother line.\n`;

const faces = (): Promise<string[]> => chipsIn(app.page.locator('.cm-content')).allInnerTexts();

/** From now on, the app throws when a chip resolves the name of a file. */
const breakLinks = (): Promise<void> =>
  app.page.evaluate(() => {
    window.app.metadataCache.getFirstLinkpathDest = () => {
      throw new Error('There is no cache.');
    };
  });

async function expectTyped(text: string): Promise<void> {
  expect(await editedText(app.page)).toBe(text);
  await expect.poll(() => app.driver.readFile(path)).toBe(text);
}

it('a chip that throws while its timestamp is typed takes all chips with it, and the writing goes on', async () => {
  app.allow(/Playhead shows no chips/);
  const said: string[] = [];
  app.page.on('console', (message) => {
    if (message.text().includes('Playhead shows no chips')) said.push(message.text());
  });
  await app.driver.start({ notes: { [path]: note } });
  await app.driver.openNote(path, { mode: 'live' });
  await placeCaret(app.page, 'Another');
  await expect.poll(faces).toEqual(['1:06', '3:00']);
  await breakLinks();
  await app.page.keyboard.type(`See ${named} here. `);
  await expect.poll(faces).toEqual([]);
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('And on. ');
  await expectTyped(note.replace('Another', `See ${named} here. \nAnd on. Another`));
  expect(await seenLines(app.page)).toContain('And on. Another line.');
  expect(await faces()).toEqual([]);
  expect(said).toHaveLength(1);
});

it('a note whose chip throws is opened, and takes what is typed', async () => {
  app.allow(/Playhead shows no chips/);
  const text = `First ${named} last.\n\nAnother line.\n`;
  await app.driver.start({ notes: { [path]: text } });
  await breakLinks();
  await app.driver.openNote(path, { mode: 'live' });
  await placeCaret(app.page, 'Another');
  await app.page.keyboard.type('Not ');
  await expectTyped(text.replace('Another', 'Not Another'));
  await expect.poll(faces).toEqual([]);
});
