// The command palette and the quick switcher.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import type { TFile } from '../files';
import { Keymap } from './keymap';
import { FuzzySuggestModal } from './suggest-modal';

export class CommandPalette extends FuzzySuggestModal<Obsidian.Command> {
  // Read before the palette takes the focus: editor commands look at where the focus was.
  readonly #available: Obsidian.Command[];

  constructor(app: App) {
    super(app);
    this.#available = app.commands.listCommands();
    this.setPlaceholder('Select a command…');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): Obsidian.Command[] {
    return this.#available;
  }

  getItemText(command: Obsidian.Command): string {
    return command.name;
  }

  override renderSuggestion(match: Obsidian.FuzzyMatch<Obsidian.Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    super.renderSuggestion(match, el.createDiv('suggestion-content').createDiv('suggestion-title'));
    const aux = el.createDiv('suggestion-aux');
    for (const hotkey of this.app.commands.hotkeysOf(match.item.id)) {
      aux.createEl('kbd', { cls: 'suggestion-hotkey', text: textOf(hotkey) });
    }
  }

  onChooseItem(command: Obsidian.Command): void {
    this.app.commands.executeCommand(command);
  }
}

function textOf({ modifiers, key }: Obsidian.Hotkey): string {
  const names = modifiers.map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier));
  return [...names, key.length === 1 ? key.toUpperCase() : key].join(' ');
}

export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Find a note…');
  }

  getItems(): TFile[] {
    const recent = this.app.workspace.getLastOpenFiles();
    const rank = (file: TFile): number => {
      const index = recent.indexOf(file.path);
      return index < 0 ? recent.length : index;
    };
    return this.app.vault.getFiles().sort((a, b) => rank(a) - rank(b));
  }

  getItemText(file: TFile): string {
    return file.extension === 'md' ? file.path.slice(0, -'.md'.length) : file.path;
  }

  onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
    const leaf = this.app.workspace.getLeaf(Keymap.isModEvent(event));
    void leaf.openFile(file, { active: true });
  }
}
