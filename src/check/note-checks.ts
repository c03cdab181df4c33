// What the commands that check timestamps open.
import type { App } from 'obsidian';
import { checkNote, type CheckSources } from './check-note-modal';
import { CheckVaultModal } from './check-vault-modal';

export interface NoteChecks {
  /** Lists what may be wrong in the note at `path`. */
  readonly checkNote: (path: string) => void;
  readonly checkVault: () => void;
}

export function noteChecks(app: App, sources: CheckSources): NoteChecks {
  return {
    checkNote: (path) => {
      checkNote(app, path, sources);
    },
    checkVault: () => {
      sources.opened.openModal(new CheckVaultModal(app, sources));
    },
  };
}
