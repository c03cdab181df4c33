// The pictures of previews in the documents.
import { expect, it } from 'vitest';
import { expectFresh } from '../support/pictures.ts';
import { chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({
  previews: true,
  context: { viewport: { width: 980, height: 620 }, deviceScaleFactor: 1.5 },
});

it.each([
  ['light', 'reading'],
  ['dark', 'live'],
] as const)('shows the preview of a chip: %s, in the %s view', async (theme, mode) => {
  const { page, driver } = app;
  await driver.start({ served: true });
  await driver.setTheme(theme);
  await driver.openNote('Countdown.md', { mode });
  const chip = chipsIn(page).filter({ hasText: '3:05' }).first();
  await chip.hover();
  const popover = page.locator('.hover-popover');
  await popover.waitFor();
  const seconds = (): Promise<number> =>
    page
      .locator('video')
      .first()
      .evaluate((el: HTMLVideoElement) => el.currentTime);
  await expect.poll(seconds).toBeGreaterThan(185.2);
  await expectFresh(`hover-preview-${theme}`, [chip, popover], (path) => page.screenshot({ path }));
});
