// The driver of a running Obsidian, over its debugging port (`obsidian --remote-debugging-port=9222`). It has not been run, since
// Obsidian cannot be installed where it was written. It opens no vault: the open one must be a throw-away, since `start` writes the
// notes into it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SavedLayout, StartOptions } from '../host/start-options';
import { AppPage } from './app-page';
import type { AppDriver } from './driver';

const LAYOUT_READY_TIMEOUT = 30_000;

export class ObsidianDriver extends AppPage implements AppDriver {
  async start(options: StartOptions = {}): Promise<void> {
    refuseWhatOnlyTheHostCan(options);
    for (const [id, hotkeys] of Object.entries(options.hotkeys ?? {})) await this.setHotkeys(id, hotkeys);
    for (const [path, text] of Object.entries(options.notes ?? {})) await this.#write(path, text);
    if (options.layout !== undefined) await this.#changeLayout(options.layout);
    if (options.theme !== undefined) await this.setTheme(options.theme);
    await this.restart();
  }

  async restart(): Promise<void> {
    await this.page.evaluate(() => window.app.workspace.requestSaveLayout.run());
    await this.page.reload();
    // Runs in the page, and not in this file.
    await this.page.waitForFunction(() => window.app.workspace.layoutReady, undefined, {
      timeout: LAYOUT_READY_TIMEOUT,
    });
  }

  /** On the desktop, the app would open them in their own window, where the specs do not look. */
  override async openSettings(tabId?: string): Promise<void> {
    await this.page.evaluate(() => window.app.vault.setConfig?.('settingsPopoutWindow', false));
    await super.openSettings(tabId);
  }

  /** The real app keeps no list of leftovers: only what it can report is checked. */
  async disable(pluginId: string): Promise<string[]> {
    return this.page.evaluate(async (id) => {
      await window.app.plugins.disablePlugin(id);
      const commands = window.app.commands
        .listCommands()
        .filter((command) => command.id.startsWith(`${id}:`));
      return commands.map((command) => `command ${command.id}`);
    }, pluginId);
  }

  /** The system passes the link on to the app. */
  async openUri(uri: string): Promise<void> {
    await this.page.evaluate((uri) => window.open(uri), uri);
  }

  /** By the program `obsidian`, which the user turns on in the settings. */
  async cli(command: string, parameters: Record<string, string> = {}): Promise<string> {
    const given = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    const { stdout } = await promisify(execFile)('obsidian', [command, ...given]);
    return stdout.trim();
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    const name = theme === 'dark' ? ('obsidian' as const) : ('moonstone' as const);
    await this.page.evaluate((name) => window.app.changeTheme?.(name), name);
  }

  async #write(path: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ({ path, text }) => {
        const { adapter } = window.app.vault;
        const folder = path.split('/').slice(0, -1).join('/');
        if (folder !== '' && !(await adapter.exists(folder))) await adapter.mkdir(folder);
        await adapter.write(path, text);
      },
      { path, text },
    );
  }

  async #changeLayout(layout: SavedLayout): Promise<void> {
    await this.page.evaluate((layout) => window.app.workspace.changeLayout(layout), layout);
  }
}

function refuseWhatOnlyTheHostCan(options: StartOptions): void {
  const only: (keyof StartOptions)[] = [
    'media',
    'served',
    'vaultMedia',
    'platform',
    'toolbar',
    'data',
    'metadataDelay',
    'saveDelay',
  ];
  const asked = only.filter((name) => options[name] !== undefined);
  if (asked.length > 0) throw new Error(`A running Obsidian cannot be started with: ${asked.join(', ')}`);
  if (typeof options.plugin === 'object') throw new Error('Install the plugin into the vault first');
}
