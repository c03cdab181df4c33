// The plugin as others use it: its API, links to it, and the app's command line.
import { describe, expect, it } from 'vitest';
import type { PlayheadApi, Playing } from '../../src/outside/api.ts';
import { editedText } from '../support/editing.ts';
import { anchor, expectPlayhead, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'outsideNo01';
const path = 'note.md';
const note = `---\nvideoId: ${id}\n---\nAt ${anchor('00:01:06')} and ${anchor('03:01:00')}.\n`;

declare global {
  interface Window {
    told?: (Playing | undefined)[];
    playheadApi?: PlayheadApi;
    unsubscribe?: (() => void) | undefined;
  }
}

async function begin(): Promise<void> {
  app.youtube.set(id, { length: 600, title: 'A talk' });
  await app.driver.start({ notes: { [path]: note } });
  await app.driver.openNote(path, { mode: 'live' });
  await app.page.evaluate(() => {
    window.playheadApi = (window.app.plugins.plugins.playhead as { api: PlayheadApi }).api;
  });
}

describe('the API', () => {
  it('plays a video at a second, and says what plays', async () => {
    await begin();
    expect(await app.page.evaluate(() => window.playheadApi?.version)).toBe(1);
    expect(await app.page.evaluate(() => window.playheadApi?.current())).toBeUndefined();
    await expectPlayhead(app, id, 62, () =>
      app.page.evaluate((video) => window.playheadApi?.play(`https://youtu.be/${video}`, 62), id),
    );
    await expect
      .poll(() => app.page.evaluate(() => window.playheadApi?.current()))
      .toMatchObject({ video: id, title: 'A talk', length: 600, isPlaying: true });
  });

  it('refuses what is no video and no second', async () => {
    await begin();
    const refusal = (video: string, seconds: number): Promise<string> =>
      app.page.evaluate(
        async ([video, seconds]) => {
          try {
            await window.playheadApi?.play(video, seconds);
            return 'played';
          } catch (error) {
            return error instanceof Error ? error.message : '';
          }
        },
        [video, seconds] as const,
      );
    expect(await refusal('cats', 0)).toBe('Not a video: cats');
    expect(await refusal(id, -1)).toBe('The time must be a number of seconds, 0 or more.');
    expect(await refusal(id, Number.NaN)).toBe('The time must be a number of seconds, 0 or more.');
    expect(await panesIn(app.page).count()).toBe(0);
  });

  it('lists the timestamps of a note as they are played', async () => {
    await begin();
    await app.page.evaluate((video) => window.playheadApi?.play(video), id);
    await expect.poll(() => app.page.evaluate(() => window.playheadApi?.current()?.length)).toBe(600);
    const listed = await app.page.evaluate((path) => window.playheadApi?.timestamps(path), path);
    const from = note.indexOf('<a');
    expect(listed).toMatchObject([
      { from, to: from + anchor('00:01:06').length, text: anchor('00:01:06'), video: id, seconds: 66 },
      { seconds: 181 },
    ]);
  });

  it('inserts the current time at the caret', async () => {
    await begin();
    await app.page.evaluate((video) => window.playheadApi?.play(video, 30), id);
    await expect.poll(() => app.page.evaluate(() => window.playheadApi?.current()?.length)).toBe(600);
    await app.page.evaluate(() => window.playheadApi?.insert());
    await expect.poll(() => editedText(app.page)).toMatch(/data-t="00:00:3\d"/);
  });

  it('calls back as a video plays and pauses, and no more after that was ended, nor after the plugin has', async () => {
    await begin();
    await app.page.evaluate(() => {
      const heard: (Playing | undefined)[] = [];
      window.told = heard;
      window.unsubscribe = window.playheadApi?.onPlaying((now) => {
        heard.push(now);
        throw new Error('A listener that fails.');
      });
    });
    app.allow(/listener that fail/);
    const heard = (): Promise<(Playing | undefined)[]> => app.page.evaluate(() => window.told ?? []);
    await app.page.evaluate((video) => window.playheadApi?.play(video, 30), id);
    await expect.poll(heard).toContainEqual(expect.objectContaining({ video: id, isPlaying: true }));
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(async () => (await heard()).at(-1)?.isPlaying).toBe(false);
    await app.page.evaluate(() => window.unsubscribe?.());
    const count = (await heard()).length;
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => app.page.evaluate(() => window.playheadApi?.current()?.isPlaying)).toBe(true);
    expect(await heard()).toHaveLength(count);
    const left = await app.driver.disable('playhead');
    // These globals are the test's own.
    expect(left.filter((one) => !/^global (?:told|playheadApi|unsubscribe)$/.test(one))).toEqual([]);
    expect(
      await app.page.evaluate(() => {
        try {
          window.playheadApi?.insert();
          return 'inserted';
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      }),
    ).toBe('Playhead has been disabled.');
  });
});

describe('a link', () => {
  it.each([`obsidian://playhead?video=${id}&t=62`, `obsidian://playhead/play?vault=v&video=${id}&t=1m2s`])(
    'plays a moment: %s',
    async (uri) => {
      await begin();
      await expectPlayhead(app, id, 62, () => app.driver.openUri(uri));
    },
  );

  it.each(['obsidian://playhead/insert?', 'obsidian://playhead?action=insert&'])(
    'writes only after the user has agreed: %s',
    async (start) => {
      await begin();
      await app.driver.openUri(`${start}video=${id}&t=62`);
      await app.page.getByRole('button', { name: 'Cancel' }).click();
      expect(await editedText(app.page)).toBe(note);
      await app.driver.openUri(`${start}video=${id}&t=62`);
      await expect.poll(() => app.page.locator('.modal').innerText()).toContain(`1:02 · ${id}`);
      await app.page.getByRole('button', { name: 'Insert timestamp' }).click();
      await expect.poll(() => editedText(app.page)).toContain(anchor('00:01:02'));
    },
  );

  it('makes a note only after the user has agreed', async () => {
    await begin();
    await app.driver.openUri(`obsidian://playhead/note?video=${id}`);
    await expect.poll(() => app.page.locator('.modal input').inputValue()).toBe(`https://youtu.be/${id}`);
    expect(app.youtube.oEmbeds).toEqual([]);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.driver.readFile('A talk.md').catch(() => '')).toContain(`videoId: ${id}`);
  });

  it('says why it is not followed', async () => {
    await begin();
    await app.driver.openUri('obsidian://playhead?video=cats');
    expect(await app.driver.notices()).toEqual(['This link names no video that Playhead can play.']);
  });

  it('asks no host that only the link names before the user has agreed', async () => {
    await begin();
    await app.driver.openUri('obsidian://playhead?video=https%3A%2F%2Fmedia.example%2Ftalk.mp4');
    await expect
      .poll(() => app.page.locator('.modal').innerText())
      .toContain('https://media.example/talk.mp4');
    await app.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await panesIn(app.page).count()).toBe(0);
  });
});

describe('the command line', () => {
  it('says the time, lists the timestamps of a note, and those that need a look', async () => {
    await begin();
    expect(JSON.parse(await app.driver.cli('playhead:time'))).toBeNull();
    await app.page.evaluate((video) => window.playheadApi?.play(video), id);
    await expect
      .poll(async () => JSON.parse(await app.driver.cli('playhead:time')) as unknown)
      .toMatchObject({ video: id, length: 600 });
    expect(JSON.parse(await app.driver.cli('playhead:scan', { file: 'note' }))).toMatchObject([
      { seconds: 66 },
      { seconds: 181 },
    ]);
    expect(JSON.parse(await app.driver.cli('playhead:check'))).toMatchObject([
      { text: anchor('03:01:00'), reasons: ['minutes-seconds'], becomes: anchor('00:03:01') },
    ]);
    expect(await app.driver.cli('playhead:scan', { path: 'none.md' })).toBe('Error: Note not found.');
  });
});
