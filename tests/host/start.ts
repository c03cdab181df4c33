// Starting a session: the vault, the plugin, the layout, in the app's order.
import { App } from './app';
import { installDom } from './dom/install';
import { enterCellsOn } from './editor/table/cell-entry';
import { HOTKEYS_FILE } from './hotkeys';
import { playDevice } from './platform';
import { dataPathOf } from './plugins/plugin';
import { traceWindow } from './plugins/traces';
import type { PluginFiles, SavedLayout, StartOptions } from './start-options';
import { MobileToolbar } from './ui/mobile-toolbar';
import { PageAdapter } from './vault/adapter';

const VAULT_NAME = 'Vault';
const METADATA_DELAY = 20;
const SAVE_DELAY = 2000;

let startedWith: StartOptions = {};

declare global {
  interface Window {
    activeWindow: Window;
  }
}

installDom(window);
traceWindow(window);
window.activeWindow = window;
window.activeDocument = document;

export async function startHost(options: StartOptions = {}): Promise<void> {
  startedWith = options;
  const {
    theme = 'light',
    platform = 'desktop',
    metadataDelay = METADATA_DELAY,
    saveDelay = SAVE_DELAY,
    defaultViewMode = 'source',
    defaultEditingMode = 'live',
    editorExtensionOrder = 'after',
    editorState = 'anew',
    cellsEnteredOn = 'pointerdown',
    attachmentFolder = '/',
  } = options;
  document.body.className = `theme-${theme} show-inline-title show-ribbon`;
  const isPhone = platform !== 'desktop';
  playDevice(platform);
  enterCellsOn(cellsEnteredOn);
  document.body.toggleClass(['is-mobile', 'is-phone'], isPhone);
  document.body.toggleClass('is-ios', platform === 'iphone');
  document.body.toggleClass('is-android', platform === 'phone');
  const plugin = await pluginFilesOf(options.plugin ?? 'built');
  const adapter = await fillVault(options, plugin);
  const app = new App({
    adapter,
    metadataDelay,
    saveDelay,
    defaultViewMode,
    defaultEditingMode,
    editorExtensionOrder,
    editorState,
    attachmentFolder,
  });
  await app.hotkeyManager.load();
  replaceLocalStorage(app, options.localStorage ?? {});
  if (options.language !== undefined) window.localStorage.setItem('language', options.language);
  Object.assign(window, { app });
  app.mount(document.body);
  if (isPhone) new MobileToolbar(app, options.toolbar ?? []).listen(document);
  app.workspace.rightSplit.collapse();
  // As in the app: a plugin's onload runs before the vault is listed and before there is a layout.
  if (plugin !== undefined) {
    app.plugins.install(plugin);
    await app.plugins.enablePlugin(plugin.manifest.id);
  }
  app.vault.load();
  app.metadataCache.load();
  await app.workspace.loadLayout(options.layout);
  if (isPhone) app.workspace.leftSplit.collapse();
}

/** What `startHost` can be given to go on where this session stands. */
export async function hostSnapshot(): Promise<StartOptions> {
  const app = window.app as unknown as App;
  const { adapter } = app.vault;
  await app.workspace.saveOpenNotes();
  const notes: Record<string, string> = {};
  for (const file of app.vault.getFiles()) {
    const text = adapter.textAtHand(file.path);
    if (text !== undefined) notes[file.path] = text;
  }
  const pluginId = Object.keys(app.plugins.manifests)[0] ?? '';
  const data = adapter.textAtHand(dataPathOf(pluginId));
  return {
    ...startedWith,
    notes,
    layout: app.workspace.getLayout() as unknown as SavedLayout,
    theme: app.isDarkMode() ? 'dark' : 'light',
    localStorage: readLocalStorage(),
    hotkeys: app.hotkeyManager.customKeys,
    ...(data === undefined ? {} : { data }),
  };
}

async function pluginFilesOf(wanted: NonNullable<StartOptions['plugin']>): Promise<PluginFiles | undefined> {
  if (wanted === 'none') return undefined;
  if (typeof wanted === 'object') return wanted;
  const [manifest, main, styles] = await Promise.all(
    ['manifest.json', 'main.js', 'styles.css'].map(async (name) => {
      const response = await fetch(`/plugin/${name}`);
      if (!response.ok) throw new Error(`/plugin/${name} answered ${response.status}`);
      return response.text();
    }),
  );
  return {
    manifest: JSON.parse(manifest ?? '') as PluginFiles['manifest'],
    main: main ?? '',
    styles: styles ?? '',
  };
}

async function fillVault(options: StartOptions, plugin: PluginFiles | undefined): Promise<PageAdapter> {
  const { platform = 'desktop', vaultMedia = platform === 'desktop' ? 'without-cors' : 'same-origin' } =
    options;
  const adapter = new PageAdapter(VAULT_NAME, vaultMedia);
  if (options.served === true) await listServedVault(adapter);
  await Promise.all(
    Object.entries(options.media ?? {}).map(async ([path, name]) => {
      const url = `/media/${encodeURIComponent(name)}`;
      const { headers } = await fetch(url, { method: 'HEAD' });
      adapter.serve(path, { url, size: Number(headers.get('Content-Length') ?? 0) });
    }),
  );
  for (const [path, text] of Object.entries(options.notes ?? {})) adapter.seed(path, text);
  if (options.hotkeys !== undefined) adapter.seed(HOTKEYS_FILE, JSON.stringify(options.hotkeys));
  if (plugin !== undefined && options.data !== undefined) {
    const text = typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
    adapter.seed(dataPathOf(plugin.manifest.id), text);
  }
  return adapter;
}

async function listServedVault(adapter: PageAdapter): Promise<void> {
  const response = await fetch('/vault/index.json');
  const files = (await response.json()) as { path: string; size: number; ctime: number; mtime: number }[];
  for (const { path, ...stat } of files) {
    adapter.serve(path, { url: `/vault/files/${encodeURIComponent(path)}`, ...stat });
  }
}

function replaceLocalStorage(app: App, values: Record<string, unknown>): void {
  window.localStorage.clear();
  for (const [key, value] of Object.entries(values)) app.saveLocalStorage(key, value);
}

function readLocalStorage(): Record<string, unknown> {
  const prefix = `${VAULT_NAME}-`;
  const own = Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
  const read = (key: string): unknown => JSON.parse(window.localStorage.getItem(key) ?? 'null') as unknown;
  return Object.fromEntries(own.map((key) => [key.slice(prefix.length), read(key)]));
}
