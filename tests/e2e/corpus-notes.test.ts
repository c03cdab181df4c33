// Real notes, chosen by hash: every chip clicked, none ends past the end.
import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus.ts';
import { chipsIn, secondsOf, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

/** Notes, not clicks, are what differs: a note longer than this is tried with its first chips. */
const CLICKS = 60;

function chosen(count: number): readonly string[] {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
  return [...corpusNotes()].sort((a, b) => hash(a).localeCompare(hash(b))).slice(0, count);
}

/** A video's length in seconds, from one minute to three hours: as lengths are, and the same in every run. */
function lengthFor(id: string): number {
  const hash = createHash('sha256').update(id).digest().readUInt32BE();
  return 60 + (hash % (3 * 3600));
}

describe.skipIf(!hasCorpus)('a real note', () => {
  it.each(hasCorpus ? chosen(30) : [])(
    'plays inside its video or says why not: %s',
    async (name) => {
      const text = corpusFile(name);
      const id = /^videoId: *["']?([\w-]{11})["']? *$/m.exec(text)?.[1];
      if (id === undefined) throw new Error('The note names no video.');
      const length = lengthFor(id);
      app.youtube.set(id, { length });
      await app.driver.start({ notes: { 'note.md': text } });
      await app.driver.openNote('note.md');
      await expect.poll(() => chipsIn(app.page).count()).toBeGreaterThan(0);

      for (const chip of (await chipsIn(app.page).all()).slice(0, CLICKS)) {
        await chip.click();
        if ((await chip.getAttribute('aria-disabled')) === 'true') {
          expect(await chip.getAttribute('aria-label')).toMatch(/past the end|not a time|No time/);
          continue;
        }
        await vi.waitFor(async () => {
          const seconds = secondsOf(await chip.innerText());
          expect(seconds).toBeLessThanOrEqual(length);
          const time = await app.youtube.player(app.page, id).currentTime();
          expect(time).toBeGreaterThanOrEqual(Math.min(seconds, length) - 0.5);
          expect(time).toBeLessThanOrEqual(length);
          expect(time).toBeLessThanOrEqual(seconds + 4);
        });
      }
    },
    60_000,
  );
});
