// Chapters: on the timeline, by keys and commands; a clipped note that is its own transcript; and a way through all of it.
import { mkdirSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setPaneWidth } from '../support/pane-states.ts';
import { anchor, chipsIn, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({ previews: true });
const vault = join(import.meta.dirname, '../vault');
const pictures = join(import.meta.dirname, '../../build/moments');
mkdirSync(pictures, { recursive: true });

const note = (name: string): string => readFileSync(join(vault, `${name}.md`), 'utf8');
const notes = {
  'Clipped.md': note('Clipped'),
  'Quotes.md': note('Quotes'),
  'media/time-code.en.vtt': readFileSync(join(vault, 'media/time-code.en.vtt'), 'utf8'),
};
const pane = (): Locator => panesIn(app.page);
const time = (): Promise<number> =>
  pane()
    .locator('video')
    .evaluate((video: HTMLVideoElement) => Math.floor(video.currentTime));
const list = (name = 'Transcript'): Locator => pane().getByRole('listbox', { name });
const clip = (): Locator => noteIn(app.page, 'Clipped.md');

async function open(): Promise<void> {
  await app.driver.start({ notes, served: true });
  await app.driver.openNote('Clipped.md', { mode: 'live' });
  await chipsIn(clip()).first().click();
  await pane().locator('video').waitFor();
  await pane().getByRole('button', { name: 'Pause' }).click();
}

describe('the chapters of a note', () => {
  it('cut the timeline into segments, are named in its tip, and are gone to by keys and commands', async () => {
    await open();
    await expect.poll(() => pane().locator('.playhead-chapter-gap').count()).toBe(4);
    expect(
      await pane().getByRole('list', { name: 'Chapters' }).getByRole('button').allTextContents(),
    ).toEqual([
      'Blue, 0 seconds',
      'Sky blue, 1 minute',
      'Teal, 2 minutes',
      'Green, 3 minutes',
      'Gold, 4 minutes',
    ]);
    const box = await pane().getByRole('slider', { name: 'Timeline' }).boundingBox();
    if (box === null) throw new Error('There is no timeline.');
    await app.page.mouse.move(box.x + (box.width * 150) / 720, box.y + box.height / 2);
    await expect.poll(() => pane().locator('.playhead-tip').innerText()).toMatch(/^2:\d\d\s+Teal/);
    await app.page.mouse.move(5, 5);
    await list('Moments').focus();
    await app.page.keyboard.press('ControlOrMeta+ArrowRight');
    await expect.poll(time).toBe(60);
    await app.page.keyboard.press('ControlOrMeta+ArrowRight');
    await expect.poll(time).toBe(120);
    await app.page.keyboard.press('ControlOrMeta+ArrowLeft');
    await expect.poll(time).toBe(60);
    expect(await app.driver.runCommand('playhead:go-to-next-chapter')).toBe(true);
    await expect.poll(time).toBe(120);
  });
});

describe('a clipped note', () => {
  it('reads as text: its chips are quiet until they are pointed at, in both views', async () => {
    await app.driver.start({
      notes: { ...notes, 'few.md': `---\nvideo: "[[time-code.webm]]"\n---\n\n**0:05** · Only one.\n` },
      served: true,
    });
    for (const mode of ['live', 'reading'] as const) {
      await app.driver.openNote('Clipped.md', { mode });
      const chip = chipsIn(clip()).nth(1);
      const ground = (): Promise<string> =>
        chip.evaluate((el) => el.win.getComputedStyle(el).backgroundColor);
      await expect.poll(ground).toBe('rgba(0, 0, 0, 0)');
      await chip.hover();
      await expect.poll(ground).not.toBe('rgba(0, 0, 0, 0)');
      await app.page.mouse.move(5, 5);
    }
    await app.driver.openNote('few.md', { mode: 'live' });
    await chipsIn(noteIn(app.page, 'few.md')).waitFor();
    expect(await app.page.locator('.playhead-chip.is-quiet:visible').count()).toBe(0);
  });

  it('is followed in the note and in the list', async () => {
    await open();
    await app.page.setViewportSize({ width: 1200, height: 620 });
    await pane().getByRole('tab', { name: 'Transcript' }).click();
    expect(await app.driver.runCommand('playhead:follow-in-note')).toBe(true);
    await pane().locator('.playhead-time').focus();
    await app.page.keyboard.press('3');
    await expect.poll(time).toBe(216);
    const seen = (row: Locator): Promise<boolean> =>
      row.evaluate((el) => {
        const { top, bottom } = el.getBoundingClientRect();
        const around = el.closest('.playhead-list, .cm-scroller')?.getBoundingClientRect();
        return around !== undefined && top >= around.top && bottom <= around.bottom;
      });
    await expect.poll(() => list().locator('[aria-current="true"]').innerText()).toContain('Find a word');
    await expect.poll(() => seen(list().locator('[aria-current="true"]'))).toBe(true);
    await expect.poll(() => seen(clip().locator('.playhead-chip[aria-current="true"]'))).toBe(true);
  });
});

describe('a moment in the list', () => {
  it('is previewed beside the pane, has the menu of its chip, and is gone with its timestamp', async () => {
    await app.driver.start({
      notes: {
        'film.md': `---\nvideo: "[[time-code.webm]]"\n---\n\nThe green minute ${anchor('00:03:05')} is here.\n`,
      },
      served: true,
    });
    await app.driver.openNote('film.md', { mode: 'live' });
    await chipsIn(app.page).first().click();
    const row = list('Moments').getByRole('option');
    await row.hover();
    const popover = app.page.locator('.hover-popover');
    await popover.waitFor();
    const [over, under] = [await popover.boundingBox(), await pane().boundingBox()];
    expect((over?.x ?? 0) + (over?.width ?? 0)).toBeLessThanOrEqual(under?.x ?? 0);
    await row.click({ button: 'right' });
    const item = app.page.locator('.menu-item', { hasText: 'Nudge +1 s' });
    await item.click();
    await expect.poll(() => app.driver.readFile('film.md')).toContain('data-t="00:03:06"');
    await expect.poll(() => row.innerText()).toBe('3:06\nThe green minute is here.');
  });
});

describe('a user who reads along', () => {
  it('finds a word in the transcript, plays it, quotes it into another note, and goes on to the next chapter', async () => {
    await open();
    await setPaneWidth(app.page, 520);
    await pane().getByRole('tab', { name: 'Transcript' }).click();
    await list().focus();
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('promise');
    await app.page.keyboard.press('Enter');
    await expect.poll(time).toBeGreaterThanOrEqual(75);
    await expect.poll(() => list().locator('mark').innerText()).toBe('promise');
    await app.page.keyboard.press('Escape');
    await app.driver.openNote('Quotes.md', { mode: 'live', where: 'split' });
    await noteIn(app.page, 'Quotes.md').locator('.cm-content').click();
    await app.page.keyboard.press('ControlOrMeta+End');
    await app.driver.runCommand('playhead:insert-quote');
    await expect
      .poll(() => app.driver.readFile('Quotes.md'))
      .toContain(
        '> A timestamp in a note is a promise: at this second, somebody says this. <a class="yt-timestamp" data-t="00:01:15" data-end="00:01:',
      );
    await chipsIn(noteIn(app.page, 'Quotes.md')).waitFor();
    await app.driver.runCommand('playhead:go-to-next-chapter');
    await expect.poll(time).toBeGreaterThanOrEqual(120);
    for (const theme of ['light', 'dark'] as const) {
      await app.driver.setTheme(theme);
      await app.page.screenshot({ path: join(pictures, `journey-${theme}.png`) });
    }
  });
});
