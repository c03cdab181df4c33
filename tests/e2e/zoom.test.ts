// At a zoom of 200 %, a window of 1280 × 800 has half as many pixels: nothing in the pane, the dialogs and the settings is cut off,
// and everything can be reached.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { misplaced } from '../support/misplaced.ts';
import { anchor, chipsIn, panesIn, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({ context: { viewport: { width: 640, height: 400 } } });
const pictures = join(import.meta.dirname, '../../build/zoom');
mkdirSync(pictures, { recursive: true });
const id = 'zoomedVideo';
const times = ['03:01:00', '51:55:00', '75:30', '12:00:00', '00:01:10', '01:02:10'];
const note = `---\nvideoId: ${id}\n---\n\n# A part\n\n${times.map((time) => `It is so ${anchor(time)}, he says.`).join('\n\n')}\n\n- [1:30]\n- [2:30, 2:40] two\n`;

async function start(): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk about many things, with a title that is rather long' });
  await app.driver.start({
    notes: { 'A note with a rather long title about what was said.md': note, 'Another note.md': note },
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
  });
  await app.driver.openNote('Another note.md');
  await chipsIn(app.page).first().waitFor();
}

async function expectToFit(what: Locator, name: string): Promise<void> {
  await what.waitFor();
  await app.page.screenshot({ path: join(pictures, `${name}.png`) });
  expect(await misplaced(what), name).toEqual([]);
  const { x = -1, y = -1, width = 0, height = 0 } = (await what.boundingBox()) ?? {};
  expect(x >= 0 && y >= 0 && x + width <= 640 && y + height <= 400, `${name} is in the window`).toBe(true);
}

/** The last control of a dialog is reached by scrolling. */
async function expectToReach(what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const { y = -1, height = 0 } = (await what.boundingBox()) ?? {};
  expect(y >= 0 && y + height <= 400).toBe(true);
}

it('the pane fits, and its list is reached', async () => {
  await start();
  await chipsIn(app.page).first().click();
  await panesIn(app.page).locator('iframe').waitFor();
  await panesIn(app.page).locator('.playhead-row').first().waitFor();
  await app.page.mouse.move(2, 2);
  await expectToFit(panesIn(app.page).locator('.view-content'), 'pane');
  await expectToReach(panesIn(app.page).locator('.playhead-row').first());
  const stage = await panesIn(app.page).locator('.playhead-stage').boundingBox();
  expect([stage?.width, stage?.height].every((size = 0) => size >= 200)).toBe(true);
});

it.each(['playhead:check-note', 'playhead:check-vault', 'playhead:convert', 'playhead:new-video-note'])(
  'the dialog of %s fits, and its buttons are reached',
  async (command) => {
    await start();
    expect(await app.driver.runCommand(command)).toBe(true);
    const dialog = app.page.locator('.modal');
    await expectToFit(dialog, command.replace('playhead:', ''));
    await expectToReach(dialog.locator('button:visible').last());
  },
);

it('the settings fit', async () => {
  await start();
  await app.driver.openSettings(PLUGIN);
  const settings = app.page.locator('.vertical-tab-content:visible');
  await settings.waitFor();
  // The app breaks the words of its own rows as it likes.
  const found = (await misplaced(settings)).filter((one) => !one.endsWith('does not fit'));
  expect(found).toEqual([]);
});
