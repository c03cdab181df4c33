// Commands: what there is, whether it can run now, its hotkeys.
import type * as Obsidian from 'obsidian';
import type { App } from './app';
import { MarkdownView } from './views/markdown-view';

export class Commands {
  readonly commands: Record<string, Obsidian.Command> = {};
  readonly #hotkeys = new Map<string, readonly Obsidian.Hotkey[]>();

  constructor(private readonly app: App) {
    app.scope.register(null, null, (event) => this.#onKey(event));
  }

  addCommand(command: Obsidian.Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    Reflect.deleteProperty(this.commands, id);
  }

  findCommand(id: string): Obsidian.Command | undefined {
    return this.commands[id];
  }

  /** The commands that could run now, as the palette offers them. */
  listCommands(): Obsidian.Command[] {
    return Object.values(this.commands).filter((command) => this.#run(command, true));
  }

  /** False when there is no such command, or it cannot run now. */
  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command !== undefined && this.executeCommand(command);
  }

  executeCommand(command: Obsidian.Command): boolean {
    try {
      return this.#run(command, true) && this.#run(command, false);
    } catch (error) {
      console.error(`Command failed to execute: ${command.id}`, error);
      return true;
    }
  }

  /** The user's own hotkeys for a command, in place of its defaults. */
  setHotkeys(id: string, hotkeys: readonly Obsidian.Hotkey[]): void {
    this.#hotkeys.set(id, hotkeys);
  }

  hotkeysOf(id: string): readonly Obsidian.Hotkey[] {
    return this.#hotkeys.get(id) ?? this.commands[id]?.hotkeys ?? [];
  }

  /** The four kinds of callback, editor commands first as in the app; false when the command cannot run now. */
  #run(command: Obsidian.Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !this.app.platform.isMobile) return false;
    const { editorCheckCallback, editorCallback, checkCallback, callback } = command;
    if (editorCheckCallback !== undefined || editorCallback !== undefined) {
      const view = this.#editingView();
      if (view === undefined) return false;
      const editor = view.editor.asApi;
      if (editorCheckCallback !== undefined) return editorCheckCallback(checking, editor, view) !== false;
      if (!checking) void editorCallback?.(editor, view);
      return true;
    }
    if (checkCallback !== undefined)
      return checking ? checkCallback(true) === true : checkCallback(false) !== false;
    if (!checking) void callback?.();
    return callback !== undefined;
  }

  #editingView(): MarkdownView | undefined {
    const view = this.app.workspace.currentLeaf?.view;
    return view instanceof MarkdownView && view.getMode() === 'source' ? view : undefined;
  }

  #onKey(event: KeyboardEvent): false | undefined {
    const meant = Object.keys(this.commands).filter((id) =>
      this.hotkeysOf(id).some((key) => matches(key, event)),
    );
    for (const id of meant) if (this.executeCommandById(id)) return false;
    return undefined;
  }
}

function matches({ modifiers, key }: Obsidian.Hotkey, event: KeyboardEvent): boolean {
  const wants = (modifier: Obsidian.Modifier): boolean => modifiers.includes(modifier);
  return (
    key.toLowerCase() === event.key.toLowerCase() &&
    (wants('Mod') || wants('Ctrl')) === event.ctrlKey &&
    wants('Meta') === event.metaKey &&
    wants('Alt') === event.altKey &&
    wants('Shift') === event.shiftKey
  );
}
