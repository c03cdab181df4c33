// The command palette and the quick switcher.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import type { TFile } from '../files';
import { textOf } from '../hotkeys';
import { Keymap } from './keymap';
import { FuzzySuggestModal } from './suggest-modal';

export class CommandPalette extends FuzzySuggestModal<Obsidian.Command> {
  // Read before the palette takes the focus: editor commands look at where the focus was.
  readonly #available: Obsidian.Command[];

  constructor(
    app: App,
    /** The ids of the commands that were chosen here, the latest first. */
    private readonly recent: string[],
  ) {
    super(app);
    this.#available = inOrder(app.commands.listCommands(), recent);
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
    for (const hotkey of this.app.hotkeyManager.hotkeysOf(match.item.id)) {
      aux.createEl('kbd', { cls: 'suggestion-hotkey', text: textOf(hotkey).join(' ') });
    }
  }

  onChooseItem(command: Obsidian.Command): void {
    this.recent.remove(command.id);
    this.recent.unshift(command.id);
    this.app.commands.executeCommand(command);
  }
}

/** Those that were chosen lately, then the others by name. */
function inOrder(commands: readonly Obsidian.Command[], recent: readonly string[]): Obsidian.Command[] {
  const chosen = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  const others = commands.filter(({ id }) => !recent.includes(id));
  return [...chosen, ...others.sort((a, b) => a.name.localeCompare(b.name))];
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
