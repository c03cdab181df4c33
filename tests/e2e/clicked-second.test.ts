// The clicked second plays, whatever the player of a media file was doing.
import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { answerWithFilm } from '../support/film-elsewhere.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const address = 'https://media.example/slow.webm';
const note = (video: string): Record<string, string> => ({
  'note.md': `---\nvideo: "${video}"\n---\n\n${['00:01:10', '00:05:20', '00:11:58'].map((time) => anchor(time)).join(' ')}\n`,
});

const film = (): ReturnType<typeof panesIn> => panesIn(app.page).locator('video');
const at = (): Promise<number> => film().evaluate((el: HTMLVideoElement) => el.currentTime);
const isPaused = (): Promise<boolean> => film().evaluate((el: HTMLVideoElement) => el.paused);
const time = (): Promise<string> => panesIn(app.page).locator('.playhead-time').innerText();

async function expectToPlayFrom(second: number): Promise<void> {
  await expect.poll(at).toBeGreaterThan(second);
  expect(await at()).toBeLessThan(second + 8);
  expect(await isPaused()).toBe(false);
}

it('is played after the video has ended', async () => {
  await app.driver.start({ notes: note('[[time-code.webm]]'), served: true });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).nth(2).click();
  await expect.poll(() => film().evaluate((el: HTMLVideoElement) => el.ended)).toBe(true);
  await chipsIn(app.page).first().click();
  await expectToPlayFrom(70);
});

it('is the last that was clicked before the video came', async () => {
  let release: () => void = () => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer = answerWithFilm();
  await app.context.route(address, async (route: Route) => {
    await isReleased;
    await answer(route);
  });
  await app.driver.start({ notes: note(address) });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
  await panesIn(app.page).locator('video').waitFor();
  await chipsIn(app.page).nth(1).click();
  await expect.poll(time).toBe('5:20');
  release();
  await expectToPlayFrom(320);
});

it('is played instead of what was offered to be resumed', async () => {
  await app.driver.start({
    notes: note('[[time-code.webm]]'),
    served: true,
    localStorage: { 'playhead-videos': { 'file:media/time-code.webm': { position: 500, length: 720 } } },
  });
  await app.driver.openNote('note.md');
  await app.driver.runCommand('playhead:open-video');
  const resume = panesIn(app.page).getByRole('button', { name: 'Resume at 8:20' });
  await resume.waitFor();
  await chipsIn(app.page).first().click();
  await expectToPlayFrom(70);
  expect(await resume.count()).toBe(0);
});

it('shows at once where a paused video is sought', async () => {
  await app.driver.start({ notes: note('[[time-code.webm]]'), served: true });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
  await expectToPlayFrom(70);
  await app.driver.runCommand('playhead:play-or-pause');
  await expect.poll(isPaused).toBe(true);
  const shown = await app.page.evaluate(async () => {
    const pane = document.querySelector('[data-type="playhead-video"] .view-content');
    const video = pane?.querySelector('video');
    const texts: (string | null | undefined)[] = [];
    const note = (): void => {
      texts.push(pane?.querySelector('.playhead-time')?.textContent);
    };
    // Before the player has any picture of it.
    video?.addEventListener('seeking', note);
    pane?.querySelector<HTMLElement>('.playhead-track')?.focus();
    pane
      ?.querySelector('.playhead-track')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    note();
    await Promise.resolve();
    return texts;
  });
  expect(shown[0]).toMatch(/^0:00/);
});
