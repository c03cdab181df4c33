// All commands together: none takes the place of another, and the user is told what one could not do.
import { describe, expect, it, vi } from 'vitest';
import { commandsOf, type CommandEntry } from '../../src/app/commands';
import { attempt } from '../../src/app/report';
import { CHECK_COMMANDS } from '../../src/check/register';
import { PANE_COMMANDS } from '../../src/pane/commands';
import { CONVERT_COMMANDS } from '../../src/writing/convert-commands';
import { EDIT_COMMANDS } from '../../src/writing/edit-commands';
import { PASTE_COMMANDS } from '../../src/writing/paste';
import { INSERT_COMMANDS } from '../../src/writing/register';

vi.mock('../../src/app/report');

const all = [
  ...PANE_COMMANDS,
  ...CHECK_COMMANDS,
  ...INSERT_COMMANDS,
  ...EDIT_COMMANDS,
  ...CONVERT_COMMANDS,
  ...PASTE_COMMANDS,
] as readonly CommandEntry<never>[];

/** What the app is given of one entry. */
const commandOf = (entry: Partial<CommandEntry<number>>) =>
  commandsOf([{ id: 'count', name: 'Count sheep', run: () => undefined, ...entry }], () => 7)[0];

describe('all commands', () => {
  it('have ids and names of their own', () => {
    for (const key of ['id', 'name'] as const) {
      const values = all.map((command) => command[key]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('have no hotkeys, and names in sentence case without the plugin’s', () => {
    for (const command of all) {
      expect(command).not.toHaveProperty('hotkeys');
      expect(command.name).toMatch(/^[A-Z][^A-Z]*(?:YouTube)?[^A-Z]*$/);
      expect(command.name).not.toMatch(/^Playhead/);
    }
  });
});

describe('an entry of a table', () => {
  it('becomes a command that runs with the context, and says by its name what it could not do', async () => {
    const run = vi.fn<CommandEntry<number>['run']>(() => {
      throw new Error('No room.');
    });
    await commandOf({ run })?.callback?.();
    const [doing, task] = vi.mocked(attempt).mock.lastCall ?? [];
    expect(doing).toBe('count sheep');
    await expect(Promise.resolve().then(() => task?.())).rejects.toThrow('No room.');
    expect(run).toHaveBeenCalledWith(7);
  });

  it('is not there while it says so, and then does not run', () => {
    vi.mocked(attempt).mockClear();
    const command = commandOf({ isThere: (count) => count > 7 });
    expect([command?.callback, command?.checkCallback?.(true), command?.checkCallback?.(false)]).toEqual([
      undefined,
      false,
      false,
    ]);
    expect(attempt).not.toHaveBeenCalled();
  });

  it('runs when the command is executed, and not when the app only checks whether it is available', () => {
    vi.mocked(attempt).mockClear();
    const command = commandOf({ isThere: () => true, doing: 'count' });
    expect(command?.checkCallback?.(true)).toBe(true);
    expect(attempt).not.toHaveBeenCalled();
    expect(command?.checkCallback?.(false)).toBe(true);
    expect(vi.mocked(attempt).mock.lastCall?.[0]).toBe('count');
  });

  it('needs no editor: it is there while a player has the focus', () => {
    expect(commandOf({})).not.toHaveProperty('editorCallback');
    expect(commandOf({})).not.toHaveProperty('editorCheckCallback');
  });
});
