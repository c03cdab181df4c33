// The pictures of the README and its pages, from the demo vault. scripts/media/make-pictures.mjs writes them; otherwise they are
// compared with the present look.
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectFresh } from '../support/pictures.ts';
import { chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

const video = (): Locator => panesIn(app.page).locator('video');

/** The green minute of the demo vault's video, paused. */
async function showCountdown(): Promise<void> {
  await app.page.setViewportSize({ width: 1280, height: 720 });
  await app.driver.start({ served: true });
  await app.driver.openNote('Countdown.md');
  await chipsIn(app.page).filter({ hasText: '3:05' }).first().click();
  await video().waitFor();
  await expect
    .poll(() => video().evaluate((el: HTMLVideoElement) => el.currentTime))
    .toBeGreaterThanOrEqual(185);
  await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
  await expect
    .poll(() => panesIn(app.page).locator('.playhead-row[aria-current="true"]').innerText())
    .toContain('3:05');
  // Without the tooltip of a button.
  await app.page.mouse.move(2, 2);
}

it('shows a note with chips, and beside it the player and the moments', async () => {
  await showCountdown();
  const row = panesIn(app.page).locator('.playhead-row').first();
  expect(await row.isVisible()).toBe(true);
  const shown = [chipsIn(app.page).first(), panesIn(app.page).locator('.view-content')];
  await expectFresh('playhead', shown, (path) => app.page.screenshot({ path }));
});

it.each(['light', 'dark'] as const)('shows the moments and the transcript of a video: %s', async (theme) => {
  await showCountdown();
  await app.driver.setTheme(theme);
  const content = panesIn(app.page).locator('.view-content');
  await expectFresh(`moments-${theme}`, [content], (path) => content.screenshot({ path }));
  await panesIn(app.page).getByRole('tab', { name: 'Transcript' }).click();
  await app.page.mouse.move(2, 2);
  await expect.poll(() => panesIn(app.page).locator('.playhead-row[aria-current="true"]').count()).toBe(1);
  await expectFresh(`transcript-${theme}`, [content], (path) => content.screenshot({ path }));
});
