// Chips in table cells in Live Preview: the first click is theirs, however a cell is entered; and the note around an edited cell.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { editedText, placeCaret } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'inTheCells1';
const header = `---\nvideoId: ${id}\n---\n\n`;
const rows = ['00:01:06', '00:02:06', '00:01:06'].map((time) => `| ${anchor(time)} | text |`);
const table = `Before.\n\n| At | What |\n| --- | --- |\n${rows.join('\n')}\n\nAfter.\n`;

const cellEditor = (): Locator => app.page.locator('.cm-table-widget .cm-editor');
const chip = (nth: number): Locator => chipsIn(app.page.locator('.cm-table-widget')).nth(nth);

async function start(cellsEnteredOn: 'pointerdown' | 'click', text = table): Promise<void> {
  app.youtube.set(id, { length: 4202 });
  await app.driver.start({ notes: { 'note.md': header + text }, cellsEnteredOn });
  await app.driver.openNote('note.md', { mode: 'live' });
  await chip(0).waitFor();
}

describe.each(['pointerdown', 'click'] as const)('if cells are entered on %s', (cellsEnteredOn) => {
  it('the first click on a chip plays it, and edits nothing', async () => {
    await start(cellsEnteredOn);
    await placeCaret(app.page, 'Before');
    await expectPlayhead(app, id, 66, () => chip(0).click());
    await expectPlayhead(app, id, 126, () => chip(1).click());
    expect(await cellEditor().count()).toBe(0);
    expect(await panesIn(app.page).count()).toBe(1);
    await chip(0).click({ button: 'right' });
    await app.page.locator('.menu').waitFor();
    expect(await cellEditor().count()).toBe(0);
  });

  it('a click beside a chip edits the cell, whose chips play at the first click too', async () => {
    await start(cellsEnteredOn);
    await app.page.locator('.cm-table-widget td', { hasText: 'text' }).first().click();
    await cellEditor().waitFor();
    await expectPlayhead(app, id, 126, () => chip(1).click());
    expect(await cellEditor().locator('.cm-line').allInnerTexts()).toEqual(['text']);
  });
});

it('a nudge changes the timestamp of its own row, also where two rows say the same', async () => {
  await start('pointerdown');
  await placeCaret(app.page, 'Before');
  for (const nth of [2, 1]) {
    await chip(nth).click({ button: 'right' });
    await app.page.locator('.menu .menu-item', { hasText: 'Nudge +1 s' }).click();
  }
  const faces = (): Promise<string[]> => chipsIn(app.page).allInnerTexts();
  await expect.poll(faces).toEqual(['1:06', '2:07', '1:07']);
  const text = await editedText(app.page);
  expect(text.match(/data-t="[^"]*"/g)).toEqual([
    'data-t="00:01:06"',
    'data-t="00:02:07"',
    'data-t="00:01:07"',
  ]);
});

it('a note follows what plays while one of its cells is edited', async () => {
  const long = Array.from({ length: 40 }, (_, index) => {
    return `Moment ${index + 1}: ${'words '.repeat(60)}${anchor(`00:${String(index + 1).padStart(2, '0')}:00`)} end.`;
  }).join('\n\n');
  await start('pointerdown', `${table}\n${long}\n`);
  await app.driver.runCommand('playhead:open-video');
  await panesIn(app.page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
  await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
  await app.driver.runCommand('playhead:follow-in-note');
  await app.page.locator('.cm-table-widget td', { hasText: 'text' }).first().click();
  await cellEditor().waitFor();
  await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).press('4');
  const shown = noteIn(app.page, 'note.md').locator('.cm-line', { hasText: 'Moment 28:' });
  await expect.poll(() => shown.count(), { timeout: 30_000 }).toBe(1);
}, 180_000);
