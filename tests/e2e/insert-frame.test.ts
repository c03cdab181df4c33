// Inserting an image of the video: the saved file, the text in the note, and the reasons why it may not be possible.
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../driver/driver.ts';
import { serveFilm } from '../support/film-elsewhere.ts';
import { anchor, chipsIn, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const talk = 'https://media.example/talk.webm';

const head = (video: string): string => `---\nvideo: "${video}"\n---\n\n`;

/** Opens a note in Live Preview with the caret at its end, and its video at 0:42. */
async function watch(video: string, text = '', options: StartOptions = {}): Promise<void> {
  const note = `${head(video)}${anchor('00:00:42')}\n\n${text}`;
  const usual = { served: true, attachmentFolder: './frames' };
  await app.driver.start({ notes: { 'Notes/note.md': note }, ...usual, ...options });
  await app.driver.openNote('Notes/note.md', { mode: 'live' });
  await app.page.keyboard.press('ControlOrMeta+End');
  await chipsIn(app.page).first().click();
  const picture = panesIn(app.page).locator('video');
  await expect.poll(() => picture.evaluate((el: HTMLVideoElement) => el.currentTime)).toBeGreaterThan(42);
  await app.driver.runCommand('playhead:play-or-pause');
  await expect.poll(() => picture.evaluate((el: HTMLVideoElement) => el.paused && !el.seeking)).toBe(true);
  // A slow machine may pause it later.
  await picture.evaluate((el: HTMLVideoElement) => (el.currentTime = 42.5));
  await expect
    .poll(() => picture.evaluate((el: HTMLVideoElement) => el.currentTime === 42.5 && !el.seeking))
    .toBe(true);
  await expect.poll(() => panesIn(app.page).locator('.playhead-time').innerText()).toMatch(/^0:42/);
}

const text = (): Promise<string> =>
  app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue() ?? '');

/** The image files of the vault. */
const pictures = (): Promise<string[]> =>
  app.page.evaluate(() =>
    window.app.vault
      .getFiles()
      .filter(({ extension }) => extension === 'png' || extension === 'jpg')
      .map(({ path }) => path),
  );

/** The size of a saved image, and the number of its colours. */
const look = (path: string): Promise<{ size: string; colours: number }> =>
  app.page.evaluate(async (path) => {
    const { vault } = window.app;
    const file = vault.getFileByPath(path);
    if (file === null) throw new Error(`There is no ${path}`);
    const picture = await createImageBitmap(new Blob([await vault.readBinary(file)]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, picture.width, picture.height).data.buffer;
    return {
      size: `${picture.width}×${picture.height}`,
      colours: new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size,
    };
  }, path);

describe('Insert frame', () => {
  it.each(['same-origin', 'with-cors', 'without-cors'] as const)(
    'takes the picture of a vault’s file that the app serves %s, and keeps nothing of the file',
    async (vaultMedia) => {
      app.allow(/CORS policy|ERR_FAILED/);
      await watch('[[time-code.webm]]', '', { vaultMedia });
      await app.page.evaluate(() => {
        const kept = new Set<string>();
        Object.assign(window, { kept });
        const create = URL.createObjectURL.bind(URL);
        const revoke = URL.revokeObjectURL.bind(URL);
        URL.createObjectURL = (what) => {
          const url = create(what);
          // The app shows the image by an object URL of its own.
          if (what instanceof Blob && what.size > 500_000) kept.add(url);
          return url;
        };
        URL.revokeObjectURL = (url) => {
          kept.delete(url);
          revoke(url);
        };
      });
      await app.driver.runCommand('playhead:insert-frame');
      await expect.poll(pictures).toEqual(['Notes/frames/time-code 00-00-42.png']);
      const { size, colours } = await look('Notes/frames/time-code 00-00-42.png');
      expect(size).toBe('640×360');
      expect(colours).toBeGreaterThan(20);
      expect(await app.page.evaluate(() => [...(window as unknown as { kept: Set<string> }).kept])).toEqual(
        [],
      );
    },
  );

  it('says so where the app does not let the pictures of a file be taken that is too large to be read', async () => {
    app.allow(/CORS policy|ERR_FAILED|could not insert a frame/);
    await watch('[[time-code.webm]]', '', { vaultMedia: 'without-cors' });
    const before = await text();
    await app.page.evaluate(() => {
      const film = window.app.vault.getFileByPath('media/time-code.webm');
      if (film !== null) film.stat.size = 1_000_000_001;
    });
    await app.driver.runCommand('playhead:insert-frame');
    await expect
      .poll(() => app.driver.notices())
      .toEqual(['Could not insert a frame. This file is too large to capture frames from it.']);
    expect(await text()).toBe(before);
  });

  it('saves the picture where the app keeps attachments, and writes it with its moment in one step', async () => {
    app.allow(/CORS policy|ERR_FAILED/);
    await watch('[[time-code.webm]]', 'Look: ');
    const before = await text();
    await app.driver.runCommand('playhead:insert-frame');
    const name = 'time-code 00-00-42.png';
    await expect.poll(text).toBe(`${before}![[${name}]] ${anchor('00:00:42')} `);
    expect(await pictures()).toEqual([`Notes/frames/${name}`]);
    const { size, colours } = await look(`Notes/frames/${name}`);
    expect(size).toBe('640×360');
    expect(colours).toBeGreaterThan(20);
    await app.page.keyboard.type('!');
    expect(await text()).toBe(`${before}![[${name}]] ${anchor('00:00:42')}!`);
    await app.page.keyboard.press('ControlOrMeta+z');
    await app.page.keyboard.press('ControlOrMeta+z');
    expect(await text()).toBe(before);

    await panesIn(app.page).getByRole('button', { name: 'More controls' }).click();
    await app.page.getByRole('menuitem', { name: 'Insert frame' }).click();
    await expect.poll(text).toContain('![[time-code 00-00-42 1.png]]');
  });

  it('goes into the cell of a table that is edited', async () => {
    app.allow(/CORS policy|ERR_FAILED/);
    await watch('[[time-code.webm]]', '| a | b |\n| --- | --- |\n| one | two |\n');
    await app.page.locator('.cm-content td', { hasText: 'one' }).click();
    await app.page.keyboard.press('End');
    await app.driver.runCommand('playhead:insert-frame');
    await expect.poll(text).toContain(`| one ![[time-code 00-00-42.png]] ${anchor('00:00:42')} | two |`);
  });

  it('is refused for a video on YouTube, with the reason', async () => {
    app.youtube.set('frameVideo1', { length: 900 });
    await app.driver.start({ notes: { 'note.md': noteAbout('frameVideo1', '00:00:42') } });
    await app.driver.openNote('note.md', { mode: 'live' });
    await chipsIn(app.page).first().click();
    await expect.poll(() => app.youtube.player(app.page, 'frameVideo1').state()).toBe(1);
    const before = await text();
    await app.driver.runCommand('playhead:insert-frame');
    await expect.poll(() => app.driver.notices()).toEqual(['YouTube does not allow capturing frames.']);
    expect(await text()).toBe(before);
  });

  it.each([
    ['does not let its pictures be taken: it says so, and writes nothing', 'https://elsewhere.example'],
    ['lets them be taken', '*'],
  ])('of an address whose server %s', async (_, origin) => {
    app.allow(/CORS|could not insert a frame|ERR_FAILED/);
    await serveFilm(app.context, talk, origin);
    await watch(talk);
    const before = await text();
    await app.driver.runCommand('playhead:insert-frame');
    if (origin !== '*') {
      await expect
        .poll(() => app.driver.notices())
        .toEqual(['Could not insert a frame. The server does not allow capturing frames of this video.']);
      expect(await text()).toBe(before);
      expect(await pictures()).toEqual([]);
    } else {
      await expect.poll(pictures).toEqual(['Notes/frames/talk 00-00-42.png']);
      expect((await look('Notes/frames/talk 00-00-42.png')).colours).toBeGreaterThan(20);
    }
  });
});
