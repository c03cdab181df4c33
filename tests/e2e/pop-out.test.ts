// A pane in a window of its own: the frame loads anew there, and the time goes on.
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'popOutVideo';

const waiting = { timeout: 6000, interval: 20 };

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
