// The actions of a spec in the app. There are two implementations: for the host of this repository, and for a running Obsidian.
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
  /** Starts a fresh app. Resolves when the layout is ready and the plugin's `onload` has ended. */
  start(options?: StartOptions): Promise<void>;
  /** Closes the app, and starts it again with everything that it had saved: notes, layout, plugin data, local storage. */
  restart(): Promise<void>;
  openNote(path: string, options?: OpenOptions): Promise<void>;
  /** Runs a command by its full id. Resolves to false if there is none, or if it is not available. */
  runCommand(id: string): Promise<boolean>;
  /** The ids of the commands that the palette would offer. */
  availableCommands(): Promise<string[]>;
  /** Gives a command hotkeys of the user. An empty list removes the default ones. */
  setHotkeys(id: string, hotkeys: Hotkey[]): Promise<void>;
  openPalette(): Promise<void>;
  /** Writes a note as another program would: the app learns of it from its vault. Creates the note if it is missing. */
  writeOutside(path: string, text: string): Promise<void>;
  /** The saved text of a note. */
  readFile(path: string): Promise<string>;
  /** The layout as the app would save it. */
  layout(): Promise<SavedLayout>;
  /** Writes a plugin's data.json as another program would. An object is written as JSON. */
  writePluginData(pluginId: string, data: unknown): Promise<void>;
  /** Opens the settings, on the tab with this id. */
  openSettings(tabId?: string): Promise<void>;
  enable(pluginId: string): Promise<void>;
  /** Disables a plugin, and lists everything that it has left behind. */
  disable(pluginId: string): Promise<string[]>;
  /** Opens an `obsidian://` link, as from a browser. */
  openUri(uri: string): Promise<void>;
  /** The output of a command of the app's command line. */
  cli(command: string, parameters?: Record<string, string>): Promise<string>;
  /** The texts of the visible notices, in all windows. */
  notices(): Promise<string[]>;
  /** The pop-out windows that are open. */
  popouts(): Page[];
  setTheme(theme: 'light' | 'dark'): Promise<void>;
}
