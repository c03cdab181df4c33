// A loop on a phone: its times in words and numbers, buttons that move its ends by a second, and a tap that stops it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { misplaced } from '../support/misplaced.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { longPress, putFinger } from '../support/touch.ts';

const app = usePlayhead({ context: { viewport: { width: 390, height: 780 }, hasTouch: true } });
const pictures = join(import.meta.dirname, '../../build/phone');
const id = 'loopedPhone';
const clip = (start: string, end: string): string =>
  anchor(start, `[${start} - ${end}]`, ` data-end="${end}"`);
const noteOf = (timestamp: string): string => `---\nvideoId: ${id}\n---\n\nOne ${timestamp} two.\n`;
const button = (name: string): Locator => panesIn(app.page).getByRole('button', { name, exact: true });
const bar = (): Locator => panesIn(app.page).getByRole('group', { name: 'Looped clip' });
/** The times on the bar. */
const said = (): Promise<readonly string[]> => bar().locator('.playhead-loop-time').allInnerTexts();
const note = (): Promise<string> => app.driver.readFile('note.md');

async function loop(timestamp: string, length = 600): Promise<void> {
  app.youtube.set(id, { length });
  await app.driver.start({ notes: { 'note.md': noteOf(timestamp) }, platform: 'phone' });
  await app.driver.openNote('note.md');
  const item = app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' });
  await longPress(chipsIn(app.page).first(), () => item.waitFor());
  await item.tap();
  await bar().waitFor();
}

describe('a loop on a phone', () => {
  it('says from when to when, and has a fine step for either end, which writes the note', async () => {
    await loop(clip('00:01:00', '00:01:30'));
    await expect.poll(said).toEqual(['1:00', '1:30']);
    await button('End of the clip +1 s').tap();
    await expect.poll(said).toEqual(['1:00', '1:31']);
    await expect.poll(note).toBe(noteOf(clip('00:01:00', '00:01:31')));
    await button('Start of the clip −1 s').tap();
    await button('Start of the clip −1 s').tap();
    await button('End of the clip −1 s').tap();
    await button('Start of the clip +1 s').tap();
    await expect.poll(said).toEqual(['0:59', '1:30']);
    await expect.poll(note).toBe(noteOf(clip('00:00:59', '00:01:30')));
    expect(await app.page.locator('.notice').count()).toBe(0);
  });

  it.each([
    ['in the middle of the video', '00:30:00', '00:30:20'],
    ['at its start', '00:00:00', '00:00:20'],
  ])('has handles for a finger, each by itself, though the clip is short: %s', async (_, start, end) => {
    await loop(clip(start, end), 3600);
    const [from, to] = await said();
    const drag = async (name: string, x: number): Promise<void> => {
      const finger = await putFinger(panesIn(app.page).getByRole('slider', { name }));
      await finger.move(x / 2, 0);
      await finger.move(x, 0);
      await finger.lift();
    };
    await drag('End of the clip', 60);
    await expect.poll(async () => (await said())[1]).not.toBe(to);
    expect((await said())[0]).toBe(from);
    const [, moved] = await said();
    await drag('Start of the clip', 30);
    await expect.poll(async () => (await said())[0]).not.toBe(from);
    expect((await said())[1]).toBe(moved);
  });

  it('is ended by one tap, and says nothing then', async () => {
    await loop(clip('00:01:00', '00:01:30'));
    await button('Stop looping').tap();
    await expect.poll(() => bar().isVisible()).toBe(false);
    expect(await panesIn(app.page).getByRole('slider', { name: 'End of the clip' }).isVisible()).toBe(false);
  });

  it('is begun and ended by a control under the player, at the moment that plays', async () => {
    app.youtube.set(id, { length: 6000 });
    await app.driver.start({ notes: { 'note.md': noteOf(clip('00:01:00', '00:01:30')) }, platform: 'phone' });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().tap();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    for (const width of [360, 390]) {
      await app.page.setViewportSize({ width, height: 780 });
      const control = button('Loop clip');
      await control.tap();
      await expect.poll(said).toEqual(['1:00', '1:30']);
      expect(await misplaced(panesIn(app.page).locator('.playhead-controls'))).toEqual([]);
      const tops = await panesIn(app.page)
        .locator('.playhead-controls button:visible')
        .evaluateAll((all) => all.map((el) => Math.round(el.getBoundingClientRect().top)));
      expect(new Set(tops).size, `one row at ${String(width)} px`).toBe(1);
      await control.tap();
      await expect.poll(() => bar().isVisible()).toBe(false);
    }
  });

  it.each([
    ['at its start', 0, undefined],
    ['in its midst', 900, undefined],
    ['at its end', 100_000, undefined],
    ['at a height that the user has chosen', 900, 0.5],
  ])('moves nothing of what the user sees of the list, %s', async (_, scrollTop, height) => {
    app.youtube.set(id, { length: 6000 });
    const lines = Array.from(
      { length: 60 },
      (_, index) => `Said ${anchor(new Date(index * 60_000).toISOString().slice(11, 19))}.`,
    );
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${lines.join('\n\n')}\n` },
      platform: 'phone',
      ...(height === undefined ? {} : { localStorage: { 'playhead-list-height': height } }),
    });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().tap();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    const list = panesIn(app.page).locator('.playhead-list');
    await list.evaluate((el, to) => el.scrollTo(0, to), scrollTop);
    /** The tops of the elements above the bar, by their text. */
    const places = (): Promise<readonly string[]> =>
      panesIn(app.page).evaluate((pane) =>
        [...pane.querySelectorAll<HTMLElement>('.playhead-controls, .playhead-lower-head, .playhead-row')]
          .map((el) => ({ name: el.dataset['index'] ?? el.className, box: el.getBoundingClientRect() }))
          .filter(({ box }) => box.bottom > 300 && box.top < innerHeight - 100)
          .map(({ name, box }) => `${name} at ${String(Math.round(box.top))}`),
      );
    await expect.poll(async () => (await places()).length).toBeGreaterThan(3);
    const before = await places();
    await button('Loop clip').tap();
    await bar().waitFor();
    expect(await places()).toEqual(before);
    await button('Loop clip').tap();
    await expect.poll(() => bar().isVisible()).toBe(false);
    expect(await places()).toEqual(before);
  });

  it.each([300, 390])(
    'fits a pane of %d pixels, also in a video of hours, with room for a finger',
    async (width) => {
      await app.page.setViewportSize({ width, height: 780 });
      await loop(clip('10:58:00', '11:01:00'), 43_000);
      await expect.poll(said).toEqual(['10:58:00', '11:01:00']);
      expect(await misplaced(bar())).toEqual([]);
      const row = await bar().boundingBox();
      expect((row?.x ?? -1) >= 0 && (row?.x ?? 0) + (row?.width ?? 0) <= width).toBe(true);
      for (const one of await bar().getByRole('button').all()) {
        const box = await one.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect(box?.width).toBeGreaterThanOrEqual(32);
      }
      expect(await violationsIn(app.page, '.playhead-pane')).toEqual([]);
      mkdirSync(pictures, { recursive: true });
      for (const theme of ['light', 'dark'] as const) {
        await app.driver.setTheme(theme);
        await app.page.screenshot({ path: join(pictures, `loop-${String(width)}-${theme}.png`) });
      }
    },
  );
});
