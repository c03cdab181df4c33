// What a video pane can look like, each to be had by a few steps in an app.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { anchor, chipsIn, noteAbout, panesIn, type PlayheadFixture } from './playhead.ts';

const id = 'shownVideo1';
const times = Array.from({ length: 12 }, (_, index) => `00:${String(index * 5).padStart(2, '0')}:10`);
const about = (file: string): string =>
  `---\nvideo: "[[${file}]]"\n---\n\nHere ${anchor('00:00:01')} it is said.\n`;

type Reach = (app: PlayheadFixture) => Promise<void>;

async function play(app: PlayheadFixture, path: string): Promise<void> {
  await app.driver.openNote(path);
  await chipsIn(app.page).first().click();
}

const pane = ({ page }: PlayheadFixture): ReturnType<typeof panesIn> => panesIn(page);

/** By its name, how the pane of an app that was just started gets there. */
export const PANE_STATES: Readonly<Record<string, Reach>> = {
  empty: async (app) => {
    await app.page.evaluate(() =>
      window.app.workspace.getLeaf('split').setViewState({ type: 'playhead-video' }),
    );
    await pane(app).getByText('Click a timestamp').waitFor();
  },
  YouTube: async (app) => {
    app.youtube.set(id, {
      length: 4202,
      title: 'A talk about many things, with a title that is rather long',
    });
    await play(app, 'video.md');
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    await pane(app).getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(2);
  },
  live: async (app) => {
    app.youtube.set(id, { live: true });
    await play(app, 'video.md');
    await pane(app).getByText('live', { exact: true }).waitFor();
  },
  fault: async (app) => {
    app.youtube.set(id, { fault: 100 });
    await play(app, 'video.md');
    await pane(app).getByText('This video has been removed or is private.').waitFor();
  },
  media: async (app) => {
    await play(app, 'film.md');
    await pane(app).getByRole('slider', { name: 'Timeline' }).waitFor();
  },
  audio: async (app) => {
    await play(app, 'sound.md');
    await pane(app).locator('.view-content').getByText('tone.wav').waitFor();
    await pane(app).getByRole('slider', { name: 'Timeline' }).waitFor();
  },
};

/** Starts an app whose notes are about all of them. */
export async function startForPanes(app: PlayheadFixture): Promise<void> {
  await app.driver.start({
    notes: {
      'video.md': noteAbout(id, ...times),
      'film.md': about('time-code.webm'),
      'sound.md': about('tone.wav'),
    },
    media: { 'tone.wav': 'tone.wav' },
    served: true,
  });
}

/** Makes the pane so wide, in an app that has room for it. */
export async function setPaneWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width: Math.max(1000, width + 560), height: 900 });
  await panesIn(page).evaluate((el, width) => {
    el.closest<HTMLElement>('.workspace-tabs')?.style.setProperty('flex', `0 0 ${width}px`);
  }, width);
  await expect.poll(async () => (await panesIn(page).boundingBox())?.width).toBeCloseTo(width, -1);
}
