// The memory of a video over panes and restarts, which no failed load loses.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'remembered1';
const key = `youtube:${id}`;
const note = { 'note.md': noteAbout(id, '00:00:10', '00:05:00') };
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);
const resume = (): Locator => panesIn(app.page).getByRole('button', { name: /^Resume at / });

interface Kept {
  readonly position?: number;
  readonly length?: number;
  readonly title?: string;
  readonly rate?: number;
}

/** The saved memory of the video. */
function kept(): Promise<Kept | undefined> {
  return app.page.evaluate((key) => {
    const videos = window.app.loadLocalStorage('playhead-videos') as Record<string, Kept> | null;
    return videos?.[key];
  }, key);
}

async function start(options: object = {}): Promise<void> {
  app.youtube.set(id, { length: 600, title: 'A talk' });
  await app.driver.start({ notes: note, ...options });
  await app.driver.openNote('note.md');
}

const savedAt = (position: number): object => ({
  localStorage: { 'playhead-videos': { [key]: { position, length: 600, title: 'A talk', rate: 1.5 } } },
});

async function closePane(): Promise<void> {
  await app.page.evaluate(() => {
    for (const leaf of window.app.workspace.getLeavesOfType('playhead-video')) leaf.detach();
  });
  await expect.poll(() => panesIn(app.page).count()).toBe(0);
}

describe('a video that was watched', () => {
  it('is offered to be resumed when it is opened again, after a restart too', async () => {
    await start();
    await expectPlayhead(app, id, 300, () => chipsIn(app.page).nth(1).click());
    // The length is remembered after three seconds.
    await expect.poll(() => player().currentTime(), { timeout: 30_000 }).toBeGreaterThan(304.5);
    await closePane();
    expect(await kept()).toMatchObject({ length: 600, title: 'A talk', rate: 1 });
    const position = (await kept())?.position ?? 0;
    expect(position).toBeGreaterThanOrEqual(300);
    await app.driver.restart();
    await app.driver.runCommand('playhead:open-video');
    await resume().waitFor();
    expect([-1, 5]).toContain(await player().state());
    expect(app.youtube.requests.at(-1)?.parameters).toMatchObject({ start: '0', autoplay: '0' });
    await expectPlayhead(app, id, position, () => resume().click());
    await expect.poll(() => player().state()).toBe(1);
    expect(await resume().count()).toBe(0);
  });

  it('is as fast as it was', async () => {
    await start(savedAt(300));
    await app.driver.runCommand('playhead:open-video');
    await expectPlayhead(app, id, 300, () => resume().click());
    await expect.poll(() => player().rate()).toBe(1.5);
  });

  it('is not offered where a timestamp asks for a second', async () => {
    await start(savedAt(300));
    await expectPlayhead(app, id, 10, () => chipsIn(app.page).first().click());
    await expect.poll(() => player().state()).toBe(1);
    expect(await resume().count()).toBe(0);
  });

  it('loses nothing by a load that fails', async () => {
    await start(savedAt(300));
    app.youtube.set(id, { fault: 5 });
    await chipsIn(app.page).first().click();
    await panesIn(app.page).getByText('The player stopped with an error.').waitFor();
    await closePane();
    await app.driver.disable('playhead');
    expect(await kept()).toEqual({ position: 300, length: 600, title: 'A talk', rate: 1.5 });
  });

  it('loses nothing by being opened and closed', async () => {
    await start(savedAt(300));
    await app.driver.runCommand('playhead:open-video');
    await resume().waitFor();
    await closePane();
    expect(await kept()).toMatchObject({ position: 300, rate: 1.5 });
  });
});

it.each(['light', 'dark'] as const)(
  'the offer is one that everybody can use, says axe: %s',
  async (theme) => {
    await start({ ...savedAt(300), theme });
    await app.driver.runCommand('playhead:open-video');
    await resume().waitFor();
    expect(await violationsIn(app.page, '[data-type="playhead-video"] .view-content')).toEqual([]);
  },
);

describe('the memory', () => {
  it('is written while the video plays, every few seconds', async () => {
    await start();
    await expectPlayhead(app, id, 10, () => chipsIn(app.page).first().click());
    await expect.poll(async () => (await kept())?.position ?? 0, { timeout: 30_000 }).toBeGreaterThan(10);
  });

  it('takes over the lengths of earlier versions', async () => {
    const slipped = { 'note.md': noteAbout(id, '03:01:00') };
    await start({ notes: slipped, localStorage: { 'playhead-lengths': { [key]: 600 } } });
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['3:01']);
    expect(await kept()).toEqual({ length: 600 });
    expect(
      await app.page.evaluate(() => window.app.loadLocalStorage('playhead-lengths') as unknown),
    ).toBeNull();
  });
});
