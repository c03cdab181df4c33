// Writing outside of a note in the main window: in a card, in a pop-out, from the palette, from a phone's toolbar, from the pane;
// and without an editor or a video.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anchor, panesIn, usePlayhead } from '../support/playhead.ts';
import { aboutVideo, AT, KEYS, NOTE, startWriting, T, WRITTEN_VIDEO, written } from '../support/writing.ts';

const app = usePlayhead();
const insert = (page: Page = app.page): Promise<void> =>
  page.keyboard.press(KEYS['playhead:insert-timestamp']);
const modeOf = (): Promise<unknown> =>
  app.page.evaluate(
    () => window.app.workspace.getLeavesOfType('markdown')[0]?.getViewState().state?.['mode'],
  );
const named = anchor('00:01:06', undefined, ` data-v="${WRITTEN_VIDEO}"`);

describe('a card of a canvas', () => {
  const CANVAS = 'Board.canvas';
  const card = { id: '1', type: 'text', text: 'one', x: 0, y: 0, width: 400, height: 300 };
  const content = () => app.page.locator('.canvas-node .cm-content');
  const cardText = async (): Promise<unknown> => {
    const { nodes } = JSON.parse(await app.driver.readFile(CANVAS)) as { nodes: { text: string }[] };
    return nodes[0]?.text;
  };

  it('takes a timestamp that names its video, and goes on being edited', async () => {
    const notes = { [CANVAS]: JSON.stringify({ nodes: [card], edges: [] }) };
    await startWriting(app, aboutVideo('‸'), { app: { notes } });
    await app.driver.openNote(CANVAS);
    await app.page.locator('.canvas-node').dblclick();
    await content().waitFor();
    await app.page.keyboard.press('Control+End');
    await insert();
    await app.page.keyboard.type('!');
    expect(await content().innerText()).toContain('!');
    await app.page.keyboard.press('Escape');
    await expect.poll(cardText).toBe(`one ${named}!`);
    expect(await app.driver.readFile(NOTE)).toBe(aboutVideo(''));
  });
});

describe('a note in a window of its own', () => {
  async function openWindow(): Promise<Page> {
    await startWriting(app, aboutVideo('one'));
    const opened = app.context.waitForEvent('page');
    await app.page.evaluate(() => {
      const { workspace } = window.app;
      const [leaf] = workspace.getLeavesOfType('markdown');
      if (leaf !== undefined) workspace.moveLeafToPopout(leaf);
    });
    const popout = await opened;
    await popout.locator('.cm-content').click();
    await popout.keyboard.press('Control+End');
    return popout;
  }

  it('takes a timestamp by a hotkey pressed there', async () => {
    const popout = await openWindow();
    await insert(popout);
    await popout.keyboard.type('!');
    expect(await written(app)).toBe(aboutVideo(`one ${T}!‸`));
    await popout.keyboard.press('Control+z');
    await popout.keyboard.press('Control+z');
    expect(await written(app)).toBe(aboutVideo('one‸'));
  });

  it('takes one also from the main window, and has the focus then', async () => {
    const popout = await openWindow();
    await app.page.bringToFront();
    await panesIn(app.page)
      .locator('.playhead-controls')
      .click({ position: { x: 2, y: 2 } });
    await app.driver.runCommand('playhead:insert-timestamp');
    expect(await written(app)).toBe(aboutVideo(`one ${T}‸`));
    expect(await popout.evaluate(() => document.activeElement?.className)).toContain('cm-content');
  });
});

describe('without the keyboard', () => {
  it('the palette writes into the note that it was opened from', async () => {
    await startWriting(app, aboutVideo('one‸'));
    await app.driver.openPalette();
    await app.page.keyboard.type('Insert timestamp');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => written(app)).toBe(aboutVideo(`one ${T}‸`));
    await app.page.keyboard.type('!');
    expect(await written(app)).toBe(aboutVideo(`one ${T}!‸`));
  });

  it('the button of the pane does, with the time of that pane, and the note has the focus again', async () => {
    await startWriting(app, aboutVideo('one‸'));
    await panesIn(app.page).getByRole('button', { name: 'Insert timestamp' }).click();
    expect(await written(app)).toBe(aboutVideo(`one ${T}‸`));
    await app.page.keyboard.type('!');
    expect(await written(app)).toBe(aboutVideo(`one ${T}!‸`));
  });

  it('the commands are there wherever the user is', async () => {
    await app.driver.start();
    expect(await app.driver.availableCommands()).toEqual(expect.arrayContaining(Object.keys(KEYS)));
  });
});

describe('without a note or a video', () => {
  it('to watch, the video of the note opens, paused, which is said, and the timestamp is written', async () => {
    await startWriting(app, aboutVideo('one‸'), { video: undefined });
    await insert();
    await expect.poll(() => app.youtube.count(app.page, WRITTEN_VIDEO)).toBe(1);
    expect(app.youtube.requests.at(-1)?.parameters).toMatchObject({ autoplay: '0' });
    expect(await app.driver.notices()).toEqual([`Opened the video of this note: ${WRITTEN_VIDEO}`]);
    await expect.poll(() => written(app)).toBe(aboutVideo(`one ${anchor('00:00:00')}‸`));
  });

  it('known to watch, the prompt takes it, it opens at the second of its address, and that is written', async () => {
    await startWriting(app, 'one‸', { video: undefined });
    await insert();
    await app.page.locator('.modal input').fill(`https://youtu.be/${WRITTEN_VIDEO}?t=${AT}`);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.youtube.count(app.page, WRITTEN_VIDEO)).toBe(1);
    await expect.poll(() => app.driver.readFile(NOTE)).toBe(aboutVideo(`one ${anchor('00:01:06')}`));
    expect(await app.page.locator('.modal').count()).toBe(0);
  });

  it.each(['desktop', 'phone'] as const)(
    'to write into, the note that is read can be edited from where that is said: %s',
    async (platform) => {
      await startWriting(app, aboutVideo('one'), { app: { platform } });
      await app.driver.openNote(NOTE, { mode: 'reading' });
      await app.driver.runCommand('playhead:insert-timestamp');
      const edit = app.page.locator('.notice').getByRole('button', { name: 'Edit note' });
      await edit.click();
      await expect.poll(modeOf).toBe('source');
      expect(await app.driver.readFile(NOTE)).toBe(aboutVideo('one'));
      await app.page.keyboard.press('ControlOrMeta+End');
      await app.driver.runCommand('playhead:insert-timestamp');
      await expect.poll(() => written(app)).toBe(aboutVideo(`one ${T}‸`));
    },
  );

  it('to write into, without any note, it is said', async () => {
    await startWriting(app, aboutVideo('one'));
    await app.page.evaluate(() => window.app.workspace.detachLeavesOfType('markdown'));
    await app.driver.runCommand('playhead:insert-timestamp');
    expect(await app.driver.notices()).toEqual(['Open a note for editing first.']);
  });
});
