// All commands of the plugin.
import type { Command } from 'obsidian';
import { commands, type CommandOptions } from './commands';
import { convertCommands, type ConvertCommandOptions } from './convert';
import { editCommands, type EditCommandOptions } from './edit';
import { insertCommands, type InsertCommandOptions } from './insert';
import { repairCommands, type RepairCommandOptions } from './repair';

export type AllCommandOptions = CommandOptions &
  ConvertCommandOptions &
  EditCommandOptions &
  InsertCommandOptions &
  RepairCommandOptions;

export function allCommands(options: AllCommandOptions): readonly Command[] {
  return [
    ...commands(options),
    ...insertCommands(options),
    ...editCommands(options),
    ...convertCommands(options),
    ...repairCommands(options),
  ];
}
