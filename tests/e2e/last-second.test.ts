// The last request wins: after the end of a video, before its first load, with an offer to resume, and at its very end.
import { expect, it, vi } from 'vitest';
import { anchor, chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'lastSecond1';
const waiting = { timeout: 30_000, interval: 20 };
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);

async function start(text: string): Promise<void> {
  await app.driver.start({ notes: { 'note.md': text } });
  await app.driver.openNote('note.md');
}

async function toTheEnd(): Promise<void> {
  await vi.waitFor(async () => {
    expect(await player().state()).toBe(0);
  }, waiting);
}

it('plays the last second of a video whose length is rounded up', async () => {
  app.youtube.set(id, { length: 19.4, roundsLength: true });
  await start(noteAbout(id, '00:00:05', '00:00:20'));
  await expectPlayhead(app, id, 5, () => chipsIn(app.page).first().click());
  await expect.poll(() => panesIn(app.page).locator('.playhead-time').innerText()).toContain('0:20');
  await expectPlayhead(app, id, 19, () => chipsIn(app.page).nth(1).click());
  await toTheEnd();
  expect(await player().currentTime()).toBeCloseTo(19.4, 1);
});

it('loops a clip that goes to the end of such a video', async () => {
  app.youtube.set(id, { length: 19.4, roundsLength: true });
  const clip = anchor('00:00:18', '[00:00:18 - 00:00:20]', ' data-end="00:00:20"');
  await start(`---\nvideoId: ${id}\n---\n\nHere ${clip} it ends.\n`);
  await chipsIn(app.page).first().click({ button: 'right' });
  await app.page.getByText('Loop this clip').click();
  const ends: number[] = [];
  await vi.waitFor(
    async () => {
      const time = await player().currentTime();
      const last = ends.at(-1);
      if (last === undefined || time < last - 1) ends.push(time);
      else ends[ends.length - 1] = time;
      expect(ends.length).toBeGreaterThanOrEqual(3);
    },
    { timeout: 30_000, interval: 20 },
  );
  expect(ends.slice(0, 2).every((end) => end > 18.8)).toBe(true);
});

it('plays the second that is clicked after the video has ended', async () => {
  app.youtube.set(id, { length: 20 });
  await start(noteAbout(id, '00:00:18', '00:00:05'));
  await expectPlayhead(app, id, 18, () => chipsIn(app.page).first().click());
  await toTheEnd();
  await expectPlayhead(app, id, 5, () => chipsIn(app.page).nth(1).click());
  await expect.poll(() => player().state()).toBe(1);
});

it('plays the second that is clicked last, before the video has loaded', async () => {
  app.youtube.set(id, { length: 600, answerDelay: 600, lengthDelay: 300 });
  await start(noteAbout(id, '00:01:00', '00:04:00', '00:02:00'));
  const chips = chipsIn(app.page);
  await chips.first().click();
  await chips.nth(1).click();
  await expectPlayhead(app, id, 120, () => chips.nth(2).click());
  await expect.poll(() => player().state()).toBe(1);
  await expect.poll(() => player().currentTime()).toBeGreaterThan(121);
});

it('plays the second that is clicked, though there is an offer to resume elsewhere', async () => {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({
    notes: { 'note.md': noteAbout(id, '00:01:00', '00:02:00') },
    localStorage: {
      'playhead-videos': { [`youtube:${id}`]: { position: 300, length: 600 } },
    },
  });
  await app.driver.openNote('note.md');
  await app.driver.runCommand('playhead:open-video');
  await panesIn(app.page).getByRole('button', { name: 'Resume at 5:00' }).waitFor();
  await expectPlayhead(app, id, 120, () => chipsIn(app.page).nth(1).click());
  await expect.poll(() => player().currentTime()).toBeGreaterThan(121);
  expect(
    await panesIn(app.page)
      .getByRole('button', { name: /Resume/ })
      .count(),
  ).toBe(0);
});
