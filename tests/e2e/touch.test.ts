// Chips on a phone: a tap plays and opens no preview, a long press opens the menu, and nothing else reacts to either.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../driver/driver.ts';
import { anchor, chipsIn, expectPlayhead, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';
import { longPress, putFinger } from '../support/touch.ts';

const app = usePlayhead({
  previews: true,
  context: { viewport: { width: 390, height: 780 }, hasTouch: true },
});
const id = 'touchedVid1';
const lines = Array.from({ length: 30 }, (_, index) => `Line ${index}.`).join('\n\n');
const table = `| At | What |\n| --- | --- |\n| ${anchor('00:03:00')} | cell |\n`;
const note = `---\nvideoId: ${id}\n---\n\nOne ${anchor('00:01:06')}, two ${anchor('00:02:06')}.\n\n${table}\n${lines}\n`;

type Phone = 'phone' | 'iphone';

async function start(
  platform: Phone,
  mode: 'reading' | 'live' = 'reading',
  more: StartOptions = {},
): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk' });
  await app.driver.start({ notes: { 'note.md': note }, platform, ...more });
  if (platform === 'iphone') await letYouTubePlay();
  await app.driver.openNote('note.md', { mode });
  await chipsIn(app.page).first().waitFor();
  await watchTimers(app.page);
}

/** On iOS, YouTube is not contacted before it has played there: from now on it has. */
async function letYouTubePlay(): Promise<void> {
  await app.page.evaluate(() => {
    const played = { set: 'privacy-enhanced', played: 'privacy-enhanced' };
    window.app.saveLocalStorage('playhead-youtube-host', played);
  });
  await app.driver.restart();
}

const chip = (face: string): Locator => chipsIn(app.page).filter({ hasText: face }).first();
const menus = (): Locator => app.page.locator('.menu');
const item = (title: string): Locator => menus().locator('.menu-item', { hasText: title });
/** By then, everything that a long press or a resting pointer would open is open. */
const long = (): Promise<void> => timersEnded(app.page);

async function toNote(): Promise<void> {
  await app.page.evaluate(() => {
    const [leaf] = window.app.workspace.getLeavesOfType('markdown');
    if (leaf !== undefined) window.app.workspace.setActiveLeaf(leaf, { focus: true });
  });
  await chipsIn(app.page).first().waitFor();
}

describe.each<Phone>(['phone', 'iphone'])('on a device: %s', (platform) => {
  it('a journey by touch: play, come back, play on, look at the menu, preview, play from there', async () => {
    await start(platform);
    await expectPlayhead(app, id, 66, () => chip('1:06').tap());
    expect(await app.page.locator('.popover').count()).toBe(0);
    await toNote();
    await expectPlayhead(app, id, 126, () => chip('2:06').tap());
    await toNote();
    await longPress(chip('3:00'), () => menus().waitFor());
    await long();
    expect(await menus().count()).toBe(1);
    await item('Preview').tap();
    const shown = app.page.locator('.modal .playhead-preview.is-right');
    await shown.waitFor();
    await shown.getByRole('button', { name: 'Play' }).tap();
    // The player of the preview is kept for a while: so the second is read from the pane.
    const timeline = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
    await expect
      .poll(async () => Number(await timeline.getAttribute('aria-valuenow')))
      .toBeGreaterThanOrEqual(180);
    expect(Number(await timeline.getAttribute('aria-valuenow'))).toBeLessThan(200);
    expect(await app.page.locator('.modal').count()).toBe(0);
    expect(await panesIn(app.page).count()).toBe(1);
  });

  it.each(['reading', 'live'] as const)(
    'a long press opens one menu, and plays nothing: %s',
    async (mode) => {
      await start(platform, mode);
      await longPress(chip('1:06'), async () => {
        await menus().waitFor();
        await long();
      });
      await long();
      expect(await menus().count()).toBe(1);
      expect(await item('Play here').count()).toBe(1);
      expect(await panesIn(app.page).count()).toBe(0);
      expect(await app.page.locator('.cm-table-widget .cm-editor').count()).toBe(0);
      // The next tap counts.
      await item('Play here').tap();
      await panesIn(app.page).locator('iframe').waitFor();
    },
  );

  it('a long press on a moment below the player opens its menu once, and plays nothing', async () => {
    await start(platform);
    await chip('1:06').tap();
    const row = panesIn(app.page).locator('.playhead-row', { hasText: '2:06' });
    await row.waitFor();
    await longPress(row, async () => {
      await menus().waitFor();
      await long();
    });
    await long();
    expect(await menus().count()).toBe(1);
    const timeline = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
    expect(Number(await timeline.getAttribute('aria-valuenow'))).toBeLessThan(120);
    await item('Play here').tap();
    await expect
      .poll(async () => Number(await timeline.getAttribute('aria-valuenow')))
      .toBeGreaterThanOrEqual(126);
  });

  it('a finger that moves on, is joined by another, or is lifted in time opens no menu', async () => {
    await start(platform);
    const moved = await putFinger(chip('1:06'));
    await moved.move(0, -30);
    await long();
    await moved.lift();
    expect(await menus().count(), 'a finger that moves on').toBe(0);
    const joined = await putFinger(chip('1:06'));
    await joined.join();
    await long();
    await joined.lift();
    expect(await menus().count(), 'two fingers').toBe(0);
    await chip('2:06').tap();
    await panesIn(app.page).locator('iframe').waitFor();
    await long();
    expect(await menus().count()).toBe(0);
  });

  it('a tap previews nothing, however long the finger’s mouse events leave the pointer there', async () => {
    await start(platform, 'reading', { notes: { 'note.md': note.replace('videoId', 'other') } });
    await chip('1:06').tap();
    await long();
    expect(await app.page.locator('.popover').count()).toBe(0);
    await start(platform);
    await chip('1:06').evaluate((el) => {
      el.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' }));
      el.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    });
    await long();
    expect(await app.page.locator('.popover').count()).toBe(0);
  });

  it.each(['pointerdown', 'click'] as const)(
    'a tap on a chip in a cell plays it, where cells are entered on %s',
    async (cellsEnteredOn) => {
      await start(platform, 'live', { cellsEnteredOn });
      await expectPlayhead(app, id, 180, () => chip('3:00').tap());
      await toNote();
      expect(await app.page.locator('.cm-table-widget .cm-editor').count()).toBe(0);
      await longPress(chip('3:00'), () => menus().waitFor());
      expect(await app.page.locator('.cm-table-widget .cm-editor').count()).toBe(0);
    },
  );
});

it('lets the system select nothing at a chip on iOS, and leaves that to the user elsewhere', async () => {
  const selectable = (): Promise<string> => chip('1:06').evaluate((el) => getComputedStyle(el).userSelect);
  await start('iphone');
  expect(await selectable()).toBe('none');
  await start('phone');
  expect(await selectable()).not.toBe('none');
});
