// The API's settings tabs: what a tab declares, and where its values are kept.
import type * as Obsidian from 'obsidian';
import { absent } from '../../absent';
import type { App } from '../../app';
import type { Plugin } from '../../plugins/plugin';
import { type Item, sharedPageNames } from './definitions';

export abstract class SettingTab implements Obsidian.SettingTab {
  readonly containerEl = createDiv('vertical-tab-content');
  icon = '';
  settingItems: Item[] = [];
  /** The app's own: what the tab is called, and how it is asked for. */
  abstract readonly id: string;
  abstract readonly name: string;

  constructor(readonly app: App) {}

  getSettingDefinitions(): Item[] {
    return [];
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    for (const name of sharedPageNames(this.settingItems)) {
      console.error(`The settings of ${this.name} have two pages “${name}” beside each other`);
    }
    this.app.setting.tabUpdated(this);
  }

  getControlValue(key: string): unknown;
  getControlValue(): unknown {
    return absent('Vault.getConfig');
  }

  setControlValue(key: string, value: unknown): void | Promise<void>;
  setControlValue(): void | Promise<void> {
    return absent('Vault.setConfig');
  }

  refreshDomState(): void {
    this.app.setting.refreshDomState(this);
  }

  /** For tabs that draw themselves; not called where there are definitions. */
  display(): void {
    // For subclasses.
  }

  hide(): void {
    // For subclasses.
  }
}

export abstract class PluginSettingTab extends SettingTab implements Obsidian.PluginSettingTab {
  override icon = 'puzzle';
  readonly id: string;
  readonly name: string;

  constructor(
    app: App,
    /** The API does not name it, and has it: subclasses declare it with the type of their own plugin. */
    readonly plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    return settingsOf(this.plugin)?.[key];
  }

  override setControlValue(key: string, value: unknown): void | Promise<void> {
    const settings = settingsOf(this.plugin);
    if (settings === undefined) return undefined;
    settings[key] = value;
    return this.plugin.saveData(settings);
  }
}

function settingsOf({ settings }: Plugin): Record<string, unknown> | undefined {
  return typeof settings === 'object' && settings !== null
    ? (settings as Record<string, unknown>)
    : undefined;
}
