// A plugin with a settings tab, and what a spec does with it.
import type { Locator } from 'playwright-core';
import type { HostDriver } from '../driver/host-driver';
import type { PluginFiles, StartOptions } from '../driver/driver';
import { probePlugin } from '../driver/use-host';

/** The plugin `probe` with a tab: `definitions` is the array that its definitions are; `tab` is more of the tab's class. */
export function settingsPlugin(definitions: string, { tab = '', settings = '{}' } = {}): PluginFiles {
  return probePlugin(
    `
    async onload() {
      this.settings = Object.assign(${settings}, await this.loadData());
      this.tab = new Tab(this.app, this);
      this.addSettingTab(this.tab);
    }`,
    `
    class Tab extends obsidian.PluginSettingTab {
      getSettingDefinitions() {
        const { settings } = this.plugin;
        return ${definitions};
      }
      ${tab}
    }`,
  );
}

/** Starts the app with the plugin, and opens its settings. */
export async function openSettings(
  driver: HostDriver,
  plugin: PluginFiles,
  options: StartOptions = {},
): Promise<void> {
  await driver.start({ plugin, ...options });
  await driver.openSettings('probe');
}

export const settingsWindow = (driver: HostDriver): Locator => driver.page.locator('.modal.mod-settings');

/** The row with this name on the page that is shown. */
export function row(driver: HostDriver, name: string): Locator {
  const named = driver.page.locator('.setting-item-name').getByText(name, { exact: true });
  return settingsWindow(driver).locator('.vertical-tab-content .setting-item', { has: named });
}

/** The names of the rows that are seen, in their order. */
export async function shownRows(driver: HostDriver): Promise<string[]> {
  const names = settingsWindow(driver).locator(
    '.vertical-tab-content .setting-item:not(.setting-item-heading) > .setting-item-info > .setting-item-name',
  );
  return names.filter({ visible: true }).allInnerTexts();
}

/** What is in the plugin's data.json; null when there is none. */
export function savedData(driver: HostDriver): Promise<unknown> {
  return driver.page.evaluate(async () => {
    const path = '.obsidian/plugins/probe/data.json';
    const { adapter } = window.app.vault;
    return (await adapter.exists(path)) ? (JSON.parse(await adapter.read(path)) as unknown) : null;
  });
}

/** Runs code of the plugin, in which `plugin` and `tab` are its own. */
export function inPlugin(driver: HostDriver, code: string): Promise<unknown> {
  return driver.page.evaluate((code) => {
    const { plugins } = window.app.plugins as unknown as { plugins: Record<string, { tab: unknown }> };
    const plugin = plugins['probe'];
    const run = window.eval(`(function (plugin, tab) { ${code} })`) as (...given: unknown[]) => unknown;
    return run(plugin, plugin?.tab);
  }, code);
}
