// Real notes, chosen by hash: every chip clicked, none ends past the end.
import { createHash } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus.ts';
import { chipsIn, secondsOf, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

function chosen(count: number): readonly string[] {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
  const withAnchors = corpusNotes().filter((name) => corpusFile(name).includes('"yt-timestamp"'));
  return [...withAnchors].sort((a, b) => hash(a).localeCompare(hash(b))).slice(0, count);
}

/** A video's length in seconds, from one minute to three hours: as lengths are, and the same in every run. */
function lengthFor(id: string): number {
  const hash = createHash('sha256').update(id).digest().readUInt32BE();
  return 60 + (hash % (3 * 3600));
}

/** Each chip of the note once, in order: parts of a long note that are out of sight leave the document. */
async function* eachChip(): AsyncGenerator<Locator> {
  const scroller = app.page.locator('.markdown-preview-view').first();
  for (let index = 0; ; index++) {
    const untried = app.page.locator('.playhead-chip:not([data-tried])').first();
    if ((await untried.count()) === 0) {
      const moved = await scroller.evaluate((el) => {
        const before = el.scrollTop;
        el.scrollBy(0, el.clientHeight / 2);
        return el.scrollTop !== before;
      });
      if (!moved) return;
      continue;
    }
    await untried.evaluate((el, tried) => {
      el.dataset['tried'] = tried;
    }, String(index));
    yield app.page.locator(`[data-tried="${index}"]`);
  }
}

const waiting = { timeout: 30_000, interval: 20 };

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

      let tried = 0;
      for await (const chip of eachChip()) {
        tried++;
        await chip.click();
        await vi.waitFor(async () => {
          const time = await app.youtube.player(app.page, id).currentTime();
          expect(time).toBeLessThanOrEqual(length);
          if ((await chip.getAttribute('class'))?.includes('is-inert') === true) {
            expect(await chip.getAttribute('aria-label')).toMatch(/past the end|not a time|No time/);
            return;
          }
          const seconds = secondsOf(await chip.innerText());
          expect(seconds).toBeLessThanOrEqual(length);
          expect(time).toBeGreaterThanOrEqual(Math.min(seconds, length) - 0.5);
          expect(time).toBeLessThanOrEqual(seconds + 6);
        }, waiting);
      }
      expect(tried).toBeGreaterThanOrEqual(text.match(/<a class="yt-timestamp"/g)?.length ?? 1);
    },
    120_000,
  );
});
