// Converting timestamps: the dialog, what it says before anything is written, and a folder converted and back.
import { expect, it } from 'vitest';
import { editedText, placeCaret } from '../support/editing.ts';
import { anchor, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'convertVid1';
const header = `---\nvideoId: ${id}\n---\n`;
const link = (time: string, seconds: number): string => `[${time}](https://youtu.be/${id}?t=${seconds})`;

const modal = () => app.page.locator('.modal.playhead-check');
const summary = () => modal().locator('.playhead-check-summary').first().innerText();
const apply = () => modal().getByRole('button', { name: /^Apply/ });

async function convert(to: string, where?: string): Promise<void> {
  await app.driver.runCommand('playhead:convert');
  await modal().getByLabel('Convert to').selectOption(to);
  if (where !== undefined) await modal().getByLabel('Scope', { exact: true }).selectOption(where);
}

async function applied(): Promise<string> {
  await apply().click();
  await expect.poll(summary).toContain('converted in');
  const said = await summary();
  await app.page.keyboard.press('Escape');
  return said;
}

it('converts a folder to each form and back, and the files are the same, byte for byte', async () => {
  const notes = {
    'talks/a.md': `${header}One ${anchor('00:01:06')} two ${anchor('01:02:03')}.\n`,
    'talks/b.md': `${header}- ${anchor('00:00:05')} one\n\n| a | b |\n| - | - |\n| x | ${anchor('00:00:09')} |\n`,
    'c.md': `${header}${anchor('00:00:05')}\n`,
  };
  app.youtube.set(id, { length: 4202 });
  await app.driver.start({ notes, localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } } });
  const contents = () => Promise.all(Object.keys(notes).map((path) => app.driver.readFile(path)));
  for (const form of ['Links', 'Times in brackets', 'Playhead timestamps']) {
    await convert(form, 'talks');
    await expect.poll(summary).toBe('4 timestamps in 2 notes would be converted; nothing has changed yet.');
    expect(await applied()).toBe('4 timestamps converted in 2 notes.');
    const same = (await contents()).map((text, index) => text === Object.values(notes)[index]);
    expect(same).toEqual(form.startsWith('Playhead') ? [true, true, true] : [false, false, true]);
  }
});

it('converts the note that is edited in one step that is undone, and says what stays', async () => {
  const text = `${header}**0:04** · Hello\n\nHe (0:09.5) says https://youtu.be/aircAruvnKk?t=5 so.\n`;
  await app.driver.start({ notes: { 'a.md': text } });
  await app.driver.openNote('a.md', { mode: 'live' });
  await placeCaret(app.page, 'says');
  await convert('Links');
  await expect.poll(summary).toContain('2 timestamps in 1 note would be converted');
  await expect.poll(() => modal().locator('.playhead-finding').innerText()).toContain('1 with a fraction');
  await expect
    .poll(() => modal().locator('li').allTextContents())
    .toEqual([
      `0:04→${link('0:04', 4)}`,
      'https://youtu.be/aircAruvnKk?t=5→[0:05](https://youtu.be/aircAruvnKk?t=5)',
    ]);
  expect(await editedText(app.page)).toBe(text);
  await applied();
  expect(await editedText(app.page)).toContain(`**${link('0:04', 4)}** · Hello`);
  await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
  expect(await editedText(app.page)).toBe(text);
});

it('converts a note that is only read', async () => {
  await app.driver.start({ notes: { 'a.md': `${header}He says ${anchor('00:01:06')}.\n` } });
  await app.driver.openNote('a.md', { mode: 'reading' });
  await convert('Times in brackets');
  await expect.poll(summary).toContain('1 timestamp in 1 note');
  await applied();
  await expect.poll(() => app.driver.readFile('a.md')).toBe(`${header}He says [1:06].\n`);
});
