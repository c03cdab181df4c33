// A note about a media file of the vault.
import { describe, expect, it, vi } from 'vitest';
import { serveFilm } from '../support/film-elsewhere.ts';
import { anchor, chipsIn, coverPane, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const text = `---
video: "[[time-code.webm]]"
---

${anchor('00:00:10')} and ${anchor('00:11:00')} and slipped ${anchor('03:01:00')}
`;

const waiting = { timeout: 30_000, interval: 20 };

async function currentTime(): Promise<number> {
  return panesIn(app.page)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => video.currentTime);
}

function isPaused(): Promise<boolean> {
  return panesIn(app.page)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => video.paused);
}

describe('a media file', () => {
  it('plays the second of each chip, and its length corrects the chips', async () => {
    await app.driver.start({ notes: { 'note.md': text }, served: true });
    await app.driver.openNote('note.md');
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:10', '11:00', '3:01:00']);
    const seconds = [10, 660, 181];
    for (const [index, second] of seconds.entries()) {
      await chips.nth(index).click();
      await vi.waitFor(async () => {
        const time = await currentTime();
        expect(time).toBeGreaterThanOrEqual(second - 0.5);
        expect(time).toBeLessThan(second + 6);
      }, waiting);
    }
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:10', '11:00', '3:01']);
    expect(app.youtube.requests).toEqual([]);
  });

  it('at an address is asked for when its chip is clicked, and plays the second of it', async () => {
    const address = 'https://media.example/talk.webm';
    const asked = await serveFilm(app.context, address);
    await app.driver.start({ notes: { 'note.md': text.replace('[[time-code.webm]]', address) } });
    await app.driver.openNote('note.md');
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:10', '11:00', '3:01:00']);
    expect(asked()).toBe(0);
    await chips.last().click();
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:10', '11:00', '3:01']);
    await expect.poll(currentTime).toBeGreaterThan(181);
    expect(await currentTime()).toBeLessThan(240);
    expect(await isPaused()).toBe(false);
    expect(JSON.stringify(await app.driver.layout())).toContain(`url:${address}`);
  });

  it('gives the note the focus back after a click on the picture', async () => {
    await app.driver.start({ notes: { 'note.md': text }, served: true });
    await app.driver.openNote('note.md', { mode: 'live' });
    await app.page.keyboard.press('ControlOrMeta+End');
    await chipsIn(app.page).first().click();
    await expect.poll(currentTime).toBeGreaterThan(10);
    await panesIn(app.page).locator('video').click();
    await expect
      .poll(() =>
        panesIn(app.page)
          .locator('video')
          .evaluate((video: HTMLVideoElement) => video.paused),
      )
      .toBe(true);
    await expect
      .poll(() => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.hasFocus()))
      .toBe(true);
  });

  it.each([
    ['phone', false],
    ['desktop', true],
  ] as const)('on a %s, where its pane is left for another tab, pauses: %s', async (platform, pauses) => {
    await app.driver.start({ notes: { 'note.md': text }, served: true, platform });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().click();
    await expect.poll(currentTime).toBeGreaterThan(10);
    const left = await currentTime();
    await coverPane(app.page);
    if (pauses) await expect.poll(isPaused).toBe(true);
    else await expect.poll(currentTime).toBeGreaterThan(left + 1);
    expect(await isPaused()).toBe(pauses);
  });

  it('that is renamed plays on, in its pane and for its note', async () => {
    await app.driver.start({ notes: { 'note.md': text }, served: true });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).nth(1).click();
    await expect.poll(currentTime).toBeGreaterThan(660.2);
    await app.page.evaluate(async () => {
      const { fileManager, vault } = window.app;
      const film = vault.getFileByPath('media/time-code.webm');
      if (film !== null) await fileManager.renameFile(film, 'films/clock.webm');
    });
    const name = panesIn(app.page).locator('.view-header-title');
    await expect.poll(() => name.innerText()).toBe('clock.webm');
    await expect.poll(currentTime).toBeGreaterThan(660.5);
    expect(await isPaused()).toBe(false);
    // The app updates the link in the note.
    await app.driver.writeOutside('note.md', text.replace('time-code.webm', 'clock.webm'));
    await chipsIn(app.page).first().click();
    await expect.poll(currentTime).toBeLessThan(20);
    expect(await panesIn(app.page).count()).toBe(1);
    expect(JSON.stringify(await app.driver.layout())).toContain('file:films/clock.webm');
  });

  it('that is deleted while it plays is missed, and plays on from where it was when it is back', async () => {
    await app.driver.start({ notes: { 'note.md': text }, media: { 'time-code.webm': 'tone.wav' } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().click();
    await expect.poll(currentTime).toBeGreaterThan(10.2);
    await app.page.evaluate(async () => {
      const { vault } = window.app;
      const film = vault.getFileByPath('time-code.webm');
      if (film === null) return;
      await vault.copy(film, 'kept.webm');
      await vault.delete(film);
    });
    await panesIn(app.page).getByText('This file is not in the vault.').waitFor();
    expect(await panesIn(app.page).locator('video').count()).toBe(0);
    await app.page.evaluate(async () => {
      const { vault } = window.app;
      const film = vault.getFileByPath('kept.webm');
      if (film !== null) await vault.copy(film, 'time-code.webm');
    });
    await expect.poll(currentTime).toBeGreaterThan(10.2);
    await expect.poll(isPaused).toBe(false);
  });
});
