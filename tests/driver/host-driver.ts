// The driver of the host. It starts the host by a navigation of the page, so that every start is a fresh app.
import type { Page } from 'playwright-core';
import type { StartOptions } from '../host/start-options';
import { AppPage } from './app-page';
import type { AppDriver } from './driver';

export class HostDriver extends AppPage implements AppDriver {
  readonly #hostUrl: string;

  constructor(page: Page, hostUrl: string) {
    super(page);
    this.#hostUrl = hostUrl;
  }

  async start(options: StartOptions = {}): Promise<void> {
    for (const popout of this.popouts()) await popout.close();
    await this.page.goto(this.#hostUrl);
    await this.page.evaluate(async (options) => {
      if (window.startHost === undefined) throw new Error('This page is not the host');
      await window.startHost(options);
    }, options);
  }

  async restart(): Promise<void> {
    const saved = await this.page.evaluate(() => window.hostSnapshot?.());
    await this.start(saved as StartOptions);
  }

  override async writePluginData(pluginId: string, data: unknown): Promise<void> {
    await super.writePluginData(pluginId, data);
    // The host watches no disk.
    await this.page.evaluate((id) => window.hostDataChanged?.(id), pluginId);
  }

  async disable(pluginId: string): Promise<string[]> {
    return this.page.evaluate(async (id) => {
      await window.app.plugins.disablePlugin(id);
      return window.hostLeftovers?.() ?? [];
    }, pluginId);
  }

  async openUri(uri: string): Promise<void> {
    await this.page.evaluate((uri) => window.hostOpenUri?.(uri), uri);
  }

  async cli(command: string, parameters: Record<string, string> = {}): Promise<string> {
    const printed = await this.page.evaluate(
      ({ command, parameters }) => window.hostCli?.(command, parameters),
      { command, parameters },
    );
    return printed ?? '';
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate(
      (name) => window.app.changeTheme?.(name),
      theme === 'dark' ? ('obsidian' as const) : ('moonstone' as const),
    );
  }
}
