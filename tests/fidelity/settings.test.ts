// The settings window: how it opens and closes, its tabs, its search, the keyboard, a phone.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { inPlugin, openSettings, row, settingsPlugin, settingsWindow, shownRows } from './settings-probe';

const host = useHost();

const plugin = settingsPlugin(`[
  { name: 'Autoplay', desc: 'Starts at once.', aliases: ['begin'], control: { type: 'toggle', key: 'autoplay' } },
  { type: 'group', heading: 'Sound', items: [
    { name: 'Volume', desc: createFragment((el) => el.createEl('b', { text: 'How loud' })), control: { type: 'text', key: 'volume' } },
    { name: 'Secret', searchable: false },
    { name: 'Gone', visible: false },
  ] },
  { type: 'page', name: 'Captions', items: [
    { name: 'Language', desc: 'Of the captions.', control: { type: 'text', key: 'language' } },
    { name: 'Caption size' }, { name: 'Caption font' }, { name: 'Caption colour' }, { name: 'Caption place' },
  ] },
]`);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[class]')?.className ?? '');

describe('the window', () => {
  test.each(['Mod+, by keyboard', 'the command', 'its button', 'app.setting'])('opens by %s', async (how) => {
    const { driver } = host;
    await driver.start({ plugin });
    if (how === 'Mod+, by keyboard') await driver.page.keyboard.press('Control+,');
    else if (how === 'the command') await driver.runCommand('app:open-settings');
    else if (how === 'its button')
      await driver.page.locator('.workspace-ribbon [aria-label="Settings"]').click();
    else await driver.openSettings();
    await settingsWindow(driver).waitFor();
  });

  test.each(['Escape', 'its button', 'a click beside', 'app.setting.close()'])(
    'closes by %s',
    async (how) => {
      const { driver } = host;
      await driver.start({ plugin, notes: { 'Note.md': 'Text' } });
      await driver.openNote('Note.md', { mode: 'source' });
      await driver.openSettings('probe');
      if (how === 'Escape') await driver.page.keyboard.press('Escape');
      else if (how === 'its button') await driver.page.locator('.modal-close-button').click();
      else if (how === 'a click beside') await driver.page.mouse.click(5, 5);
      else await driver.page.evaluate(() => window.app.setting.close());
      expect(await settingsWindow(driver).count()).toBe(0);
      await driver.page.keyboard.type('typed ');
      expect(await driver.page.locator('.cm-content').innerText()).toContain('typed Text');
    },
  );

  test('lists the app’s tabs as options, and the plugins’ by name', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    const groups = await settingsWindow(driver)
      .locator('.vertical-tab-header-group')
      .evaluateAll((els) => els.map((el) => (el as HTMLElement).innerText.split('\n')));
    expect(groups).toEqual([
      ['Options', 'Editor', 'Appearance', 'Hotkeys', 'Community plugins'],
      ['Community plugins', 'Probe'],
    ]);
    expect(await driver.page.locator('.vertical-tab-nav-item.is-active').innerText()).toBe('Probe');
  });

  test('opens again on the tab that was shown last', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await driver.page.keyboard.press('Escape');
    await driver.page.keyboard.press('Control+,');
    expect(await driver.page.locator('.vertical-tab-nav-item.is-active').innerText()).toBe('Probe');
    expect(await shownRows(driver)).toContain('Autoplay');
  });

  test('has a plugin’s tab as long as the plugin runs', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    expect(await driver.disable('probe')).toEqual([]);
    expect(await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Probe' }).count()).toBe(0);
    expect(await driver.page.locator('.vertical-tab-content').count()).toBe(0);
  });

  test('reports the tab that a plugin has left behind', async () => {
    await host.driver.start({
      plugin: probePlugin(
        'onload() { this.app.setting.addSettingTab(new Tab(this.app, this)); }',
        'class Tab extends obsidian.PluginSettingTab {}',
      ),
    });
    expect(await host.driver.disable('probe')).toEqual(['settings tab probe']);
  });

  test('switches plugins on and off, and leads to their options', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    const item = (name: string): ReturnType<typeof driver.page.locator> =>
      driver.page.locator(`.vertical-tab-nav-item[data-setting-id="${name}"]`);
    await item('community-plugins').click();
    await row(driver, 'Probe').locator('.checkbox-container').click();
    await expect.poll(() => item('probe').count()).toBe(0);
    await row(driver, 'Probe').locator('.checkbox-container').click();
    await row(driver, 'Probe').locator('[aria-label="Options"]').click();
    expect(await shownRows(driver)).toContain('Autoplay');
  });

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(28, 28, 28)'],
  ] as const)('follows the theme: %s', async (theme, colour) => {
    await openSettings(host.driver, plugin, { theme });
    const content = settingsWindow(host.driver).locator('.vertical-tab-content');
    expect(await content.evaluate((el) => getComputedStyle(el).backgroundColor)).toBe(colour);
  });
});

describe('a tab', () => {
  test('that draws itself is drawn at every visit, and hidden when it is left', async () => {
    const { driver } = host;
    const drawn = probePlugin(
      'onload() { this.addSettingTab(new Tab(this.app, this)); }',
      `class Tab extends obsidian.PluginSettingTab {
        display() {
          note('display');
          this.containerEl.empty();
          new obsidian.Setting(this.containerEl).setName('By hand').addText((text) => text.setValue('x'));
        }
        hide() { note('hide'); }
      }`,
    );
    await openSettings(driver, drawn);
    expect(await shownRows(driver)).toEqual(['By hand']);
    await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Editor' }).click();
    await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Probe' }).click();
    await driver.page.keyboard.press('Escape');
    expect(await recorded(driver)).toEqual(['display', 'hide', 'display', 'hide']);
  });

  test('with definitions is not asked to draw itself', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin(`[{ name: 'Declared' }]`, { tab: `display() { note('display'); }` }),
    );
    expect(await shownRows(driver)).toEqual(['Declared']);
    expect(await recorded(driver)).toEqual([]);
  });

  // The API says that they are asked for “on every display()”; the app has been seen to draw what it has stored.
  test('is asked for its definitions when it is added and when it is updated, not when it is drawn', async () => {
    const { driver } = host;
    await openSettings(driver, settingsPlugin(`(note('asked'), [{ name: 'Declared' }])`));
    await driver.page.keyboard.press('Escape');
    await driver.openSettings('probe');
    expect(await recorded(driver)).toEqual(['asked']);
    await inPlugin(driver, 'tab.update();');
    expect(await recorded(driver)).toEqual(['asked', 'asked']);
  });

  test('shows its own icon, or a piece of a puzzle', async () => {
    const { driver } = host;
    const icon = driver.page.locator('[data-setting-id="probe"] .vertical-tab-nav-item-icon svg');
    await openSettings(driver, plugin);
    expect(await icon.getAttribute('class')).toContain('lucide-puzzle');
    await openSettings(driver, settingsPlugin('[]', { tab: `icon = 'play';` }));
    expect(await icon.getAttribute('class')).toContain('lucide-play');
  });
});

describe('the search', () => {
  const search = async (query: string): Promise<string[]> => {
    await settingsWindow(host.driver).locator('.setting-search-container input').fill(query);
    return settingsWindow(host.driver)
      .locator('.setting-search-result-group')
      .evaluateAll((els) => els.map((el) => (el as HTMLElement).innerText.replace(/\n+/g, ' | ')));
  };

  test.each([
    ['a name', 'autop', ['Probe | Autoplay']],
    ['another name', 'begin', ['Probe | Autoplay']],
    ['a description', 'at once', ['Probe | Autoplay']],
    ['the words of a fragment', 'loud', ['Probe | Volume']],
    ['a page, with the tab that it is on', 'language', ['Captions | Probe | Language']],
    ['no heading', 'sound', []],
    ['nothing that is kept from it', 'secret', []],
    ['nothing that is hidden', 'gone', []],
    ['the app’s own settings', 'color scheme', ['Appearance | Base color scheme']],
  ])('finds %s', async (_what, query, found) => {
    await openSettings(host.driver, plugin);
    expect(await search(query)).toEqual(found);
  });

  test('shows three settings of a page, and the rest when asked', async () => {
    await openSettings(host.driver, plugin);
    expect(await search('caption')).toEqual([
      'Captions | Probe | Caption size | Caption font | Caption colour | 2 more',
    ]);
    await host.driver.page.locator('.setting-search-result-more').click();
    expect(await host.driver.page.locator('.setting-search-result-item').count()).toBe(5);
  });

  test('says when nothing is found', async () => {
    await openSettings(host.driver, plugin);
    expect(await search('zzz')).toEqual([]);
    expect(await host.driver.page.locator('.setting-search-results').innerText()).toBe('No settings found.');
  });

  test('leads to the page of a setting, and marks it there', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await search('language');
    await driver.page.keyboard.press('Enter');
    expect(await driver.page.locator('.setting-page-title').innerText()).toBe('Captions');
    expect(await row(driver, 'Language').getAttribute('class')).toContain('is-flashing');
  });

  test('is walked by the arrow keys, and Escape ends it before the window', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    await search('language');
    await driver.page.keyboard.press('ArrowDown');
    expect(await focused(driver.page)).toContain('setting-search-result-tab');
    await driver.page.keyboard.press('ArrowDown');
    expect(await focused(driver.page)).toContain('setting-search-result-item');
    await driver.page.keyboard.press('Escape');
    expect(await driver.page.locator('.setting-search-container input').inputValue()).toBe('');
    expect(await driver.page.locator('.vertical-tab-nav-item').first().isVisible()).toBe(true);
    await driver.page.keyboard.press('Escape');
    expect(await settingsWindow(driver).count()).toBe(0);
  });

  test('knows new definitions as soon as the tab is updated', async () => {
    const { driver } = host;
    await openSettings(
      driver,
      settingsPlugin('(settings.names ?? []).map((name) => ({ name }))', { settings: '{}' }),
    );
    expect(await search('later')).toEqual([]);
    await inPlugin(driver, `plugin.settings.names = ['Later']; tab.update();`);
    expect(await search('later')).toEqual(['Probe | Later']);
  });
});

describe('the keyboard', () => {
  test('walks the tabs by arrow keys and opens one with Enter', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    for (let press = 0; press < 2; press++) await driver.page.keyboard.press('ArrowDown');
    await driver.page.keyboard.press('Enter');
    expect(await driver.page.locator('.vertical-tab-nav-item.is-active').innerText()).toBe('Appearance');
  });

  test('stays inside the window', async () => {
    const { driver } = host;
    await openSettings(driver, plugin);
    for (let press = 0; press < 15; press++) {
      await driver.page.keyboard.press('Tab');
      expect(
        await driver.page.evaluate(() => document.activeElement?.closest('.mod-settings') !== null),
      ).toBe(true);
    }
  });
});

describe('on a phone', () => {
  const start = async (): Promise<void> => {
    await host.driver.page.setViewportSize({ width: 390, height: 780 });
    await host.driver.start({ plugin, platform: 'phone' });
    await host.driver.openSettings();
  };

  test('the window fills the screen, and the tabs come first', async () => {
    const { driver } = host;
    await start();
    expect(await settingsWindow(driver).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
    expect(await driver.page.locator('.vertical-tab-header').isVisible()).toBe(true);
    expect(await driver.page.locator('.vertical-tab-content').count()).toBe(0);
  });

  test('a tab takes their place, and the way back leads through its pages to them', async () => {
    const { driver } = host;
    const title = driver.page.locator('.modal-title');
    await start();
    await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Probe' }).click();
    expect(await driver.page.locator('.vertical-tab-header').count()).toBe(0);
    await row(driver, 'Captions').click();
    expect(await title.innerText()).toBe('Captions');
    expect(await driver.page.locator('.setting-page-titlebar').isVisible()).toBe(false);
    await driver.page.locator('.modal-setting-back-button').click();
    expect(await title.innerText()).toBe('Probe');
    await driver.page.locator('.modal-setting-back-button').click();
    expect(await title.innerText()).toBe('Settings');
    expect(await driver.page.locator('.vertical-tab-header').isVisible()).toBe(true);
  });

  test('no row is wider than the screen', async () => {
    const { driver } = host;
    await start();
    await driver.page.locator('.vertical-tab-nav-item', { hasText: 'Probe' }).click();
    const overflow = await driver.page
      .locator('.vertical-tab-content')
      .evaluate((el) => el.scrollWidth - el.clientWidth);
    expect(overflow).toBe(0);
  });
});
