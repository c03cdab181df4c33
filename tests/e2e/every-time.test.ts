// The times that other tools and people write are chips in a note about a video, in both views, and play.
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../support/every-form.ts';
import { chipsIn, expectPlayhead, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const own = 'dQw4w9WgXcQ';
const other = 'jNQXAC9IVRw';
const modes = ['reading', 'live'] as const;

const clipped = [
  '---',
  `source: "https://www.youtube.com/watch?v=${own}"`,
  '---',
  '## Transcript',
  '',
  '**0:03** · The first words.',
  '',
  '**0:43** · More words (1:02).',
  '',
  '- 9:00 Breakfast',
  '',
  'The end',
].join('\n');

async function open(text: string, mode: (typeof modes)[number]): Promise<void> {
  await app.driver.start({ notes: { 'note.md': text } });
  await app.driver.openNote('note.md', { mode });
}

describe('every way to write a time', () => {
  const all = Object.values(EXAMPLES).join('\n\n');
  const count = Object.keys(EXAMPLES).length;

  it.each([...modes, 'embedded'] as const)('is a chip that plays its second: %s', async (where) => {
    const notes = {
      'all.md': `---\nvideoId: ${own}\n---\n${all}\n\nThe end\n`,
      'around.md': 'See\n\n![[all]]\n',
    };
    await app.driver.start({ notes });
    const isEmbedded = where === 'embedded';
    await app.driver.openNote(isEmbedded ? 'around.md' : 'all.md', { mode: isEmbedded ? 'reading' : where });
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.allInnerTexts()).toEqual(Array(count).fill('1:02'));
    for (const chip of await chips.all()) {
      await expectPlayhead(app, own, 62, () => chip.click());
    }
  });
});

describe.each(modes)('in %s view', (mode) => {
  it('a clipped transcript plays at each of its times', async () => {
    await open(clipped, mode);
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:03', '0:43', '1:02']);
    // The label of a chip has the weight of the text around it.
    const weights = chips.evaluateAll((all) => all.map((chip) => Number(getComputedStyle(chip).fontWeight)));
    expect((await weights).map((weight) => weight >= 600)).toEqual([true, true, false]);
    await expectPlayhead(app, own, 43, () => chips.nth(1).click());
    await expectPlayhead(app, own, 62, () => chips.nth(2).click());
  });

  it('chapters are chips, and a schedule is text', async () => {
    const chapters = `0:00 Intro\n0:37 Second brain\n1:02:03 Questions`;
    await open(
      `---\nvideoId: ${own}\n---\n${chapters}\n\n- 14:30 Standup\n- 15:00 Call\n- 16:00 Tea\n\nThe end`,
      mode,
    );
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['0:00', '0:37', '1:02:03']);
  });

  it('a timestamp plays the nearest video above it', async () => {
    const embed = (id: string): string => `![](https://www.youtube.com/watch?v=${id})`;
    // The same time below each video: only the place distinguishes them.
    await open(`${embed(own)}\n\nOne (0:10).\n\n${embed(other)}\n\nTwo (0:10).\n\nThe end`, mode);
    const chips = chipsIn(app.page);
    await expect.poll(() => chips.allInnerTexts()).toEqual(['0:10', '0:10']);
    await expect.poll(() => app.page.locator('iframe.external-embed').count()).toBe(2);
    expect([app.youtube.loads(own), app.youtube.loads(other), app.youtube.posters]).toEqual([0, 0, []]);
    await expectPlayhead(app, other, 10, () => chips.nth(1).click());
    await expectPlayhead(app, own, 10, () => chips.first().click());
  });

  it('links without an address, macros, blocks and bare addresses are chips', async () => {
    const text = `---\nvideoId: ${own}\n---\nA [02:01]() b {{youtube-timestamp 62}} c https://youtu.be/${own}?t=63\n\n\`\`\`timestamp\n07:51\n\`\`\`\n\nThe end`;
    await open(text, mode);
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['2:01', '1:02', '1:03', '7:51']);
  });
});
