// The entries of a chip's menu that change the note, in reading view and in Live Preview, and the commands that do the same.
import { describe, expect, it } from 'vitest';
import { editedText, placeCaret, selections } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'chipMenuVid';
const path = 'note.md';
const header = `---\nvideoId: ${id}\n---\n`;
const note = `${header}One ${anchor('00:01:06')} two ${anchor('00:01:06')}.\n\nAnother line.\n`;

async function start(mode: 'reading' | 'live', text = note): Promise<void> {
  app.youtube.set(id, { length: 4202 });
  await app.driver.start({ notes: { [path]: text } });
  await app.driver.openNote(path, { mode });
}

async function choose(nth: number, title: string): Promise<void> {
  await chipsIn(app.page).nth(nth).click({ button: 'right' });
  await app.page.locator('.menu .menu-item', { hasText: title }).click();
}

const faces = (): Promise<string[]> => chipsIn(app.page).allInnerTexts();

describe.each(['reading', 'live'] as const)('the menu of a chip, %s', (mode) => {
  it('nudges that timestamp, and no other that says the same', async () => {
    await start(mode);
    if (mode === 'live') await placeCaret(app.page, 'Another');
    await expect.poll(faces).toEqual(['1:06', '1:06']);
    await choose(1, 'Nudge +1 s');
    await expect.poll(faces).toEqual(['1:06', '1:07']);
    await choose(0, 'Nudge −1 s');
    await expect.poll(faces).toEqual(['1:05', '1:07']);
    const expected = `${header}One ${anchor('00:01:05')} two ${anchor('00:01:07')}.\n\nAnother line.\n`;
    if (mode === 'live') expect(await editedText(app.page)).toBe(expected);
    else expect(await app.driver.readFile(path)).toBe(expected);
  });

  it('stands in sections: playing, links, and what changes the note', async () => {
    await start(mode);
    if (mode === 'live') await placeCaret(app.page, 'Another');
    await chipsIn(app.page).first().click({ button: 'right' });
    const rows = app.page.locator('.menu .menu-item, .menu .menu-separator');
    await expect
      .poll(() => rows.evaluateAll((all) => all.map((row) => row.textContent)))
      .toEqual([
        ...['Play here', 'Play in new pane', 'Loop this clip', ''],
        ...['Open on YouTube', 'Copy link at this time', 'Copy as Markdown link', ''],
        ...['Nudge −1 s', 'Nudge +1 s', 'Show source'],
      ]);
  });

  it('sets it to the playhead of its video', async () => {
    await start(mode, `${note}\n${anchor('00:10:00')}\n`);
    if (mode === 'live') await placeCaret(app.page, 'Another');
    await expectPlayhead(app, id, 600, () => chipsIn(app.page).last().click());
    // Before the pane knows the length, the menu has no current time to offer.
    await expect.poll(() => panesIn(app.page).locator('.playhead-time').innerText()).toContain('1:10:02');
    await app.driver.runCommand('playhead:play-or-pause');
    await choose(0, 'Set to current time');
    await expect.poll(async () => (await faces())[0]).toMatch(/^10:0\d$/);
  });

  it('shows its source, with the caret there', async () => {
    await start(mode);
    if (mode === 'live') await placeCaret(app.page, 'Another');
    await choose(1, 'Show source');
    await expect.poll(() => selections(app.page)).toEqual([Array(2).fill(note.lastIndexOf('<a class'))]);
    await expect
      .poll(() => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.hasFocus()))
      .toBe(true);
  });
});

it('the menu of a chip in a callout changes that timestamp in Live Preview, too', async () => {
  const T = anchor('00:01:06');
  const text = `${header}Before ${T}.\n\n> [!note] A callout\n> One ${T}, two ${T}.\n\nBehind ${T}.\n`;
  await start('live', text);
  await placeCaret(app.page, 'Before');
  const inCallout = chipsIn(app.page.locator('.callout'));
  await inCallout.last().click({ button: 'right' });
  await expect
    .poll(() => app.page.locator('.menu .menu-item').allInnerTexts())
    .toEqual(expect.arrayContaining(['Nudge −1 s', 'Nudge +1 s', 'Show source']));
  await app.page.locator('.menu .menu-item', { hasText: 'Nudge +1 s' }).click();
  const changed = text.replace(`two ${T}`, `two ${anchor('00:01:07')}`);
  await expect.poll(() => editedText(app.page)).toBe(changed);
  await expect.poll(() => inCallout.allInnerTexts()).toEqual(['1:06', '1:07']);
  await inCallout.last().click({ button: 'right' });
  await app.page.locator('.menu .menu-item', { hasText: 'Show source' }).click();
  await expect.poll(() => selections(app.page)).toEqual([Array(2).fill(changed.indexOf('two ') + 4)]);
});

it('the menu of a chip in an embedded note does not offer to change the note around it', async () => {
  const T = anchor('00:01:06');
  app.youtube.set(id, { length: 4202 });
  const outer = `${header}Before ${T}.\n\n![[inner]]\n\nBehind ${T}.\n`;
  await app.driver.start({ notes: { [path]: outer, 'inner.md': `${header}> [!note]\n> Inside ${T}.\n` } });
  await app.driver.openNote(path, { mode: 'live' });
  await placeCaret(app.page, 'Before');
  await chipsIn(app.page.locator('.markdown-embed, .internal-embed')).first().click({ button: 'right' });
  const titles = (): Promise<readonly string[]> => app.page.locator('.menu .menu-item').allInnerTexts();
  await expect.poll(titles).toContain('Loop this clip');
  // The app does not say where in its note an embed's text stands, and the lines around are those of another note.
  expect(await titles()).not.toContain('Nudge +1 s');
});

describe('the commands', () => {
  it('go from timestamp to timestamp, nudge, and undo one by one', async () => {
    await start('live');
    await placeCaret(app.page, 'One');
    await app.driver.setHotkeys('playhead:next-timestamp', [{ modifiers: ['Alt'], key: 'N' }]);
    await app.driver.setHotkeys('playhead:nudge-forward', [{ modifiers: ['Alt'], key: 'U' }]);
    await app.page.keyboard.press('Alt+KeyN');
    await app.page.keyboard.press('Alt+KeyN');
    expect(await selections(app.page)).toEqual([Array(2).fill(note.lastIndexOf('<a class'))]);
    await app.page.keyboard.press('Alt+KeyU');
    await app.page.keyboard.press('Alt+KeyU');
    expect(await editedText(app.page)).toBe(
      `${header}One ${anchor('00:01:06')} two ${anchor('00:01:08')}.\n\nAnother line.\n`,
    );
    await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
    await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
    expect(await editedText(app.page)).toBe(note);
  });
});
