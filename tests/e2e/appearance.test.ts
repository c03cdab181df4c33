// The pane at three widths, in light and dark: pictures of it in build/, and nothing in it cut off or over anything else.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PANE_STATES, setPaneWidth, startForPanes } from '../support/pane-states.ts';
import { panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const pictures = join(import.meta.dirname, '../../build/panes');

/** The buttons, sliders and texts that are visible, and cut off by the pane or covered. */
function misplaced(): Promise<readonly string[]> {
  return panesIn(app.page)
    .locator('.view-content')
    .evaluate((content) => {
      const edge = content.getBoundingClientRect();
      const seen = [
        ...content.querySelectorAll<HTMLElement>('button, input, [role="slider"], .playhead-message > *'),
      ]
        .filter((el) => el.checkVisibility({ visibilityProperty: true }) && el.closest('ol, ul') === null)
        .map((el) => ({ el, box: el.getBoundingClientRect(), name: el.ariaLabel ?? el.innerText }));
      const cut = seen.filter(
        ({ box }) =>
          box.left < edge.left - 0.5 ||
          box.right > edge.right + 0.5 ||
          box.top < edge.top - 0.5 ||
          box.bottom > edge.bottom + 0.5,
      );
      const over = seen.flatMap((one, index) =>
        seen
          .slice(index + 1)
          .filter(
            ({ el, box }) =>
              !one.el.contains(el) &&
              Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 0.5 &&
              Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 0.5,
          )
          .map(({ name }) => `${one.name} and ${name} overlap`),
      );
      const spilt = seen.filter(({ el }) => el.scrollWidth > el.clientWidth + 1 && el.tagName === 'BUTTON');
      return [
        ...cut.map(({ name }) => `${name} is cut off`),
        ...spilt.map(({ name }) => `${name} does not fit`),
        ...over,
      ];
    });
}

describe('a pane has room for what it shows', () => {
  it.each(Object.entries(PANE_STATES))('%s', async (name, reach) => {
    mkdirSync(pictures, { recursive: true });
    await startForPanes(app);
    await reach(app);
    for (const width of [250, 500, 1600]) {
      await setPaneWidth(app.page, width);
      expect(await misplaced(), `${width} px`).toEqual([]);
      for (const theme of ['light', 'dark'] as const) {
        await app.driver.setTheme(theme);
        const path = join(pictures, `${name}-${String(width)}-${theme}.png`);
        await panesIn(app.page).screenshot({ path });
      }
    }
  });
});
