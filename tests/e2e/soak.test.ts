// An hour of a pane's life, as fast as possible: it plays, its note is written and read, and memory, elements and listeners do not
// grow.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { footprintOf, grown } from '../support/footprint.ts';
import { chipsIn, expectPlayhead, noteAbout, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'anHourLong1';

/** Minutes. */
const ROUND = 5;
/** Rounds after which everything was made once. */
const FIRST = 4;
const HOUR = 60 / ROUND;
/** Reports of a player in a second. */
const REPORTS = 4;

/** Few, so that one rendering of the note that is still referenced is no tenth of the page. */
const times = Array.from({ length: 12 }, (_, index) => `00:${String(index + 10)}:00`);

/** Plays a minute of the video from `from`, by all reports of a player in that time. */
async function playMinute(frame: Frame, from: number): Promise<void> {
  await frame.evaluate(
    async ({ from, reports }) => {
      const say = (info: object): void => {
        window.parent.postMessage(JSON.stringify({ event: 'infoDelivery', info, id: 1 }), '*');
      };
      for (let report = 0; report < 60 * reports; report++) {
        say({ currentTime: from + report / reports, videoLoadedFraction: from / 4000 });
        if (report % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    },
    { from, reports: REPORTS },
  );
}

/** Writes a line into the note and takes it out again. */
async function writeAndErase(minute: number): Promise<void> {
  for (const text of [`Something that is said at [00:${String(minute).padStart(2, '0')}:30].\n`, '']) {
    await app.page.evaluate((text) => {
      const editor = window.app.workspace.activeEditor?.editor;
      if (editor === undefined) throw new Error('There is no editor.');
      const last = editor.lastLine();
      editor.replaceRange(text, { line: last - (text === '' ? 1 : 0), ch: 0 }, { line: last, ch: 0 });
    }, text);
    await expect
      .poll(async () => (await app.driver.readFile('note.md')).endsWith(text === '' ? '.\n' : text))
      .toBe(true);
  }
}

/** Five minutes of playing and writing; then the note is read, a chip clicked, another note opened, and a menu opened. */
async function playRound(round: number): Promise<void> {
  const player = app.youtube.player(app.page, id);
  await app.driver.openNote('note.md', { mode: 'live' });
  const frame = await player.frame();
  for (let minute = round * ROUND; minute < (round + 1) * ROUND; minute++) {
    await playMinute(frame, minute * 60);
    await writeAndErase(minute);
  }
  await app.driver.openNote('other.md');
  await app.driver.openNote('note.md');
  const chip = chipsIn(app.page).nth(round % 3);
  await expectPlayhead(app, id, (10 + (round % 3)) * 60, () => chip.click());
  await chip.click({ button: 'right' });
  await app.page.locator('.menu').waitFor();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('slider', { name: 'Timeline' }).hover();
  await app.page.mouse.move(5, 5);
  await expect.poll(() => app.page.locator('.menu, .popover, .tooltip').count()).toBe(0);
}

it('holds no more elements, listeners or memory after an hour than after its first minutes', async () => {
  app.youtube.set(id, { length: 4000 });
  const notes = { 'note.md': noteAbout(id, ...times), 'other.md': noteAbout('otherVideo1', '00:00:10') };
  await app.driver.start({ notes, saveDelay: 5, metadataDelay: 5 });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 600, () => chipsIn(app.page).first().click());
  const footprint = await footprintOf(app.page);
  for (let round = 0; round < FIRST; round++) await playRound(round);
  const before = await footprint();
  for (let round = 0; round < HOUR; round++) await playRound(round);
  // Remains of the last minute may not be collected yet.
  await expect.poll(async () => grown(before, await footprint()), { interval: 300 }).toEqual([]);
}, 120_000);
