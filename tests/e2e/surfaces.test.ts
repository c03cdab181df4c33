// Chips wherever the app renders a note, and the text around them unchanged.
import { describe, expect, it } from 'vitest';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'surfacesVid';

const text = `---
videoId: ${id}
---

# A heading ${anchor('00:00:01')}

Paragraph **bold ${anchor('00:00:02')}** and after.

- item ${anchor('00:00:03')}
  - nested ${anchor('00:00:04')}
- [ ] task ${anchor('00:00:05')}

1. first ${anchor('00:00:06')}

| a | b |
| --- | --- |
| x ${anchor('00:00:07')} | ${anchor('00:00:08')} |

> quote ${anchor('00:00:09')}

> [!note] Title ${anchor('00:00:10')}
> content ${anchor('00:00:11')}
`;

const faces = ['0:01', '0:02', '0:03', '0:04', '0:05', '0:06', '0:07', '0:08', '0:09', '0:10', '0:11'];

describe('reading view', () => {
  it('shows a chip for every anchor, however deep', async () => {
    await app.driver.start({ notes: { 'note.md': text } });
    await app.driver.openNote('note.md');
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(faces);
    expect(await app.page.locator('a.yt-timestamp').count()).toBe(0);
  });

  it('leaves the text around chips as it is without the plugin', async () => {
    await app.driver.start({ notes: { 'note.md': text }, plugin: 'none' });
    await app.driver.openNote('note.md');
    await expect.poll(() => app.page.locator('a.yt-timestamp').count()).toBe(faces.length);
    const without = await textWithout('a.yt-timestamp');
    await app.driver.start({ notes: { 'note.md': text } });
    await app.driver.openNote('note.md');
    await expect.poll(() => chipsIn(app.page).count()).toBe(faces.length);
    expect(await textWithout('.playhead-chip')).toBe(without);
  });

  it('does not make a line higher', async () => {
    const line = 'One line of text';
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${line}\n\n${line} ${anchor('00:00:02')}\n` },
    });
    await app.driver.openNote('note.md');
    const paragraphs = app.page.locator('.markdown-preview-view p');
    await expect.poll(() => chipsIn(app.page).count()).toBe(1);
    const heights = await paragraphs.evaluateAll((all) => all.map((p) => p.getBoundingClientRect().height));
    expect(heights[1]).toBe(heights[0]);
  });
});

describe('an embed', () => {
  it('shows chips for the whole of the note', async () => {
    await app.driver.start({ notes: { 'note.md': text, 'outer.md': '![[note]]\n' } });
    await app.driver.openNote('outer.md');
    await expect.poll(() => chipsIn(app.page.locator('.internal-embed')).allInnerTexts()).toEqual(faces);
  });
});

describe('printing', () => {
  /** The printed text in place of the chips, and its size, with the text around them. */
  async function printed(text: string): Promise<readonly string[]> {
    await app.driver.start({ notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${text}\n` } });
    await app.driver.openNote('note.md');
    const chips = app.page.locator('.playhead-chip');
    await chips.first().waitFor();
    await app.page.emulateMedia({ media: 'print' });
    return chips.evaluateAll((all) =>
      all.map((el) => {
        const label = getComputedStyle(el, '::before');
        const around = el.parentElement === null ? '' : getComputedStyle(el.parentElement).fontSize;
        const text = label.content.replace(/^"|"$/g, '') + (el as HTMLElement).innerText;
        const face = el.firstElementChild ?? el;
        const size = text === (el as HTMLElement).innerText ? getComputedStyle(face) : label;
        return `${text}, ${size.fontSize === around ? 'as large as the text' : size.fontSize}`;
      }),
    );
  }

  it('shows the plain label, as large as the text around it', async () => {
    const text = `A ${anchor('00:00:02')}.\n\n# Heading ${anchor('00:00:03')}\n\n| a |\n| --- |\n| ${anchor('00:00:04')} |`;
    expect(await printed(text)).toEqual([
      '[00:00:02], as large as the text',
      '[00:00:03], as large as the text',
      '[00:00:04], as large as the text',
    ]);
  });

  it('shows the time of a chip that has no label', async () => {
    expect(await printed(`A ${anchor('00:00:02', '')}.`)).toEqual(['0:02, as large as the text']);
  });

  it('shows every chip in the colours of paper, with no room around it', async () => {
    await printed(`A ${anchor('00:00:02')}.`);
    const look = await app.page.locator('.playhead-chip').evaluate((el) => {
      const { padding, backgroundColor, boxShadow } = getComputedStyle(el);
      return { padding, backgroundColor, boxShadow };
    });
    expect(look).toEqual({ padding: '0px', backgroundColor: 'rgba(0, 0, 0, 0)', boxShadow: 'none' });
  });
});

describe('a browser that cannot mix colours', () => {
  it('gives a chip a ground all the same', async () => {
    await app.driver.start({ notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${anchor('00:00:02')}\n` } });
    await app.driver.openNote('note.md');
    const chip = chipsIn(app.page);
    await chip.waitFor();
    const ground = await chip.evaluate((el) => {
      // As a browser does with unknown values: it drops the rules that need them, and each such declaration.
      for (const { ownerNode } of Array.from(document.styleSheets)) {
        if (!(ownerNode instanceof HTMLStyleElement)) continue;
        ownerNode.textContent = ownerNode.textContent
          .replaceAll(/@supports \(color: color-mix/g, '@supports (color: unknown-mix')
          .replaceAll('color-mix(', 'unknown-mix(');
      }
      return getComputedStyle(el).backgroundColor;
    });
    expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  });
});

describe('the keyboard', () => {
  it('reaches a chip and plays it with Enter and Space', async () => {
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${anchor('00:00:02')} ${anchor('00:00:30')}\n` },
    });
    await app.driver.openNote('note.md');
    const chips = chipsIn(app.page);
    await chips.first().focus();
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.youtube.requests.map(({ parameters }) => parameters['start'])).toEqual(['2']);
    await app.page.keyboard.press('Tab');
    expect(await chips.nth(1).evaluate((el) => el === document.activeElement)).toBe(true);
    await app.page.keyboard.press('Space');
    await expect
      .poll(async () => (await app.youtube.player(app.page, id).commands()).map(({ args }) => args[0]))
      .toContain(30);
  });
});

function textWithout(selector: string): Promise<string> {
  return app.page.locator('.markdown-preview-sizer').evaluate((sizer, without) => {
    const copy = sizer.cloneNode(true) as HTMLElement;
    for (const el of copy.querySelectorAll(without)) el.remove();
    return copy.textContent;
  }, selector);
}
