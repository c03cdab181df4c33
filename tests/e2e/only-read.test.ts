// Notes that are only opened, read and played do not change, and are not written.
import { expect, it } from 'vitest';
import { chipsIn, noteAbout, noteIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'dQw4w9WgXcQ';
const notes = {
  'One.md': noteAbout(id, '00:00:10', '00:00:11', '00:00:12'),
  'Two.md': `${noteAbout(id, '00:00:20')}\nAnother line.\n`,
  'Three.md': '# No video\n\nSome words [0:30].\n',
};
const paths = Object.keys(notes);

/** From now on, the paths of all notes that are written. */
const recordWrites = (): Promise<void> =>
  app.page.evaluate(() => {
    const { app: host, written } = window as unknown as {
      app: { vault: { on: (name: string, react: (file: { path: string }) => void) => void } };
      written?: string[];
    };
    Object.assign(window, { written: written ?? [] });
    host.vault.on('modify', ({ path }) => {
      (window as unknown as { written: string[] }).written.push(path);
    });
  });

const written = (): Promise<readonly string[]> =>
  app.page.evaluate(() => (window as unknown as { written: string[] }).written);

/** The app takes some frames to read a note; meanwhile its view has the note's name, but not its text. */
const readSlowly = (): Promise<void> =>
  app.page.evaluate(() => {
    const { vault } = window.app;
    const read = vault.read.bind(vault);
    vault.read = async (file) => {
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return read(file);
    };
  });

async function expectUnchanged(): Promise<void> {
  for (const path of paths)
    expect(await app.driver.readFile(path), path).toBe(notes[path as keyof typeof notes]);
  expect(await written()).toEqual([]);
}

it.each(['reading', 'live', 'source'] as const)(
  'while the user goes from note to note in one tab in %s view, and plays what is there',
  async (mode) => {
    await app.driver.start({ notes });
    await recordWrites();
    await readSlowly();
    await app.driver.openNote('One.md', { mode });
    const chips = chipsIn(noteIn(app.page, 'One.md'));
    if (mode !== 'source') await chips.first().click();
    for (const path of [...paths, 'Two.md', 'One.md', ...paths]) {
      // As by a click in the list of files: in the same tab and view.
      await app.page.evaluate(async (path) => {
        const file = window.app.vault.getFileByPath(path);
        if (file !== null) await window.app.workspace.getLeaf(false).openFile(file);
      }, path);
      await expect.poll(() => noteIn(app.page, path).innerText()).toMatch(/\w/);
      await expectUnchanged();
    }
  },
);
