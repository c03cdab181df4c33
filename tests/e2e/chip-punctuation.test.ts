// In Live Preview, no line begins with the punctuation after a chip, nor ends with the bracket before one.
import { expect, it } from 'vitest';
import { editNote, placeCaret } from '../support/editing.ts';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

const kinds = [
  `a word ${anchor('00:01:00')}, and (${anchor('00:02:00')}).`,
  `some **bold ${anchor('00:03:00')}**. Then [4:00]; “${anchor('00:05:00')}”`,
  `so [6:00]: it *is ${anchor('00:07:00')}*! And ([8:00], [9:00])?`,
];
const note = `---\nvideoId: punctuation\n---\n${Array.from({ length: 8 }, () => kinds.join(' ')).join(' ')}\n\nEnd`;

/** The chips that are in another line than their punctuation, as text, and the number of chips with punctuation. */
const apart = (): Promise<{ readonly count: number; readonly apart: readonly string[] }> =>
  app.page.evaluate(() => {
    const found: string[] = [];
    let count = 0;
    for (const chip of Array.from(document.querySelectorAll<HTMLElement>('.cm-line .playhead-chip'))) {
      const line = chip.closest('.cm-line') ?? chip;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      const shown = texts.filter((text) => text.data !== '' && text.data !== '\u200b');
      const at = shown.findIndex((text) => chip.contains(text));
      const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
      for (const [text, index] of [
        [shown[at + 1], 0],
        [shown[at - 1], (shown[at - 1]?.length ?? 0) - 1],
      ] as const) {
        if (text === undefined || !/[.,;:!?)(“”]/.test(text.data[index] ?? '')) continue;
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const { height, ...box } = chip.getBoundingClientRect().toJSON() as DOMRect;
        const away = Math.abs(middle(range.getBoundingClientRect()) - middle(box as DOMRect));
        count++;
        if (away > height / 2) found.push(`${chip.innerText} ${text.data.slice(0, 8)}`);
      }
    }
    return { count, apart: found };
  });

it('punctuation stays with its chip at every width, and the caret goes between them', async () => {
  await editNote(app.driver, note, { plugin: 'built' });
  await placeCaret(app.page, 'End');
  await expect.poll(() => chipsIn(app.page.locator('.cm-content')).count()).toBe(72);
  for (let width = 700; width <= 940; width += 12) {
    await app.page.setViewportSize({ width, height: 900 });
    const { count, apart: found } = await apart();
    expect(count).toBeGreaterThan(90);
    expect(found, `at a width of ${width}`).toEqual([]);
  }
  // Between a chip and its comma: by keys from either side, and by a click.
  const source = `${anchor('00:01:00')}, and`;
  await placeCaret(app.page, source, source.length);
  for (let steps = 0; steps < 5; steps++) await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.type('X');
  await expect
    .poll(() => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue()))
    .toContain(`${anchor('00:01:00')}X, and`);
});
