// The checks of a note and of the vault, and the commands that open them.
import type { Plugin } from 'obsidian';
import { commandsOf, type CommandEntry } from '../app/commands';
import type { Services } from '../app/services';
import type { Previews } from '../preview/hover-preview';
import { CheckChoices } from './check-choices';
import { checkNote } from './check-note-modal';
import { CheckVaultModal } from './check-vault-modal';
import { words } from '../texts/texts';

export interface CheckCommandContext extends Services {
  readonly previews: Previews;
  readonly choices: CheckChoices;
}

export const CHECK_COMMANDS: readonly CommandEntry<CheckCommandContext>[] = [
  {
    id: 'check-note',
    name: words.check.checkNoteCommand,
    isThere: ({ recentNote }) => recentNote() !== undefined,
    run: (context) => {
      const path = context.recentNote();
      if (path !== undefined) checkNote(context.app, path, context);
    },
  },
  {
    id: 'check-vault',
    name: words.check.checkVaultTitle,
    run: (context) => context.opened.openModal(new CheckVaultModal(context.app, context)),
  },
];

export function registerCheck(plugin: Plugin, services: Services, previews: Previews): void {
  const context = { ...services, previews, choices: new CheckChoices() };
  for (const command of commandsOf(CHECK_COMMANDS, () => context)) plugin.addCommand(command);
}
