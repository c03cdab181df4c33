// A pane in a pop-out: its frame loads anew there, and its video goes on.
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { placeCaret } from '../support/editing.ts';
import { chipsIn, expectPlayhead, noteAbout, secondsOf, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'popOutVideo';

const waiting = { timeout: 30_000, interval: 20 };

async function movePaneOut(): Promise<Page> {
  const opened = app.context.waitForEvent('page');
  await app.page.evaluate(() => {
    const [pane] = window.app.workspace.getLeavesOfType('playhead-video');
    if (pane === undefined) throw new Error('There is no pane.');
    window.app.workspace.moveLeafToPopout(pane);
  });
  return opened;
}

it('keeps its time and goes on playing when it moves to a window', async () => {
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:01:00', '00:02:00') } });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThan(61);
  const since = Date.now();
  const before = await app.youtube.player(app.page, id).currentTime();

  const popout = await movePaneOut();
  await vi.waitFor(async () => {
    const time = await app.youtube.player(popout, id).currentTime();
    expect(time).toBeGreaterThan(before - 1.1);
    expect(time).toBeLessThan(before + (Date.now() - since) / 1000 + 0.5);
    expect(await app.youtube.player(popout, id).state()).toBe(1);
  }, waiting);
  expect(await app.youtube.count(app.page, id)).toBe(0);

  await chipsIn(app.page).nth(1).click();
  await vi.waitFor(async () => {
    const time = await app.youtube.player(popout, id).currentTime();
    expect(time).toBeGreaterThanOrEqual(119.5);
    expect(time).toBeLessThan(126);
  }, waiting);
});

it('keeps the time of a media file too', async () => {
  const text =
    '---\nvideo: "[[time-code.webm]]"\n---\n\n<a class="yt-timestamp" data-t="00:03:05">[00:03:05]</a>\n';
  await app.driver.start({ notes: { 'note.md': text }, served: true });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).click();
  const video = app.page.locator('video');
  await expect.poll(() => video.evaluate((el: HTMLVideoElement) => el.currentTime)).toBeGreaterThan(185.5);
  const popout = await movePaneOut();
  await expect
    .poll(() => popout.locator('video').evaluate((el: HTMLVideoElement) => el.currentTime))
    .toBeGreaterThan(185);
});

it('shows the moment where it will go on, while it waits for Play', async () => {
  app.youtube.set(id, { length: 6000 });
  const times = Array.from({ length: 60 }, (_, index) =>
    new Date(index * 60_000).toISOString().slice(11, 19),
  );
  await app.driver.start({ notes: { 'note.md': noteAbout(id, ...times) } });
  await app.driver.openNote('note.md');
  await app.page.evaluate(() => {
    const state = { video: 'youtube:popOutVideo', time: 3005, rate: 1 };
    return window.app.workspace.getLeaf('split').setViewState({ type: 'playhead-video', state });
  });
  const isCurrentSeen = (page: Page): Promise<string> =>
    page.locator('.playhead-row[aria-current="true"]').evaluateAll((rows) =>
      rows
        .filter((row) => {
          const list = row.closest('.playhead-list')?.getBoundingClientRect();
          const { top, bottom } = row.getBoundingClientRect();
          return list !== undefined && top >= list.top && bottom <= list.bottom;
        })
        .map((row) => row.querySelector('.playhead-row-time')?.textContent)
        .join(),
    );
  await expect.poll(() => isCurrentSeen(app.page)).toBe('50:00');
  const popout = await movePaneOut();
  await expect.poll(() => isCurrentSeen(popout)).toBe('50:00');
  expect(await app.youtube.player(popout, id).state()).not.toBe(1);
});

it('is controlled there, by mouse and keys, with its timeline', async () => {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:01:00', '00:05:00') } });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  const popout = await movePaneOut();
  const player = app.youtube.player(popout, id);
  await vi.waitFor(async () => {
    expect(await player.state()).toBe(1);
  }, waiting);

  await popout.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => player.state()).toBe(2);
  await popout.keyboard.press('ArrowRight');
  await popout.getByRole('slider', { name: 'Timeline' }).focus();
  await popout.keyboard.press('PageUp');
  await expect.poll(async () => Math.abs((await player.currentTime()) - 300)).toBeLessThan(0.5);

  const box = await popout.getByRole('slider', { name: 'Timeline' }).boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  await popout.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => popout.locator('.playhead-tip').innerText()).toMatch(/5:00\s+Something is said\./);
  await popout.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await popout.mouse.down();
  await popout.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2, { steps: 8 });
  await popout.mouse.up();
  await expect.poll(async () => Math.abs((await player.currentTime()) - 150)).toBeLessThan(3);
  const drawn = await popout
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, height >> 1, width, 1).data ?? [];
      return [width, pixels.filter((part, index) => index % 4 === 3 && part > 0).length];
    });
  expect(drawn[0]).toBeCloseTo(box.width, -1);
  expect(drawn[1]).toBeGreaterThanOrEqual(2);
});

it('is opened in a window, and used from the note from the first click to the last', async () => {
  app.youtube.set(id, { length: 600, answersAgain: false });
  await app.driver.start({
    notes: { 'note.md': noteAbout(id, '00:01:00', '00:02:00', '00:05:00') },
    data: { newPanePlace: 'window', hoverPreview: 'off' },
  });
  await app.driver.openNote('note.md', { mode: 'live' });
  await placeCaret(app.page, 'Something is said', 'Something'.length);
  const opened = app.context.waitForEvent('page');
  await chipsIn(app.page).first().click();
  const popout = await opened;
  const player = app.youtube.player(popout, id);
  const plays = (from: number): Promise<void> =>
    vi.waitFor(async () => {
      expect(await player.state()).toBe(1);
      const time = await player.currentTime();
      expect(time).toBeGreaterThanOrEqual(from - 0.5);
      expect(time).toBeLessThan(from + 8);
    }, waiting);
  await plays(60);
  await expect.poll(() => popout.locator('.playhead-time').innerText()).toMatch(/^1:0\d \/ 10:00$/);

  await chipsIn(app.page).nth(1).click();
  await plays(120);
  await popout.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => player.state()).toBe(2);

  const before = await app.driver.readFile('note.md');
  await app.driver.runCommand('playhead:insert-timestamp');
  await expect.poll(() => app.driver.readFile('note.md')).not.toBe(before);
  const [, at = ''] = /Something.*?data-t="([^"]+)"/.exec(await app.driver.readFile('note.md')) ?? [];
  expect(Math.abs(secondsOf(at) - (await player.currentTime()))).toBeLessThanOrEqual(1);

  await chipsIn(app.page).last().click();
  await plays(300);
  expect(app.youtube.loads(id)).toBe(1);
  expect(await popout.locator('.playhead-message').innerText()).toBe('');
});

it('is previewed there, from a note in that window', async () => {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({
    notes: { 'note.md': noteAbout(id, '00:01:00', '00:02:00') },
    data: { hoverPreview: 'clip' },
  });
  const opened = app.context.waitForEvent('page');
  await app.driver.openNote('note.md', { where: 'window' });
  const popout = await opened;
  await chipsIn(popout).first().hover();
  await popout.locator('.playhead-preview.is-right').waitFor();
  expect(await app.youtube.player(popout, id).muted()).toBe(true);
});
