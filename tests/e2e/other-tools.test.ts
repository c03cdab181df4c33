// Notes of other tools, unchanged: each time plays its second of its own video.
import { describe, expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'otherTools1';
const second = 'otherTools2';
const modes = ['reading', 'live'] as const;

const marked = (): Promise<readonly string[]> =>
  noteIn(app.page, 'note.md').locator('.playhead-chip[aria-current="true"]:visible').allTextContents();

const clock = (seconds: number): string => {
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = fields;
  const two = (field: number): string => String(field).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

async function open(text: string, mode: (typeof modes)[number]): Promise<void> {
  app.youtube.set(id, { length: 3700 });
  await app.driver.start({ notes: { 'note.md': text } });
  await app.driver.openNote('note.md', { mode });
}

describe('a clipped talk of an hour', () => {
  /** The first lines are short, so that the test can wait for them. */
  const seconds = Array.from({ length: 400 }, (_, i) => (i < 4 ? i : i * 9));
  const paragraphs = seconds.map(
    (at, i) => `**${clock(at)}** · These are the words of paragraph ${i}, as they were said.`,
  );
  const text = `---\nsource: "https://www.youtube.com/watch?v=${id}"\n---\n![](https://www.youtube.com/watch?v=${id})\n\n## Transcript\n\n${paragraphs.join('\n\n')}\n`;

  it.each(modes)(
    'plays at the second of each paragraph, and marks what is said, in %s view',
    async (mode) => {
      await open(text, mode);
      await expectPlayhead(app, id, 0, () => chipsIn(app.page).first().click());
      for (const face of ['0:00', '0:01', '0:02']) await expect.poll(marked).toEqual([face]);
      const player = app.youtube.player(app.page, id);
      const before = (await player.commands()).length;
      const said = await app.page.evaluate(async () => {
        const root = [...document.querySelectorAll<HTMLElement>('.cm-scroller, .markdown-preview-view')].find(
          (el) => el.isShown() && el.scrollHeight > el.clientHeight,
        );
        if (root === undefined) throw new Error('Nothing scrolls.');
        const turn = () => new Promise((resolve) => setTimeout(resolve));
        const faces: string[] = [];
        for (let top = 0; top < root.scrollHeight; top += root.clientHeight / 2) {
          root.scrollTop = top;
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          for (const chip of root.querySelectorAll<HTMLElement>('.playhead-chip')) {
            const face = chip.textContent;
            if (faces.includes(face)) continue;
            faces.push(face);
            // Each seek takes the player a moment.
            if (faces.length % 8 !== 0) continue;
            chip.click();
            await turn();
          }
        }
        return faces;
      });
      expect(said).toEqual(seconds.map(clock));
      const sought = async (): Promise<unknown[]> => {
        const commands = (await player.commands()).slice(before);
        const all = commands.flatMap(({ func, args }) => (func === 'seekTo' ? [args[0]] : []));
        // A seek that has not arrived yet is repeated.
        return all.filter((to, index) => to !== all[index - 1]);
      };
      await expect.poll(sought).toEqual(seconds.filter((_, index) => index % 8 === 7));
    },
  );
});

describe.each(modes)('in %s view', (mode) => {
  it('the blocks of Timestamp Notes play the video of their first block', async () => {
    const block = (language: string, content: string): string => `\`\`\`${language}\n${content}\n\`\`\``;
    const first = block('timestamp-url', `https://youtu.be/${id}`);
    await open(
      `${first}\n\n${block('timestamp', '07:51')}\nWords\n\n${block('timestamp', '1:00:02')}\n\nThe end\n`,
      mode,
    );
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['7:51', '1:00:02']);
    await expectPlayhead(app, id, 3602, () => chipsIn(app.page).nth(1).click());
    await expectPlayhead(app, id, 471, () => chipsIn(app.page).first().click());
  });

  it('the links of Media Notes, which have no address, play the video of their property', async () => {
    await open(
      `---\nmedia_link: https://www.youtube.com/watch?v=${id}\n---\n- [02:01]() One\n- [02:30]() Two\n\nThe end\n`,
      mode,
    );
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['2:01', '2:30']);
    await expectPlayhead(app, id, 150, () => chipsIn(app.page).nth(1).click());
  });

  it('a lecture with two videos plays the one above, whatever its property says', async () => {
    const embed = (video: string): string => `![](https://www.youtube.com/watch?v=${video})`;
    const chapters = '0:00 Intro\n0:20 Light\n1:00 Sound';
    await open(
      `---\nurl: https://youtu.be/thirdVideo1\n---\n# One\n\n${embed(id)}\n\n${chapters}\n\n# Two\n\n${embed(second)}\n\n${chapters}\n\nThe end\n`,
      mode,
    );
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.count()).toBe(6);
    await expectPlayhead(app, second, 20, () => chips.nth(4).click());
    await expectPlayhead(app, id, 20, () => chips.nth(1).click());
  });

  it('a link to a moment of a file plays in the pane, and with Mod opens as the app opens it', async () => {
    const text = 'One [[time-code.webm#t=10|0:10]]\n\nTwo [0:20](time-code.webm#t=20)\n\nThe end\n';
    await app.driver.start({ notes: { 'note.md': text }, served: true });
    await app.driver.openNote('note.md', { mode });
    const chips = chipsIn(noteIn(app.page, 'note.md'));
    const files = () => app.page.evaluate(() => window.app.workspace.getLeavesOfType('video').length);
    await chips.nth(1).click();
    await expect.poll(() => panesIn(app.page).locator('video').count()).toBe(1);
    expect(await files()).toBe(0);
    await chips.first().click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(files).toBe(1);
    expect(await panesIn(app.page).count()).toBe(1);
  });
});
