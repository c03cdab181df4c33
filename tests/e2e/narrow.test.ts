// A phone of 390 pixels: every chip has room for a finger, and menus, dialogs and the pane fit. Pictures of them are in build/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { misplaced } from '../support/misplaced.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { longPress, putFinger } from '../support/touch.ts';

const app = usePlayhead({ context: { viewport: { width: 390, height: 780 }, hasTouch: true } });
const pictures = join(import.meta.dirname, '../../build/phone');
const id = 'narrowVideo';
const path = 'A note with a rather long title about what was said.md';

const paragraph = Array.from(
  { length: 8 },
  (_, index) => `Something is said here ${anchor(`00:0${index}:10`)}, and more.`,
).join(' ');
const slipped = ['03:01:00', '51:55:00', '75:30', '12:00:00'].map((time) => `It is so ${anchor(time)}.`);
const note = `---\nvideoId: ${id}\n---\n\n# A part\n\n${paragraph}\n\n- [1:30]\n- [2:30, 2:40] two\n\n${slipped.join('\n\n')}\n\n${'More words. '.repeat(300)}\n`;

async function start(mode: 'reading' | 'live' = 'reading'): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk about many things, with a title that is rather long' });
  await app.driver.start({
    notes: { [path]: note, 'Another note.md': note.replace('A part', 'Another part') },
    platform: 'phone',
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
  });
  await app.driver.openNote(path, { mode });
  await chipsIn(app.page).first().waitFor();
}

/** Checks that an element is within the window and that nothing in it is misplaced, and takes its picture in light and dark. */
async function expectToFit(what: Locator, name: string): Promise<void> {
  await what.waitFor();
  mkdirSync(pictures, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await app.driver.setTheme(theme);
    await app.page.screenshot({ path: join(pictures, `${name}-${theme}.png`) });
  }
  expect(await misplaced(what), name).toEqual([]);
  const box = await what.boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390, `${name} is in the window`).toBe(
    true,
  );
  expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= 780, `${name} is in the window`).toBe(
    true,
  );
}

interface Hits {
  /** The faces of chips that a finger misses 15 pixels above, below, left or right of their middle. */
  readonly missed: readonly string[];
  readonly count: number;
}

/** A finger hits a chip within a square of 32 pixels, unless a neighbour is nearer. */
function hits(): Promise<Hits> {
  return app.page.evaluate(() => {
    const chips = [...document.querySelectorAll<HTMLElement>('.playhead-chip')].filter((el) => {
      const { top, bottom } = el.getBoundingClientRect();
      return el.checkVisibility() && top > 130 && bottom < innerHeight - 40;
    });
    const missed = chips.flatMap((chip) => {
      const { left, right, top, bottom } = chip.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const points = [
        [x, y - 15.5],
        [x, y + 15.5],
        [x - 15.5, y],
        [x + 15.5, y],
      ] as const;
      const isHit = ([px, py]: readonly [number, number]): boolean => {
        const hit = document.elementFromPoint(px, py)?.closest('.playhead-chip');
        return hit != null;
      };
      return points.every(isHit) ? [] : [chip.innerText];
    });
    return { missed, count: chips.length };
  });
}

describe.each(['reading', 'live'] as const)('a chip: %s', (mode) => {
  it('is hit in a square of 32 pixels at least, and stands in the text as without that', async () => {
    await start(mode);
    const { missed, count } = await hits();
    expect(count).toBeGreaterThan(8);
    expect(missed).toEqual([]);
    const places = (): Promise<readonly string[]> =>
      app.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.playhead-chip, p, li')].map((el) =>
          JSON.stringify(el.getBoundingClientRect()),
        ),
      );
    const before = await places();
    await app.page.addStyleTag({ content: '.playhead-chip::after { content: none !important; }' });
    expect(await places()).toEqual(before);
    expect((await hits()).missed.length).toBeGreaterThan(8);
  });
});

it('the menu of a chip fits', async () => {
  await start();
  await longPress(chipsIn(app.page).first(), () => app.page.locator('.menu').waitFor());
  await expectToFit(app.page.locator('.menu'), 'chip-menu');
});

it('the pane and its menu fit', async () => {
  await start();
  await chipsIn(app.page).first().tap();
  await panesIn(app.page).locator('iframe').waitFor();
  await panesIn(app.page).locator('.playhead-row').first().waitFor();
  await expectToFit(panesIn(app.page).locator('.view-content'), 'pane');
  await panesIn(app.page).getByRole('button', { name: 'More controls' }).tap();
  await expectToFit(app.page.locator('.menu'), 'pane-menu');
});

it('a finger moves the line between the player and the list, and plays nothing', async () => {
  await start();
  await chipsIn(app.page).first().tap();
  const pane = panesIn(app.page);
  await pane.locator('.playhead-row').first().waitFor();
  const height = async (): Promise<number> =>
    (await pane.locator('.playhead-lower').boundingBox())?.height ?? 0;
  const before = await height();
  const divider = pane.getByRole('separator', { name: 'Height of the list' });
  const hit = await divider.evaluate((el) => {
    const { left, width, top, height } = el.getBoundingClientRect();
    const isHit = (y: number): boolean => document.elementFromPoint(left + width / 2, y) === el;
    const middle = top + height / 2;
    return [-11, 0, 11].map((by) => isHit(middle + by));
  });
  expect(hit, 'as high as a finger needs').toEqual([true, true, true]);
  const finger = await putFinger(divider);
  await finger.move(0, 40);
  await finger.move(0, 100);
  await finger.lift();
  await expect.poll(async () => Math.round(before - (await height()))).toBe(100);
  expect(await pane.locator('.view-content').evaluate((el) => el.scrollTop)).toBe(0);
});

it('the checks of a note and of the vault fit', async () => {
  await start();
  await app.driver.runCommand('playhead:check-note');
  await app.page.locator('.playhead-finding').first().waitFor();
  await expectToFit(app.page.locator('.modal'), 'check-note');
  await app.page.keyboard.press('Escape');
  await app.driver.runCommand('playhead:check-vault');
  await expect.poll(() => app.page.locator('.playhead-finding').count()).toBe(2);
  await expectToFit(app.page.locator('.modal'), 'check-vault');
  // The box of a note is beside its name, also if the name has several lines.
  const name = app.page.locator('.playhead-finding label', { hasText: 'rather long' });
  const [box, text] = await Promise.all([
    name.locator('input').boundingBox(),
    name.locator('span').boundingBox(),
  ]);
  expect(text?.height).toBeGreaterThan(40);
  expect(text?.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0));
});

it('the dialog that sets a video fits', async () => {
  await app.driver.start({ notes: { 'plain.md': `Here ${anchor('00:01:00')}.` }, platform: 'phone' });
  await app.driver.openNote('plain.md');
  await chipsIn(app.page).first().tap();
  await app.page.getByRole('button', { name: 'Set video' }).tap();
  await expectToFit(app.page.locator('.modal'), 'set-video');
});

it('the filter of the list stays where it is when the transcript is chosen', async () => {
  const paragraphs = Array.from(
    { length: 9 },
    (_, index) =>
      `**0:${String(index * 6).padStart(2, '0')}** · Paragraph ${index} is about nets. It says a little more.`,
  );
  app.youtube.set(id, { length: 4202, title: 'A talk' });
  await app.driver.start({
    notes: {
      [path]: `---\nvideoId: ${id}\n---\n\nMine ${anchor('00:00:20')}.\n\n## Transcript\n\n### Beginning\n\n${paragraphs.join('\n\n')}\n`,
    },
    platform: 'phone',
  });
  await app.driver.openNote(path);
  await chipsIn(app.page).first().click();
  const filter = panesIn(app.page).getByRole('searchbox');
  await panesIn(app.page).getByRole('tab', { name: 'Moments' }).click();
  await panesIn(app.page).getByRole('option', { name: 'Mine' }).waitFor();
  const before = await filter.boundingBox();
  await panesIn(app.page).getByRole('tab', { name: 'Transcript' }).click();
  await panesIn(app.page).getByRole('button', { name: 'Insert quote' }).waitFor();
  expect(await filter.boundingBox()).toEqual(before);
});
