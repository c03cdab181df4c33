// Commands that look for what is written wrongly, and put it right.
import type { Command } from 'obsidian';

export interface RepairCommandOptions {
  /** The path of the note that the user was in last. */
  readonly recentNote: () => string | undefined;
  /** Lists what may be wrong in the note at `path`. */
  readonly checkNote: (path: string) => void;
  readonly checkVault: () => void;
}

export function repairCommands({
  recentNote,
  checkNote,
  checkVault,
}: RepairCommandOptions): readonly Command[] {
  return [
    {
      id: 'check-note',
      name: 'Check timestamps in this note',
      checkCallback: (checking) => {
        const path = recentNote();
        if (path !== undefined && !checking) checkNote(path);
        return path !== undefined;
      },
    },
    { id: 'check-vault', name: 'Check timestamps in the vault', callback: checkVault },
  ];
}
