// The player of previews: one for all, which seeks from clip to clip, is kept for a while, and then ends.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { anchor, chipsIn, expectPlayhead, panesIn, PLUGIN, usePlayhead } from '../support/playhead.ts';
import { playersOf } from '../youtube/player-frame.ts';

const app = usePlayhead({ previews: true });
const id = 'previewOne1';
const other = 'previewTwo2';
const waiting = { timeout: 30_000, interval: 20 };

const preview = (page = app.page): Locator => page.locator('.playhead-preview');
const box = (page = app.page): Locator => page.locator('.playhead-preview-player');
const player = (of = id): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, of);

async function openNote(text: string, properties = `videoId: ${id}`): Promise<void> {
  const notes = { 'note.md': `---\n${properties}\n---\n\n${text}\n` };
  // The test reads the pixels of a file, for which it needs the same origin.
  await app.driver.start({ notes, served: true, vaultMedia: 'same-origin' });
  await app.driver.openNote('note.md');
}

/** Rests on a chip until its preview shows the clip. */
async function hover(index: number, face: string, page: Page = app.page): Promise<void> {
  await chipsIn(page).nth(index).hover();
  await expectRight(face, page);
}

async function expectRight(face: string, page: Page = app.page): Promise<void> {
  await expect.poll(() => preview(page).locator('.playhead-preview-time').allInnerTexts()).toEqual([face]);
  await expect.poll(() => preview(page).and(page.locator('.is-right')).count()).toBe(1);
}

async function leave(page: Page = app.page): Promise<void> {
  await page.mouse.move(2, 400);
  await expect.poll(() => preview(page).count()).toBe(0);
}

async function expectTime(from: number, to: number): Promise<void> {
  const time = await player().currentTime();
  expect(time).toBeGreaterThanOrEqual(from - 0.3);
  expect(time).toBeLessThan(to + 0.5);
}

/** The distance of the picture from a colour: the file has another colour for each minute. */
async function distanceFrom(colour: readonly number[]): Promise<number> {
  const shown = await box()
    .locator('video')
    .evaluate((video: HTMLVideoElement) => {
      const pen = createEl('canvas', { attr: { width: '640', height: '360' } }).getContext('2d');
      pen?.drawImage(video, 0, 0, 640, 360);
      const pixels = pen?.getImageData(0, 116, 640, 128).data ?? new Uint8ClampedArray();
      const lit = Array.from(pixels.keys()).filter((at) => at % 4 === 0 && (pixels[at] ?? 0) > 100);
      const mean = (part: number): number =>
        lit.reduce((sum, at) => sum + (pixels[at + part] ?? 0), 0) / lit.length;
      return [mean(0), mean(1), mean(2)];
    });
  return Math.max(...shown.map((part, index) => Math.abs(part - (colour[index] ?? 0))));
}

describe('the player of previews', () => {
  it('is one, and only sought in, from chip to chip of one video; another video ends it; the plugin takes it along', async () => {
    const elsewhere = anchor('00:00:05', '[00:00:05]', ` data-v="${other}"`);
    await openNote(`${anchor('00:01:00')} ${anchor('00:05:00')} ${anchor('00:01:02')} ${elsewhere}`);
    await hover(0, '1:00');
    await expectTime(60, 62);
    const [request] = app.youtube.requests;
    expect(request?.parameters).toMatchObject({ mute: '1', autoplay: '1', controls: '0', start: '60' });
    await hover(1, '5:00');
    await expectTime(300, 315);
    // Exactly over the stage.
    const stage = await preview().locator('.playhead-preview-stage').boundingBox();
    expect(await box().boundingBox()).toEqual(stage);

    await leave();
    await expect.poll(() => player().state()).toBe(2);
    expect(await box().isVisible()).toBe(false);
    await hover(2, '1:02');
    await expectTime(62, 77);
    expect(await player().muted()).toBe(true);
    expect(app.youtube.loads(id)).toBe(1);
    expect(await app.youtube.count(app.page, id)).toBe(1);

    await hover(3, '0:05');
    await expect.poll(() => app.youtube.count(app.page, id)).toBe(0);
    expect(await app.youtube.count(app.page, other)).toBe(1);
    expect(await box().count()).toBe(1);
    expect(await app.driver.disable(PLUGIN)).toEqual([]);
    expect(await box().count()).toBe(0);
  });

  it('leaves the one in the pane alone, of the same video too', async () => {
    await openNote(`${anchor('00:01:00')} ${anchor('00:05:00')}`);
    await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
    const [frame] = await playersOf(app.page, id);
    if (frame === undefined) throw new Error('Nothing plays in the pane.');
    const inPane = (): Promise<readonly unknown[]> =>
      frame.evaluate(() => {
        const { state, muted, volume, currentTime, received } = window.standIn;
        const told = JSON.stringify(received).match(/pauseVideo|seekTo|mute|setVolume/g);
        return [state, muted, volume, currentTime < 120, told];
      });
    await leave();
    await hover(1, '5:00');
    expect(await app.youtube.count(app.page, id)).toBe(2);
    await expect.poll(inPane).toEqual([1, false, 1, true, null]);
  });

  it('goes to where a slip leads as soon as the length is there, and is not right before', async () => {
    app.youtube.set(id, { length: 600, lengthDelay: 700 });
    await openNote(anchor('03:01:00'));
    await chipsIn(app.page).first().hover();
    await expect.poll(() => app.youtube.loads(id)).toBe(1);
    expect(await preview().and(app.page.locator('.is-right')).count()).toBe(0);
    await hover(0, '3:01');
    await expectTime(181, 196);
    expect(app.youtube.loads(id)).toBe(1);
  });

  it('plays a range over and over', async () => {
    await openNote('[00:00:10 - 00:00:11]');
    await hover(0, '0:10–0:11');
    await vi.waitFor(async () => {
      await expectTime(10, 11);
      const seeks = (await player().commands()).filter(({ func }) => func === 'seekTo');
      expect(seeks.map(({ args }) => args[0])).toEqual(expect.arrayContaining([10]));
      expect(seeks.length).toBeGreaterThanOrEqual(2);
    }, waiting);
    expect(await preview().and(app.page.locator('.is-right')).count()).toBe(1);
  });

  it('shows the real frame of a file', async () => {
    await openNote(`${anchor('00:03:30')} ${anchor('00:07:30')}`, 'video: "[[time-code.webm]]"');
    await hover(0, '3:30');
    expect(await distanceFrom([0x9e, 0xce, 0x6a])).toBeLessThan(16);
    await hover(1, '7:30');
    expect(await distanceFrom([0xf7, 0x76, 0x8e])).toBeLessThan(16);
    expect(await box().locator('video').count()).toBe(1);
    expect(app.youtube.requests).toEqual([]);
  });

  it('is in the window that the pointer is in', async () => {
    await openNote(anchor('00:01:00'));
    await app.driver.openNote('note.md', { where: 'window' });
    const [popout] = app.driver.popouts();
    if (popout === undefined) throw new Error('There is no window.');
    await hover(0, '1:00', popout);
    expect(await app.youtube.count(popout, id)).toBe(1);
    expect(await box(popout).isVisible()).toBe(true);
    expect(await box().count()).toBe(0);
    await leave(popout);
    expect(await box(popout).isVisible()).toBe(false);
  });
});

describe('a preview of what is in no note', () => {
  it('is of the tick that the pointer rests on, with its sentence, and not in the way of a drag', async () => {
    app.youtube.set(id, { length: 600 });
    await openNote(`Something is said ${anchor('00:01:00')}, and more ${anchor('00:05:00')}.`);
    await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
    const track = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
    await expect.poll(() => track.getAttribute('aria-valuemax')).toBe('600');
    const [inPane] = await playersOf(app.page, id);
    const { x, y, width, height } = (await track.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const point = (part: number): Promise<void> => app.page.mouse.move(x + part * width, y + height / 2);

    await point(0.5);
    await expectRight('5:00');
    expect(await app.page.locator('.playhead-tip').innerText()).toContain('and more');
    const [shown, stage] = [
      await preview().boundingBox(),
      await panesIn(app.page).locator('iframe').boundingBox(),
    ];
    expect(overlap(shown, stage)).toBe(false);
    expect(await inPane?.evaluate(() => [window.standIn.state, window.standIn.muted])).toEqual([1, false]);

    await app.page.mouse.down();
    expect(await preview().count()).toBe(0);
    for (const part of [0.45, 0.4, 0.3, 0.5, 0.25]) await point(part);
    await app.page.mouse.up();
    await expect
      .poll(async () => Math.abs(((await inPane?.evaluate(() => window.standIn.currentTime)) ?? 0) - 150))
      .toBeLessThan(4);
    expect(await preview().count()).toBe(0);
  });

  it('is of a finding of a check, above the dialog, and goes with it', async () => {
    app.youtube.set(id, { length: 600 });
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${anchor('03:01:00')}\n` },
      localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 600 } },
    });
    await app.driver.openNote('note.md');
    await app.driver.runCommand('playhead:check-note');
    await app.page.locator('.modal.playhead-check').getByRole('button', { name: 'Play from' }).hover();
    await expectRight('3:01');
    await expectTime(181, 196);
    const { x, y } = (await preview().boundingBox()) ?? { x: 0, y: 0 };
    const above = await app.page.evaluate(
      ([left, top]) => document.elementFromPoint(left + 20, top + 20)?.closest('.popover') !== null,
      [x, y] as const,
    );
    expect(above).toBe(true);
    await app.page.keyboard.press('Escape');
    await expect.poll(() => preview().count()).toBe(0);
    await expect.poll(() => player().state()).toBe(2);
  });
});

type Box = Awaited<ReturnType<Locator['boundingBox']>>;

function overlap(one: Box, other: Box): boolean {
  if (one === null || other === null) throw new Error('One of them is not there.');
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
