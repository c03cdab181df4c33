// Faults of a player at every moment: the pane says so, keeps its second, and goes on from there.
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';
import type { ErrorCode } from '../youtube/video-script.ts';

const app = usePlayhead();
const waiting = { timeout: 30_000, interval: 30 };

interface FaultMoment {
  readonly moment: string;
  readonly sentence: string;
  /** The second of the video at that moment, or later on a busy machine. */
  readonly at: number;
  /** Whether the video has played there, so that it is remembered. */
  readonly played: boolean;
  /** Brings the player to the moment, and causes the fault. */
  readonly happen: (id: string) => Promise<void>;
}

/** The page of the pane, which moves to another window in the last case. */
let page: Page;
const player = (id: string): ReturnType<typeof app.youtube.player> => app.youtube.player(page, id);
const message = (): ReturnType<Page['locator']> => panesIn(page).locator('.playhead-message');

async function expectState(id: string, state: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await player(id).state()).toBe(state);
  }, waiting);
}

async function playing(id: string): Promise<void> {
  await expectState(id, 1);
  await vi.waitFor(async () => {
    expect(await player(id).currentTime()).toBeGreaterThan(66.1);
  }, waiting);
}

async function pause(id: string): Promise<void> {
  await playing(id);
  await app.driver.runCommand('playhead:play-or-pause');
  await expectState(id, 2);
}

/** Passes the ten seconds that a player may be silent; for a page that loads late, they begin later. */
async function passSilence(): Promise<void> {
  for (let part = 0; part < 4; part += 1) await app.page.clock.fastForward(5100);
}

async function hidePane(): Promise<void> {
  await app.page.evaluate(async () => {
    const { workspace } = window.app;
    const [pane] = workspace.getLeavesOfType('playhead-video');
    if (pane === undefined) throw new Error('There is no pane.');
    const before = workspace.getMostRecentLeaf();
    workspace.setActiveLeaf(pane);
    await workspace.getLeaf('tab').setViewState({ type: 'empty', active: true });
    if (before !== null) workspace.setActiveLeaf(before);
  });
}

async function revealPane(): Promise<void> {
  await app.page.evaluate(async () => {
    const [pane] = window.app.workspace.getLeavesOfType('playhead-video');
    if (pane !== undefined) await window.app.workspace.revealLeaf(pane);
  });
}

async function moveToWindow(): Promise<void> {
  const opened = app.context.waitForEvent('page');
  await app.page.evaluate(() => {
    const [pane] = window.app.workspace.getLeavesOfType('playhead-video');
    if (pane !== undefined) window.app.workspace.moveLeafToPopout(pane);
  });
  page = await opened;
}

const failing =
  (error: ErrorCode, reach: (id: string) => Promise<void>) =>
  async (id: string): Promise<void> => {
    await reach(id);
    await player(id).fail(error);
  };

const silence = 'YouTube does not answer.';
const CASES: readonly FaultMoment[] = [
  {
    moment: 'loading',
    sentence: silence,
    at: 66,
    played: false,
    happen: async () => {
      await panesIn(page).locator('iframe').waitFor({ state: 'attached' });
      await passSilence();
    },
  },
  {
    moment: 'ready',
    sentence: 'YouTube refused the player in this app.',
    at: 66,
    played: false,
    happen: () => Promise.resolve(),
  },
  {
    moment: 'playing',
    sentence: 'The player stopped with an error.',
    at: 66,
    played: true,
    happen: failing(5, playing),
  },
  {
    moment: 'paused',
    sentence: 'This video has been removed or is private.',
    at: 66,
    played: true,
    happen: failing(100, pause),
  },
  {
    moment: 'seeking',
    sentence: 'The player stopped with an error.',
    at: 76,
    played: true,
    happen: failing(5, async (id) => {
      await playing(id);
      await app.driver.runCommand('playhead:skip-forward-further');
    }),
  },
  {
    moment: 'dead when it is to play on',
    sentence: 'YouTube has not answered for a while.',
    at: 66,
    played: true,
    happen: async (id) => {
      await pause(id);
      await player(id).die();
      await app.driver.runCommand('playhead:play-or-pause');
      await passSilence();
    },
  },
  {
    moment: 'hidden',
    sentence: 'The player stopped with an error.',
    at: 66,
    played: true,
    happen: async (id) => {
      await failing(5, async () => {
        await playing(id);
        await hidePane();
        await expectState(id, 2);
      })(id);
      await revealPane();
    },
  },
  {
    moment: 'in another window',
    sentence: 'The player stopped with an error.',
    at: 66,
    played: true,
    happen: failing(5, async (id) => {
      await playing(id);
      await moveToWindow();
      await expectState(id, 1);
    }),
  },
];

const idOf = (nth: number): string => `faultMoment${nth}`.slice(-11);

/** The saved second of the pane's layout, and the remembered one of its video. */
function kept(id: string): Promise<{ readonly time: number; readonly position: number | undefined }> {
  return app.page.evaluate((id) => {
    const [pane] = window.app.workspace.getLeavesOfType('playhead-video');
    const videos = window.app.loadLocalStorage('playhead-videos') as Record<
      string,
      { position?: number }
    > | null;
    const { time } = (pane?.getViewState().state ?? {}) as { time: number };
    return { time, position: videos?.[`youtube:${id}`]?.position };
  }, id);
}

it('Whatever happens to a player at any moment is said, loses nothing, and is got over', async () => {
  ({ page } = app);
  await page.clock.install();
  for (const [nth, { moment }] of CASES.entries()) app.youtube.set(idOf(nth), { length: 600, title: moment });
  app.youtube.set(idOf(0), { fault: 'silent', faultLoads: 1 });
  // Each host is tried once.
  app.youtube.set(idOf(1), { fault: 153, faultLoads: 2 });
  const cited = CASES.map((_, nth) => anchor('00:01:06', '[00:01:06]', ` data-v="${idOf(nth)}"`));
  const notes = { 'note.md': `---\nvideoId: ${idOf(0)}\n---\n\n${cited.join(' and ')}\n` };
  await app.driver.start({ notes });
  await app.driver.openNote('note.md');

  for (const [nth, { moment, sentence, at, played, happen }] of CASES.entries()) {
    const id = idOf(nth);
    await chipsIn(app.page).nth(nth).click();
    await happen(id);
    // The message is there for screen readers.
    await expect
      .poll(() => panesIn(page).getByRole('status').filter({ hasText: sentence }).count(), {
        message: moment,
      })
      .toBe(1);
    const { time } = await kept(id);
    expect(time, `${moment}: the place`).toBeGreaterThanOrEqual(at - 0.5);
    expect(time, `${moment}: the place`).toBeLessThan(at + 20);
    // The memory is written a little later.
    await app.page.clock.fastForward(5100);
    const { position } = await kept(id);
    if (played) expect(Math.abs((position ?? NaN) - time), `${moment}: remembered`).toBeLessThan(2);
    else expect(position, `${moment}: remembered`).toBeUndefined();

    if (nth === 0) expect(await violationsIn(page, '.playhead-pane')).toEqual([]);
    await panesIn(page)
      .getByRole('button', { name: /^(Retry|Reload)$/ })
      .click();
    await expectState(id, 1);
    expect(await player(id).currentTime(), `${moment}: after a retry`).toBeGreaterThanOrEqual(time - 1.1);
    expect(await message().isVisible(), moment).toBe(false);
    expect(await message().evaluate((el) => getComputedStyle(el).display)).not.toBe('none');
  }
}, 180_000);
