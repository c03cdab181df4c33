// Advertisements before and within a video, during which the player ignores commands and does not report that.
import { expect, it, vi } from 'vitest';
import { editedText, placeCaret } from '../support/editing.ts';
import { chipsIn, expectPlayhead, noteAbout, coverPane, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'adBeforeVid';
const waiting = { timeout: 30_000, interval: 20 };
const paneText = (): Promise<string> => panesIn(app.page).locator('.view-content').innerText();
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);

async function start(): Promise<void> {
  await app.page.clock.install();
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:01:00', '00:02:00', '00:03:00') } });
  await app.driver.openNote('note.md');
}

async function clickDuringAdvert(index: number): Promise<void> {
  await chipsIn(app.page).nth(index).click();
}

async function expectPlaying(from: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await player().state()).toBe(1);
    const time = await player().currentTime();
    expect(time).toBeGreaterThanOrEqual(from - 0.5);
    expect(time).toBeLessThan(from + 8);
  }, waiting);
}

it.each([-1, 3] as const)(
  'begins the video at the chip that was clicked last during the advertisement (state %s)',
  async (state) => {
    app.youtube.set(id, { advert: { seconds: 'held', state } });
    await start();
    await clickDuringAdvert(0);
    await expect.poll(() => player().state()).toBe(state);
    await clickDuringAdvert(1);
    await app.page.clock.fastForward(4000);
    await player().endAdvert();
    await expectPlaying(120);
    await expect.poll(() => panesIn(app.page).locator('.playhead-time').innerText()).toMatch(/^2:0/);
    await expectPlayhead(app, id, 180, () => chipsIn(app.page).nth(2).click());
  },
);

it.each([-1, 3] as const)(
  'says that there may be an advertisement, not that play is to be pressed (state %s)',
  async (state) => {
    app.youtube.set(id, { advert: { seconds: 'held', state }, answersAgain: false });
    await start();
    await clickDuringAdvert(0);
    await expect.poll(() => player().state()).toBe(state);
    await app.page.clock.fastForward(3000);
    await expect.poll(paneText).toContain('Waiting for YouTube. It may be showing an ad.');
    expect(await paneText()).not.toContain('Press play');
    await player().endAdvert();
    await expectPlaying(60);
    await expect.poll(paneText).not.toContain('showing an ad');
  },
);

it('shows the advertisement all the while: a minute of silence is no fault', async () => {
  app.youtube.set(id, { advert: { seconds: 'held', state: 3 }, answersAgain: false });
  await start();
  await clickDuringAdvert(0);
  await expect.poll(() => player().state()).toBe(3);
  for (let part = 0; part < 12; part += 1) await app.page.clock.fastForward(5100);
  expect(await panesIn(app.page).locator('iframe').isVisible()).toBe(true);
  expect(await paneText()).not.toContain('YouTube does not answer.');
  await player().endAdvert();
  await expectPlaying(60);
  expect(app.youtube.loads(id)).toBe(1);
});

it('keeps the pause that was asked for during an advertisement', async () => {
  app.youtube.set(id, { advert: { seconds: 'held', state: -1 } });
  await start();
  await clickDuringAdvert(0);
  await expect.poll(() => player().state()).toBe(-1);
  await clickDuringAdvert(1);
  await panesIn(app.page).locator('.playhead-controls').waitFor();
  // A hidden video pauses.
  await coverPane(app.page);
  await player().endAdvert();
  await expect.poll(() => player().state()).toBe(2);
});

it('never hides a player that has answered, though it says nothing any more', async () => {
  app.youtube.set(id, { answersAgain: false });
  await start();
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await expect.poll(() => player().state()).toBe(1);
  await player().die();
  for (let part = 0; part < 6; part += 1) await app.page.clock.fastForward(5100);
  expect(await panesIn(app.page).locator('iframe').isVisible()).toBe(true);
  await expect.poll(paneText).toContain('YouTube has not answered for a while.');
  // The pane counts on for a moment before it notices that the player is silent.
  const time = await player().currentTime();
  await expectPlayhead(app, id, time + 0.5, () =>
    panesIn(app.page).getByRole('button', { name: 'Reload' }).click(),
  );
});

it('is not loaded anew for saying twice that it is ready to listen', async () => {
  app.youtube.set(id, { readyTwice: true });
  await start();
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await player().sayReady();
  await player().sayReady();
  await expectPlayhead(app, id, 120, () => chipsIn(app.page).nth(1).click());
  expect(app.youtube.loads(id)).toBe(1);
});

it('writes no timestamp of a video that the frame has left for another', async () => {
  app.youtube.set('anotherVide', { title: 'Another', length: 900 });
  await start();
  await app.driver.openNote('note.md', { mode: 'live' });
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await expect.poll(() => player().state()).toBe(1);
  await placeCaret(app.page, 'said');
  const before = await editedText(app.page);
  await player().goOnTo('anotherVide');
  await expect.poll(() => app.youtube.player(app.page, 'anotherVide').currentTime()).toBeGreaterThan(1);
  await app.driver.runCommand('playhead:insert-timestamp');
  await expect.poll(async () => (await app.driver.notices()).join()).toContain('another video');
  expect(await editedText(app.page)).toBe(before);
  await expect.poll(paneText).toContain('YouTube is showing another video.');
  const time = await panesIn(app.page).locator('.playhead-time').innerText();
  expect(time).toMatch(/^1:0\d \/ 10:00/);
  // A timestamp of the video brings it back.
  await expectPlayhead(app, id, 120, () => chipsIn(app.page).nth(1).click());
  await expect.poll(paneText).not.toContain('another video');
});
