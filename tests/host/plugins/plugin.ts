// The base class of plugins: everything that it registers, it takes back when the plugin unloads.
import type * as Obsidian from 'obsidian';
import type { Extension } from '@codemirror/state';
import { absent } from '../absent';
import type { App } from '../app';
import { Component } from '../component';
import { MarkdownPreviewRenderer } from '../markdown';
import type { EditorSuggest } from '../ui/editor-suggest';
import type { PluginSettingTab } from '../ui/settings';
import type { View } from '../views/view';
import type { WorkspaceLeaf } from '../workspace/leaf';

type CodeBlockHandler = Parameters<Obsidian.Plugin['registerMarkdownCodeBlockProcessor']>[1];

export abstract class Plugin extends Component implements Obsidian.Plugin {
  settings?: unknown;

  constructor(
    readonly app: App,
    readonly manifest: Obsidian.PluginManifest,
  ) {
    super();
  }

  override onload(): Promise<void> | void {
    // For subclasses.
  }

  onUserEnable(): void {
    // For subclasses.
  }

  /** A plugin that can take other data while it runs has this. */
  onExternalSettingsChange?(): unknown;

  addSettingTab(settingTab: PluginSettingTab): void {
    this.app.setting.addSettingTab(settingTab);
    this.register(() => this.app.setting.removeSettingTab(settingTab));
  }

  addRibbonIcon(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = this.app.workspace.leftRibbon.addAction(icon, title, callback);
    this.register(() => el.detach());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.register(() => el.detach());
    return el;
  }

  addCommand(command: Obsidian.Command): Obsidian.Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  registerView(type: string, viewCreator: (leaf: WorkspaceLeaf) => View): void {
    this.app.viewRegistry.register(type, viewCreator);
    this.register(() => this.app.viewRegistry.unregister(type));
  }

  registerExtensions(extensions: string[], viewType: string): void {
    this.app.viewRegistry.registerExtensions(extensions, viewType);
    this.register(() => this.app.viewRegistry.unregisterExtensions(extensions));
  }

  registerHoverLinkSource(id: string, info: Obsidian.HoverLinkSource): void {
    const { sources } = this.app.pagePreview;
    sources.set(id, info);
    this.register(() => {
      sources.delete(id);
    });
  }

  registerMarkdownPostProcessor(
    postProcessor: Obsidian.MarkdownPostProcessor,
    sortOrder?: number,
  ): Obsidian.MarkdownPostProcessor {
    MarkdownPreviewRenderer.registerPostProcessor(postProcessor, sortOrder);
    this.register(() => MarkdownPreviewRenderer.unregisterPostProcessor(postProcessor));
    return postProcessor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: CodeBlockHandler,
    sortOrder?: number,
  ): Obsidian.MarkdownPostProcessor {
    const processor = MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler);
    return this.registerMarkdownPostProcessor(processor, sortOrder);
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.app;
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      workspace.editorExtensions.remove(extension);
      workspace.updateOptions();
    });
  }

  registerEditorSuggest(editorSuggest: EditorSuggest<unknown>): void {
    const { editorSuggests } = this.app;
    editorSuggests.add(editorSuggest);
    this.register(() => editorSuggests.remove(editorSuggest));
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(this.dataPath))) return null;
    return JSON.parse(await adapter.read(this.dataPath)) as unknown;
  }

  async saveData(data: unknown): Promise<void> {
    await this.app.vault.adapter.write(this.dataPath, JSON.stringify(data, undefined, 2));
  }

  private get dataPath(): string {
    return dataPathOf(this.manifest.id);
  }

  registerBasesView(): never {
    return absent('Plugin.registerBasesView');
  }

  registerObsidianProtocolHandler(action: string, handler: Obsidian.ObsidianProtocolHandler): void {
    const { protocolHandlers } = this.app;
    protocolHandlers.set(action, handler);
    this.register(() => {
      protocolHandlers.delete(action);
    });
  }

  registerCliHandler(
    command: string,
    _description: string,
    _flags: Obsidian.CliFlags | null,
    handler: Obsidian.CliHandler,
  ): void {
    const { cliHandlers } = this.app;
    if (cliHandlers.has(command)) throw new Error(`Command ${command} is registered already`);
    cliHandlers.set(command, handler);
    this.register(() => {
      cliHandlers.delete(command);
    });
  }
}

/** Where a plugin's own data is kept in the vault. */
export function dataPathOf(pluginId: string): string {
  return `.obsidian/plugins/${pluginId}/data.json`;
}
