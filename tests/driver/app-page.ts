// The driver's actions that are the same for the host and for a real Obsidian: they use `window.app`.
import type { Hotkey } from 'obsidian';
import type { Page } from 'playwright-core';
import type { SavedLayout } from '../host/start-options';
import type { OpenOptions } from './driver';
import './app-window';

/** The app's view state for each mode. */
const VIEW_STATES = {
  reading: { mode: 'preview' },
  live: { mode: 'source', source: false },
  source: { mode: 'source', source: true },
};

export class AppPage {
  constructor(readonly page: Page) {}

  async openNote(path: string, { mode = 'reading', where = 'same' }: OpenOptions = {}): Promise<void> {
    const kind = where === 'same' ? false : where;
    await this.page.evaluate(
      async ({ path, view, kind }) => {
        const { vault, workspace } = window.app;
        const file = vault.getFileByPath(path);
        if (file === null) throw new Error(`There is no note ${path}`);
        const leaf = workspace.getLeaf(kind);
        await leaf.openFile(file, { active: true });
        const state = leaf.getViewState();
        await leaf.setViewState({ ...state, state: { ...state.state, ...view }, active: true });
      },
      { path, view: VIEW_STATES[mode], kind },
    );
  }

  runCommand(id: string): Promise<boolean> {
    return this.page.evaluate((id) => window.app.commands.executeCommandById(id), id);
  }

  availableCommands(): Promise<string[]> {
    return this.page.evaluate(() => window.app.commands.listCommands().map((command) => command.id));
  }

  async setHotkeys(id: string, hotkeys: Hotkey[]): Promise<void> {
    await this.page.evaluate(
      async ({ id, hotkeys }) => {
        window.app.hotkeyManager.setHotkeys(id, hotkeys);
        await window.app.hotkeyManager.save();
      },
      { id, hotkeys },
    );
  }

  async openPalette(): Promise<void> {
    await this.runCommand('command-palette:open');
    await this.page.locator('.prompt .prompt-input').waitFor();
  }

  async writeOutside(path: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ({ path, text }) => {
        const { vault } = window.app;
        const file = vault.getFileByPath(path);
        if (file === null) await vault.create(path, text);
        else await vault.modify(file, text);
      },
      { path, text },
    );
  }

  readFile(path: string): Promise<string> {
    return this.page.evaluate((path) => window.app.vault.adapter.read(path), path);
  }

  layout(): Promise<SavedLayout> {
    return this.page.evaluate(() => window.app.workspace.getLayout() as unknown as SavedLayout);
  }

  async writePluginData(pluginId: string, data: unknown): Promise<void> {
    const path = `.obsidian/plugins/${pluginId}/data.json`;
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    await this.page.evaluate(({ path, text }) => window.app.vault.adapter.write(path, text), { path, text });
  }

  async openSettings(tabId?: string): Promise<void> {
    await this.page.evaluate((id) => {
      window.app.setting.open();
      if (id !== undefined) window.app.setting.openTabById(id);
    }, tabId);
  }

  async enable(pluginId: string): Promise<void> {
    await this.page.evaluate((id) => window.app.plugins.enablePlugin(id), pluginId);
  }

  async notices(): Promise<string[]> {
    const pages = [this.page, ...this.popouts()];
    const texts = await Promise.all(pages.map((page) => page.locator('.notice').allInnerTexts()));
    return texts.flat();
  }

  popouts(): Page[] {
    return this.page
      .context()
      .pages()
      .filter((page) => page !== this.page && !page.isClosed());
  }
}
