// The app's own settings, as far as the host has what they are about.
import type { App } from '../../app';
import type { Item } from './definitions';
import { HotkeysTab } from './hotkeys-tab';
import { SettingTab } from './setting-tab';

export function addCoreTabs(app: App): void {
  const tabs = [
    new EditorTab(app),
    new AppearanceTab(app),
    new HotkeysTab(app),
    new CommunityPluginsTab(app),
  ];
  app.setting.settingTabs.push(...tabs);
  for (const tab of tabs) tab.update();
}

class EditorTab extends SettingTab {
  readonly id = 'editor';
  readonly name = 'Editor';
  override icon = 'pencil';

  override getSettingDefinitions(): Item[] {
    return [
      {
        name: 'Default view for new tabs',
        desc: 'The default view that a new Markdown tab gets opened in.',
        control: {
          type: 'dropdown',
          key: 'defaultViewMode',
          options: { source: 'Editing view', preview: 'Reading view' },
        },
      },
    ];
  }

  override getControlValue(): unknown {
    return this.app.defaultViewMode;
  }

  override setControlValue(_key: string, value: unknown): void {
    this.app.defaultViewMode = value === 'preview' ? 'preview' : 'source';
  }
}

class AppearanceTab extends SettingTab {
  readonly id = 'appearance';
  readonly name = 'Appearance';
  override icon = 'palette';

  override getSettingDefinitions(): Item[] {
    return [
      {
        name: 'Base color scheme',
        desc: 'Choose the default color scheme.',
        aliases: ['dark mode', 'light mode', 'theme'],
        control: { type: 'dropdown', key: 'theme', options: { moonstone: 'Light', obsidian: 'Dark' } },
      },
    ];
  }

  override getControlValue(): unknown {
    return this.app.isDarkMode() ? 'obsidian' : 'moonstone';
  }

  override setControlValue(_key: string, value: unknown): void {
    this.app.changeTheme(value === 'obsidian' ? 'obsidian' : 'moonstone');
  }
}

class CommunityPluginsTab extends SettingTab {
  readonly id = 'community-plugins';
  readonly name = 'Community plugins';
  override icon = 'blocks';

  override getSettingDefinitions(): Item[] {
    const { plugins } = this.app;
    const manifests = Object.values(plugins.manifests);
    return [
      {
        type: 'list',
        heading: 'Installed plugins',
        emptyState: 'No plugins are installed.',
        items: manifests.map((manifest) => ({
          name: manifest.name,
          desc: `Version ${manifest.version}. ${manifest.description}`,
          searchable: false,
          render: (setting) => {
            if (this.app.setting.pluginTabs.some((tab) => tab.id === manifest.id)) {
              setting.addExtraButton((button) =>
                button
                  .setIcon('settings')
                  .setTooltip('Options')
                  .onClick(() => this.app.setting.openTabById(manifest.id)),
              );
            }
            setting.addToggle((toggle) =>
              toggle
                .setValue(plugins.plugins[manifest.id] !== undefined)
                .onChange((on) => this.#switch(manifest.id, on)),
            );
          },
        })),
      },
    ];
  }

  async #switch(id: string, on: boolean): Promise<void> {
    const { plugins } = this.app;
    await (on ? plugins.enablePluginAndSave(id) : plugins.disablePluginAndSave(id));
    this.update();
  }
}
