// All commands together: none takes the place of another, and what one throws is said.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allCommands, type AllCommandOptions } from '../../src/composition/all-commands';
import { Playback } from '../../src/playback/playback';
import { FakeNotes } from '../support/fake-notes';
import { FakeNoteTexts } from '../support/fake-note-texts';
import { FakePanes } from '../support/fake-panes';

const attempt = vi.fn<AllCommandOptions['attempt']>();

function table(changes: Partial<AllCommandOptions> = {}) {
  const nothing = (): undefined => undefined;
  return allCommands({
    playback: new Playback(new FakePanes(), () => 'split'),
    notes: new FakeNotes(),
    texts: new FakeNoteTexts(),
    writingPlace: nothing,
    recentNote: nothing,
    checkNote: nothing,
    checkVault: nothing,
    offerVideo: nothing,
    askForVideo: nothing,
    pause: nothing,
    attempt,
    ...changes,
  } as unknown as AllCommandOptions);
}

beforeEach(() => {
  attempt.mockReset();
});

describe('all commands', () => {
  it('have ids and names of their own', () => {
    const commands = table();
    for (const key of ['id', 'name'] as const) {
      const values = commands.map((command) => command[key]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('have no hotkeys, and names in sentence case without the plugin’s', () => {
    for (const { name, hotkeys } of table()) {
      expect(hotkeys).toBeUndefined();
      expect(name).toMatch(/^[A-Z][^A-Z]*(?:YouTube)?[^A-Z]*$/);
      expect(name).not.toMatch(/^Playhead/);
    }
  });

  it('say what they could not do, when one throws', async () => {
    const commands = table({
      checkVault: () => {
        throw new Error('No room.');
      },
    });
    commands.find(({ id }) => id === 'check-vault')?.callback?.();
    const [doing, task] = attempt.mock.calls[0] ?? [];
    expect(doing).toBe('check timestamps in the vault');
    await expect(Promise.resolve().then(() => task?.())).rejects.toThrow('No room.');
  });
});
