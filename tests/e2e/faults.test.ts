// The messages of a pane whose video cannot be played, and that nothing is lost.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../youtube/video-script.ts';
import { chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'faultyVideo';
const note = noteAbout(id, '00:12:34');

async function playFaulty(fault: Fault, faultLoads = Infinity): Promise<void> {
  app.youtube.set(id, { length: 900, fault, faultLoads });
  await app.driver.start({ notes: { 'note.md': note } });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).click();
}

const paneText = (): Promise<string> => panesIn(app.page).locator('.view-content').innerText();

describe('a fault of YouTube', () => {
  const sentences: readonly (readonly [Fault, string, boolean])[] = [
    [2, 'YouTube does not know this video.', false],
    [5, 'The player stopped with an error.', true],
    [100, 'This video has been removed or is private.', true],
    [
      101,
      'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
      false,
    ],
    [
      150,
      'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
      false,
    ],
    [153, 'YouTube refused the player in this app.', true],
  ];

  it.each(sentences)('%s is said in words, with a way out', async (fault, sentence, retry) => {
    await playFaulty(fault);
    await expect.poll(paneText).toContain(sentence);
    const buttons = await panesIn(app.page).locator('.playhead-message-buttons button').allInnerTexts();
    expect(buttons).toEqual([...(retry ? ['Retry'] : []), 'Open on YouTube at 12:34']);
  });

  it('opens the video on YouTube, at its time', async () => {
    await playFaulty(150);
    const open = panesIn(app.page).getByRole('button', { name: 'Open on YouTube at 12:34' });
    await open.waitFor();
    await app.page.evaluate(() => {
      window.open = (url) => {
        document.body.dataset['opened'] = String(url);
        return null;
      };
    });
    await open.click();
    expect(await app.page.evaluate(() => document.body.dataset['opened'])).toBe(
      `https://youtu.be/${id}?t=754`,
    );
  });

  it('loses neither the time nor the pane: Retry plays where the chip asked', async () => {
    await playFaulty(5, 1);
    const retry = panesIn(app.page).getByRole('button', { name: 'Retry' });
    await retry.waitFor();
    await expectPlayhead(app, id, 754, () => retry.click());
    expect(await panesIn(app.page).locator('.playhead-message').isVisible()).toBe(false);
  });

  it.each(['silent', 'offline'] as const)('no answer (%s) is a fault after ten seconds', async (fault) => {
    app.allow(/ERR_INTERNET_DISCONNECTED/);
    await app.page.clock.install();
    await playFaulty(fault);
    await panesIn(app.page).locator('iframe').waitFor({ state: 'attached' });
    await app.page.clock.fastForward(9000);
    expect(await paneText()).not.toContain('does not answer');
    // The frame may have loaded only now: the ten seconds begin again.
    await app.page.clock.fastForward(11_000);
    await expect.poll(paneText).toContain('YouTube does not answer.');
    app.youtube.set(id, { fault: undefined });
    await expectPlayhead(app, id, 754, () =>
      panesIn(app.page).getByRole('button', { name: 'Retry' }).click(),
    );
  });
});

describe('a player that dies midway', () => {
  /** The second of the video, within the second that the pane counts on before it notices the silence. */
  async function playAndDie(): Promise<number> {
    await app.page.clock.install();
    await app.driver.start({ notes: { 'note.md': note } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    const time = await app.youtube.player(app.page, id).currentTime();
    await app.youtube.player(app.page, id).die();
    return time + 0.5;
  }

  async function passTenSeconds(): Promise<void> {
    await app.page.clock.fastForward(5500);
    await app.page.clock.fastForward(5500);
  }

  it('is missed after ten seconds, and is loaded again where it was', async () => {
    app.youtube.set(id, { length: 900 });
    const time = await playAndDie();
    await passTenSeconds();
    await expect.poll(paneText).toContain('YouTube has not answered for a while.');
    await expectPlayhead(app, id, time, () =>
      panesIn(app.page).getByRole('button', { name: 'Reload' }).click(),
    );
  });

  it('is loaded again by itself when the network is back, once', async () => {
    app.youtube.set(id, { length: 900 });
    const time = await playAndDie();
    await passTenSeconds();
    await expect.poll(paneText).toContain('YouTube has not answered for a while.');
    await app.context.setOffline(true);
    await expectPlayhead(app, id, time, () => app.context.setOffline(false));
    expect(app.youtube.loads(id)).toBe(2);
  });
});

describe('a fault of a file', () => {
  it.each([
    ['missing.mp4', 'This file is not in the vault.'],
    ['broken.webm', 'This file cannot be played here.'],
  ])('%s: %s', async (file, sentence) => {
    const text = `---\nvideo: "[[${file}]]"\n---\n\n<a class="yt-timestamp" data-t="00:00:05">[00:00:05]</a>\n`;
    await app.driver.start({ notes: { 'note.md': text }, media: { 'broken.webm': 'broken.webm' } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    await expect.poll(paneText).toContain(sentence);
    expect(await paneText()).not.toContain('Open on YouTube');
  });
});
