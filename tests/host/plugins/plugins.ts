// The plugins of the vault: installed as files, enabled and disabled while the app runs.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import type { PluginFiles } from '../start-options';
import { Notice } from '../ui/notice';
import { MarkdownView } from '../views/markdown-view';
import { refreshStyles } from '../workspace/popout';
import { evaluatePlugin } from './evaluate';
import { type Inventory, leftoversOf, takeInventory } from './leftovers';
import type { Plugin } from './plugin';

export class Plugins {
  readonly manifests: Record<string, Obsidian.PluginManifest> = {};
  readonly plugins: Record<string, Plugin> = {};
  readonly enabledPlugins = new Set<string>();
  readonly #files = new Map<string, PluginFiles>();
  readonly #styles = new Map<string, HTMLStyleElement>();
  readonly #before = new Map<string, Inventory>();
  #lastDisabled: string | undefined;

  constructor(private readonly app: App) {}

  install(files: PluginFiles): void {
    const { id } = files.manifest;
    const blank = { name: id, author: '', version: '0.0.0', minAppVersion: '1.13.0', description: '' };
    const manifest = { ...blank, ...files.manifest, dir: `.obsidian/plugins/${id}` };
    this.manifests[id] = manifest;
    this.#files.set(id, files);
  }

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }

  /** Loads a plugin; false when its code or its onload fails, which the user is told. */
  async enablePlugin(id: string): Promise<boolean> {
    if (this.plugins[id] !== undefined) return true;
    const files = this.#files.get(id);
    const manifest = this.manifests[id];
    if (files === undefined || manifest === undefined) throw new Error(`No plugin ${id} is installed`);
    this.#before.set(id, takeInventory(this.app));
    let plugin: Plugin | undefined;
    try {
      plugin = new (evaluatePlugin(id, files.main))(this.app, manifest);
      this.plugins[id] = plugin;
      await plugin.load();
      this.#addStyles(id, files.styles);
      this.enabledPlugins.add(id);
      return true;
    } catch (error) {
      plugin?.unload();
      Reflect.deleteProperty(this.plugins, id);
      console.error(`Plugin failure: ${id}`, error);
      new Notice(`Failed to load plugin ${manifest.name}`);
      return false;
    }
  }

  /** Unloads a plugin; resolves when the views that it leaves have given way and the notes are rendered without it. */
  async disablePlugin(id: string): Promise<void> {
    const plugin = this.plugins[id];
    if (plugin === undefined) return;
    this.enabledPlugins.delete(id);
    Reflect.deleteProperty(this.plugins, id);
    plugin.unload();
    this.#removeStyles(id);
    await this.app.workspace.viewsRebuilt();
    await sleep(0);
    await this.#notesRendered();
    this.#lastDisabled = id;
  }

  /** Another program has written the plugin's data.json. */
  dataChangedOutside(id: string): void {
    void this.plugins[id]?.onExternalSettingsChange?.();
  }

  async enablePluginAndSave(id: string): Promise<boolean> {
    const enabled = await this.enablePlugin(id);
    this.plugins[id]?.onUserEnable();
    return enabled;
  }

  disablePluginAndSave(id: string): Promise<void> {
    return this.disablePlugin(id);
  }

  /** What the plugin that was disabled last has left behind, as far as the host can see. */
  leftovers(): string[] {
    const id = this.#lastDisabled;
    const before = id === undefined ? undefined : this.#before.get(id);
    return id === undefined || before === undefined ? [] : leftoversOf(this.app, id, before);
  }

  #addStyles(id: string, styles: string | undefined): void {
    if (styles === undefined) return;
    this.#styles.set(id, document.head.createEl('style', { text: styles, attr: { 'data-plugin': id } }));
    this.#stylesChanged();
  }

  #removeStyles(id: string): void {
    this.#styles.get(id)?.detach();
    this.#styles.delete(id);
    this.#stylesChanged();
  }

  #stylesChanged(): void {
    this.app.workspace.floatingSplit.children.forEach(refreshStyles);
    this.app.workspace.trigger('css-change');
  }

  async #notesRendered(): Promise<void> {
    const waiting: Promise<void>[] = [];
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.getMode() === 'preview')
        waiting.push(view.previewMode.whenRendered());
    });
    await Promise.all(waiting);
  }
}
