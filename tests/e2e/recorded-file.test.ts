// A recording by MediaRecorder of sixty seconds, whose header has no length.
import { describe, expect, it } from 'vitest';
import { serveFile } from '../support/film-elsewhere.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const address = 'https://media.example/recorded.webm';
const text = (video: string): string =>
  `---\nvideo: "${video}"\n---\n\n${anchor('00:00:20')} and slipped ${anchor('00:45:00')}\n`;

const film = (): ReturnType<typeof panesIn> => panesIn(app.page).locator('video');
const currentTime = (): Promise<number> => film().evaluate((el: HTMLVideoElement) => el.currentTime);
const time = (): Promise<string> => panesIn(app.page).locator('.playhead-time').innerText();

async function play(video: string): Promise<void> {
  const notes = { 'note.md': text(video), 'other.md': 'No video.' };
  await app.driver.start({ notes, media: { 'recorded.webm': 'recorded.webm' } });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
}

describe('a recorded file without a length', () => {
  it.each([
    ['of the vault', '[[recorded.webm]]'],
    ['at an address', address],
  ])(
    '%s is no live stream: its length is learned while it plays, and corrects the chips',
    async (_, video) => {
      await serveFile(app.context, address, 'recorded.webm');
      await play(video);
      await expect.poll(time).toMatch(/^0:2\d \/ 0:59$/);
      expect(await currentTime()).toBeLessThan(30);
      expect(await film().evaluate((el: HTMLVideoElement) => el.paused)).toBe(false);
      await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['0:20', '0:45']);
      await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).press('End');
      await expect.poll(currentTime).toBeGreaterThan(59);
    },
  );

  it('keeps its place, in the layout and for another day', async () => {
    await play('[[recorded.webm]]');
    await expect.poll(currentTime).toBeGreaterThan(21.5);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => film().evaluate((el: HTMLVideoElement) => el.paused)).toBe(true);
    await app.page.evaluate(() => window.app.workspace.detachLeavesOfType('playhead-video'));
    await app.driver.runCommand('playhead:open-video');
    await panesIn(app.page)
      .getByRole('button', { name: /^Resume at 0:2\d$/ })
      .click();
    await expect.poll(currentTime).toBeGreaterThan(20.5);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => film().evaluate((el: HTMLVideoElement) => el.paused)).toBe(true);
    const left = await currentTime();
    await app.driver.restart();
    await expect.poll(currentTime).toBeCloseTo(left, 1);
  });
});
