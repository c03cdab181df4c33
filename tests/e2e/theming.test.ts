// The plugin in the user's theme and system: colours, direction, reduced motion, high contrast, print.
import { beforeEach, describe, expect, it } from 'vitest';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'themingNo01';
const note = `---\nvideoId: ${id}\n---\nOne ${anchor('00:01:06')} and ${anchor('00:02:00')}.\n`;

beforeEach(async () => {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { 'note.md': note } });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
});

const styleOf = (selector: string, property: string, pseudo?: string): Promise<string> =>
  app.page
    .locator(selector)
    .first()
    .evaluate((el, [property, pseudo]) => getComputedStyle(el, pseudo).getPropertyValue(property), [
      property,
      pseudo,
    ] as const);

describe('a colour that a theme sets on the body', () => {
  it.each([
    ['--playhead-chip-color', '.playhead-chip', 'color'],
    ['--playhead-chip-background', '.playhead-chip', 'background-color'],
    ['--playhead-chip-current-color', ".playhead-chip[aria-current='true']", 'outline-color'],
    ['--playhead-stage-background', '.playhead-stage', 'background-color'],
    ['--playhead-played-color', '.playhead-played', 'background-color'],
    ['--playhead-loaded-color', '.playhead-loaded', 'background-color'],
    ['--playhead-tick-color', '.playhead-ticks', 'color'],
  ])('%s is that of %s', async (name, selector, property) => {
    await app.page.locator(selector).first().waitFor({ state: 'attached' });
    await app.page.evaluate((name) => document.body.setCssProps({ [name]: 'rgb(1, 2, 3)' }), name);
    await expect.poll(() => styleOf(selector, property)).toBe('rgb(1, 2, 3)');
    await app.page.evaluate((name) => {
      document.body.style.removeProperty(name);
    }, name);
    await expect.poll(() => styleOf(selector, property)).not.toBe('rgb(1, 2, 3)');
  });
});

describe('with high contrast', () => {
  it('a chip has a line around it, a thicker one while it plays, and what has played can be seen', async () => {
    await app.page.emulateMedia({ forcedColors: 'active' });
    try {
      expect(await styleOf('.playhead-chip:not([aria-current])', 'outline-style')).toBe('solid');
      expect(await styleOf('.playhead-chip:not([aria-current])', 'outline-width')).toBe('1px');
      expect(await styleOf(".playhead-chip[aria-current='true']", 'outline-width')).toBe('3px');
      const played = await styleOf('.playhead-played', 'background-color');
      expect(played).not.toBe(await styleOf('.playhead-rail', 'background-color'));
    } finally {
      await app.page.emulateMedia({ forcedColors: 'none' });
    }
  });
});

describe('with reduced motion', () => {
  it('nothing of the plugin moves by itself', async () => {
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      const moving = await app.page.evaluate(() => {
        document.querySelector('.playhead-pane')?.classList.add('is-waiting');
        const own = [...document.querySelectorAll('[class*="playhead-"]')];
        return own.flatMap((el) =>
          [undefined, '::before', '::after'].flatMap((pseudo) => {
            const { animationName, transitionDuration } = getComputedStyle(el, pseudo);
            return animationName === 'none' && /^0s(?:, 0s)*$/.test(transitionDuration)
              ? []
              : [`${el.className} ${pseudo ?? ''}: ${animationName} ${transitionDuration}`];
          }),
        );
      });
      expect(moving).toEqual([]);
    } finally {
      await app.page.emulateMedia({ reducedMotion: 'no-preference' });
    }
  });
});

describe('from right to left', () => {
  it('controls stay in the pane, and time still runs from left to right', async () => {
    await app.page.evaluate(() => {
      document.body.dir = 'rtl';
      document.body.classList.add('mod-rtl');
    });
    const pane = await panesIn(app.page).locator('.view-content').boundingBox();
    if (pane === null) throw new Error('The pane is not seen.');
    for (const button of await panesIn(app.page).locator('.playhead-controls button:visible').all()) {
      const box = await button.boundingBox();
      expect(box?.x ?? 0, await button.ariaSnapshot()).toBeGreaterThanOrEqual(pane.x - 0.5);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(pane.x + pane.width + 0.5);
    }
    expect(await styleOf('.playhead-timeline', 'direction')).toBe('ltr');
    expect(await styleOf('.playhead-chip', 'white-space')).toBe('nowrap');
    await app.page.evaluate(() => {
      document.body.dir = '';
      document.body.classList.remove('mod-rtl');
    });
  });
});

describe('on paper', () => {
  it('a timestamp is its text, without a ground or a line', async () => {
    await app.page.emulateMedia({ media: 'print' });
    try {
      expect(await styleOf('.playhead-chip', 'background-color')).toBe('rgba(0, 0, 0, 0)');
      expect(await styleOf('.playhead-chip', 'outline-style')).toBe('none');
      expect(await styleOf('.playhead-chip', 'content', '::before')).toBe('"[00:01:06]"');
    } finally {
      await app.page.emulateMedia({ media: 'screen' });
    }
  });
});
