// All commands of the plugin.
import type { Command } from 'obsidian';
import { captionsCommands, type CaptionsCommandOptions } from '../pane/captions-commands';
import { commands, type CommandOptions } from '../pane/commands';
import { convertCommands, type ConvertCommandOptions } from '../writing/convert-commands';
import { editCommands, type EditCommandOptions } from '../writing/edit-commands';
import { frameCommands, type FrameCommandOptions } from '../writing/frame';
import { insertCommands, type InsertCommandOptions } from '../writing/insert';
import { quoteCommands, type QuoteCommandOptions } from '../writing/quote';
import { linkCommands, type LinkCommandOptions } from '../pane/link-commands';
import { repairCommands, type RepairCommandOptions } from '../check/repair-commands';

export type AllCommandOptions = CaptionsCommandOptions &
  CommandOptions &
  ConvertCommandOptions &
  EditCommandOptions &
  FrameCommandOptions &
  InsertCommandOptions &
  LinkCommandOptions &
  QuoteCommandOptions &
  RepairCommandOptions;

export function allCommands(options: AllCommandOptions): readonly Command[] {
  return [
    ...commands(options),
    ...insertCommands(options),
    ...editCommands(options),
    ...convertCommands(options),
    ...captionsCommands(options),
    ...frameCommands(options),
    ...quoteCommands(options),
    ...linkCommands(options),
    ...repairCommands(options),
  ].map((command) => guarded(command, options.attempt));
}

/** What a command throws becomes a sentence for the user. It still runs at once. */
function guarded(command: Command, attempt: AllCommandOptions['attempt']): Command {
  const { name, callback } = command;
  if (callback === undefined) return command;
  return {
    ...command,
    callback: () => {
      attempt(`${name.charAt(0).toLowerCase()}${name.slice(1)}`, () => Promise.resolve(callback()));
    },
  };
}
