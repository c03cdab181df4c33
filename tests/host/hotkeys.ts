// Hotkeys of commands: the defaults that come with a command, and the user's own in their place, kept in the vault.
import type * as Obsidian from 'obsidian';
import type { App } from './app';
import { keyOfCode, sameModifiers } from './ui/keymap';

/** Where the app keeps the user's hotkeys. */
export const HOTKEYS_FILE = '.obsidian/hotkeys.json';

export class HotkeyManager {
  readonly customKeys: Record<string, Obsidian.Hotkey[]> = {};

  constructor(private readonly app: App) {}

  /** The user's own for a command, none being a list without entries; undefined where the defaults hold. */
  getHotkeys(id: string): Obsidian.Hotkey[] | undefined {
    return this.customKeys[id];
  }

  getDefaultHotkeys(id: string): Obsidian.Hotkey[] | undefined {
    return this.app.commands.findCommand(id)?.hotkeys;
  }

  setHotkeys(id: string, hotkeys: readonly Obsidian.Hotkey[]): void {
    this.customKeys[id] = [...hotkeys];
  }

  /** Back to the command's defaults. */
  removeHotkeys(id: string): void {
    Reflect.deleteProperty(this.customKeys, id);
  }

  /** Those that work now. */
  hotkeysOf(id: string): readonly Obsidian.Hotkey[] {
    return this.getHotkeys(id) ?? this.getDefaultHotkeys(id) ?? [];
  }

  printHotkeyForCommand(id: string): string {
    const [first] = this.hotkeysOf(id);
    return first === undefined ? '' : textOf(first).join(' + ');
  }

  /** The commands that a key is for, the user's own choice before what came with a command. */
  commandsFor(event: KeyboardEvent): string[] {
    const ids = Object.keys(this.app.commands.commands).filter((id) =>
      this.hotkeysOf(id).some((hotkey) => matches(hotkey, event)),
    );
    const isOwn = (id: string): boolean => this.getHotkeys(id) !== undefined;
    return [...ids.filter(isOwn), ...ids.filter((id) => !isOwn(id))];
  }

  async load(): Promise<void> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(HOTKEYS_FILE))) return;
    Object.assign(this.customKeys, JSON.parse(await adapter.read(HOTKEYS_FILE)));
  }

  async save(): Promise<void> {
    await this.app.vault.adapter.write(HOTKEYS_FILE, JSON.stringify(this.customKeys, undefined, 2));
  }
}

/** A hotkey as it is written on keys. */
export function textOf({ modifiers, key }: Obsidian.Hotkey): string[] {
  const names = modifiers.map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier));
  return [...names, key.length === 1 ? key.toUpperCase() : key];
}

function matches({ modifiers, key }: Obsidian.Hotkey, event: KeyboardEvent): boolean {
  const wanted = key.toLowerCase();
  const isKey = wanted === event.key.toLowerCase() || wanted === keyOfCode(event.code).toLowerCase();
  return isKey && sameModifiers(modifiers, event);
}
