// Everything that the plugin opens over the app closes with the plugin, and writes nothing afterwards.
import { expect, it } from 'vitest';
import { anchor, chipsIn, noteAbout, noteIn, panesIn, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'openingsVid';
const notes = {
  'note.md': noteAbout(id, '00:00:10', '03:01:00'),
  'other.md': noteAbout(id, '03:01:00'),
  'bare.md': `Nothing is set here ${anchor('00:00:10')}.\n`,
};
const start = {
  notes,
  localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
};

const run = (command: string) => () => app.driver.runCommand(`playhead:${command}`);
const dialogs = () => app.page.locator('.modal:not(.mod-settings), .menu, .popover, .prompt');

async function openBare(): Promise<void> {
  await app.driver.openNote('bare.md');
  await chipsIn(noteIn(app.page, 'bare.md')).first().click();
  await app.page.locator('.notice button').waitFor();
}

async function openPane(): Promise<void> {
  await chipsIn(app.page).first().click();
  await panesIn(app.page).locator('.playhead-controls').waitFor();
}

/** Everything that can be opened: its name, the action that opens it, and its element. */
const OPENINGS: readonly (readonly [name: string, open: () => Promise<unknown>, selector: string])[] = [
  ['the check of a note', run('check-note'), '.modal.playhead-check .playhead-finding'],
  ['the check of the vault', run('check-vault'), '.modal.playhead-check .playhead-finding'],
  [
    'the check of a note over that of the vault',
    async () => {
      await run('check-vault')();
      await app.page.getByRole('button', { name: 'Review note' }).click();
    },
    '.modal:nth-of-type(2), .modal-container + .modal-container .playhead-finding',
  ],
  ['the menu of a chip', () => chipsIn(app.page).first().click({ button: 'right' }), '.menu'],
  ['the offer to set a video', openBare, '.notice button'],
  [
    'the question for a video',
    async () => {
      await openBare();
      await app.page.locator('.notice button').click();
    },
    '.modal input',
  ],
  [
    'the menu of speeds',
    async () => {
      await openPane();
      await panesIn(app.page).locator('[aria-label^="Speed"]').first().click();
    },
    '.menu',
  ],
  [
    'the question for a property',
    async () => {
      await app.driver.openSettings(PLUGIN);
      await app.page.getByLabel('Add property').first().click();
    },
    '.modal:not(.mod-settings) input[type=text]',
  ],
];

it.each(OPENINGS)(
  '%s is gone when the plugin is disabled, and nothing was written',
  async (_, open, selector) => {
    await app.driver.start(start);
    await app.driver.openNote('note.md');
    await open();
    await app.page.locator(selector).first().waitFor();
    expect(await app.driver.disable(PLUGIN)).toEqual([]);
    await expect.poll(() => app.page.locator('.notice button').count()).toBe(0);
    const left = await dialogs().count();
    expect(left).toBe(0);
    for (const [path, text] of Object.entries(notes)) expect(await app.driver.readFile(path)).toBe(text);
  },
);
