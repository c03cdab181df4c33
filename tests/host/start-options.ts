// What a session of the host is started with. Plain data, so that a spec can hand it over to the page.

import type { Hotkey } from 'obsidian';

export interface StartOptions {
  /** The notes of an in-memory vault, by path. */
  notes?: Record<string, string>;
  /** Media files of the vault: vault path → name of a fixture that the server serves under `/media/`. */
  media?: Record<string, string>;
  /**
   * Where the app serves the files of the vault from: its own origin, as on a phone, or another one, whose answers other pages may
   * read or may not. A desktop app has another origin. Whether its answers may be read is not known, so that they may not be.
   */
  vaultMedia?: VaultMedia;
  /** Open the vault that the server serves under `/vault/`; `notes` and `media` are added to it. */
  served?: boolean;
  /** The saved layout to restore; without it the app starts with an empty tab. */
  layout?: SavedLayout;
  theme?: 'light' | 'dark';
  /** The code of the app's language; English if there is none. */
  language?: string;
  platform?: 'desktop' | 'phone' | 'iphone';
  /** How a note opens in a new tab, as the app's setting of that name has it. */
  defaultViewMode?: 'source' | 'preview';
  /** What an editor begins in; the app's own default is Live Preview. */
  defaultEditingMode?: 'live' | 'source';
  /** Where attachments go, as the app's setting has it: `/`, a folder, or beginning with `./` beside the note. */
  attachmentFolder?: string;
  /** Where the editor extensions of plugins load: after the app's own, as in the app, or before them. */
  editorExtensionOrder?: 'after' | 'before';
  /**
   * Whether an editor makes its state anew, and with it what plugins have in it, when another note opens in the same view, as
   * the app is believed to; or keeps it.
   */
  editorState?: 'anew' | 'kept';
  /** The event by which a press on a cell of a table in Live Preview enters it. */
  cellsEnteredOn?: 'pointerdown' | 'click';
  /** The plugin that is installed and enabled: the built one, none, or one given as text. */
  plugin?: 'built' | 'none' | PluginFiles;
  /** The plugin's data.json: its text, or an object that is written as JSON. */
  data?: unknown;
  /** The user's own hotkeys, in place of those that commands come with, by command id. An empty list takes them away. */
  hotkeys?: Record<string, Hotkey[]>;
  /** The ids of the commands that the user has put on the toolbar of a phone. */
  toolbar?: string[];
  /** What `app.loadLocalStorage` finds. Everything that an earlier session stored is gone. */
  localStorage?: Record<string, unknown>;
  /** Milliseconds from a change of a note to the metadata cache's `changed`. */
  metadataDelay?: number;
  /** Milliseconds from an edit to the save. */
  saveDelay?: number;
}

export type VaultMedia = 'same-origin' | 'with-cors' | 'without-cors';

export interface PluginFiles {
  manifest: { id: string } & Record<string, unknown>;
  /** CommonJS text. */
  main: string;
  styles?: string;
}

/** `.obsidian/workspace.json`, as far as the host reads and writes it. */
export interface SavedLayout {
  main: SavedItem;
  left?: SavedItem;
  right?: SavedItem;
  floating?: SavedItem;
  active?: string;
}

export type SavedItem = SavedSplit | SavedTabs | SavedLeaf;

export interface SavedSplit {
  id: string;
  type: 'split' | 'window' | 'floating';
  direction?: 'vertical' | 'horizontal';
  collapsed?: boolean;
  children: SavedItem[];
}

export interface SavedTabs {
  id: string;
  type: 'tabs';
  currentTab?: number;
  stacked?: boolean;
  children: SavedLeaf[];
}

export interface SavedLeaf {
  id: string;
  type: 'leaf';
  pinned?: boolean;
  group?: string;
  state: SavedViewState;
}

export interface SavedViewState {
  type: string;
  state?: Record<string, unknown>;
  icon?: string;
  title?: string;
}
