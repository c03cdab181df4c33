// Clips: a range plays to its end, a loop restarts there, and the settings change that.
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { anchor, chipsIn, coverPane, expectPlayhead, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'clippedClip';
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);
const media = (): Locator => panesIn(app.page).locator('video');
const button = (name: string): Locator => panesIn(app.page).getByRole('button', { name, exact: true });
const loopSwitch = (): Promise<string | null> =>
  panesIn(app.page).locator('[aria-label="Loop clip"]').getAttribute('aria-pressed');

const range = anchor('00:01:06', '[00:01:06 - 00:01:07]', ' data-end="00:01:07"');
const times = `From ${range} to ${anchor('00:02:00')} and ${anchor('00:02:01')}.\n`;

/** The distance from the clip's end at each restart. Seconds. */
interface Watched {
  turns?: number[];
}

/** Records how near to `end` the media element restarts, whichever element it is. */
function watchTurns(element: Element, end: number): void {
  const video = element as HTMLVideoElement;
  const turns: number[] = ((window as Watched).turns = []);
  let last = video.currentTime;
  setInterval(() => {
    if (video.currentTime < last - 0.5) turns.push(Math.abs(last - end));
    last = video.currentTime;
  }, 5);
}

async function choose(nth: number, title: string): Promise<void> {
  await chipsIn(app.page).nth(nth).click({ button: 'right' });
  await app.page.locator('.menu .menu-item', { hasText: title }).click();
}

/** A busy machine may be late once. */
async function expectTurns(turns: () => Promise<readonly number[]>): Promise<void> {
  await expect
    .poll(async () => (await turns()).filter((late) => late < 0.25).length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(2);
}

async function start(property = `videoId: ${id}`, data: object = {}): Promise<void> {
  app.youtube.set(id, { length: 600 });
  const notes = { 'note.md': `---\n${property}\n---\n\n${times}` };
  await app.driver.start({ notes, served: true, data });
  await app.driver.openNote('note.md');
}

it('A range plays to its end and pauses; a loop turns back there, until one goes elsewhere', async () => {
  await start();
  await expectPlayhead(app, id, 66, () => chipsIn(app.page).first().click());
  await expect.poll(() => player().state(), { timeout: 30_000 }).toBe(2);
  expect(await player().currentTime()).toBeGreaterThan(66.9);
  await button('Play').click();
  await expect.poll(() => player().currentTime()).toBeGreaterThan(67.5);
  expect(await player().state()).not.toBe(2);

  await choose(0, 'Loop this clip');
  await expect.poll(loopSwitch).toBe('true');
  const frame = await player().frame();
  await frame.locator('video').evaluate(watchTurns, 67);
  await expectTurns(() => frame.evaluate(() => (window as Watched).turns ?? []));
  expect(await player().state()).not.toBe(2);
  await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).press('Home');
  await expect.poll(loopSwitch).toBe('false');
  await expect.poll(() => player().currentTime()).toBeLessThan(5);
}, 180_000);

it('The clip that a file is in is looped by a command; with the settings it plays on past its end, and hidden', async () => {
  const time = (): Promise<number> => media().evaluate((video: HTMLVideoElement) => video.currentTime);
  const settings = { pauseAtClipEnd: false, shortSkip: 7, longSkip: 40, pauseHiddenMedia: false };
  await start('video: "[[time-code.webm]]"', settings);
  await chipsIn(app.page).nth(1).click();
  await expect.poll(time).toBeGreaterThan(120);
  // The next moment is a second later; a clip has at least eight seconds.
  await media().evaluate(watchTurns, 128);
  expect(await app.driver.runCommand('playhead:loop-clip')).toBe(true);
  await expect.poll(loopSwitch).toBe('true');
  await expectTurns(() => app.page.evaluate(() => (window as Watched).turns ?? []));
  await button('Forward 7 seconds').click();
  await expect.poll(time).toBeGreaterThan(126.9);
  await button('Forward 7 seconds').click();
  await expect.poll(time).toBeGreaterThan(128.5);
  expect(await loopSwitch()).toBe('false');
  await app.driver.runCommand('playhead:skip-forward-further');
  await expect.poll(time).toBeGreaterThan(166.9);

  await chipsIn(app.page).first().click();
  await coverPane(app.page);
  await expect.poll(time).toBeLessThan(80);
  await expect.poll(time).toBeGreaterThan(67.5);
  expect(await media().evaluate((video: HTMLVideoElement) => video.paused)).toBe(false);
}, 180_000);
