// The app: its parts, and what belongs to all of them.
import type * as Obsidian from 'obsidian';
import { absent } from './absent';
import { addAppCommands } from './app-commands';
import { Commands } from './commands';
import { addEditorCommands } from './editor/editor-commands';
import { HotkeyManager } from './hotkeys';
import { PagePreview } from './markdown';
import { pollPopovers } from './markdown/popover-watch';
import { Platform } from './platform';
import { Plugins } from './plugins/plugins';
import { EditorSuggests } from './ui/editor-suggest';
import { setIcon } from './ui/icons';
import { Keymap, Scope } from './ui/keymap';
import { pressable } from './ui/pressable';
import { SettingsWindow } from './ui/settings';
import { addCoreTabs } from './ui/settings/core-tabs';
import { setTooltip } from './ui/tooltip';
import { listenToWindow } from './window-listeners';
import type { PageAdapter } from './vault/adapter';
import { FileManager } from './vault/file-manager';
import { MetadataCache } from './vault/metadata-cache';
import { Vault } from './vault/vault';
import { registerCoreViews } from './views/core-views';
import { ViewRegistry } from './views/view-registry';
import { refreshStyles } from './workspace/popout';
import { Workspace } from './workspace/workspace';

export interface AppOptions {
  readonly adapter: PageAdapter;
  readonly metadataDelay: number;
  readonly saveDelay: number;
  readonly defaultViewMode: 'source' | 'preview';
  readonly defaultEditingMode: 'live' | 'source';
  readonly editorExtensionOrder: 'after' | 'before';
  readonly editorState: 'anew' | 'kept';
  /** Where attachments go. */
  readonly attachmentFolder: string;
}

export class App implements Obsidian.App {
  readonly platform = Platform;
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly commands: Commands;
  readonly hotkeyManager = new HotkeyManager(this);
  readonly viewRegistry = new ViewRegistry();
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly statusBarEl = createDiv('status-bar');
  readonly workspace: Workspace;
  readonly pagePreview: PagePreview;
  readonly plugins: Plugins;
  readonly editorSuggests = new EditorSuggests();
  readonly setting: SettingsWindow;
  /** Milliseconds from an edit to the save. */
  readonly saveDelay: number;
  /** How a note opens in a new tab. */
  defaultViewMode: 'source' | 'preview';
  /** What its editor begins in. */
  readonly defaultEditingMode: 'live' | 'source';
  /** Where the editor extensions of plugins load: after the app's own or before them. */
  readonly editorExtensionOrder: 'after' | 'before';
  readonly editorState: 'anew' | 'kept';
  readonly protocolHandlers = new Map<string, Obsidian.ObsidianProtocolHandler>();
  readonly cliHandlers = new Map<string, Obsidian.CliHandler>();
  lastEvent: Obsidian.UserEvent | null = null;

  constructor(options: AppOptions) {
    const { adapter, metadataDelay } = options;
    this.saveDelay = options.saveDelay;
    this.defaultViewMode = options.defaultViewMode;
    this.defaultEditingMode = options.defaultEditingMode;
    this.editorExtensionOrder = options.editorExtensionOrder;
    this.editorState = options.editorState;
    this.vault = new Vault(adapter);
    this.metadataCache = new MetadataCache(this.vault, metadataDelay);
    this.fileManager = new FileManager(this.vault, this.metadataCache, options.attachmentFolder);
    registerCoreViews(this.viewRegistry);
    this.workspace = new Workspace(this);
    this.commands = new Commands(this);
    this.plugins = new Plugins(this);
    this.setting = new SettingsWindow(this);
    this.pagePreview = new PagePreview(this.asApi);
    this.pagePreview.load();
    addAppCommands(this);
    addEditorCommands(this);
    addCoreTabs(this);
  }

  /** The same app, as the API declares it. */
  get asApi(): Obsidian.App {
    return Object(this) as Obsidian.App;
  }

  get renderContext(): never {
    return absent('App.renderContext');
  }

  get secretStorage(): never {
    return absent('App.secretStorage');
  }

  /** Builds the window: what is in it, and what listens to it. */
  mount(parentEl: HTMLElement): void {
    const container = parentEl.createDiv('app-container');
    container.createDiv('horizontal-main-container').appendChild(this.workspace.containerEl);
    container.appendChild(this.statusBarEl);
    this.#addSettingsButton();
    this.keymap.listen(window);
    listenToWindow(document);
    pollPopovers(window);
    for (const type of ['click', 'keydown', 'touchend'] as const) {
      window.addEventListener(
        type,
        (event) => {
          this.lastEvent = event;
        },
        true,
      );
    }
    window.addEventListener('focus', () => this.workspace.windowFocused(window));
    window.addEventListener('resize', () => this.workspace.resized());
    window.addEventListener('pagehide', () => this.workspace.quit());
  }

  /** At the foot of the ribbon. */
  #addSettingsButton(): void {
    const el = this.workspace.leftRibbon.containerEl.createDiv('clickable-icon side-dock-settings');
    setIcon(el, 'settings');
    setTooltip(el, 'Settings', { placement: 'right' });
    pressable(el, () => this.setting.open());
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  /** By the app's own names of its two default themes. */
  changeTheme(theme: 'moonstone' | 'obsidian'): void {
    document.body.toggleClass('theme-dark', theme === 'obsidian');
    document.body.toggleClass('theme-light', theme === 'moonstone');
    this.workspace.floatingSplit.children.forEach(refreshStyles);
    this.workspace.trigger('css-change');
  }

  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(this.#storageKey(key));
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(this.#storageKey(key));
    else window.localStorage.setItem(this.#storageKey(key), JSON.stringify(data));
  }

  /** Each vault has its own. */
  #storageKey(key: string): string {
    return `${this.vault.getName()}-${key}`;
  }
}
