// The command that converts timestamps to one form.
import type { CommandEntry } from '../app/commands';
import type { Services } from '../app/services';
import { ConvertModal, type ConvertSources } from './convert-modal';
import { words } from '../texts/texts';

export type ConvertContext = ConvertSources & Pick<Services, 'app' | 'opened' | 'recentNote'>;

export const CONVERT_COMMANDS: readonly CommandEntry<ConvertContext>[] = [
  {
    id: 'convert',
    name: words.writing.convertCommand,
    doing: words.actions.convertTimestamps,
    run: (context) => context.opened.openModal(new ConvertModal(context.app, context.recentNote(), context)),
  },
];
