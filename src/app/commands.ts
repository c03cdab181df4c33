// A table of commands: each entry says when the command is available, and what it does.
import type { Command } from 'obsidian';
import { attempt } from './report';

export interface CommandEntry<Context> {
  readonly id: string;
  readonly name: string;
  readonly icon?: string;
  readonly repeatable?: boolean;
  /** Completes "Could not …"; without it, the command's name does. */
  readonly doing?: string;
  /**
   * Whether the command is available now; without this function it always is. The app's mobile toolbar drops commands that are not.
   */
  readonly isThere?: (context: Context) => boolean;
  readonly run: (context: Context) => unknown;
}

/**
 * Makes the commands of a table. None is an editor command: the app hides those while a player has the focus. A command asks for
 * its context when it runs; if it throws or rejects, the user is told.
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
