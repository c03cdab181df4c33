// A media file at an address whose server accepts the request and never answers.
import { expect, it } from 'vitest';
import { answerWithFilm } from '../support/film-elsewhere.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const address = 'https://media.example/silent.webm';

it('is seen to be waited for after a second, and said to be silent after fifteen, with Retry', async () => {
  let isAnswering = false;
  const answer = answerWithFilm();
  await app.context.route(address, (route) => (isAnswering ? answer(route) : undefined));
  await app.page.clock.install();
  await app.driver.start({
    notes: { 'note.md': `---\nvideo: ${address}\n---\n\n${anchor('00:01:00')}\n` },
    localStorage: { 'playhead-videos': { [`url:${address}`]: { position: 400, length: 720 } } },
  });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
  const pane = panesIn(app.page);
  await pane.locator('video').waitFor();
  const bar = (): Promise<string> =>
    pane
      .locator('.playhead-rail')
      .evaluate(
        (rail) =>
          `${getComputedStyle(rail, '::before').animationName} ${getComputedStyle(rail, '::before').animationDelay}`,
      );
  expect(await bar()).toBe('playhead-waiting 1s');
  await app.page.clock.fastForward(14_000);
  expect(await bar()).toBe('playhead-waiting 1s');
  expect(await pane.getByText('The server does not answer.').count()).toBe(0);
  await app.page.clock.fastForward(1100);
  await pane.getByText('The server does not answer.').waitFor();
  // Nothing of it was visible, and nothing is lost.
  expect(JSON.stringify(await app.driver.layout())).toContain('"time":60');
  const kept = await app.page.evaluate(() => JSON.stringify(window.app.loadLocalStorage('playhead-videos')));
  expect(kept).toContain('"position":400');

  isAnswering = true;
  await pane.getByRole('button', { name: 'Retry' }).click();
  const film = pane.locator('video');
  await expect.poll(() => film.evaluate((el: HTMLVideoElement) => el.currentTime)).toBeGreaterThan(60);
  expect(await film.evaluate((el: HTMLVideoElement) => el.paused)).toBe(false);
  await expect.poll(bar).toBe('none 0s');
});
