// Pasting, as the app does it: an address of a moment, and a transcript.
import { expect, it } from 'vitest';
import { editedText, placeCaret } from '../support/editing.ts';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'pastedVid01';
const header = `---\nvideoId: ${id}\n---\n`;

async function paste(text: string): Promise<void> {
  await app.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.cm-content')?.dispatchEvent(event);
  }, text);
}

const undo = () => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());

it('an address is a chip at once, and one undo gives it back', async () => {
  await app.driver.start({ notes: { 'a.md': `${header}He says  so.\n` } });
  await app.driver.openNote('a.md', { mode: 'live' });
  await placeCaret(app.page, ' so.');
  const address = `https://youtu.be/${id}?t=62`;
  await paste(address);
  await expect.poll(() => editedText(app.page)).toBe(`${header}He says ${anchor('00:01:02')} so.\n`);
  await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['1:02']);
  await undo();
  expect(await editedText(app.page)).toBe(`${header}He says ${address} so.\n`);
  await undo();
  expect(await editedText(app.page)).toBe(`${header}He says  so.\n`);
});

it('a transcript is pasted as it is, and made into paragraphs by a button; a command does it at once', async () => {
  const copied = '0:00\nOne is here.\n0:09\nTwo is here.\n0:30\nThree.';
  const made = '[0:00] One is here. Two is here.\n\n[0:30] Three.';
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.driver.start({ notes: { 'a.md': `${header}Words\n` } });
  await app.driver.openNote('a.md', { mode: 'live' });
  await placeCaret(app.page, 'Words', 5);
  await paste(copied);
  expect(await editedText(app.page)).toBe(`${header}Words${copied}\n`);
  await app.page.getByRole('button', { name: 'Paste as transcript' }).click();
  await expect.poll(() => editedText(app.page)).toBe(`${header}Words\n\n${made}\n`);
  await undo();
  await undo();
  await app.page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await placeCaret(app.page, 'Words', 5);
  await app.driver.runCommand('playhead:paste-transcript');
  await expect.poll(() => editedText(app.page)).toBe(`${header}Words\n\n${made}\n`);
});
