// Tooltips: what shows them, when, where, and what ends them.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import type { StartOptions } from '../driver/driver';
import { timersEnded, watchTimers } from '../support/timers';

const host = useHost();

/** A button in the middle of the window, and code in which it is `el`. */
async function show(
  code: string,
  options: StartOptions & { styles?: string; at?: string } = {},
): Promise<void> {
  const { styles, at = `top: '200px', left: '500px'`, ...start } = options;
  const plugin = probePlugin(`
    onload() {
      this.app.workspace.onLayoutReady(() => {
        const el = document.querySelector('.workspace').createEl('button', { text: 'Here', cls: 'probe-button' });
        el.setCssStyles({ position: 'fixed', width: '80px', height: '30px', ${at} });
        ${code}
      });
    }`);
  await host.driver.start({ plugin: styles === undefined ? plugin : { ...plugin, styles }, ...start });
  await watchTimers(page());
}

const page = (): typeof host.driver.page => host.driver.page;
const button = (): Locator => page().locator('.probe-button');
const tooltip = (): Locator => page().locator('.tooltip');

describe('a tooltip', () => {
  test('says an element’s label after a second, while the pointer is on it', async () => {
    await show(`obsidian.setTooltip(el, 'Play from 12:34');`);
    expect(await button().getAttribute('aria-label')).toBe('Play from 12:34');
    await button().hover();
    const started = performance.now();
    await tooltip().waitFor();
    expect(performance.now() - started).toBeGreaterThan(700);
    expect(await tooltip().innerText()).toBe('Play from 12:34');
    await page().mouse.move(5, 400);
    expect(await tooltip().count()).toBe(0);
  });

  test('comes at once shortly after another', async () => {
    await show(`
      obsidian.setTooltip(el, 'First');
      const next = document.querySelector('.workspace').createEl('button', { text: 'Next', cls: 'probe-next' });
      next.setCssStyles({ position: 'fixed', width: '80px', height: '30px', top: '200px', left: '600px' });
      obsidian.setTooltip(next, 'Second');`);
    await button().hover();
    await tooltip().waitFor();
    await page().locator('.probe-next').hover();
    await expect.poll(() => tooltip().allInnerTexts(), { timeout: 500 }).toEqual(['Second']);
  });

  test('comes for any label, and for what is inside of the element', async () => {
    await show(`el.setAttr('aria-label', 'Label'); el.createSpan({ text: ' inside', cls: 'probe-inside' });`);
    await page().locator('.probe-inside').hover();
    await expect.poll(() => tooltip().allInnerTexts()).toEqual(['Label']);
  });

  test('waits for as long as it is told', async () => {
    await show(`obsidian.setTooltip(el, 'Later', { delay: 300 });`);
    await button().hover();
    expect(await tooltip().count()).toBe(0);
    const started = performance.now();
    await tooltip().waitFor();
    expect(performance.now() - started).toBeGreaterThan(150);
    await page().mouse.move(5, 400);
    await button().hover();
    await page().mouse.move(5, 400);
    await timersEnded(page());
    expect(await tooltip().count()).toBe(0);
  });

  test.each([
    ['a press', () => page().mouse.down()],
    ['a key', () => page().keyboard.press('Shift')],
  ])('ends on %s', async (_how, act) => {
    await show(`obsidian.setTooltip(el, 'Words');`);
    await button().hover();
    await tooltip().waitFor();
    await act();
    expect(await tooltip().count()).toBe(0);
  });

  test('does not come for an empty label, or one that was taken away', async () => {
    await show(`obsidian.setTooltip(el, 'Words'); obsidian.setTooltip(el, '');`);
    expect(await button().getAttribute('aria-label')).toBeNull();
    await button().hover();
    await timersEnded(page());
    expect(await tooltip().count()).toBe(0);
  });

  test.each([
    ['true', 0],
    ['false', 1],
  ])('heeds the style: --no-tooltip: %s', async (value, count) => {
    await show(`obsidian.setTooltip(el, 'Words'); note('ready');`, {
      styles: `.workspace { --no-tooltip: true; } .probe-button { --no-tooltip: ${value}; }`,
    });
    await button().hover();
    await expect.poll(() => recorded(host.driver)).toEqual(['ready']);
    await timersEnded(page());
    expect(await tooltip().count()).toBe(count);
  });

  test('does not come on a phone', async () => {
    await show(`obsidian.setTooltip(el, 'Words');`, { platform: 'phone' });
    await button().hover();
    await timersEnded(page());
    expect(await tooltip().count()).toBe(0);
  });

  test('is made by code too, with elements in it', async () => {
    await show(
      `obsidian.displayTooltip(el, createFragment((it) => it.createEl('b', { text: 'Bold' })), { classes: ['mod-error'] });`,
    );
    expect(await page().locator('.tooltip.mod-error b').innerText()).toBe('Bold');
  });
});

describe('the place of a tooltip', () => {
  const between = async (options: string, at?: string): Promise<{ side: string; gap: number }> => {
    await show(`obsidian.setTooltip(el, 'Words', ${options});`, at === undefined ? {} : { at });
    await button().hover();
    await tooltip().waitFor();
    return page().evaluate(() => {
      const el = document.querySelector('.tooltip');
      const own = el?.getBoundingClientRect() ?? new DOMRect();
      const box = document.querySelector('.probe-button')?.getBoundingClientRect() ?? new DOMRect();
      const gaps = {
        bottom: own.top - box.bottom,
        top: box.top - own.bottom,
        right: own.left - box.right,
        left: box.left - own.right,
      };
      const [side = '', gap = 0] = Object.entries(gaps).find(([, size]) => size >= 0) ?? [];
      return { side: el?.classList.contains(`mod-${side}`) === true ? side : `not mod-${side}`, gap };
    });
  };

  test.each([
    ['below', '{}', { side: 'bottom', gap: 8 }],
    ['above', `{ placement: 'top' }`, { side: 'top', gap: 8 }],
    ['right', `{ placement: 'right' }`, { side: 'right', gap: 8 }],
    ['left, at a distance', `{ placement: 'left', gap: 20 }`, { side: 'left', gap: 20 }],
  ])('is %s, by its options', async (_where, options, expected) => {
    expect(await between(options)).toEqual(expected);
  });

  test.each([
    ['above at the bottom of the window', '{}', `bottom: '0', left: '500px'`, 'top'],
    ['left at the right edge', `{ placement: 'right' }`, `top: '200px', right: '0'`, 'left'],
  ])('is on the other side, %s', async (_where, options, at, side) => {
    expect((await between(options, at)).side).toBe(side);
  });

  test('is never outside of the window', async () => {
    await show(`obsidian.setTooltip(el, 'Many words in one long line of text');`, {
      at: `top: '200px', right: '0'`,
    });
    await button().hover();
    await tooltip().waitFor();
    const box = await tooltip().boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page().viewportSize()?.width ?? 0);
  });
});
