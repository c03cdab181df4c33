// The place of a preview: in the window, beside its element, over no visible player, below notices; and how long one that a key
// opened stays.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { looks } from '../support/looks.ts';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';

const app = usePlayhead({ previews: true });
const id = 'placedVide1';
const other = 'placedVide2';
const header = `---\nvideoId: ${id}\n---\n\n`;

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

const popover = (page = app.page): Locator => page.locator('.playhead-preview-popover');
const rightPreview = (page = app.page): Locator => page.locator('.popover .playhead-preview.is-right');

async function open(text: string, size = { width: 1280, height: 720 }): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk' });
  await app.page.setViewportSize(size);
  const localStorage = { 'playhead-lengths': { [`youtube:${id}`]: 4202 } };
  await app.driver.start({ notes: { 'note.md': header + text }, localStorage });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().waitFor();
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return box;
}

async function rest(chip: Locator): Promise<void> {
  await app.page.mouse.move(2, 2);
  await popover().waitFor({ state: 'detached' });
  await chip.hover();
  await rightPreview().waitFor();
}

const overlap = (one: Box, two: Box): boolean =>
  one.x < two.x + two.width &&
  two.x < one.x + one.width &&
  one.y < two.y + two.height &&
  two.y < one.y + one.height;

describe('a preview is in the window, and not over its chip', () => {
  it.each([
    [1280, 720],
    [1000, 560],
    [700, 900],
  ])('of %i by %i pixels, wherever the chip is', async (width, height) => {
    const lines = Array.from({ length: 40 }, (_, index) => {
      return `${'word '.repeat(index % 9)}${anchor(`00:${String(index + 10)}:00`)}`;
    });
    await open(lines.join('\n\n'), { width, height });
    const shown = await chipsIn(app.page).evaluateAll((all) =>
      all.flatMap((el, index) => {
        const { top, bottom } = el.getBoundingClientRect();
        return top > 90 && bottom < window.innerHeight - 30 ? [index] : [];
      }),
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const index of [shown[0], shown[Math.floor(shown.length / 2)], shown.at(-3), shown.at(-1)]) {
      const chip = chipsIn(app.page).nth(index ?? 0);
      await rest(chip);
      const [box, target] = [await boxOf(popover()), await boxOf(chip)];
      const row = await boxOf(popover().locator('.playhead-preview-row'));
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      // The whole row, with its buttons.
      expect(row.y + row.height).toBeLessThanOrEqual(box.y + box.height);
      expect(overlap(box, target)).toBe(false);
      const gap = box.y > target.y ? box.y - target.y - target.height : target.y - box.y - box.height;
      expect(gap).toBeLessThan(20);
    }
  });
});

describe('a preview of a row of a check', () => {
  const modal = (): Locator => app.page.locator('.modal.playhead-check');

  async function check(size: { width: number; height: number }): Promise<Locator> {
    const times = Array.from({ length: 12 }, (_, index) => anchor(`${String(index + 10)}:30:00`));
    await open(['00:20', ...times].join('\n\n'), size);
    await app.driver.runCommand('playhead:check-note');
    return modal().getByRole('button', { name: /^Play from/ });
  }

  it.each([
    [1400, 900],
    [1230, 720],
  ])('stands beside the dialog, in a window of %i by %i pixels', async (width, height) => {
    const buttons = await check({ width, height });
    for (const index of [0, 3]) {
      await rest(buttons.nth(index));
      const box = await boxOf(popover());
      expect(overlap(box, await boxOf(modal()))).toBe(false);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('stays when it tells the length of the video; the list is renewed when it is closed', async () => {
    app.youtube.set(id, { length: 4202 });
    await app.page.setViewportSize({ width: 1280, height: 720 });
    await app.driver.start({ notes: { 'note.md': `${header}${anchor('03:01:00')} ${anchor('51:55:00')}` } });
    await app.driver.openNote('note.md');
    await app.driver.runCommand('playhead:check-note');
    const boxes = modal().locator('.playhead-finding input');
    await rest(modal().getByRole('button', { name: 'Play from 51:55' }));
    expect(await boxes.count()).toBe(1);
    await app.page.mouse.move(2, 2);
    await expect.poll(() => boxes.count()).toBe(2);
  });

  it('leaves its row free where there is no room beside the dialog', async () => {
    const buttons = await check({ width: 800, height: 700 });
    await rest(buttons.nth(2));
    const box = await boxOf(popover());
    expect(overlap(box, await boxOf(modal().locator('.playhead-finding').nth(2)))).toBe(false);
  });
});

describe('a preview that a key opened', () => {
  async function openByKey(page: Page): Promise<Locator> {
    const chip = chipsIn(page).first();
    await page.mouse.move(5, 500);
    await chip.focus();
    await page.keyboard.press('Control');
    await rightPreview(page).waitFor();
    return chip;
  }

  it.each(['main', 'pop-out'])('stays with the pointer elsewhere, in the %s window', async (where) => {
    await open(`One ${anchor('00:01:06')}, two ${anchor('00:02:06')}.`);
    if (where === 'pop-out') await app.driver.openNote('note.md', { where: 'window' });
    const page = app.driver.popouts()[0] ?? app.page;
    const chip = await openByKey(page);
    const [box, target] = [await boxOf(popover(page)), await boxOf(chip)];
    expect(box.y - target.y - target.height).toBeGreaterThanOrEqual(0);
    expect(box.y - target.y - target.height).toBeLessThan(20);
    expect(Math.abs(box.x - target.x)).toBeLessThan(2);
    await looks(app.page, 6);
    expect(await popover(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await popover(page).waitFor({ state: 'detached' });
  });

  it.each<[string, (page: Page, chip: Locator) => Promise<unknown>]>([
    ['the focus goes', (page) => page.keyboard.press('Tab')],
    [
      'the note scrolls away from it',
      (_, chip) => chip.evaluate((el) => el.parentElement?.setCssStyles({ marginTop: '300px' })),
    ],
    ['its chip is taken away', (_, chip) => chip.evaluate((el) => el.remove())],
    ['the user presses elsewhere', (page) => page.mouse.click(5, 500)],
  ])('goes when %s', async (_, act) => {
    await open(`One ${anchor('00:01:06')}, two ${anchor('00:02:06')}.`);
    const chip = await openByKey(app.page);
    await act(app.page, chip);
    await popover().waitFor({ state: 'detached' });
  });
});

it('says in a line of its own what was corrected, and why, as soon as that is known', async () => {
  await open(
    `One ${anchor('00:01:06')}, slipped ${anchor('03:01:00')}, past ${anchor('02:59:59', '[1:00]')}.`,
  );
  const remark = popover().locator('.playhead-preview-remark');
  await chipsIn(app.page).nth(1).hover();
  await expect.poll(() => remark.innerText()).toContain('Read as minutes and seconds: 3:01.');
  const [box, row] = [await boxOf(popover()), await boxOf(remark)];
  expect(row.y + row.height).toBeLessThanOrEqual(box.y + box.height);
  await rest(chipsIn(app.page).first());
  expect(await remark.isVisible()).toBe(false);
});

it('is below notices, and above dialogs', async () => {
  await open(`One ${anchor('00:01:06')}.`);
  await rest(chipsIn(app.page).first());
  const layers: number[] = await app.page.evaluate(() => {
    const layer = (el: Element | null): number => Number(getComputedStyle(el ?? document.body).zIndex);
    const notice = document.body.createDiv('notice-container');
    const all = [
      layer(document.querySelector('.playhead-preview-popover')),
      layer(document.querySelector('.playhead-preview-player')),
      layer(notice),
    ];
    notice.remove();
    return all;
  });
  expect(layers.slice().sort((a, b) => a - b)).toEqual(layers);
  expect(new Set(layers).size).toBe(3);
  expect(layers[0]).toBeGreaterThan(50);
});

describe('beside a pane that plays', () => {
  const elsewhere = ` data-v="${other}"`;
  /** At the right edge of the note, as near to the player as possible. */
  const near = `<p style="text-align:right">${anchor('00:01:06', '[1:06]', elsewhere)}</p>\n\n`;

  async function play(size: { width: number; height: number }): Promise<Box> {
    app.youtube.set(other, { length: 900 });
    await open(`${near.repeat(3)}Play ${anchor('00:00:10')}.\n\n${near.repeat(9)}`, size);
    await expectPlayhead(app, id, 10, () => chipsIn(app.page).nth(3).click());
    return boxOf(panesIn(app.page).locator('iframe'));
  }

  it('never covers the player where there is room elsewhere', async () => {
    const player = await play({ width: 1280, height: 720 });
    const chips = chipsIn(noteIn(app.page, 'note.md'));
    for (const index of [0, 2, 6, 9]) {
      await rest(chips.nth(index));
      const box = await boxOf(popover());
      expect(overlap(box, player)).toBe(false);
      expect(overlap(box, await boxOf(chips.nth(index)))).toBe(false);
      expect(await boxOf(app.page.locator('.playhead-preview-player'))).toEqual(
        await boxOf(popover().locator('.playhead-preview-stage')),
      );
    }
    expect(await app.youtube.player(app.page, id).state()).toBe(1);
  });

  it('there is none where there is room nowhere, and the player plays on', async () => {
    await play({ width: 760, height: 420 });
    await watchTimers(app.page);
    await chipsIn(noteIn(app.page, 'note.md')).first().hover();
    await timersEnded(app.page);
    await expect.poll(() => popover().count()).toBe(0);
    expect(app.youtube.loads(other)).toBe(0);
    expect(await app.youtube.player(app.page, id).state()).toBe(1);
  });
});

it('of a tick is over no player, however high the window is', async () => {
  await open(`Something is said ${anchor('00:01:00')}, and more ${anchor('00:35:01')}.`);
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  const track = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
  await expect.poll(() => track.getAttribute('aria-valuemax')).toBe('4202');
  for (let height = 560; height <= 860; height += 60) {
    await app.page.setViewportSize({ width: 1280, height });
    await app.page.mouse.move(2, 2);
    await popover().waitFor({ state: 'detached' });
    const { x, y, width, height: high } = await boxOf(track);
    await app.page.mouse.move(x + width / 2, y + high / 2);
    await popover().waitFor();
    const box = await boxOf(popover());
    expect(overlap(box, await boxOf(panesIn(app.page).locator('iframe'))), `${height} px`).toBe(false);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
  }
}, 180_000);
