// A finger on the page: which events it makes, and what a long press does on which device.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { longPress } from '../support/touch';

const host = useHost({ context: { viewport: { width: 390, height: 780 }, hasTouch: true } });

const page = (): typeof host.driver.page => host.driver.page;
const button = (): Locator => page().locator('.probe-button');

async function start(platform: 'phone' | 'iphone'): Promise<void> {
  const plugin = probePlugin(`
    onload() {
      this.app.workspace.onLayoutReady(() => {
        const el = document.body.createEl('button', { text: 'Here', cls: 'probe-button' });
        el.setCssStyles({ position: 'fixed', width: '80px', height: '50px', top: '300px', left: '100px' });
        for (const type of ['touchstart', 'touchend', 'mouseover', 'mousedown', 'click', 'contextmenu']) {
          el.addEventListener(type, () => note(type));
        }
        el.addEventListener('touchstart', () => setTimeout(() => note('long'), 600));
      });
    }`);
  await host.driver.start({ plugin, platform });
  await button().waitFor();
}

/** More than half a second after the touch has begun. */
const long = (): Promise<void> => expect.poll(() => recorded(host.driver)).toContain('long');

it('a tap makes the events of a touch, and after them those of a mouse', async () => {
  await start('iphone');
  await button().tap();
  await expect
    .poll(() => recorded(host.driver))
    .toEqual(['touchstart', 'touchend', 'mouseover', 'mousedown', 'click']);
});

describe('a long press', () => {
  it('asks for a context menu on Android, and is no click', async () => {
    await start('phone');
    await longPress(button(), long);
    await button().tap();
    await expect.poll(async () => (await recorded(host.driver)).at(-1)).toBe('click');
    const [first, ...all] = (await recorded(host.driver)).filter((type) => type !== 'mouseover');
    expect([first, ...all.slice(0, all.indexOf('touchend') + 1)]).toEqual([
      'touchstart',
      'contextmenu',
      'long',
      'touchend',
    ]);
    expect(all.filter((type) => type === 'click')).toHaveLength(1);
  });

  it('asks for none on iOS; inferred: it may be a click all the same', async () => {
    await start('iphone');
    await longPress(button(), long);
    await expect.poll(async () => (await recorded(host.driver)).at(-1)).toBe('click');
    expect(await recorded(host.driver)).not.toContain('contextmenu');
  });
});
