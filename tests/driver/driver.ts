// What a spec may do with the app it drives. Two apps answer to it: the host of this repository and a running Obsidian.
import type { Hotkey } from 'obsidian';
import type { Page } from 'playwright-core';
import type { SavedLayout, StartOptions } from '../host/start-options';

export type { PluginFiles, SavedLayout, SavedLeaf, StartOptions } from '../host/start-options';

export interface OpenOptions {
  /** 'source' is the plain text; 'live' is Live Preview. */
  mode?: 'reading' | 'live' | 'source';
  where?: 'same' | 'tab' | 'split' | 'window';
}

export interface AppDriver {
  /** The main window. */
  readonly page: Page;
  /** Boots a fresh app; resolves when the layout is ready and the plugin's onload has ended. */
  start(options?: StartOptions): Promise<void>;
  /** Closes the app and boots it again on what it had saved: notes, layout, plugin data, local storage. */
  restart(): Promise<void>;
  openNote(path: string, options?: OpenOptions): Promise<void>;
  /** Runs a command by its full id; false when there is none, or when it is not available now. */
  runCommand(id: string): Promise<boolean>;
  /** Ids of the commands that the palette would offer now. */
  availableCommands(): Promise<string[]>;
  /** Gives a command the user's own hotkeys; none takes away those that it comes with. */
  setHotkeys(id: string, hotkeys: Hotkey[]): Promise<void>;
  openPalette(): Promise<void>;
  /** Writes a note as another program would: the app learns of it by its vault. Creates it when it is missing. */
  writeOutside(path: string, text: string): Promise<void>;
  /** The saved text of a note. */
  readFile(path: string): Promise<string>;
  /** The layout as it would be saved now. */
  layout(): Promise<SavedLayout>;
  /** Writes a plugin's data.json as another program would. An object is written as JSON. */
  writePluginData(pluginId: string, data: unknown): Promise<void>;
  /** Opens the settings, on the tab with this id. */
  openSettings(tabId?: string): Promise<void>;
  enable(pluginId: string): Promise<void>;
  /** Disables a plugin and names everything that it left behind. */
  disable(pluginId: string): Promise<string[]>;
  /** Follows an `obsidian://` link, as from a browser. */
  openUri(uri: string): Promise<void>;
  /** What a command of the app's command line prints. */
  cli(command: string, parameters?: Record<string, string>): Promise<string>;
  /** The texts of the notices that are shown, in all windows. */
  notices(): Promise<string[]>;
  /** The pop-out windows that are open. */
  popouts(): Page[];
  setTheme(theme: 'light' | 'dark'): Promise<void>;
}
