// Real notes, chosen by hash: every chip is clicked, and none plays past the end.
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

/** The length of a video in seconds, from one minute to three hours: realistic, and the same in every run. */
function lengthFor(id: string): number {
  const hash = createHash('sha256').update(id).digest().readUInt32BE();
  return 60 + (hash % (3 * 3600));
}

/** Chips of a note that are clicked with the mouse; the others get a click event. */
const BY_MOUSE = 4;

/** Clicks each chip of the note once, in order: parts of a long note that are out of view leave the document. */
async function* eachClicked(): AsyncGenerator<Locator> {
  const view = app.page.locator('.markdown-preview-view').first();
  for (let index = 0; ; index++) {
    const found = await view.evaluate(
      (el, { tried, isClicked }) => {
        for (;;) {
          const chip = el.querySelector<HTMLElement>('.playhead-chip:not([data-tried])');
          if (chip !== null) {
            chip.dataset['tried'] = tried;
            if (isClicked) chip.click();
            return true;
          }
          const before = el.scrollTop;
          el.scrollBy(0, el.clientHeight / 2);
          if (el.scrollTop === before) return false;
          if (el.querySelector('.playhead-chip:not([data-tried])') === null) return undefined;
        }
      },
      { tried: String(index), isClicked: index >= BY_MOUSE },
    );
    if (found === false) return;
    if (found === undefined) continue;
    const chip = app.page.locator(`[data-tried="${index}"]`);
    if (index < BY_MOUSE) await chip.click();
    yield chip;
  }
}

/** The look of a chip. */
const lookOf = (chip: Locator): Promise<{ text: string; label: string; isInert: boolean }> =>
  chip.evaluate((el) => ({
    text: (el as HTMLElement).innerText,
    label: el.getAttribute('aria-label') ?? '',
    isInert: el.classList.contains('is-inert'),
  }));

const waiting = { timeout: 30_000, interval: 20 };

describe.skipIf(!hasCorpus)('a real note', () => {
  it.each(hasCorpus ? chosen(12) : [])(
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
      for await (const chip of eachClicked()) {
        tried++;
        await vi.waitFor(async () => {
          const time = await app.youtube.player(app.page, id).currentTime();
          expect(time).toBeLessThanOrEqual(length);
          const look = await lookOf(chip);
          if (look.isInert) {
            expect(look.label).toMatch(/past the end|not a time|No time/);
            return;
          }
          const seconds = secondsOf(look.text);
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
