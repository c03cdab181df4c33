// Checking the timestamps of the whole vault: a dry run, a choice by note, what is written, and cancelling.
import { expect, it } from 'vitest';
import { anchor, noteAbout, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'vaultCheck1';
const length = 4202;
const localStorage = { 'playhead-lengths': { [`youtube:${id}`]: length } };

const slip = noteAbout(id, '00:00:05', '03:01:00');
const mended = slip.replace(anchor('03:01:00'), anchor('00:03:01'));
const lost = noteAbout(id, '75:30');

const modal = () => app.page.locator('.modal.playhead-check').last();
const rows = () => modal().locator('.playhead-finding');
const summary = () => modal().locator('.playhead-check-summary').first().innerText();
const progress = () => modal().locator('.playhead-check-progress').innerText();
const button = (name: string | RegExp) => modal().getByRole('button', { name });
const review = () => modal().getByRole('button', { name: 'Review a' });

async function start(notes: Record<string, string>): Promise<void> {
  await app.driver.start({ notes, localStorage });
  await app.driver.runCommand('playhead:check-vault');
}

it('lists the notes with their counts, writes nothing before it is told to, and then only what is chosen', async () => {
  await start({ 'a.md': slip, 'b.md': slip, 'folder/c.md': lost, 'fine.md': noteAbout(id, '00:00:05') });
  await expect
    .poll(summary)
    .toBe('3 notes may need a look. 2 timestamps would be rewritten; nothing has changed yet.');
  expect(await rows().allTextContents()).toEqual([
    expect.stringMatching(/^aReview1 timestamp to rewrite$/),
    expect.stringMatching(/^bReview1 timestamp to rewrite$/),
    expect.stringMatching(/^folder\/cReviewcheck 1 yourself$/),
  ]);
  expect(await app.driver.readFile('a.md')).toBe(slip);

  await rows().first().locator('input').uncheck();
  await button('Apply to 1 note').click();
  await expect.poll(summary).toBe('1 timestamp rewritten in 1 note.');
  expect(await app.driver.readFile('a.md')).toBe(slip);
  expect(await app.driver.readFile('b.md')).toBe(mended);
});

it('lets one note be looked at, and counts what is left of it', async () => {
  await start({ 'a.md': noteAbout(id, '03:01:00', '51:55:00') });
  await expect.poll(() => rows().count()).toBe(1);
  await review().click();
  await expect.poll(() => rows().count()).toBe(2);
  await rows().last().locator('input').uncheck();
  await button('Apply to 1 timestamp').click();
  await expect.poll(() => rows().allTextContents()).toEqual([expect.stringContaining('check 1 yourself')]);
  // The user has chosen not to rewrite it.
  expect(await rows().locator('input').isDisabled()).toBe(true);
  expect(await app.driver.readFile('a.md')).toBe(noteAbout(id, '00:03:01', '51:55:00'));
});

it('names the notes that could not be rewritten, and why', async () => {
  await start({ 'a.md': slip, 'b.md': slip });
  await expect.poll(() => rows().count()).toBe(2);
  const changed = slip.replace('03:01:00">', '03:02:00">');
  await app.driver.writeOutside('a.md', changed);
  await button('Apply to 2 notes').click();
  await expect
    .poll(summary)
    .toBe('1 timestamp rewritten in 1 note. 1 note could not be rewritten: see below.');
  expect(await rows().textContent()).toContain(
    'The note has changed in the meantime. Open this dialog again.',
  );
  expect(await app.driver.readFile('a.md')).toBe(changed);
});

it('changes a note that is being edited in its editor, where it can be undone', async () => {
  await app.driver.start({ notes: { 'a.md': slip }, localStorage });
  await app.driver.openNote('a.md', { mode: 'source' });
  await app.driver.runCommand('playhead:check-vault');
  await expect.poll(() => rows().count()).toBe(1);
  await button('Apply to 1 note').click();
  const edited = (): Promise<string | undefined> =>
    app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue());
  await expect.poll(edited).toBe(mended);
  await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
  expect(await edited()).toBe(slip);
});

interface Turns {
  /** The turns of the check, in milliseconds. */
  readonly lengths: number[];
  /** Continues a check that waits. */
  goOn?: () => void;
}

declare global {
  interface Window {
    checkTurns: Turns;
  }
}

/** From now on, the check waits after some turns until it is continued. */
async function holdAfter(count: number): Promise<void> {
  await app.page.evaluate((count) => {
    const original = window.setTimeout.bind(window);
    const turns: Turns = { lengths: [] };
    window.checkTurns = turns;
    let since = performance.now();
    window.setTimeout = ((task: () => void, delay?: number) => {
      if (delay !== undefined) return original(task, delay);
      turns.lengths.push(performance.now() - since);
      const goOn = (): void => {
        since = performance.now();
        task();
      };
      if (turns.lengths.length < count) return original(goOn);
      turns.goOn ??= goOn;
      return 0;
    }) as typeof window.setTimeout;
  }, count);
}

it('can be cancelled while it looks, leaves nothing half done, and keeps the app quick', async () => {
  const long = noteAbout(id, ...Array.from({ length: 150 }, () => '03:01:00'));
  const texts = Array.from({ length: 600 }, (_, index) => (index % 10 === 0 ? long : slip));
  const notes = Object.fromEntries(texts.map((text, index) => [`notes/${index}.md`, text]));
  await app.driver.start({ notes, localStorage });
  await holdAfter(5);
  await app.driver.runCommand('playhead:check-vault');
  await expect.poll(() => app.page.evaluate(() => window.checkTurns.lengths.length)).toBe(5);
  expect(await progress()).toMatch(/^Checking \d+ of 600 notes/);
  await button('Cancel').click();
  await app.page.evaluate(() => window.checkTurns.goOn?.());
  await expect.poll(summary).toMatch(/^Cancelled before the end\. [\d,]+ notes may need a look\./);
  const found = await rows().count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(600);
  // Other work of the machine makes the longest turns long.
  const lengths = await app.page.evaluate(() => window.checkTurns.lengths);
  expect(lengths.sort((one, other) => one - other)[2]).toBeLessThan(50);
  await app.page.keyboard.press('Escape');
  const left = await app.page.evaluate(async () => {
    const { vault } = window.app;
    return Promise.all(vault.getMarkdownFiles().map((file) => vault.cachedRead(file)));
  });
  expect(new Set(left)).toEqual(new Set(texts));
});
