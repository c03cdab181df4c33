// What a pane costs beside a long note: a move of the pointer over its timeline, and the reading of the note after a pause in typing.
import { expect, it } from 'vitest';
import { panesIn, usePlayhead } from '../support/playhead.ts';
import { workDuring, type Work } from './main-thread.ts';
import { addRow, median } from './rows.ts';
import { endTracing, keepUntraced } from './untraced.ts';
import { clippedNote, oneLineNote, paragraphsNote } from './video-note.ts';

const app = usePlayhead();

/** Milliseconds of a frame. */
const FRAME = 16;
const MOVES = 20;
const ROUNDS = 7;

const id = 'jNQXAC9IVRw';

async function openBeside(text: string): Promise<void> {
  await keepUntraced(app.context);
  app.youtube.set(id, { length: 60_000 });
  await app.driver.start({
    notes: { 'note.md': text },
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 60_000 } },
  });
  await endTracing(app.page);
  await app.driver.openNote('note.md', { mode: 'source' });
  await app.driver.runCommand('playhead:open-video');
  const list = panesIn(app.page).locator('.playhead-tick-list');
  let before = -1;
  // The ticks are written a little at a time.
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await list.locator('> *').count()];
        before = now;
        return now === last;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true);
}

const works = (all: readonly Work[], key: keyof Work): number => median(all.map((work) => work[key]));

async function moves(text: string): Promise<readonly Work[]> {
  await openBeside(text);
  const box = await panesIn(app.page).locator('.playhead-track').boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  const all: Work[] = [];
  for (let move = 0; move < MOVES; move++) {
    const x = box.x + 20 + ((move * 37) % (box.width - 40));
    all.push(
      await workDuring(app.browser, app.page, async () => {
        await app.page.mouse.move(x, box.y + box.height / 2);
        await app.page.evaluate(async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        });
      }),
    );
  }
  return all.slice(MOVES / 4);
}

it('moves the pointer over the timeline', async () => {
  const few = await moves(paragraphsNote(1));
  const many = await moves(paragraphsNote(2083));
  const row = { unit: 'ms', compared: 'value', goal: FRAME } as const;
  addRow({
    ...row,
    name: 'pointer over 2,083 ticks, beside one tick',
    floor: works(few, 'all'),
    ours: works(many, 'all'),
  });
  const longest = (all: readonly Work[]): number => Math.max(...all.map((work) => work.longest));
  addRow({
    ...row,
    name: 'pointer over 2,083 ticks, the longest task',
    floor: longest(few),
    ours: longest(many),
  });
  expect(many.length).toBeGreaterThan(0);
});

/** The goal is for the longest task of the page, in milliseconds: the note is read in it, and all that shows something of it is renewed. */
const NOTES = [
  { name: '120 KB of one line', text: oneLineNote(2083), goal: 5 },
  { name: '120 KB of paragraphs', text: paragraphsNote(850), goal: 5 },
  { name: '1 MB of paragraphs', text: paragraphsNote(7000), goal: 8 },
  { name: '1 MB of a transcript', text: clippedNote(16 * 3600), goal: 8 },
];

it.each(NOTES)('reads the note after a pause: $name', async ({ name, text, goal }) => {
  await openBeside(text);
  await app.page.evaluate((note) => (window.pausedNote = note), text);
  const all = { idle: [] as Work[], read: [] as Work[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const of of ['idle', 'read'] as const) {
      const pause = { isRead: of === 'read', round };
      all[of].push(await workDuring(app.browser, app.page, () => app.page.evaluate(pauseOnce, pause)));
    }
  }
  addRow({
    name: `after a pause: ${name}, the longest task`,
    unit: 'ms',
    floor: works(all.idle, 'longest'),
    ours: works(all.read, 'longest'),
    compared: 'value',
    goal,
  });
  expect(all.read).toHaveLength(ROUNDS);
});

declare global {
  interface Window {
    /** Set by this bench only. */
    pausedNote?: string;
  }
}

/** Runs in the page. The app tells of the note's text, which has changed, in a task of its own, and a few frames go by. */
async function pauseOnce({ isRead, round }: { isRead: boolean; round: number }): Promise<void> {
  const { vault, metadataCache } = window.app;
  const file = vault.getFileByPath('note.md');
  if (file === null) throw new Error('There is no note.');
  const changed = `${window.pausedNote ?? ''}\n\n${'a'.repeat(round + 1)}\n`;
  const cache = metadataCache.getFileCache(file) ?? {};
  await new Promise<void>((resolve) => {
    window.setTimeout(() => {
      if (isRead) metadataCache.trigger('changed', file, changed, cache);
      resolve();
    });
  });
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
}
