// The API's popover: when it comes and goes, what keeps it, its life as a component, its place.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { looks } from '../support/looks';
import { timersEnded, watchTimers } from '../support/timers';

const host = useHost();

/** Two buttons, `one` and `two`; resting on either opens a popover with its name, all of one parent. */
async function start(more = '', { waitTime = '60', onload = '', constructed = '' } = {}): Promise<void> {
  const plugin = probePlugin(
    `onload() {
      this.hoverPopover = null;
      this.app.workspace.onLayoutReady(() => {
        for (const [index, name] of ['one', 'two'].entries()) {
          const el = document.querySelector('.workspace').createEl('button', { text: name, cls: 'probe-' + name });
          el.setCssStyles({ position: 'fixed', width: '80px', height: '30px', top: '200px', left: 500 + 120 * index + 'px' });
          el.addEventListener('mouseover', () => {
            if (!el.hasClass('probe-opens-nothing')) new Popover(this, el, name);
          });
        }
        ${more}
      });
    }`,
    `class Popover extends obsidian.HoverPopover {
      constructor(parent, el, name) { super(parent, el, ${waitTime}); this.name = name; ${constructed} }
      onload() {
        note(this.name + ' loaded, ' + (this.hoverEl.isConnected ? 'shown' : 'not shown'));
        this.register(() => note(this.name + ' unloaded' + (this.hoverEl.isConnected ? ' in the document' : '')));
        if (this.hoverEl.childElementCount === 0) this.hoverEl.createDiv({ text: 'About ' + this.name, cls: 'probe-content' });
        ${onload}
      }
    }`,
  );
  await host.driver.start({ plugin });
  await watchTimers(page());
}

const page = (): typeof host.driver.page => host.driver.page;
const target = (name: string): Locator => page().locator(`.probe-${name}`);
const popover = (): Locator => page().locator('.popover.hover-popover');
const away = (): Promise<void> => page().mouse.move(5, 600);

describe('a popover comes', () => {
  test('after a rest on its target, placed while it is empty, and loaded after that', async () => {
    await start('', { waitTime: '200' });
    await target('one').hover();
    expect(await popover().count()).toBe(0);
    await popover().waitFor();
    expect(await popover().innerText()).toBe('About one');
    expect(await recorded(host.driver)).toEqual(['one loaded, shown']);
    const [box, from] = [await popover().boundingBox(), await target('one').boundingBox()];
    expect(box?.y).toBe((from?.y ?? 0) + (from?.height ?? 0) + 10);
  });

  test('after 300 ms, where no time is given', async () => {
    await start('', { waitTime: 'undefined' });
    await target('one').hover();
    const started = performance.now();
    await popover().waitFor();
    expect(performance.now() - started).toBeGreaterThan(200);
  });

  test('not when the pointer has left its target by then', async () => {
    await start('', { waitTime: '150' });
    await target('one').hover();
    await away();
    await timersEnded(page());
    expect(await popover().count()).toBe(0);
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('not when its target is gone by then', async () => {
    await start('', { waitTime: '150' });
    await target('one').hover();
    await target('one').evaluate((el) => el.remove());
    await timersEnded(page());
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('in place of the one before it of the same parent', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    await target('two').hover();
    await expect.poll(() => popover().allInnerTexts()).toEqual(['About two']);
    expect(await recorded(host.driver)).toEqual(['one loaded, shown', 'one unloaded', 'two loaded, shown']);
  });

  test('inferred: at a place of its own, as below a piece of a line that is 20 pixels high', async () => {
    await start(`
      const free = new obsidian.HoverPopover(this, null, 0, { x: 300, y: 250 });
      free.hoverEl.createDiv({ text: 'Free' });`);
    await popover().waitFor();
    expect(await popover().boundingBox()).toMatchObject({ x: 300, y: 270 });
  });

  test('and takes the tooltip away', async () => {
    await start(`obsidian.setTooltip(document.querySelector('.probe-one'), 'Words', { delay: 0 });`, {
      waitTime: '300',
    });
    await target('one').hover();
    await page().locator('.tooltip').waitFor();
    await popover().waitFor();
    expect(await page().locator('.tooltip').count()).toBe(0);
  });
});

describe('a popover stays', () => {
  test('while the pointer is on its target or on it', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    await timersEnded(page());
    await page().locator('.probe-content').hover();
    await timersEnded(page());
    expect(await popover().count()).toBe(1);
    await away();
    await expect.poll(() => popover().count()).toBe(0);
    expect(await recorded(host.driver)).toEqual(['one loaded, shown', 'one unloaded']);
  });

  test('while the pointer comes back in time', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    await away();
    await timersEnded(page());
    await target('one').hover();
    await timersEnded(page());
    expect(await popover().count()).toBe(1);
  });

  test('while the focus is in it, and goes when that leaves', async () => {
    await start('', { onload: `this.hoverEl.createEl('input', { type: 'text', cls: 'probe-input' });` });
    await target('one').hover();
    await page().locator('.probe-input').focus();
    await away();
    await timersEnded(page());
    expect(await popover().count()).toBe(1);
    await page().locator('.probe-input').blur();
    await expect.poll(() => popover().count()).toBe(0);
  });

  test('while one is shown whose target is in it', async () => {
    await start('', {
      onload: `
        this.hoverPopover = null;
        if (this.name !== 'inner') {
          const link = this.hoverEl.createEl('button', { text: 'More', cls: 'probe-more' });
          link.addEventListener('mouseover', () => new Popover(this, link, 'inner'));
        }`,
    });
    await target('one').hover();
    await page().locator('.probe-more').hover();
    await expect.poll(() => popover().count()).toBe(2);
    await popover().last().hover();
    await looks(page(), 2);
    await timersEnded(page());
    expect(await popover().count()).toBe(2);
    await away();
    await expect.poll(() => popover().count()).toBe(0);
  });

  test('without a target, until the pointer was on it', async () => {
    await start(
      `new obsidian.HoverPopover(this, null, 0, { x: 300, y: 250 }).hoverEl.createDiv({ text: 'Free' });`,
    );
    await popover().waitFor();
    await away();
    await looks(page(), 2);
    await timersEnded(page());
    expect(await popover().count()).toBe(1);
    await popover().hover();
    await away();
    await expect.poll(() => popover().count()).toBe(0);
  });
});

describe('a popover goes', () => {
  test.each([
    ['was taken away', (el: HTMLElement) => el.remove()],
    ['has moved away from under it', (el: HTMLElement) => el.setCssStyles({ top: '500px' })],
  ] as [string, (el: Node) => void][])(
    'when its target %s, though the pointer rests: what that is on is looked at every half second',
    async (_, act) => {
      await start();
      await target('one').hover();
      await popover().waitFor();
      await target('one').evaluate(act);
      await expect.poll(() => popover().count()).toBe(0);
      expect(await recorded(host.driver)).toEqual(['one loaded, shown', 'one unloaded']);
    },
  );

  test('when the pointer never was on its target', async () => {
    await away();
    await start(`new Popover(this, document.querySelector('.probe-one'), 'one');`);
    await page().mouse.move(6, 600);
    await popover().waitFor();
    await expect.poll(() => popover().count()).toBe(0);
  });

  test.each(['left', 'right'] as const)('at a press outside of it with the %s button', async (button) => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    await page().locator('.probe-content').click({ button });
    await timersEnded(page());
    expect(await popover().count()).toBe(1);
    await target('one').evaluate((el) => el.addClass('probe-opens-nothing'));
    await target('one').click({ button });
    await expect.poll(() => popover().count()).toBe(0);
  });

  test('with a parent that knows of it while it is there, and no longer', async () => {
    await start(`window.app.probeParent = this;`);
    const known = (): Promise<boolean> =>
      page().evaluate(
        () =>
          (window.app as unknown as { probeParent: { hoverPopover: unknown } }).probeParent.hoverPopover !==
          null,
      );
    await target('one').hover();
    await popover().waitFor();
    expect(await known()).toBe(true);
    await away();
    await expect.poll(known).toBe(false);
  });
});

describe('the place of a popover', () => {
  /** Of a popover that has its size before it is placed. */
  const big = `this.hoverEl.createDiv().setCssStyles({ height: '250px' });`;

  test('is below its target, and what is in it is 450 pixels wide', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    const [box, from] = [await popover().boundingBox(), await target('one').boundingBox()];
    expect(box?.x).toBe(from?.x);
    expect(box?.y).toBe((from?.y ?? 0) + (from?.height ?? 0) + 10);
    expect((await page().locator('.probe-content').boundingBox())?.width).toBe(450);
  });

  test('at the bottom of the window is by its size while it is empty: what it is loaded with may run out of the window', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ top: 'auto', bottom: '60px' });`, {
      onload: `this.hoverEl.createDiv().setCssStyles({ height: '250px' });`,
    });
    await target('one').hover();
    await popover().waitFor();
    const box = await popover().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(page().viewportSize()?.height ?? 0);
  });

  test('at the bottom of the window is above its target, where it has its size before', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ top: 'auto', bottom: '60px' });`, {
      constructed: big,
    });
    await target('one').hover();
    await popover().waitFor();
    const [box, from] = [await popover().boundingBox(), await target('one').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo((from?.y ?? 0) - 10, 0);
  });

  test('follows what is in it where that is watched', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ top: 'auto', bottom: '60px' });`, {
      onload: `
        const el = this.hoverEl.createDiv();
        this.watchResize(el);
        this.registerInterval(window.setInterval(() => { el.setCssStyles({ height: '250px' }); }, 50));`,
    });
    await target('one').hover();
    await popover().waitFor();
    await expect
      .poll(async () => {
        const box = await popover().boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      })
      .toBeLessThan((await target('one').boundingBox())?.y ?? 0);
  });

  test('is inside the window', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ left: 'auto', right: '0' });`, {
      constructed: big,
    });
    await target('one').hover();
    await popover().waitFor();
    const box = await popover().boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page().viewportSize()?.width ?? 0);
  });

  test('has the styles of the app', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    const styles = await popover().evaluate((el) => {
      const { position, display, overflow, zIndex, minHeight, maxWidth, maxHeight } = getComputedStyle(el);
      return { position, display, overflow, zIndex, minHeight, maxWidth, maxHeight };
    });
    expect(styles).toEqual({
      position: 'absolute',
      display: 'flex',
      overflow: 'hidden',
      zIndex: '30',
      minHeight: '30px',
      // In this window: 80vw, 95vh.
      maxWidth: '1024px',
      maxHeight: '684px',
    });
  });
});
