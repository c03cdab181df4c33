// Commands: what there is, whether it can run now, and the keys that run it.
import type * as Obsidian from 'obsidian';
import type { App } from './app';
import { MarkdownView } from './views/markdown-view';

export class Commands {
  readonly commands: Record<string, Obsidian.Command> = {};

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

  /** The commands that could run now, as the palette and a phone's toolbar offer them. */
  listCommands(): Obsidian.Command[] {
    return Object.values(this.commands).filter((command) => this.canRun(command));
  }

  /** A check that throws is reported, and its command is not offered. */
  canRun(command: Obsidian.Command): boolean {
    try {
      return this.#run(command, true);
    } catch (error) {
      console.error(`Command failed to check: ${command.id}`, error);
      return false;
    }
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

  /** The four kinds of callback, editor commands first as in the app; false when the command cannot run now. */
  #run(command: Obsidian.Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !this.app.platform.isMobile) return false;
    const { editorCheckCallback, editorCallback, checkCallback, callback } = command;
    if (editorCheckCallback !== undefined || editorCallback !== undefined) {
      const info = this.#editing();
      if (info?.editor === undefined) return false;
      if (editorCheckCallback !== undefined)
        return answers(editorCheckCallback(checking, info.editor, info), checking);
      if (!checking) void editorCallback?.(info.editor, info);
      return true;
    }
    if (checkCallback !== undefined) return answers(checkCallback(checking), checking);
    if (!checking) void callback?.();
    return callback !== undefined;
  }

  /** The editor that the user is in: that of the active view, unless the view shows its note for reading. */
  #editing(): Obsidian.MarkdownFileInfo | undefined {
    const { activeEditor } = this.app.workspace;
    if (activeEditor instanceof MarkdownView && activeEditor.getMode() === 'preview') return undefined;
    return activeEditor ?? undefined;
  }

  #onKey(event: KeyboardEvent): false | undefined {
    for (const id of this.app.hotkeyManager.commandsFor(event)) {
      // A key that is held is the command's all the same: the page must not get it instead.
      if (event.repeat && this.commands[id]?.repeatable !== true) return false;
      if (this.executeCommandById(id)) return false;
    }
    return undefined;
  }
}

/** A check must say yes; an action runs unless it says no. */
function answers(answer: unknown, checking: boolean): boolean {
  return checking ? answer === true : answer !== false;
}
