// The plugin is disabled in the middle of something, 200 times, and leaves nothing behind.
import { expect, it } from 'vitest';
import { footprintOf, type Footprint } from '../support/footprint.ts';
import { anchor, chipsIn, noteAbout, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({ previews: true });
const id = 'inTheMiddle';
/** Rounds after which everything was made once. */
const FIRST = 40;
const ROUNDS = 200;
/** Bytes that the host's own records take in each round. A plugin that is still referenced would take half a megabyte. */
const HELD = 20_000;

/** The bytes that are left of each round; infinite if elements or listeners are left. */
function heldByRound(before: Footprint, after: Footprint): number {
  const rounds = ROUNDS - FIRST;
  const isGrown = after.nodes > before.nodes * 1.1 || after.listeners > before.listeners * 1.1;
  return isGrown ? Infinity : (after.heap - before.heap) / rounds;
}

/**
 * A reading of a note by the app that can be held, so that a check of the vault is in its middle. Not a global, which would count
 * as left behind.
 */
interface HeldReading {
  isHolding: boolean;
  goOn?: (() => void) | undefined;
}
interface HeldVault {
  readonly cachedRead: HeldReading;
}

async function makeHolding(): Promise<void> {
  await app.page.evaluate(() => {
    const { vault } = window.app;
    const read = vault.cachedRead.bind(vault);
    const reading: typeof read & HeldReading = Object.assign(
      async (...[file]: Parameters<typeof read>) => {
        if (reading.isHolding && file.path === 'notes/20.md') {
          reading.isHolding = false;
          await new Promise<void>((resolve) => (reading.goOn = resolve));
        }
        return read(file);
      },
      { isHolding: false },
    );
    vault.cachedRead = reading;
  });
}

/** Holds the next reading of that note, or continues it. */
const hold = (isHolding: boolean): Promise<void> =>
  app.page.evaluate((isHolding) => {
    const reading = (window.app.vault as unknown as HeldVault).cachedRead;
    reading.isHolding = isHolding;
    if (!isHolding) reading.goOn?.();
    reading.goOn = undefined;
  }, isHolding);

/** The situations in which the plugin is disabled; each leaves something open. */
const MOMENTS: readonly (() => Promise<void>)[] = [
  async () => {
    await chipsIn(app.page).first().click();
    await expect.poll(() => app.youtube.count(app.page, id)).toBe(1);
  },
  async () => {
    await chipsIn(app.page).nth(1).hover();
    await app.page.locator('.popover .playhead-preview').waitFor();
  },
  async () => {
    await app.driver.runCommand('playhead:check-note');
    await app.page.locator('.modal.playhead-check').waitFor();
  },
  async () => {
    await hold(true);
    await app.driver.runCommand('playhead:check-vault');
    await app.page.waitForFunction(
      () => (window.app.vault as unknown as HeldVault).cachedRead.goOn !== undefined,
    );
  },
];

it('leaves nothing when it is disabled 200 times in the middle of something', async () => {
  const slip = noteAbout(id, '00:00:10', '00:01:00', '03:01:00');
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`notes/${index}.md`, slip]));
  await app.driver.start({
    notes: { 'note.md': slip, ...many },
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
  });
  app.youtube.set(id, { length: 4202 });
  await makeHolding();
  await app.driver.openNote('note.md');
  const playRound = async (round: number): Promise<void> => {
    await expect.poll(() => chipsIn(app.page).count()).toBe(3);
    await MOMENTS[round % MOMENTS.length]?.();
    expect(await app.driver.disable(PLUGIN)).toEqual([]);
    await app.page.mouse.move(2, 300);
    await hold(false);
    expect(await app.page.locator('.modal, .popover, .playhead-chip').count()).toBe(0);
    expect(await app.youtube.count(app.page, id)).toBe(0);
    await app.driver.enable(PLUGIN);
  };
  const footprint = await footprintOf(app.page);
  for (let round = 0; round < FIRST; round++) await playRound(round);
  const before = await footprint();
  for (let round = FIRST; round < ROUNDS; round++) await playRound(round);
  await expect.poll(async () => heldByRound(before, await footprint()), { interval: 300 }).toBeLessThan(HELD);
  expect(await app.driver.readFile('note.md')).toContain(anchor('03:01:00'));
}, 300_000);
