// What a settings tab is built of: rows, groups, lists with their entries, pages; and how it is drawn anew.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { recorded, useHost } from '../driver/use-host';
import {
  inPlugin,
  openSettings,
  row,
  savedData,
  settingsPlugin,
  settingsWindow,
  shownRows,
} from './settings-probe';

const host = useHost();

const inside = (selector: string): Locator => settingsWindow(host.driver).locator(selector);

describe('rows and groups', () => {
  test('a row outside of a group forms one with its neighbours', async () => {
    await openSettings(
      host.driver,
      settingsPlugin(`[
        { name: 'One' }, { name: 'Two', desc: 'Words.' },
        { type: 'group', heading: 'Named', cls: 'probe-group', items: [{ name: 'Three' }] },
        { name: 'Four' }, { type: 'page', name: 'Five', items: [] },
      ]`),
    );
    const groups = await inside('.setting-group').evaluateAll((els) =>
      els.map((el) => [...el.querySelectorAll('.setting-item-name')].map((name) => name.textContent)),
    );
    expect(groups).toEqual([
      ['One', 'Two'],
      ['Named', 'Three'],
      ['Four', 'Five'],
    ]);
    expect(await inside('.setting-group.probe-group > .setting-item-heading').innerText()).toBe('Named');
    expect(await inside('.setting-group > .setting-items > .setting-item').count()).toBe(5);
    expect(await inside('.setting-item-heading').count()).toBe(1);
  });

  test('an action is pressed anywhere on its row, and is told the row and its place', async () => {
    await openSettings(
      host.driver,
      settingsPlugin(
        `[{ name: 'Zero' }, { name: 'Act', action: (el, index) => note(el.className + ' ' + index) }]`,
      ),
    );
    await row(host.driver, 'Act').click({ position: { x: 5, y: 5 } });
    expect(await recorded(host.driver)).toEqual([expect.stringMatching(/^setting-item .*mod-action.* 1$/)]);
  });

  test('a rendered row gets its setting and its group, and is ended when the page goes', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ name: 'Drawn', render: (setting, group) => {
        setting.addButton((button) => button.setButtonText('Press').onClick(() => note('pressed')));
        note('drawn in ' + group.listEl.className);
        return () => note('ended');
      } }]`),
    );
    await row(driver, 'Drawn').locator('button').click();
    await inPlugin(driver, 'tab.update();');
    await driver.page.keyboard.press('Escape');
    expect(await recorded(driver)).toEqual([
      'drawn in setting-items',
      'pressed',
      'ended',
      'drawn in setting-items',
      'ended',
    ]);
  });

  test('a row that is hidden is rendered all the same', async () => {
    await openSettings(
      host.driver,
      settingsPlugin(`[{ name: 'Hidden', visible: false, render: () => note('rendered') }]`),
    );
    expect(await recorded(host.driver)).toEqual(['rendered']);
    expect(await shownRows(host.driver)).toEqual([]);
  });

  test('a row that a callback adds to the group itself does not stay', async () => {
    await openSettings(
      host.driver,
      settingsPlugin(`[{ name: 'Own', render: (setting, group) => {
        group.addSetting((extra) => extra.setName('Stray'));
      } }]`),
    );
    expect(await shownRows(host.driver)).toEqual(['Own']);
  });

  test('a group’s search filters its rows, but for those that are kept from it, and outlives an update', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ type: 'group', heading: 'Fruit',
        search: { placeholder: 'Find fruit', match: (def, query) => def.name.includes(query) },
        extraButtons: [(button) => button.setIcon('plus').setTooltip('More').onClick(() => note('more'))],
        items: [{ name: 'apple' }, { name: 'banana' }, { name: 'all', searchable: false }] }]`),
    );
    await inside('.setting-group-search input').fill('app');
    expect(await inside('.setting-group-search input').getAttribute('placeholder')).toBe('Find fruit');
    expect(await shownRows(driver)).toEqual(['apple', 'all']);
    await inPlugin(driver, 'tab.update();');
    expect(await shownRows(driver)).toEqual(['apple', 'all']);
    await inside('.setting-group-search .search-input-clear-button').click();
    expect(await shownRows(driver)).toEqual(['apple', 'banana', 'all']);
    await inside('.setting-item-heading [aria-label="More"]').click();
    expect(await recorded(driver)).toEqual(['more']);
  });
});

describe('a list', () => {
  const list = `[{ type: 'list', heading: 'Folders', emptyState: 'No folders yet.',
    addItem: { name: 'Add folder', action: (el) => { note('add by ' + el.className.split(' ').at(-1)); settings.folders.push('new'); this.update(); } },
    onDelete: async (index) => { settings.folders.splice(index, 1); await this.plugin.saveData(settings); this.update(); },
    onReorder: async (from, to) => {
      note(from + ' to ' + to);
      settings.folders.splice(to, 0, ...settings.folders.splice(from, 1));
      await this.plugin.saveData(settings);
    },
    items: settings.folders.map((name) => ({ name, searchable: false })) }]`;
  const plugin = settingsPlugin(list, { settings: `{ folders: ['a', 'b', 'c'] }` });

  test('is a denser group, with a button to add an entry', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    expect(await inside('.setting-group.mod-list').count()).toBe(1);
    await inside('.setting-item-heading [aria-label="Add folder"]').click();
    expect(await shownRows(driver)).toEqual(['a', 'b', 'c', 'new']);
    expect(await recorded(driver)).toEqual(['add by extra-setting-button']);
  });

  test('inferred: without a heading has no button to add an entry', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(list.replace(`heading: 'Folders',`, ''), { settings: `{ folders: ['a'] }` }),
    );
    expect(await shownRows(driver)).toEqual(['a']);
    expect(await inside('[aria-label="Add folder"]').count()).toBe(0);
  });

  test('on a phone has a row to add one below it, which is none of its entries', async () => {
    const { driver } = host;
    await driver.page.setViewportSize({ width: 390, height: 780 });
    await openSettings(driver, plugin, { platform: 'phone' });
    expect(await inside('.setting-item-heading .extra-setting-button').count()).toBe(0);
    await inside('.setting-item').getByText('+ Add folder').click();
    expect(await inside('.setting-items > .setting-item').count()).toBe(4);
  });

  test('says that it is empty', async () => {
    await openSettings(host.driver, settingsPlugin(list, { settings: '{ folders: [] }' }));
    expect(await inside('.setting-item.mod-empty-state').innerText()).toBe('No folders yet.');
  });

  test('deletes an entry by its button', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await row(driver, 'b').locator('[aria-label="Delete"]').click();
    await expect.poll(() => shownRows(driver)).toEqual(['a', 'c']);
    expect(await savedData(driver)).toEqual({ folders: ['a', 'c'] });
  });

  test.each(['Delete', 'Backspace'])(
    'deletes the focused entry by %s, and the focus goes on to the next',
    async (key) => {
      const { driver } = host;
      await openSettings(driver, plugin);
      await row(driver, 'a').focus();
      await driver.page.keyboard.press(key);
      await expect.poll(() => shownRows(driver)).toEqual(['b', 'c']);
      await driver.page.keyboard.press(key);
      await expect.poll(() => shownRows(driver)).toEqual(['c']);
    },
  );

  test('drags an entry to another place by its handle', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    const handle = row(driver, 'a').locator('.mod-drag-handle');
    const target = await row(driver, 'c').boundingBox();
    await handle.hover();
    await driver.page.mouse.down();
    await driver.page.mouse.move(300, (target?.y ?? 0) + 30, { steps: 8 });
    expect(await shownRows(driver)).toEqual(['b', 'c', 'a']);
    expect(await recorded(driver)).toEqual([]);
    await driver.page.mouse.up();
    expect(await recorded(driver)).toEqual(['0 to 2']);
    await expect.poll(() => savedData(driver)).toEqual({ folders: ['b', 'c', 'a'] });
  });

  test('after a drag deletes the entry that stands there now', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await row(driver, 'c').locator('.mod-drag-handle').hover();
    await driver.page.mouse.down();
    await driver.page.mouse.move(300, ((await row(driver, 'a').boundingBox())?.y ?? 0) + 2, { steps: 8 });
    await driver.page.mouse.up();
    await row(driver, 'c').locator('[aria-label="Delete"]').click();
    await expect.poll(() => shownRows(driver)).toEqual(['a', 'b']);
  });

  // The app has been seen to leave these two out on the entries of pages.
  test('neither deletes nor drags the entry of a page, and counts it', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ type: 'list', onDelete: (index) => note('delete ' + index), onReorder: () => {},
        items: [{ type: 'page', name: 'Page', items: [] }, { name: 'Row' }] }]`),
    );
    expect(await row(driver, 'Page').locator('.extra-setting-button').count()).toBe(0);
    await row(driver, 'Row').locator('[aria-label="Delete"]').click();
    expect(await recorded(driver)).toEqual(['delete 1']);
  });
});

describe('a page', () => {
  const plugin = settingsPlugin(`[
    { name: 'Above' },
    { type: 'page', name: 'Outer', desc: 'Leads on.', displayValue: () => settings.value ?? 'unset',
      status: () => settings.value === undefined ? 'warning' : null, items: [
        { name: 'Value', control: { type: 'text', key: 'value' } },
        { type: 'group', heading: 'Deeper', items: [{ type: 'page', name: 'Inner', items: [{ name: 'Innermost' }] }] },
      ] },
  ]`);
  const title = (): Locator => inside('.setting-page-titlebar .setting-page-title');

  test('has an entry that says its value and its state', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    const entry = row(driver, 'Outer');
    expect(await entry.getAttribute('class')).toContain('mod-navigable');
    expect(await entry.innerText()).toBe('Outer\nLeads on.\nunset');
    expect(await entry.locator('.mod-warning svg').count()).toBe(1);
    expect(await entry.locator('.setting-item-chevron svg').count()).toBe(1);
    await inPlugin(driver, `plugin.settings.value = 'set'; tab.update();`);
    expect(await entry.innerText()).toBe('Outer\nLeads on.\nset');
    expect(await entry.locator('.mod-warning').count()).toBe(0);
  });

  test('opens, leads deeper, and back step by step', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await row(driver, 'Outer').click();
    expect(await inside('.setting-page.vertical-tab-content > .setting-page-titlebar').count()).toBe(1);
    expect(await shownRows(driver)).toEqual(['Value', 'Inner']);
    await row(driver, 'Inner').click();
    expect([await title().innerText(), await shownRows(driver)]).toEqual(['Inner', ['Innermost']]);
    await inside('.setting-page-back-button').click();
    expect(await title().innerText()).toBe('Outer');
    await inside('.setting-page-back-button').click();
    expect(await shownRows(driver)).toEqual(['Above', 'Outer']);
  });

  test('is opened and left by the keyboard, and the focus is back on its entry', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await row(driver, 'Outer').focus();
    await driver.page.keyboard.press('Enter');
    expect(await title().innerText()).toBe('Outer');
    await driver.page.keyboard.press('Enter');
    expect(await row(driver, 'Outer').evaluate((el) => el === document.activeElement)).toBe(true);
  });

  test('that draws itself is made at every visit, and hidden when it is left', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ type: 'page', name: 'Drawn', page: () => new (class extends obsidian.SettingPage {
        constructor() { super(); this.title = 'Its own title'; note('made'); }
        display() { note('display'); new obsidian.Setting(this.containerEl).setName('By hand'); }
        hide() { note('hide'); }
      })() }]`),
    );
    await row(driver, 'Drawn').click();
    expect([await title().innerText(), await shownRows(driver)]).toEqual(['Its own title', ['By hand']]);
    await inPlugin(driver, 'tab.update();');
    await inside('.setting-page-back-button').click();
    await row(driver, 'Drawn').click();
    await driver.page.keyboard.press('Escape');
    expect(await recorded(driver)).toEqual(['made', 'display', 'hide', 'made', 'display', 'hide']);
  });

  test('that goes with an update leaves the one above it', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(
        `settings.gone ? [{ name: 'Left' }] : [{ type: 'page', name: 'Page', items: [{ name: 'In it' }] }]`,
      ),
    );
    await row(driver, 'Page').click();
    await inPlugin(driver, 'plugin.settings.gone = true; tab.update();');
    expect(await shownRows(driver)).toEqual(['Left']);
  });

  test('that shares its name with one beside it is reported', async () => {
    await host.driver.start({
      plugin: settingsPlugin(
        `[{ type: 'page', name: 'Same', items: [] }, { type: 'page', name: 'Same', items: [] }]`,
      ),
    });
    const report = /two pages “Same” beside each other/;
    await expect.poll(() => host.browser.problems()).toEqual([expect.stringMatching(report)]);
    host.browser.allow(report);
  });
});

describe('an update', () => {
  test('draws other definitions, keeps the page, the scroll position and what is being typed', async () => {
    const { driver } = host;
    const many = `Array.from({ length: 30 }, (_, index) => ({ name: 'Row ' + index }))`;
    await openSettings(
      driver,
      settingsPlugin(
        `[{ type: 'page', name: 'Page', items: [...${many}, { name: 'Text', control: { type: 'text', key: 'k', validate: (v) => v === 'half' ? 'Go on.' : undefined } }, ...(settings.more ? [{ name: 'More' }] : [])] }]`,
      ),
    );
    await row(driver, 'Page').click();
    const input = row(driver, 'Text').locator('input');
    await input.fill('half');
    await input.press('ArrowLeft');
    const content = inside('.vertical-tab-content');
    const before = await content.evaluate((el) => el.scrollTop);
    expect(before).toBeGreaterThan(0);
    await inPlugin(driver, 'plugin.settings.more = true; tab.update();');
    expect(await shownRows(driver)).toContain('More');
    expect(await content.evaluate((el) => el.scrollTop)).toBe(before);
    await driver.page.keyboard.type('X');
    expect(await input.inputValue()).toBe('halXf');
  });

  test('that a control’s own change causes keeps the focus on the control', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ name: 'Text', control: { type: 'text', key: 'k' } }]`, {
        tab: `async setControlValue(key, value) { this.plugin.settings[key] = value; this.update(); await this.plugin.saveData(this.plugin.settings); }`,
      }),
    );
    await row(driver, 'Text').locator('input').focus();
    await driver.page.keyboard.type('typed', { delay: 5 });
    await expect.poll(() => savedData(driver)).toEqual({ k: 'typed' });
    expect(await row(driver, 'Text').locator('input').inputValue()).toBe('typed');
  });

  test('of a tab that is not shown disturbs nothing', async () => {
    const { driver } = host;
    await openSettings(driver, settingsPlugin(`[{ name: 'Row' }]`));
    await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Editor' }).click();
    await inPlugin(driver, 'tab.update();');
    expect(await shownRows(driver)).toEqual(['Default view for new tabs']);
    await driver.page.keyboard.press('Escape');
    await inPlugin(driver, 'tab.update(); tab.refreshDomState();');
    expect(await settingsWindow(driver).count()).toBe(0);
  });
});
