// Commands as entries of a table: each says when it is there, and what it does.
import type { Command } from 'obsidian';
import { attempt } from './report';

export interface CommandEntry<Context> {
  readonly id: string;
  readonly name: string;
  readonly icon?: string;
  readonly repeatable?: boolean;
  /** Completes "Could not …"; the name does, if this says nothing else. */
  readonly doing?: string;
  /** Whether it is there now. Without it the command always is: an app's toolbar drops what says that it cannot run now. */
  readonly isThere?: (context: Context) => boolean;
  readonly run: (context: Context) => unknown;
}

/**
 * The commands of a table, in callbacks of every kind but the editor's: those vanish while a player has the focus. A command still
 * runs at once, and asks for its context as it does; if it throws or rejects, the user is told.
 */
export function commandsOf<Context>(
  table: readonly CommandEntry<Context>[],
  context: () => Context,
): readonly Command[] {
  return table.map(({ isThere, run, doing, ...command }) => {
    const { name } = command;
    const start = (): void => {
      attempt(doing ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`, () =>
        Promise.resolve(run(context())),
      );
    };
    if (isThere === undefined) return { ...command, callback: start };
    return {
      ...command,
      checkCallback: (checking) => {
        const isNow = isThere(context());
        if (isNow && !checking) start();
        return isNow;
      },
    };
  });
}
