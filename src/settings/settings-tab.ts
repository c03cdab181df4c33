// The plugin's tab in the app's settings.
import {
  PluginSettingTab,
  type Plugin,
  type SettingDefinitionControl,
  type SettingDefinitionItem,
} from 'obsidian';
import { PropertyList } from './property-list';
import { CHIPS, isUsed, NEW_NOTE, PLAYING, PREVIEW, WRITING, YOUTUBE, type SettingRow } from './settings';
import type { SettingsStore } from './settings-store';
import { words } from '../texts/texts';

export class SettingsTab extends PluginSettingTab {
  private readonly properties: PropertyList;

  constructor(
    plugin: Plugin,
    private readonly store: SettingsStore,
  ) {
    super(plugin.app, plugin);
    this.properties = new PropertyList(plugin.app, store, () => this.update());
    plugin.register(this.properties.dispose);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      { type: 'group', heading: words.settings.chips, items: this.rowsOf({ ...CHIPS, ...PREVIEW }) },
      { type: 'group', heading: words.settings.writing, items: this.rowsOf(WRITING) },
      { type: 'group', heading: words.settings.videoPane, items: this.rowsOf({ ...PLAYING, ...YOUTUBE }) },
      {
        type: 'group',
        heading: words.settings.notes,
        items: [...this.rowsOf(NEW_NOTE), this.properties.row()],
      },
      this.properties.list(),
    ];
  }

  override getControlValue(key: string): unknown {
    const settings: Readonly<Record<string, unknown>> = this.store.settings.peek();
    return settings[key];
  }

  override setControlValue(key: string, value: unknown): Promise<void> {
    const saved = this.store.set(key, value);
    // Other rows may appear or disappear with this setting.
    this.refreshDomState();
    return saved;
  }

  private rowsOf(
    settings: Readonly<Record<string, { readonly row: SettingRow }>>,
  ): SettingDefinitionControl[] {
    return Object.entries(settings).map(([key, { row }]) => ({
      ...row,
      control: { ...row.control, key },
      visible: () => isUsed(key, this.store.settings.peek()),
    }));
  }
}
