// The API's popover: when it comes and goes, what keeps it, its life as a component, its place.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { timersEnded, watchTimers } from '../support/timers';

const host = useHost();

/** Two buttons, `one` and `two`; resting on either opens a popover with its name, all of one parent. */
async function start(more = '', { waitTime = '60', onload = '' } = {}): Promise<void> {
  const plugin = probePlugin(
    `onload() {
      this.hoverPopover = null;
      this.app.workspace.onLayoutReady(() => {
        for (const [index, name] of ['one', 'two'].entries()) {
          const el = document.querySelector('.workspace').createEl('button', { text: name, cls: 'probe-' + name });
          el.setCssStyles({ position: 'fixed', width: '80px', height: '30px', top: '200px', left: 500 + 120 * index + 'px' });
          el.addEventListener('mouseover', () => new Popover(this, el, name));
        }
        ${more}
      });
    }`,
    `class Popover extends obsidian.HoverPopover {
      constructor(parent, el, name) { super(parent, el, ${waitTime}); this.name = name; }
      onload() {
        note(this.name + ' loaded, ' + (this.hoverEl.isConnected ? 'shown' : 'not shown'));
        this.register(() => note(this.name + ' unloaded' + (this.hoverEl.isConnected ? ' in the document' : '')));
        this.hoverEl.createDiv({ text: 'About ' + this.name, cls: 'probe-content' });
        ${onload}
      }
    }`.replace('+ (parent.hoverPopover === this)', ''),
  );
  await host.driver.start({ plugin });
  await watchTimers(page());
}

const page = (): typeof host.driver.page => host.driver.page;
const target = (name: string): Locator => page().locator(`.probe-${name}`);
const popover = (): Locator => page().locator('.popover.hover-popover');
const away = (): Promise<void> => page().mouse.move(5, 600);

describe('a popover comes', () => {
  test('after a rest on its target, and is loaded by then, in the document', async () => {
    await start('', { waitTime: '200' });
    await target('one').hover();
    expect(await popover().count()).toBe(0);
    await popover().waitFor();
    expect(await popover().innerText()).toBe('About one');
    expect(await recorded(host.driver)).toEqual(['one loaded, shown']);
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
    await target('one').evaluate((el) => {
      el.remove();
    });
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

  test('at a place of its own, without a target', async () => {
    await start(`
      const free = new obsidian.HoverPopover(this, null, 0, { x: 300, y: 250 });
      free.hoverEl.createDiv({ text: 'Free' });`);
    await popover().waitFor();
    expect(await popover().boundingBox()).toMatchObject({ x: 300, y: 250 });
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
    const box = await target('one').boundingBox();
    if (box === null) throw new Error('The target is not shown');
    // Both at once: the pointer is back in time, however slow the test is.
    await Promise.all([away(), page().mouse.move(box.x + 5, box.y + 5)]);
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

  test('while a popover of its own is shown', async () => {
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
    await timersEnded(page());
    expect(await popover().count()).toBe(2);
    await away();
    await expect.poll(() => popover().count()).toBe(0);
  });
});

describe('a popover goes', () => {
  test('when its target was taken away and the pointer moves on', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    await target('one').evaluate((el) => {
      el.remove();
    });
    await away();
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
  test('is below its target, and what is in it is 450 pixels wide', async () => {
    await start();
    await target('one').hover();
    await popover().waitFor();
    const [box, from] = [await popover().boundingBox(), await target('one').boundingBox()];
    expect(box?.x).toBe(from?.x);
    expect(box?.y).toBeGreaterThanOrEqual((from?.y ?? 0) + (from?.height ?? 0));
    expect((await page().locator('.probe-content').boundingBox())?.width).toBe(450);
  });

  test('is above it at the bottom of the window', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ top: 'auto', bottom: '10px' });`);
    await target('one').hover();
    await popover().waitFor();
    const [box, from] = [await popover().boundingBox(), await target('one').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(from?.y ?? 0);
  });

  test('is inside the window', async () => {
    await start(`document.querySelector('.probe-one').setCssStyles({ left: 'auto', right: '0' });`);
    await target('one').hover();
    await popover().waitFor();
    const box = await popover().boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page().viewportSize()?.width ?? 0);
  });
});
