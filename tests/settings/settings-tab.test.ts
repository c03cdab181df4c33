// The plugin's tab in the app's settings: it shows what the store holds, and what is changed there is set.
import {
  Setting,
  SettingGroup,
  type SettingDefinition,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
  type SettingDefinitionList,
} from 'obsidian';
import { ExtraButtonComponent } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataFile } from '../../src/settings/data-file';
import { CHIPS, DEFAULTS, PLAYING, PREVIEW, WRITING, YOUTUBE, NEW_NOTE } from '../../src/settings/settings';
import { SettingsStore } from '../../src/settings/settings-store';
import { SettingsTab } from '../../src/settings/settings-tab';
import { fieldOfModal, showModals, submit } from '../support/fake-interface';
import { FakePlugin } from '../support/fake-plugin';

let plugin: FakePlugin;
let store: SettingsStore;
let tab: SettingsTab;
let modals: { closed: number };

beforeEach(() => {
  modals = showModals();
  plugin = new FakePlugin();
  store = new SettingsStore(new DataFile(plugin.asOriginalType2__()));
  tab = new SettingsTab(plugin.asOriginalType2__(), store);
  tab.update();
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

type Group = SettingDefinitionGroup | SettingDefinitionList;

const isGroup = (item: SettingDefinitionItem): item is Group => 'type' in item && item.type !== 'page';
const groups = (): Group[] => tab.settingItems.filter(isGroup);
const rows = (): SettingDefinition[] =>
  groups().flatMap(({ items = [] }) => items.filter((item) => !('type' in item)));

function rowNamed(name: string): SettingDefinition {
  const row = rows().find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`The tab has no row "${name}".`);
  return row;
}

/** Draws a row as the app does. */
function draw(row: SettingDefinition): Setting {
  const setting = new Setting(document.body);
  row.render?.(setting, new SettingGroup(document.body));
  return setting;
}

describe('the tab', () => {
  it('has a heading for each group, and a row for each setting', () => {
    expect(groups().map(({ heading }) => heading)).toEqual([
      'Chips',
      'Writing',
      'Video pane',
      'Notes',
      'Properties',
    ]);
    expect(rows().flatMap(({ control }) => control?.key ?? [])).toEqual(
      Object.keys({ ...CHIPS, ...PREVIEW, ...WRITING, ...PLAYING, ...YOUTUBE, ...NEW_NOTE }),
    );
    expect(rows().map(({ name }) => name)).toContain('Video properties');
  });

  it.each(Object.keys(CHIPS))('shows %s as it is, and sets it for everyone', async (key) => {
    const values: Readonly<Record<string, unknown>> = {
      bareTimes: false,
      links: false,
      lineTimes: 'always',
      parentheses: false,
      addresses: false,
      label: 'as-written',
    };
    expect(tab.getControlValue(key)).toBe({ ...DEFAULTS }[key as keyof typeof CHIPS]);
    await tab.setControlValue(key, values[key]);
    expect(store.settings.value).toEqual({ ...DEFAULTS, [key]: values[key] });
    expect(tab.getControlValue(key)).toBe(values[key]);
    expect(await plugin.data()).toEqual({ [key]: values[key] });
  });

  it.each([
    ['Template', 'timestampFormat', 'template'],
    ['Resume after', 'pauseWhileTyping', true],
  ])('shows %s only while it makes a difference', async (name, key, value) => {
    const { visible } = rowNamed(name);
    const isVisible = (): unknown => (typeof visible === 'function' ? visible() : visible);
    const refresh = vi.spyOn(tab, 'refreshDomState');
    expect(isVisible()).toBe(false);
    await tab.setControlValue(key, value);
    expect([isVisible(), refresh.mock.calls.length]).toEqual([true, 1]);
  });

  it('is found by what it is about, and not by each property', () => {
    const searchable = rows().filter((row) => row.searchable !== false);
    expect(searchable.map(({ name }) => name)).toEqual([
      'Times in brackets',
      'Links with a time',
      'Times at the start of a line',
      'Times in parentheses',
      'YouTube URLs',
      'Chip label',
      'Preview on hover',
      'Timestamp format',
      'Template',
      'Quote',
      'Start earlier',
      'Space after a timestamp',
      'Paste addresses as timestamps',
      'Suggest timestamps',
      'Pause on insert',
      'Pause while typing',
      'Resume after',
      'Play timestamps you move to',
      'Return to the note',
      'List below the player',
      'Default tab of the list',
      'New video pane',
      'Follow the active note',
      'One sound at a time',
      'Pause at the end of a clip',
      'Skip',
      'Long skip',
      'Pause media files when hidden',
      'YouTube host',
      'Try the other host',
      'Folder for new video notes',
      'Template for new video notes',
      'Video properties',
    ]);
  });
});

describe('the list of properties', () => {
  const isList = (group: Group): group is SettingDefinitionList => group.type === 'list';
  const list = (): SettingDefinitionList => {
    const found = groups().find(isList);
    if (found === undefined) throw new Error('The tab has no list.');
    return found;
  };
  const shown = (): string[] => (list().items ?? []).map(({ name }) => name);
  const inForce = (): readonly string[] => store.settings.value.videoProperties;

  it('shows them in order', () => expect(shown()).toEqual(DEFAULTS.videoProperties));

  /** What stands behind `source` by default. */
  const others = DEFAULTS.videoProperties.slice(6);
  const last = others.at(-1) ?? '';

  it('takes the order that rows are dragged into', () => {
    list().onReorder?.(4, 0);
    expect(inForce()).toEqual(['url', 'videoId', 'video', 'media', 'media_link', 'source', ...others]);
    list().onReorder?.(1, 5);
    expect(inForce()).toEqual(['url', 'video', 'media', 'media_link', 'source', 'videoId', ...others]);
  });

  it('is one shorter without the row that was deleted', () => {
    list().onDelete?.(1);
    expect(inForce()).toEqual(['videoId', 'media', 'media_link', 'url', 'source', ...others]);
    expect(shown()).toEqual(inForce());
  });

  it('shows the default again when its last row was deleted', () => {
    for (const name of DEFAULTS.videoProperties) list().onDelete?.(shown().indexOf(name));
    expect(shown()).toEqual(DEFAULTS.videoProperties);
  });

  it('has a button that restores the default', async () => {
    await store.set('videoProperties', ['clip']);
    tab.update();
    const button = ExtraButtonComponent.create__(document.body);
    list().extraButtons?.[0]?.(button.asOriginalType2__());
    expect(button.extraSettingsEl.getAttribute('aria-label')).toBe('Restore default');
    button.simulateClick__();
    expect(shown()).toEqual(DEFAULTS.videoProperties);
  });

  describe('moved by key', () => {
    const press = (name: string, init: KeyboardEventInit): boolean =>
      draw(rowNamed(name)).settingEl.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
      );

    it.each([
      ['video', 'ArrowUp', ['video', 'videoId', 'media', 'media_link', 'url', 'source', ...others]],
      ['video', 'ArrowDown', ['videoId', 'media', 'video', 'media_link', 'url', 'source', ...others]],
      ['videoId', 'ArrowUp', DEFAULTS.videoProperties],
      [last, 'ArrowDown', DEFAULTS.videoProperties],
    ])('%s with Alt and %s', (name, key, expected) => {
      expect(press(name, { key, altKey: true }), 'the key is left to the app').toBe(false);
      expect(inForce()).toEqual(expected);
      expect(shown()).toEqual(expected);
    });

    it('stays without Alt, and at any other key', () => {
      expect(press('video', { key: 'ArrowUp' })).toBe(true);
      expect(press('video', { key: 'PageUp', altKey: true })).toBe(true);
      expect(inForce()).toEqual(DEFAULTS.videoProperties);
    });
  });

  describe('asks for a property to add', () => {
    beforeEach(() => {
      list().addItem?.action(document.body);
    });

    it.each([
      ['clip', 'clip'],
      ['  media link ', 'media link'],
      ['URL', 'URL'],
    ])('and has %j as %j at its end', async (text, name) => {
      await submit(fieldOfModal(), text);
      expect(inForce()).toEqual([...DEFAULTS.videoProperties, name]);
      expect(shown()).toEqual(inForce());
      expect(modals.closed).toBe(1);
    });

    it.each(['', '   ', 'url', ' videoId', 'x'.repeat(101)])(
      'but refuses %j, says so and stays open',
      async (text) => {
        await submit(fieldOfModal(), text);
        expect(inForce()).toEqual(DEFAULTS.videoProperties);
        expect(modals.closed).toBe(0);
        expect(document.body.textContent).toContain('Enter the name of a property that is not in the list.');
      },
    );

    it('and does not take the Enter that ends the composing of a word', async () => {
      await submit(fieldOfModal(), 'clip', { isComposing: true });
      expect(inForce()).toEqual(DEFAULTS.videoProperties);
    });
  });
});
