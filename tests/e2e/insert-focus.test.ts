// The focus between note and player: where it goes after a click in the player, when it stays there, and that hotkeys work.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { panesIn, usePlayhead } from '../support/playhead.ts';
import { aboutVideo, AT, KEYS, startWriting, WRITTEN_VIDEO, written } from '../support/writing.ts';

const app = usePlayhead();
const player = () => app.youtube.player(app.page, WRITTEN_VIDEO);
const frame = () => panesIn(app.page).locator('iframe');

/** The focused element of the page. */
const focused = (page: Page = app.page): Promise<string> =>
  page.evaluate(() => document.activeElement?.className ?? '');

const clickPlayer = (): Promise<void> => frame().click();
const inPlayer = (): Promise<void> => expect.poll(() => focused()).toContain('playhead-frame');
const inNote = (): Promise<void> => expect.poll(() => focused()).toContain('cm-content');

/** The video has played for longer than the focus takes to return. */
const playsOn = (): Promise<void> => expect.poll(() => player().currentTime()).toBeGreaterThan(AT + 1);

describe('after a click in the player', () => {
  it('the note has the focus again once the video plays, and once it pauses; hotkeys work, and the caret stays', async () => {
    await startWriting(app, aboutVideo('one‸ two'));
    await clickPlayer();
    await expect.poll(() => player().state()).toBe(1);
    await inNote();
    await clickPlayer();
    await expect.poll(() => player().state()).toBe(2);
    await inNote();
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    expect(await written(app)).toMatch(/^---\n.*\n---\none <a [^>]*>\[00:01:\d\d\]<\/a>‸ two$/s);
  });

  it('the focus stays in the player where that is set', async () => {
    await startWriting(app, aboutVideo('‸'), { app: { data: { returnFocus: false } } });
    await clickPlayer();
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    await inPlayer();
  });

  it('a command still writes into the note, which has the focus then', async () => {
    await startWriting(app, aboutVideo('one‸'), { app: { data: { returnFocus: false } } });
    await clickPlayer();
    await clickPlayer();
    await inPlayer();
    await app.driver.runCommand('playhead:insert-timestamp');
    await inNote();
    await app.page.keyboard.type('!');
    expect(await written(app)).toMatch(/one <a [^>]*>\[00:01:\d\d\]<\/a>!‸$/);
  });

  it('the focus stays in the player if it is in full screen', async () => {
    await startWriting(app, aboutVideo('‸'));
    await frame().evaluate((el) => el.requestFullscreen());
    await clickPlayer();
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    await inPlayer();
  });

  it('the focus stays where the user has gone meanwhile', async () => {
    await startWriting(app, aboutVideo('‸'));
    await clickPlayer();
    const control = panesIn(app.page).getByRole('button', { name: 'Insert timestamp' });
    await control.focus();
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    expect(await control.evaluate((el) => el === document.activeElement)).toBe(true);
  });

  it('a cell that was being edited has it again', async () => {
    await startWriting(app, aboutVideo('| a | b |\n| - | - |\n| one | two |\n'), { mode: 'live' });
    await app.page.locator('.cm-table-widget td', { hasText: 'one' }).click();
    await app.page.locator('.table-cell-wrapper .cm-content').waitFor();
    await app.page.keyboard.press('End');
    await clickPlayer();
    await clickPlayer();
    await inNote();
    await app.page.keyboard.type('!');
    expect((await written(app)).replace('‸', '')).toContain('| one! | two |');
  });
});

describe('after a click on a control of the pane', () => {
  const control = (name: string) => panesIn(app.page).getByRole('button', { name, exact: true });

  it('typing goes on in the note that was written in', async () => {
    await startWriting(app, aboutVideo('one‸ two'));
    await inNote();
    await control('Play').click();
    await expect.poll(() => player().state()).toBe(1);
    await inNote();
    await app.page.keyboard.type(' jk');
    expect(await written(app)).toMatch(/one jk‸ two$/);
  });

  it('typing goes on after a choice in its menu', async () => {
    await startWriting(app, aboutVideo('one‸ two'));
    await inNote();
    await control('More controls').click();
    await app.page.locator('.menu-item').first().click();
    await inNote();
    await app.page.keyboard.type('!');
    expect(await written(app)).toMatch(/one!‸ two$/);
  });

  it('typing goes on after a click on the timeline', async () => {
    await startWriting(app, aboutVideo('one‸ two'));
    await inNote();
    await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).click();
    await inNote();
    await app.page.keyboard.type('!');
    expect(await written(app)).toMatch(/one!‸ two$/);
  });

  it('the focus stays on a control that was reached or pressed by key, and where nobody wrote', async () => {
    await startWriting(app, aboutVideo('one‸'));
    await control('Play').focus();
    await app.page.keyboard.press('Space');
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    await control('Pause').click();
    await expect.poll(() => player().state()).toBe(2);
    await control('Play').click();
    await playsOn();
    expect(await control('Pause').evaluate((el) => el === document.activeElement)).toBe(true);
  });

  it('the focus stays on the control if the user has set that', async () => {
    await startWriting(app, aboutVideo('one‸'), { app: { data: { returnFocus: false } } });
    await control('Play').click();
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    expect(await control('Pause').evaluate((el) => el === document.activeElement)).toBe(true);
  });
});

describe('the focus', () => {
  it('is not taken from a player that was reached by key', async () => {
    await startWriting(app, aboutVideo('‸'));
    // The stand-in has no element that Tab would reach.
    await frame().evaluate((el: HTMLIFrameElement) => {
      const enter = (event: KeyboardEvent): void => {
        if (event.key !== 'Tab') return;
        event.preventDefault();
        el.focus();
      };
      el.win.addEventListener('keydown', enter, { once: true });
    });
    await app.page.keyboard.press('Tab');
    await inPlayer();
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(1);
    await playsOn();
    await inPlayer();
  });

  it('goes to no other window: in the player’s own, hotkeys work', async () => {
    await startWriting(app, aboutVideo('one‸'));
    const opened = app.context.waitForEvent('page');
    await app.page.evaluate(() => {
      const { workspace } = window.app;
      const [pane] = workspace.getLeavesOfType('playhead-video');
      if (pane !== undefined) workspace.moveLeafToPopout(pane);
    });
    const popout = await opened;
    await app.youtube.player(popout, WRITTEN_VIDEO).state();
    await popout.bringToFront();
    await popout.locator('iframe').click();
    await popout.locator('iframe').click();
    await expect.poll(() => focused(popout)).not.toContain('playhead-frame');
    await popout.keyboard.press(KEYS['playhead:insert-timestamp']);
    await expect.poll(() => written(app)).toMatch(/one <a [^>]*>\[00:01:\d\d\]<\/a>‸$/);
  });
});
