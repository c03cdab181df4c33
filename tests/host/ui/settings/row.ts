// One row of a settings page, from its definition.
import type * as Obsidian from 'obsidian';
import { Setting } from '../setting';
import type { SettingGroup } from '../setting-group';
import { addControl } from './control';
import { copyOf, holds, isPage, type Page, type RowDefinition } from './definitions';
import type { SettingTab } from './setting-tab';

/** What rows can ask of the page that they stand on. */
export interface PageHost {
  readonly tab: SettingTab;
  /** Goes to a page that has its entry here. */
  openPage(name: string): void;
  /** What was typed into the search fields of groups; it outlives a new rendering. */
  readonly queries: Map<string, string>;
}

export interface Row {
  readonly el: HTMLElement;
  readonly setting: Setting;
  readonly definition: RowDefinition;
  /** False while a search in its group leaves it out. */
  isFound: boolean;
  /** Evaluates the definition's conditions again. */
  refresh(): void;
  end(): void;
}

export function renderRow(group: SettingGroup, definition: RowDefinition, host: PageHost): Row {
  const setting = new Setting(group.listEl).setName(definition.name).setDesc(copyOf(definition.desc));
  const { refresh, end } = isPage(definition)
    ? fillPageEntry(setting, definition, host)
    : fillRow({ setting, group, definition, host });
  const row: Row = {
    el: setting.settingEl,
    setting,
    definition,
    isFound: true,
    refresh: () => {
      refresh?.();
      row.el.toggle(row.isFound && holds(definition.visible, true));
    },
    end: () => end?.(),
  };
  row.refresh();
  return row;
}

interface Filled {
  readonly refresh?: () => void;
  readonly end?: () => void;
}

function fillPageEntry(setting: Setting, page: Page, host: PageHost): Filled {
  setting.addDisplayValue((component) => {
    const { displayValue, status } = page;
    component.setValue((typeof displayValue === 'function' ? displayValue() : displayValue) ?? null);
    component.setStatus((typeof status === 'function' ? status() : status) ?? null);
  });
  setting.setNavigable(() => host.openPage(page.name));
  return {};
}

interface RowParts {
  readonly setting: Setting;
  readonly group: SettingGroup;
  readonly definition: Exclude<RowDefinition, Page>;
  readonly host: PageHost;
}

function fillRow({ setting, group, definition, host }: RowParts): Filled {
  if (definition.control !== undefined) {
    const { control } = definition;
    addControl(setting, control, host.tab);
    return { refresh: () => void setting.setDisabled(holds(control.disabled, false)) };
  }
  if (definition.action !== undefined) {
    const { action, disabled } = definition;
    setting.setAction(() => action(setting.settingEl, group.listEl.indexOf(setting.settingEl)));
    return { refresh: () => void setting.setDisabled(holds(disabled, false)) };
  }
  if (definition.render !== undefined) {
    const end = definition.render(
      Object(setting) as Obsidian.Setting,
      Object(group) as Obsidian.SettingGroup,
    );
    return typeof end === 'function' ? { end } : {};
  }
  return {};
}
