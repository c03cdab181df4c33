// A loop on a phone: it is said, in words and numbers; its ends are moved by single seconds, and one tap ends it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { misplaced } from '../support/misplaced.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { longPress } from '../support/touch.ts';

const app = usePlayhead({ context: { viewport: { width: 390, height: 780 }, hasTouch: true } });
const pictures = join(import.meta.dirname, '../../build/phone');
const id = 'loopedPhone';
const clip = (start: string, end: string): string =>
  anchor(start, `[${start} - ${end}]`, ` data-end="${end}"`);
const noteOf = (timestamp: string): string => `---\nvideoId: ${id}\n---\n\nOne ${timestamp} two.\n`;
const button = (name: string): Locator => panesIn(app.page).getByRole('button', { name, exact: true });
const bar = (): Locator => panesIn(app.page).getByRole('group', { name: 'Looped clip' });
/** The times that it says. */
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

  it('is ended by one tap, and says nothing then', async () => {
    await loop(clip('00:01:00', '00:01:30'));
    await button('Stop looping').tap();
    await expect.poll(() => bar().isVisible()).toBe(false);
    expect(await panesIn(app.page).getByRole('slider', { name: 'End of the clip' }).isVisible()).toBe(false);
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
      expect(await violationsIn(app.page, '.playhead-under')).toEqual([]);
      mkdirSync(pictures, { recursive: true });
      for (const theme of ['light', 'dark'] as const) {
        await app.driver.setTheme(theme);
        await app.page.screenshot({ path: join(pictures, `loop-${String(width)}-${theme}.png`) });
      }
    },
  );
});
