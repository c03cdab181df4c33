// A user who makes a link of a timestamp goes on writing: each key is written where it was typed.
import { describe, expect, it } from 'vitest';
import { editedText, placeCaret, seenLines } from '../support/editing.ts';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'typingLinks';
const path = 'note.md';
const header = `---\nvideoId: ${id}\n---\n`;
const stamp = anchor('00:00:09');
const address = `https://youtu.be/${id}?t=9`;
const openLink = `[${stamp}](${address}`;

async function start(text: string): Promise<void> {
  app.youtube.set(id, { length: 4202 });
  await app.driver.start({ notes: { [path]: text } });
  await app.driver.openNote(path, { mode: 'live' });
}

/** The app saves two seconds after the last key. */
async function expectText(text: string): Promise<void> {
  expect(await editedText(app.page)).toBe(text);
  await expect.poll(() => app.driver.readFile(path)).toBe(text);
}

describe('a link around a timestamp', () => {
  it('is closed, and the writing goes on', async () => {
    await start(`${header}First ${openLink}\n\nLast.\n`);
    await placeCaret(app.page, openLink, openLink.length);
    await app.page.keyboard.type(') and so');
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.type('on it goes');
    await expectText(`${header}First ${openLink}) and so\non it goes\n\nLast.\n`);
    expect(await seenLines(app.page)).toContain('on it goes');
    await app.page.keyboard.press('ControlOrMeta+End');
    await app.page.keyboard.type('The end');
    await expectText(`${header}First ${openLink}) and so\non it goes\n\nLast.\nThe end`);
    await expect.poll(() => chipsIn(app.page.locator('.cm-content')).allInnerTexts()).toEqual(['0:09']);
  });

  it('comes of an address that is pasted over the timestamp, and the writing goes on', async () => {
    await start(`${header}First ${stamp} there\n\nLast.\n`);
    await placeCaret(app.page, stamp);
    for (let left = stamp.length; left > 0; left--) await app.page.keyboard.press('Shift+ArrowRight');
    // When an address is pasted over a selection, the app writes a link around it, in one change.
    await app.page.evaluate((pasted) => {
      const editor = window.app.workspace.activeEditor?.editor;
      editor?.replaceSelection(`[${editor.getSelection()}](${pasted})`);
    }, address);
    await app.page.keyboard.type(' and so on');
    await expectText(`${header}First [${stamp}](${address}) and so on there\n\nLast.\n`);
    await placeCaret(app.page, 'Last.', 'Last.'.length);
    await app.page.keyboard.type(' The end');
    await expectText(`${header}First [${stamp}](${address}) and so on there\n\nLast. The end\n`);
  });

  it('lets its note be opened', async () => {
    await start(`${header}First ${openLink}) and so on\n`);
    await expect.poll(() => seenLines(app.page)).toEqual(['First 0:09 and so on', '']);
    await placeCaret(app.page, ' and so on', ' and so on'.length);
    await app.page.keyboard.type('.');
    await expectText(`${header}First ${openLink}) and so on.\n`);
  });
});
