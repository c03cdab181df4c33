// The user types and pauses: the app reads the note anew, and the plugin writes only texts that have changed.
import { expect, it } from 'vitest';
import { placeCaret } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';

const app = usePlayhead();
const id = 'pausedKeys1';
const time = (index: number): string => `00:${String(index + 1).padStart(2, '0')}:00`;
const text = `---\nvideoId: ${id}\n---\n\nThe note begins.\n\n${Array.from(
  { length: 40 },
  (_, index) => `## Part ${index}\n\nAt some time it is said ${anchor(time(index))}, and more.`,
).join('\n\n')}\n`;

interface Seen {
  readonly written: readonly string[];
  readonly isReadAnew: boolean;
}

/** Records the changes of the plugin's elements from now on. */
async function followWriting(): Promise<() => Promise<Seen>> {
  const handle = await app.page.evaluateHandle(() => {
    const written: string[] = [];
    const seen = { isReadAnew: false, written };
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const el = target.instanceOf(Element) ? target : target.parentElement;
        const own = el?.closest('.playhead-chip, [data-type="playhead-video"], [class*="playhead-"]');
        if (own instanceof Element) written.push(`${type} ${attributeName ?? ''} of ${el?.className ?? ''}`);
      }
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    window.app.metadataCache.on('changed', () => {
      seen.isReadAnew = true;
    });
    return seen;
  });
  return () => handle.evaluate((seen) => ({ ...seen }));
}

it('nothing that says the same is written after a pause', async () => {
  app.youtube.set(id, { length: 3600 });
  await app.driver.start({ notes: { 'note.md': text } });
  await app.driver.openNote('note.md', { mode: 'live' });
  await watchTimers(app.page);
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(2);
  // The ticks, and the chapters.
  await expect.poll(() => panesIn(app.page).locator('.playhead-tick-list button').count()).toBe(80);
  await app.page.getByText('The note begins.').click();
  await placeCaret(app.page, 'The note', 8);
  await timersEnded(app.page);
  const seen = await followWriting();
  await app.page.keyboard.type(' really');
  await expect.poll(async () => (await seen()).isReadAnew).toBe(true);
  await timersEnded(app.page);
  expect([...new Set((await seen()).written)]).toEqual([]);
});
