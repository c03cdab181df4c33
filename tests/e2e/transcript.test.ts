// The transcript below the player: of subtitle files, of links in the note, and of the note itself; and quoting from it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { setPaneWidth } from '../support/pane-states.ts';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'transcript1';
const pictures = join(import.meta.dirname, '../../build/moments');
mkdirSync(pictures, { recursive: true });

const cue = (from: number, to: number, text: string): string =>
  `00:00:${String(from).padStart(2, '0')}.000 --> 00:00:${String(to).padStart(2, '0')}.000\n${text}\n`;
const english = `WEBVTT\n\n${[cue(0, 4, 'This is a clock, and nothing'), cue(4, 8, 'else. It counts the seconds'), cue(8, 12, 'of twelve minutes.'), cue(20, 30, 'Each minute has a colour of its own.')].join('\n')}`;
const german = '1\n00:00:00,000 --> 00:00:04,000\nDas ist eine Uhr.\n';

const paragraph = (index: number): string =>
  `**0:${String(index * 6).padStart(2, '0')}** · Paragraph ${String(index)} is about nets. It says a little more.`;
const clipped = `---
videoId: ${id}
---

My own remark ${anchor('00:00:20')}.

## Transcript

### Beginning

${Array.from({ length: 5 }, (_, index) => paragraph(index)).join('\n\n')}

### Ending

${Array.from({ length: 5 }, (_, index) => paragraph(index + 5)).join('\n\n')}
`;

const list = (): Locator => panesIn(app.page).getByRole('listbox', { name: 'Transcript' });
const texts = (): Promise<readonly string[]> => list().getByRole('option').allInnerTexts();
const current = (): Promise<readonly string[]> => list().locator('[aria-current="true"]').allInnerTexts();
const tab = (name: string): Locator => panesIn(app.page).getByRole('tab', { name });
const media = (): Locator => panesIn(app.page).locator('video');
const time = (): Promise<number> => media().evaluate((video: HTMLVideoElement) => video.currentTime);

async function playFilm(notes: Readonly<Record<string, string>>): Promise<void> {
  await app.driver.start({
    notes: {
      'film.md': `---\nvideo: "[[time-code.webm]]"\n---\n\nHere ${anchor('00:00:05')} it is.\n`,
      ...notes,
    },
    served: true,
  });
  await app.driver.openNote('film.md', { mode: 'live' });
  await chipsIn(app.page).click();
  await media().waitFor();
}

async function playClip(notes: Readonly<Record<string, string>>): Promise<void> {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes });
  await app.driver.openNote('note.md', { mode: 'live' });
  await chipsIn(app.page).first().click();
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
}

/** The captions that the browser shows. */
const drawn = (): Promise<readonly string[]> =>
  media().evaluate((video: HTMLVideoElement) =>
    Array.from(video.textTracks)
      .filter(({ mode }) => mode === 'showing')
      .flatMap(({ activeCues }) => Array.from(activeCues ?? [], (cue) => (cue as VTTCue).text)),
  );

describe('subtitles that change while they are shown', () => {
  it('are read anew, in the list and over the picture, and the rows stay until then', async () => {
    await playFilm({ 'media/time-code.vtt': english });
    await tab('Transcript').click();
    await expect.poll(texts).toContain('0:00\nThis is a clock, and nothing else.');
    await expect.poll(drawn).not.toEqual([]);
    const edit = (from: string, to: string): Promise<void> =>
      app.driver.writeOutside('media/time-code.vtt', english.replace(from, to));
    await edit('This is a clock', 'This is a watch');
    await expect.poll(texts).toContain('0:00\nThis is a watch, and nothing else.');
    await panesIn(app.page).getByText('This is a watch').click();
    await expect.poll(drawn).toEqual(['This is a watch, and nothing']);
    // With the same length: the size alone would not show the change.
    await edit('This is a clock', 'This is a wrist');
    await expect.poll(texts).toContain('0:00\nThis is a wrist, and nothing else.');
    await expect.poll(drawn).toEqual(['This is a wrist, and nothing']);
  });

  it('are read anew where they are a note that another one links to', async () => {
    const lines = (word: string): string =>
      Array.from({ length: 9 }, (_, index) => `0:0${String(index)} ${word} ${String(index)}.`).join('\n\n');
    await playFilm({
      'film.md': `---\nvideo: "[[time-code.webm]]"\ntranscript: "[[said]]"\n---\n\nHere ${anchor('00:00:05')} it is.\n`,
      'said.md': lines('Word'),
    });
    await tab('Transcript').click();
    await expect.poll(texts).toContain('0:01\nWord 1.');
    await app.driver.writeOutside('said.md', lines('Other'));
    await expect.poll(texts).toContain('0:01\nOther 1.');
  });
});

describe('a transcript that is still loading', () => {
  /** From now on, no file is read until the returned function is called. */
  async function holdFiles(): Promise<() => Promise<void>> {
    const held = await app.page.evaluateHandle(() => {
      const { vault } = window.app;
      const read = vault.readBinary.bind(vault);
      const gate = { open: (): void => undefined };
      const opened = new Promise<void>((resolve) => {
        gate.open = resolve;
      });
      vault.readBinary = async (file) => {
        await opened;
        return read(file);
      };
      return gate;
    });
    return () => held.evaluate((gate) => gate.open());
  }

  async function playHeld(): Promise<() => Promise<void>> {
    await playFilm({});
    const letGo = await holdFiles();
    await app.driver.writeOutside('media/time-code.vtt', english);
    await tab('Transcript').click();
    return letGo;
  }

  it('says so, and shows its rows as soon as they are read', async () => {
    const letGo = await playHeld();
    const said = panesIn(app.page).locator('.playhead-list-empty');
    await expect.poll(() => said.innerText()).toBe('Loading the transcript…');
    expect(await texts()).toEqual([]);
    await letGo();
    await expect.poll(texts).toContain('0:00\nThis is a clock, and nothing else.');
    expect(await said.isVisible()).toBe(false);
  });

  it('is quoted when it has come, and a quote that waits is announced', async () => {
    const letGo = await playHeld();
    await app.page.evaluate(() => {
      const [leaf] = window.app.workspace.getLeavesOfType('markdown');
      if (leaf !== undefined) window.app.workspace.setActiveLeaf(leaf, { focus: true });
    });
    await media().evaluate((video: HTMLVideoElement) => video.pause());
    await app.driver.runCommand('playhead:insert-quote');
    await expect
      .poll(() => app.driver.notices())
      .toContain('The transcript is still loading. The quote is inserted when it is ready.');
    await letGo();
    await expect
      .poll(() => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue()))
      .toContain('> It counts the seconds of twelve minutes.');
  });
});

describe('the captions over a video', () => {
  const two = { 'media/time-code.en.vtt': english, 'media/time-code.de.srt': german };

  it('are of the language that the transcript is chosen in, also once the app has started again', async () => {
    await playFilm(two);
    await tab('Transcript').click();
    await panesIn(app.page).getByText('This is a clock').click();
    await expect.poll(drawn).toEqual(['This is a clock, and nothing']);
    await panesIn(app.page).getByRole('combobox', { name: 'Transcript' }).selectOption('German');
    await list().getByText('Das ist eine Uhr.').click();
    await expect.poll(drawn).toEqual(['Das ist eine Uhr.']);
    await app.driver.restart();
    await media().waitFor();
    await list().getByText('Das ist eine Uhr.').click();
    await expect.poll(drawn).toEqual(['Das ist eine Uhr.']);
  });

  it('are of the file that the note links to, if the transcript is', async () => {
    await playFilm({
      ...two,
      'elsewhere.vtt': english.replace('clock', 'dial'),
      'film.md': `---\nvideo: "[[time-code.webm]]"\ntranscript: "[[elsewhere.vtt]]"\n---\n\nHere ${anchor('00:00:05')} it is.\n`,
    });
    await tab('Transcript').click();
    await panesIn(app.page).getByText('This is a dial').click();
    await expect.poll(drawn).toEqual(['This is a dial, and nothing']);
  });
});

describe('the transcript of a media file', () => {
  it('is its subtitles, as sentences, which play, are marked and filtered', async () => {
    await playFilm({ 'media/time-code.vtt': english, 'media/time-code.de.srt': german });
    await tab('Transcript').click();
    await expect
      .poll(texts)
      .toEqual([
        '0:00\nThis is a clock, and nothing else.',
        '0:04\nIt counts the seconds of twelve minutes.',
        '0:20\nEach minute has a colour of its own.',
      ]);
    await list().getByText('Each minute').click();
    await expect.poll(time).toBeGreaterThanOrEqual(20);
    await expect.poll(current).toEqual(['0:20\nEach minute has a colour of its own.']);
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('seconds clock');
    await panesIn(app.page).getByText('No matches found.').waitFor();
    await app.page.keyboard.press('ControlOrMeta+a');
    await app.page.keyboard.type('clock');
    await expect.poll(() => texts().then(({ length }) => length)).toBe(1);
    await app.page.keyboard.press('Escape');
    expect(await violationsIn(app.page, '.playhead-lower')).toEqual([]);
    const choice = panesIn(app.page).getByRole('combobox', { name: 'Transcript' });
    await choice.selectOption({ label: 'German' });
    await expect.poll(texts).toEqual(['0:00\nDas ist eine Uhr.']);
    for (const width of [250, 500]) {
      await setPaneWidth(app.page, width);
      await panesIn(app.page).screenshot({ path: join(pictures, `transcript-film-${String(width)}.png`) });
    }
    // The settings keep the tab, and the device keeps the language.
    await app.driver.restart();
    await app.driver.openNote('film.md', { mode: 'live' });
    await chipsIn(app.page).click();
    await expect.poll(texts).toEqual(['0:00\nDas ist eine Uhr.']);
  });

  it('is looped sentence by sentence, and the handles of such a loop leave the note alone', async () => {
    await playFilm({ 'media/time-code.vtt': english });
    await tab('Transcript').click();
    const row = list().getByRole('option').filter({ hasText: 'Each minute' });
    await row.click({ button: 'right' });
    await app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' }).click();
    const ends = panesIn(app.page).getByRole('slider', { name: / of the clip$/ });
    const seconds = (): Promise<readonly (string | null)[]> =>
      ends.evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuenow')));
    await expect.poll(seconds).toEqual(['20', '30']);
    const before = await app.driver.readFile('film.md');
    await ends.last().press('ArrowRight');
    await expect.poll(seconds).toEqual(['20', '31']);
    // In the transcript, the row that was only played can be looped too.
    await list().getByRole('option').first().click();
    await expect.poll(seconds).toEqual([]);
    await panesIn(app.page).getByRole('button', { name: 'Loop clip' }).click();
    await expect.poll(seconds).toEqual(['0', '4']);
    expect(await app.driver.readFile('film.md')).toBe(before);
    expect(await app.page.locator('.notice').count()).toBe(0);
  });

  it('says so if it cannot be read', async () => {
    await playFilm({ 'media/time-code.vtt': 'These are no subtitles.' });
    await tab('Transcript').click();
    await panesIn(app.page).getByText('This transcript cannot be read.').waitFor();
  });
});

describe('the transcript that a note links to', () => {
  it.each([
    ['a subtitle file', 'talk.en.vtt', english, 'This is a clock, and nothing else.'],
    ['a note of times', 'talk.md', 'Intro\n\n0:00 This is a clock.\n\n0:05 And more.\n', 'This is a clock.'],
  ])('is %s', async (_, path, text, first) => {
    const note = `---\nvideoId: ${id}\ntranscript: "[[${path}]]"\n---\n\nHere ${anchor('00:00:01')}.\n`;
    await playClip({ 'note.md': note, [path]: text });
    await tab('Transcript').click();
    await expect.poll(() => texts().then(([one]) => one)).toBe(`0:00\n${first}`);
    await list().getByRole('option').nth(1).click();
    await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThanOrEqual(4);
  });
});

describe('a clipped note', () => {
  it('is its own transcript, and its paragraphs are no moments', async () => {
    await playClip({ 'note.md': clipped });
    const moments = panesIn(app.page).getByRole('listbox', { name: 'Moments' }).getByRole('option');
    await expect
      .poll(() => moments.allInnerTexts())
      .toEqual(['0:00\nBeginning', '0:20\nMy own remark.', '0:30\nEnding']);
    await tab('Transcript').click();
    await expect.poll(() => texts().then(({ length }) => length)).toBe(10);
    expect((await texts())[6]).toBe('0:36\nParagraph 6 is about nets. It says a little more.');
    await expectPlayhead(app, id, 36, () => list().getByRole('option').nth(6).click());
    await expect.poll(current).toEqual(['0:36\nParagraph 6 is about nets. It says a little more.']);
    await expect
      .poll(() => noteIn(app.page, 'note.md').locator('.playhead-chip[aria-current="true"]').allInnerTexts())
      .toEqual(['0:36']);
    await setPaneWidth(app.page, 500);
    await panesIn(app.page).screenshot({ path: join(pictures, 'transcript-clip-500.png') });
  });
});

describe('Insert quote', () => {
  const saved = (): Promise<string> => app.driver.readFile('mine.md');
  const write = async (text: string, ...keys: readonly string[]): Promise<void> => {
    await app.driver.writeOutside('mine.md', text);
    await app.driver.openNote('mine.md', { mode: 'source', where: 'split' });
    await noteIn(app.page, 'mine.md').locator('.cm-content').click();
    for (const key of ['ControlOrMeta+End', ...keys]) await app.page.keyboard.press(key);
  };

  it('writes the sentence that is said, a selection, and undoes it in one step', async () => {
    await playClip({ 'note.md': clipped, 'mine.md': '' });
    await expectPlayhead(app, id, 12, () =>
      chipsIn(noteIn(app.page, 'note.md')).filter({ hasText: '0:12' }).click(),
    );
    await app.page.keyboard.press('Escape');
    await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
    const mine = `---\nvideoId: ${id}\n---\n- Remark`;
    await write(mine);
    // The moments are those of the note in the editor; the transcript is still that of the other note.
    await tab('Moments').click();
    await panesIn(app.page).getByText('This note has no timestamps of this video yet.').waitFor();
    await panesIn(app.page).getByRole('tab', { name: 'Transcript' }).waitFor();
    await app.page.locator('.workspace-leaf-content[data-type="markdown"] .cm-content').last().focus();
    expect(await app.driver.runCommand('playhead:insert-quote')).toBe(true);
    await expect.poll(saved).toBe(`${mine}\n  > Paragraph 2 is about nets. ${anchor('00:00:12')} `);
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(saved).toBe(mine);

    await tab('Transcript').click();
    await list().getByRole('option').nth(7).locator('.playhead-row-words').waitFor();
    await list().evaluate((el) => {
      const [, one, other] = el.querySelectorAll('.playhead-row-words');
      const [from, to] = [one?.lastChild, other?.lastChild];
      if (from == null || to == null) throw new Error('There are no rows.');
      el.win.getSelection()?.setBaseAndExtent(from, 27, to, 26);
    });
    await panesIn(app.page).getByRole('button', { name: 'Insert quote' }).click();
    await expect
      .poll(saved)
      .toBe(
        `${mine}\n  > It says a little more. Paragraph 2 is about nets. <a class="yt-timestamp" data-t="00:00:06" data-end="00:00:18">[00:00:06 - 00:00:18]</a> `,
      );
  });

  describe('while a part of the video is looped', () => {
    const end = (): Locator => panesIn(app.page).getByRole('slider', { name: 'End of the clip' });
    const start = (): Locator => panesIn(app.page).getByRole('slider', { name: 'Start of the clip' });
    const film = `---\nvideo: "[[time-code.webm]]"\n---\n\n`;
    const row = (): Locator => list().getByRole('option').filter({ hasText: 'It counts' });
    const choose = async (title: string): Promise<void> => {
      await row().click({ button: 'right' });
      await app.page.locator('.menu .menu-item', { hasText: title }).click();
    };
    const seconds = async (): Promise<readonly (string | null)[]> =>
      Promise.all([start(), end()].map((one) => one.getAttribute('aria-valuenow')));

    /** Loops a row of the transcript, with other ends: from 0:05 to 0:26. */
    async function loopMoved(): Promise<void> {
      await playFilm({ 'media/time-code.vtt': english, 'mine.md': film });
      await tab('Transcript').click();
      await write(film);
      await choose('Loop this clip');
      await expect.poll(seconds).toEqual(['4', '12']);
      for (let step = 0; step < 14; step++) await end().press('ArrowRight');
      await start().press('ArrowRight');
      await expect.poll(seconds).toEqual(['5', '26']);
    }
    const range = anchor('00:00:05', '[00:00:05 - 00:00:26]', ' data-end="00:00:26"');
    const quoted = `${film}> It counts the seconds of twelve minutes. Each minute has a colour of its own. ${range}\n\n`;

    it('writes all that is said in it, with the start and the end that it has now', async () => {
      await loopMoved();
      await app.driver.runCommand('playhead:insert-quote');
      await expect.poll(saved).toBe(quoted);
    });

    it('writes it also by the menu of the row that it began as; that of another row quotes that row', async () => {
      await loopMoved();
      await choose('Insert quote');
      await expect.poll(saved).toBe(quoted);
      await app.page.keyboard.press('ControlOrMeta+z');
      await list().getByRole('option').filter({ hasText: 'Each minute' }).click({ button: 'right' });
      await app.page.locator('.menu .menu-item', { hasText: 'Insert quote' }).click();
      const other = anchor('00:00:20', '[00:00:20 - 00:00:30]', ' data-end="00:00:30"');
      await expect.poll(saved).toBe(`${film}> Each minute has a colour of its own. ${other}\n\n`);
      await app.page.keyboard.type('Mine.');
      await expect.poll(saved).toBe(`${film}> Each minute has a colour of its own. ${other}\n\nMine.`);
    });

    it('writes only its beginning if it is long, says so, and keeps its start and its end', async () => {
      const long = anchor('00:00:00', '[00:00:00 - 00:06:40]', ' data-end="00:06:40"');
      const stamp = (seconds: number): string =>
        `00:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.000`;
      const cues = Array.from({ length: 40 }, (_, index) => {
        const words = `Sentence ${index} has as many words as it takes to be heard for ten seconds by those who listen.`;
        return `${stamp(index * 10)} --> ${stamp(index * 10 + 10)}\n${words}\n`;
      });
      await playFilm({
        'film.md': `---\nvideo: "[[time-code.webm]]"\n---\n\nHere ${long} it is.\n`,
        'media/time-code.vtt': `WEBVTT\n\n${cues.join('\n')}`,
        'mine.md': film,
      });
      await chipsIn(noteIn(app.page, 'film.md')).click({ button: 'right' });
      await app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' }).click();
      await expect.poll(seconds).toEqual(['0', '400']);
      await write(film);
      await app.driver.runCommand('playhead:insert-quote');
      await expect.poll(saved).toContain(long);
      const text = await saved();
      expect(text).toContain('> Sentence 0 has');
      expect(text).toContain(`by those who listen. … ${long}`);
      expect(text.length).toBeLessThan(1800);
      expect(await app.driver.notices()).toContain(
        'Only the beginning was quoted. To quote more, select it in the transcript.',
      );
    });

    it('has End clip write it too, where no clip was started', async () => {
      await loopMoved();
      await app.driver.runCommand('playhead:end-clip');
      await expect.poll(saved).toBe(`${film}${range} `);
    });
  });

  it('says how to come by a transcript where there is none', async () => {
    await playClip({ 'note.md': `---\nvideoId: ${id}\n---\n\nHere ${anchor('00:00:01')}.\n` });
    await noteIn(app.page, 'note.md').locator('.cm-content').click();
    await app.driver.runCommand('playhead:insert-quote');
    await expect
      .poll(() => app.driver.notices())
      .toEqual([expect.stringContaining('This video has no transcript.')]);
    expect(await app.driver.readFile('note.md')).not.toContain('>  ');
  });

  it('says that a live stream has none', async () => {
    app.youtube.set(id, { live: true });
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\nHere ${anchor('00:00:01')}.\n` },
    });
    await app.driver.openNote('note.md', { mode: 'live' });
    await chipsIn(app.page).first().click();
    await panesIn(app.page).getByText('live', { exact: true }).waitFor();
    await noteIn(app.page, 'note.md').locator('.cm-content').click();
    await app.driver.runCommand('playhead:insert-quote');
    await expect.poll(() => app.driver.notices()).toEqual(['Live streams have no transcript to quote.']);
  });
});
