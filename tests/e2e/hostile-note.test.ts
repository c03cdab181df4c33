// A hostile note, all of which stays text.
import { expect, it } from 'vitest';
import { chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

const MARKUP = `&quot;&gt;&lt;img src=x onerror=&quot;document.title='harmed'&quot;&gt;`;
const SCRIPT = `javascript:document.title='harmed'`;

const hostile = [
  `<a class="yt-timestamp" data-t="${MARKUP}">[x]</a>`,
  `<a class="yt-timestamp" data-t="00:00:01">&lt;img src=x onerror="document.title='harmed'"&gt;</a>`,
  `<a class="yt-timestamp" data-t="00:00:02" data-v="${MARKUP}">[00:00:02]</a>`,
  `<a class="yt-timestamp" data-t="00:00:03" data-v="${SCRIPT}">[00:00:03]</a>`,
  `<a class="yt-timestamp" data-t="00:00:04" data-v="https://evil.example/x.mp4?autoplay">[00:00:04]</a>`,
  `<a class="yt-timestamp" data-t="00:00:05" onclick="document.title='harmed'" href="${SCRIPT}">[00:00:05]</a>`,
  `<a class="yt-timestamp" data-t="${'9'.repeat(10_000_000)}">[00:00:06]</a>`,
  `<a class="yt-timestamp" data-t="${':['.repeat(100_000)}">[00:00:07]</a>`,
].join('\n\n');

it.each(['videoId', 'video', 'source', 'url'])(
  '%s and anchors full of markup and scripts do nothing',
  async (key) => {
    const note = `---\n${key}: ${JSON.stringify(`"><script>document.title='harmed'</script>`)}\n---\n\n${hostile}\n`;
    await app.driver.start({ notes: { 'note.md': note } });
    await app.driver.openNote('note.md');
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.count()).toBe(8);
    expect(await chips.locator('*:not(.playhead-chip-face)').count()).toBe(0);
    expect(await app.page.locator('.markdown-preview-view').locator('img, script, iframe').count()).toBe(0);
    for (const chip of await chips.all()) {
      expect((await chip.innerText()).length).toBeLessThanOrEqual(64);
      expect((await chip.getAttribute('aria-label'))?.length).toBeLessThan(300);
    }
    const safe = [0, 1, 2, 3, 5, 6, 7];
    for (const index of safe) await chips.nth(index).click();
    expect(app.youtube.requests).toEqual([]);
    expect(await app.page.title()).not.toBe('harmed');
    expect(await app.page.locator('iframe').count()).toBe(0);
  },
);
