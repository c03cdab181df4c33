// A pane that is moved: its frame loads anew each time, and its second, rate and state are kept.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedLayout } from '../driver/driver.ts';
import { movePane, type MovedTo } from '../support/move-pane.ts';
import { chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'movedVideo1';

/** Fifteen moves, between any two kinds of place. */
const route: readonly MovedTo[] = [
  ...(['sidebar', 'window', 'split', 'sidebar', 'tab'] as const),
  ...(['window', 'tab', 'split', 'window', 'sidebar'] as const),
  ...(['split', 'tab', 'sidebar', 'window', 'tab'] as const),
];

const layout: SavedLayout = {
  main: { id: 'main', type: 'split', children: [] },
  right: {
    id: 'right',
    type: 'split',
    children: [
      {
        id: 'side',
        type: 'tabs',
        children: [{ id: 'other', type: 'leaf', state: { type: 'empty', state: {} } }],
      },
    ],
  },
};

/** Seconds of the video that may play twice; that cannot be heard. */
const TWICE = 0.3;

/** The rounding of players, within which a paused video has not moved. Seconds. */
const SAME = 0.05;

/** The states of a player that has not begun its video. */
const UNBEGUN = [-1, 5];

async function start(): Promise<void> {
  await app.driver.start({
    notes: { 'note.md': noteAbout(id, '00:01:00') },
    layout: structuredClone(layout),
  });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
}

interface Kept {
  readonly time: number;
  readonly rate: number;
}

/** The state that the pane would save. */
function kept(): Promise<Kept> {
  return app.page.evaluate((video) => {
    const states = window.app.workspace
      .getLeavesOfType('playhead-video')
      .map((leaf) => leaf.getViewState().state);
    return states.find((state) => state?.['video'] === video) as unknown as Kept;
  }, `youtube:${id}`);
}

/** Pauses. The state to save is the last one that the player has reported. */
async function pause(): Promise<Kept> {
  await app.driver.runCommand('playhead:play-or-pause');
  const player = app.youtube.player(app.page, id);
  await expect.poll(() => player.state()).toBe(2);
  await expect
    .poll(async () => Math.abs((await kept()).time - (await player.currentTime())))
    .toBeLessThan(SAME / 2);
  return kept();
}

async function move(to: MovedTo): Promise<Page> {
  const opened = to === 'window' ? app.context.waitForEvent('page') : undefined;
  const [popout] = app.driver.popouts();
  const closed = popout?.waitForEvent('close');
  await movePane(app.page, to);
  await closed;
  return (await opened) ?? app.page;
}

describe('a pane that is moved 15 times keeps its time and its speed', () => {
  it('while it plays, and plays on', async () => {
    await start();
    await app.driver.runCommand('playhead:play-faster');
    await expect.poll(() => app.youtube.player(app.page, id).rate()).toBe(1.25);
    let { time } = await kept();
    for (const [index, to] of route.entries()) {
      const since = Date.now();
      const player = app.youtube.player(await move(to), id);
      await expect.poll(() => player.state(), { message: `move ${index}: ${to}` }).toBe(1);
      await expect.poll(() => player.rate()).toBe(1.25);
      const there = await player.currentTime();
      const after = await kept();
      const passed = (1.25 * (Date.now() - since)) / 1000;
      for (const second of [there, after.time]) {
        expect(second, `move ${index}: ${to}`).toBeGreaterThan(time - TWICE);
        expect(second, `move ${index}: ${to}`).toBeLessThan(time + passed + TWICE);
      }
      expect(after.rate).toBe(1.25);
      ({ time } = after);
    }
  });

  it('while it is paused, and then plays from there', async () => {
    await start();
    await app.driver.runCommand('playhead:play-faster');
    const paused = await pause();
    let { page } = app;
    for (const [index, to] of route.entries()) {
      page = await move(to);
      const player = app.youtube.player(page, id);
      await expect
        .poll(async () => UNBEGUN.includes(await player.state()), { message: `${index}: ${to}` })
        .toBe(true);
      const { time, rate } = await kept();
      expect(Math.abs(time - paused.time), `move ${index}: ${to}`).toBeLessThan(SAME);
      expect(rate).toBe(1.25);
    }
    await expectPlayhead({ ...app, page }, id, paused.time, async () => {
      await app.driver.runCommand('playhead:play-or-pause');
    });
    expect(await app.youtube.player(page, id).currentTime()).toBeGreaterThan(paused.time - TWICE);
  });
});

it('goes on playing when it is moved on before its player is back', async () => {
  await start();
  const { time } = await kept();
  for (const to of ['sidebar', 'split', 'tab', 'sidebar', 'window'] as const) await movePane(app.page, to);
  await expect.poll(() => app.driver.popouts().length).toBe(1);
  const [page] = app.driver.popouts();
  if (page === undefined) throw new Error('There is no window.');
  await expect.poll(() => app.youtube.player(page, id).state()).toBe(1);
  expect((await kept()).time).toBeGreaterThan(time - TWICE);
  await page.close();
  await expect.poll(() => panesIn(app.page).count()).toBe(0);
});

it('waits at its second where nothing may play without a touch, and plays on from there', async () => {
  await start();
  const { time } = await kept();
  app.youtube.set(id, { autoplay: 'blocked' });
  const page = await move('window');
  await panesIn(page).getByText('Press play in the player.').waitFor();
  const waiting = await kept();
  expect(waiting.time).toBeGreaterThan(time - TWICE);
  const player = app.youtube.player(page, id);
  await (await player.frame()).locator('body').click();
  await expect.poll(() => player.state()).toBe(1);
  expect(await player.currentTime()).toBeGreaterThan(waiting.time - TWICE);
});

it('is where it was after its window was closed: the note opens it there, and offers to go on', async () => {
  await start();
  const page = await move('window');
  await expect.poll(() => app.youtube.player(page, id).state()).toBe(1);
  await expect.poll(() => app.youtube.player(page, id).currentTime()).toBeGreaterThan(61.2);
  await page.close();
  await expect.poll(() => app.driver.runCommand('playhead:open-video')).toBe(true);
  const resume = app.page.getByRole('button', { name: /^Resume at 1:0\d$/ });
  await resume.click();
  await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThan(60.9);
});

it('comes back in a window of its own after a restart, paused, and another behind a tab loads nothing', async () => {
  await start();
  const { time } = await pause();
  await move('window');
  await app.page.evaluate(async () => {
    const { workspace } = window.app;
    const [note] = workspace.getLeavesOfType('markdown');
    if (note !== undefined) workspace.setActiveLeaf(note);
    const hidden = workspace.getLeaf('tab');
    const state = { video: 'youtube:hiddenVideo', time: 5, rate: 1 };
    await hidden.setViewState({ type: 'playhead-video', state });
    await workspace.getLeaf('tab').setViewState({ type: 'empty', active: true });
  });
  await app.driver.restart();
  await expect.poll(() => app.driver.popouts().length).toBe(1);
  const [page] = app.driver.popouts();
  if (page === undefined) throw new Error('There is no window.');
  await expect.poll(async () => UNBEGUN.includes(await app.youtube.player(page, id).state())).toBe(true);
  expect(Math.abs((await kept()).time - time)).toBeLessThan(SAME);
  const leaves = await app.page.evaluate(() =>
    window.app.workspace
      .getLeavesOfType('playhead-video')
      .map((leaf) => [leaf.isDeferred, leaf.getViewState().state?.['video']]),
  );
  expect(leaves).toContainEqual([true, 'youtube:hiddenVideo']);
  expect(app.youtube.loads('hiddenVideo')).toBe(0);
});
