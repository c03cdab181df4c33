// Setting a note's video: one more line in its properties, which one undo removes, and chips that play at once.
import { describe, expect, it } from 'vitest';
import { editedText } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'setVideoNo1';
const path = 'note.md';
const note = `---
# What I know of it
title: "A talk"
tags: [one,  two]
date: 2024-01-02 # the day
---
Something ${anchor('00:01:06')}.
`;
const after = note.replace('# the day\n', `# the day\nvideoId: ${id}\n`);

async function setVideo(button = 'Set video'): Promise<void> {
  await chipsIn(app.page).click();
  await app.page.getByRole('button', { name: button }).click();
  await app.page.locator('.modal input').fill(id);
  await app.page.keyboard.press('Enter');
}

async function start(text: string, mode: 'live' | 'reading'): Promise<void> {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { [path]: text }, saveDelay: 60_000 });
  await app.driver.openNote(path, { mode });
}

describe('setting the video of a note', () => {
  it.each(['live', 'reading'] as const)(
    'adds one line, comments and quotes as they were: %s',
    async (mode) => {
      await start(note, mode);
      await setVideo();
      await expect.poll(() => app.driver.readFile(path)).toBe(after);
      await expectPlayhead(app, id, 66, () => chipsIn(app.page).click());
    },
  );

  it('is one step that can be undone', async () => {
    await start(note, 'live');
    await setVideo();
    await expect.poll(() => editedText(app.page)).toBe(after);
    await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
    expect(await editedText(app.page)).toBe(note);
  });
});

it('suggests the media files of the vault as the user types, and sets the one that is chosen', async () => {
  await start(note, 'reading');
  await app.page.evaluate(() => window.app.vault.createBinary('A talk.webm', new ArrayBuffer(8)));
  await chipsIn(app.page).click();
  await app.page.getByRole('button', { name: 'Set video' }).click();
  await app.page.locator('.modal').getByRole('button', { name: 'Cancel' }).waitFor();
  await app.page.locator('.modal input').pressSequentially('talk');
  await expect
    .poll(() => app.page.locator('.suggestion-container .suggestion-item').allInnerTexts())
    .toEqual(['A talk.webm']);
  await app.page.keyboard.press('Enter');
  await expect.poll(() => app.driver.readFile(path)).toContain('[[A talk.webm]]');
});

describe('a link in the clipboard', () => {
  const open = async (copied: string): Promise<void> => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await start(note, 'reading');
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await chipsIn(app.page).click();
    await app.page.getByRole('button', { name: 'Set video' }).click();
    await app.page.locator('.modal input').waitFor();
  };

  it('is filled in if it is one of a video, and a word typed takes its place', async () => {
    await open(`https://youtu.be/${id}`);
    const field = app.page.locator('.modal input');
    await expect.poll(() => field.inputValue()).toBe(`https://youtu.be/${id}`);
    expect(await app.page.locator('.modal').textContent()).toContain('This link is from your clipboard.');
    await app.page.keyboard.type('t');
    expect(await field.inputValue()).toBe('t');
    await field.fill(`https://youtu.be/${id}`);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.driver.readFile(path)).toBe(after);
  });

  it.each(['https://example.com/a-page', 'setVideoNo1', 'Some words'])(
    'is left where it is otherwise: %s',
    async (copied) => {
      await open(copied);
      // The clipboard is read now, after the earlier request.
      await app.page.evaluate(() => navigator.clipboard.readText());
      expect(await app.page.locator('.modal input').inputValue()).toBe('');
    },
  );
});

describe('a property that names no video that can be played', () => {
  const unusable = note.replace('title:', 'videoId: https://vimeo.com/76979871\ntitle:');

  it('is named with its value, once, and changed', async () => {
    await start(unusable, 'reading');
    await chipsIn(app.page).click();
    await chipsIn(app.page).click();
    await expect
      .poll(() => app.driver.notices())
      .toEqual([
        expect.stringContaining(
          'The videoId property of this note is not a video that Playhead can play: https://vimeo.com/76979871.',
        ),
      ]);
    await setVideo('Change video');
    await expect
      .poll(() => app.driver.readFile(path))
      .toBe(unusable.replace('https://vimeo.com/76979871', id));
    await expectPlayhead(app, id, 66, () => chipsIn(app.page).click());
  });
});

describe('a media file that a timestamp names, and that is renamed', () => {
  it('plays from that timestamp, and the note is as it was', async () => {
    const text = `Something ${anchor('00:00:03', '[00:00:03]', ' data-v="media/talk.webm"')}.\n`;
    await app.driver.start({ notes: { [path]: text }, media: { 'media/talk.webm': 'recorded.webm' } });
    await app.driver.openNote(path);
    await app.page.evaluate(async () => {
      const file = window.app.vault.getFileByPath('media/talk.webm');
      if (file !== null) await window.app.fileManager.renameFile(file, 'archive/the talk.webm');
    });
    const shown = (): Promise<string | undefined> =>
      app.page.evaluate(() => {
        const [leaf] = window.app.workspace.getLeavesOfType('playhead-video');
        return String(leaf?.getViewState().state?.['video']);
      });
    await chipsIn(app.page).click();
    await expect.poll(shown).toBe('file:archive/the talk.webm');
    expect(await app.driver.readFile(path)).toBe(text);
  });
});
