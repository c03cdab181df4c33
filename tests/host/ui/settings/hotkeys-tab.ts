// The app's tab of hotkeys: every command with its keys, to be taken away, or given by pressing them.
import type * as Obsidian from 'obsidian';
import { textOf } from '../../hotkeys';
import { setIcon } from '../icons';
import { modifiersOf, Scope } from '../keymap';
import { pressable } from '../pressable';
import { setTooltip } from '../tooltip';
import type { Item } from './definitions';
import { SettingTab } from './setting-tab';

const MODIFIER_KEYS = ['Alt', 'Control', 'Meta', 'Shift'];

export class HotkeysTab extends SettingTab {
  readonly id = 'hotkeys';
  readonly name = 'Hotkeys';
  override icon = 'keyboard';
  #endRecording: (() => void) | undefined;

  override getSettingDefinitions(): Item[] {
    const commands = Object.values(this.app.commands.commands);
    return [
      {
        type: 'list',
        heading: 'Commands',
        search: {
          placeholder: 'Search hotkeys…',
          match: ({ name }, query) => name.toLowerCase().includes(query.toLowerCase()),
        },
        items: commands
          .sort((a, b) => a.name.localeCompare(b.name))
          .map((command) => ({
            name: command.name,
            render: (setting) => this.#fill(setting, command.id),
          })),
      },
    ];
  }

  override hide(): void {
    this.#endRecording?.();
  }

  #fill(setting: Obsidian.Setting, id: string): void {
    const { hotkeyManager } = this.app;
    const keysEl = setting.controlEl.createDiv('setting-command-hotkeys');
    const hotkeys = hotkeyManager.hotkeysOf(id);
    if (hotkeys.length === 0) keysEl.createSpan({ cls: 'setting-hotkey mod-empty', text: 'Blank' });
    for (const hotkey of hotkeys) {
      const keyEl = keysEl.createSpan({ cls: 'setting-hotkey', text: `${textOf(hotkey).join(' + ')} ` });
      const deleteEl = keyEl.createSpan('setting-hotkey-icon setting-delete-hotkey');
      setIcon(deleteEl, 'x');
      setTooltip(deleteEl, 'Delete hotkey');
      pressable(deleteEl, () => {
        this.#change(
          id,
          hotkeys.filter((one) => one !== hotkey),
        );
      });
    }
    if (hotkeyManager.getHotkeys(id) !== undefined) {
      setting.addExtraButton((button) =>
        button
          .setIcon('rotate-ccw')
          .setTooltip('Restore default')
          .onClick(() => this.#change(id, undefined)),
      );
    }
    setting.addExtraButton((button) =>
      button
        .setIcon('circle-plus')
        .setTooltip('Customize this command')
        .onClick(() => this.#record(keysEl, (hotkey) => this.#change(id, [...hotkeys, hotkey]))),
    );
  }

  /** The next key that is pressed is the hotkey; Escape, or the next click, leaves it at that. */
  #record(keysEl: HTMLElement, done: (hotkey: Obsidian.Hotkey) => void): void {
    this.#endRecording?.();
    const { win } = keysEl;
    const promptEl = keysEl.createSpan({ cls: 'setting-hotkey mod-active', text: 'Press hotkey…' });
    const scope = new Scope();
    const end = (): void => {
      this.app.keymap.popScope(scope);
      win.removeEventListener('pointerdown', end, true);
      promptEl.detach();
      this.#endRecording = undefined;
    };
    this.#endRecording = end;
    scope.register(null, null, (event) => {
      if (MODIFIER_KEYS.includes(event.key)) return false;
      end();
      if (event.key !== 'Escape') done(hotkeyOf(event));
      return false;
    });
    this.app.keymap.pushScope(scope);
    win.addEventListener('pointerdown', end, true);
  }

  #change(id: string, hotkeys: Obsidian.Hotkey[] | undefined): void {
    const { hotkeyManager } = this.app;
    if (hotkeys === undefined) hotkeyManager.removeHotkeys(id);
    else hotkeyManager.setHotkeys(id, hotkeys);
    void hotkeyManager.save();
    this.update();
  }
}

function hotkeyOf(event: KeyboardEvent): Obsidian.Hotkey {
  const modifiers = modifiersOf(event).map((modifier) => (modifier === 'Ctrl' ? 'Mod' : modifier));
  return { modifiers, key: event.key.length === 1 ? event.key.toUpperCase() : event.key };
}
