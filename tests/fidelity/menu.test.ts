// Menus: how they open and where, what can be chosen by pointer and by keyboard, submenus, how they close.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import type { StartOptions } from '../driver/driver';
import { timersEnded, watchTimers } from '../support/timers';

const host = useHost();

/** Fills a menu by the code, which may `note`, and shows it. */
async function open(
  items: string,
  show = 'menu.showAtPosition({ x: 100, y: 100 });',
  options: StartOptions = {},
): Promise<void> {
  const code = `const menu = new obsidian.Menu(); menu.onHide(() => note('hidden')); ${items} ${show}`;
  await host.driver.start({
    plugin: probePlugin(`onload() { this.app.workspace.onLayoutReady(() => { ${code} }); }`),
    ...options,
  });
}

const simple = `
  menu.addItem((item) => item.setTitle('Disabled').setDisabled(true).onClick(() => note('disabled')));
  menu.addItem((item) => item.setTitle('Play').setIcon('play').onClick((event) => note('play by ' + event.type)));
  menu.addSeparator();
  menu.addItem((item) => item.setTitle('Label').setIsLabel(true).onClick(() => note('label')));
  menu.addItem((item) => item.setTitle('Loop').setChecked(true).onClick((event) => note('loop by ' + event.type)));`;

const nested = `
  menu.addItem((item) => item.setTitle('First').onClick(() => note('first')));
  menu.addItem((item) => {
    item.setTitle('Speed');
    const sub = item.setSubmenu();
    if (item.setSubmenu() !== sub) note('another submenu');
    for (const speed of [1, 2]) sub.addItem((one) => one.setTitle(speed + '×').onClick(() => note('speed ' + speed)));
    sub.addItem((one) => one.setTitle('More').setSubmenu().addItem((deep) => deep.setTitle('16×').onClick(() => note('speed 16'))));
  });
  menu.addItem((item) => item.setTitle('Last').onClick(() => note('last')));`;

const page = (): typeof host.driver.page => host.driver.page;
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page().keyboard.press(key);
};
const menus = (): Locator => page().locator('.menu');
const item = (title: string): Locator =>
  page().locator('.menu-item', { has: page().getByText(title, { exact: true }) });
const selected = (): Promise<string> => menus().last().locator('.menu-item.selected').innerText();

describe('a menu', () => {
  test('is walked by the arrow keys, past what cannot be chosen and round the ends', async () => {
    await open(simple);
    await press('ArrowDown');
    expect(await selected()).toBe('Play');
    await press('ArrowDown');
    expect(await selected()).toBe('Loop');
    await press('ArrowDown');
    expect(await selected()).toBe('Play');
    await press('End');
    expect(await selected()).toBe('Loop');
    await press('Home', 'ArrowUp');
    expect(await selected()).toBe('Loop');
  });

  test.each(['Enter', 'Space'])('is chosen from by %s, and closed before the item acts', async (key) => {
    await open(simple);
    await press('ArrowDown', 'ArrowDown', key);
    expect(await recorded(host.driver)).toEqual(['hidden', 'loop by keydown']);
    expect(await menus().count()).toBe(0);
  });

  test('is chosen from by pointer; what is disabled or a label does nothing', async () => {
    await open(simple);
    await item('Disabled').click({ force: true });
    await item('Label').click();
    await item('Play').hover();
    expect(await selected()).toBe('Play');
    await item('Play').click();
    expect(await recorded(host.driver)).toEqual(['hidden', 'play by click']);
  });

  test.each([
    ['Escape', () => press('Escape')],
    ['a press beside it', () => page().mouse.click(700, 500)],
    ['another size of the window', () => page().setViewportSize({ width: 900, height: 600 })],
    [
      'another window, or a frame, that takes the focus',
      () => page().evaluate(() => window.dispatchEvent(new Event('blur'))),
    ],
  ])('closes on %s', async (_how, act) => {
    await open(simple);
    await act();
    await expect.poll(() => recorded(host.driver)).toEqual(['hidden']);
    expect(await menus().count()).toBe(0);
  });

  test('shows what an item is: its icon, checked, warning, disabled', async () => {
    await open(
      `${simple} menu.addItem((item) => item.setTitle('Delete').setIcon('x').setWarning(true).setSection('danger'));`,
    );
    expect(await item('Play').locator('.menu-item-icon svg.lucide-play').count()).toBe(1);
    expect(await item('Loop').locator('.mod-checked-icon svg').count()).toBe(1);
    expect(await item('Delete').getAttribute('class')).toContain('is-warning');
    expect(await item('Delete').getAttribute('data-section')).toBe('danger');
    expect(await item('Disabled').getAttribute('aria-disabled')).toBe('true');
  });

  test('keeps the items of a section together, in the order of their first one', async () => {
    await open(`
      const add = (title, section) => menu.addItem((item) => item.setTitle(title).setSection(section));
      add('a1', 'a'); add('b1', 'b'); add('a2', 'a'); add('b2', 'b');`);
    const groups = await page().locator('.menu-group').allInnerTexts();
    expect(groups.map((text) => text.split('\n'))).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
    expect(await page().locator('.menu-scroll > .menu-separator').count()).toBe(1);
  });

  test('leaves the focus where it was', async () => {
    await open(simple, `window.openLater = () => menu.showAtPosition({ x: 100, y: 100 });`, {
      notes: { 'Note.md': 'Text' },
    });
    await host.driver.openNote('Note.md', { mode: 'source' });
    await page().evaluate(() => (window as unknown as { openLater: () => void }).openLater());
    await menus().waitFor();
    await press('ArrowDown', 'Escape');
    await page().keyboard.type('typed ');
    expect(await page().locator('.cm-content').innerText()).toContain('typed Text');
  });

  test('is the only one; another closes it', async () => {
    await open(
      simple,
      `menu.showAtPosition({ x: 100, y: 100 });
       new obsidian.Menu().addItem((item) => item.setTitle('Other')).showAtPosition({ x: 300, y: 300 });`,
    );
    expect(await menus().count()).toBe(1);
    expect(await menus().innerText()).toBe('Other');
    expect(await recorded(host.driver)).toEqual(['hidden']);
  });

  test('is not shown when it has no items', async () => {
    await open('');
    expect(await menus().count()).toBe(0);
  });

  test('marks the element that it belongs to', async () => {
    await open(
      simple,
      `menu.setParentElement(document.querySelector('.workspace')).showAtPosition({ x: 100, y: 100 });`,
    );
    expect(await page().locator('.workspace.has-active-menu').count()).toBe(1);
    await press('Escape');
    expect(await page().locator('.has-active-menu').count()).toBe(0);
  });

  test('on a phone is a sheet at the bottom of the screen', async () => {
    await page().setViewportSize({ width: 390, height: 780 });
    await open(simple, undefined, { platform: 'phone' });
    const box = await menus().boundingBox();
    expect(box?.width).toBeGreaterThan(350);
    expect(780 - (box?.y ?? 0) - (box?.height ?? 0)).toBeLessThan(20);
  });
});

describe('the place of a menu', () => {
  const box = async (
    position: string,
  ): Promise<{ left: number; top: number; right: number; bottom: number }> => {
    await open(simple, `menu.showAtPosition(${position});`);
    return menus().evaluate((el) => {
      const { left, top, right, bottom } = el.getBoundingClientRect();
      return { left, top, right, bottom };
    });
  };

  test.each([
    ['right of and below a point', '{ x: 300, y: 200 }', { left: 300, top: 200 }],
    ['left of a point, if asked', '{ x: 300, y: 200, left: true }', { right: 300, top: 200 }],
    ['beside something with a width', '{ x: 300, y: 200, width: 50 }', { left: 350, top: 200 }],
    ['under something with a width', '{ x: 300, y: 200, width: 50, overlap: true }', { left: 300 }],
    [
      'under something, at its right edge',
      '{ x: 300, y: 200, width: 50, overlap: true, left: true }',
      { right: 350 },
    ],
    ['left of something that stands at the edge', '{ x: 1200, y: 200, width: 50 }', { right: 1200 }],
  ])('is %s', async (_where, position, expected) => {
    expect(await box(position)).toMatchObject(expected);
  });

  test('is inside the window', async () => {
    const { right, bottom } = await box('{ x: 5000, y: 5000 }');
    expect(right).toBeLessThanOrEqual(page().viewportSize()?.width ?? 0);
    expect(bottom).toBeLessThanOrEqual(page().viewportSize()?.height ?? 0);
  });

  test('is where the pointer was, for an event', async () => {
    await open(
      '',
      `document.body.addEventListener('contextmenu', (event) => {
        obsidian.Menu.forEvent(event).addItem((item) => item.setTitle('One'));
        obsidian.Menu.forEvent(event).addItem((item) => item.setTitle('Two'));
      });`,
    );
    await page().mouse.click(400, 300, { button: 'right' });
    await menus().waitFor();
    expect(await menus().allInnerTexts()).toEqual(['One\nTwo']);
    expect(await menus().boundingBox()).toMatchObject({ x: 400, y: 300 });
  });
});

describe('a submenu', () => {
  test('opens beside its item after a rest on it, and closes when another is rested on', async () => {
    await open(nested);
    expect(await item('Speed').locator('.mod-submenu svg').count()).toBe(1);
    await item('Speed').hover();
    expect(await menus().count()).toBe(1);
    await expect.poll(() => menus().count()).toBe(2);
    const [parent, sub] = [await item('Speed').boundingBox(), await menus().last().boundingBox()];
    expect(sub?.x).toBeCloseTo((parent?.x ?? 0) + (parent?.width ?? 0), 0);
    await item('Last').hover();
    await expect.poll(() => menus().count()).toBe(1);
  });

  test('is chosen from by pointer; everything closes, and the item acts', async () => {
    await open(nested);
    await item('Speed').click();
    await item('2×').click();
    expect(await recorded(host.driver)).toEqual(['hidden', 'speed 2']);
    expect(await menus().count()).toBe(0);
  });

  test('stays while the pointer is on its way into it, over other items', async () => {
    await open(nested);
    await watchTimers(page());
    await item('Speed').click();
    await item('Last').hover();
    await item('1×').hover();
    await timersEnded(page());
    expect(await menus().count()).toBe(2);
  });

  test('is opened, walked and left by the arrow keys, at any depth', async () => {
    await open(nested);
    await press('ArrowDown', 'ArrowDown', 'ArrowRight');
    expect(await selected()).toBe('1×');
    await press('ArrowUp', 'ArrowRight');
    expect(await selected()).toBe('16×');
    expect(await menus().count()).toBe(3);
    await press('ArrowLeft');
    expect(await selected()).toBe('More');
    await press('ArrowLeft');
    expect(await selected()).toBe('Speed');
    await press('Enter', 'ArrowDown', 'Enter');
    expect(await recorded(host.driver)).toEqual(['hidden', 'speed 2']);
  });

  test('is left by Escape alone', async () => {
    await open(nested);
    await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Escape');
    expect(await menus().count()).toBe(1);
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('closes with its parent on a press beside them, not on one inside', async () => {
    await open(nested);
    await item('Speed').click();
    await menus()
      .last()
      .click({ position: { x: 2, y: 2 } });
    expect(await menus().count()).toBe(2);
    await page().mouse.click(900, 600);
    expect(await menus().count()).toBe(0);
  });
});
