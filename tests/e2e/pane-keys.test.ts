// The keys of the pane, pressed; and the commands that do the same from an editor.
import { describe, expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'keyPressed1';
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);

/** Plays at 1:40 of ten minutes, with or without an active pane. */
async function play(where: 'pane' | 'note', mode: 'reading' | 'source' = 'reading'): Promise<void> {
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:01:40') } });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 100, () => chipsIn(app.page).click());
  if (mode === 'source') await app.driver.openNote('note.md', { mode });
  if (where === 'pane') await panesIn(app.page).locator('.view-header-title').click();
}

async function paused(): Promise<number> {
  await app.page.keyboard.press(' ');
  await expect.poll(() => player().state()).toBe(2);
  return player().currentTime();
}

async function expectTime(seconds: number): Promise<void> {
  await expect.poll(async () => Math.abs((await player().currentTime()) - seconds)).toBeLessThan(0.5);
}

describe('in the pane', () => {
  it('Space and K play and pause', async () => {
    await play('pane');
    await paused();
    await app.page.keyboard.press('k');
    await expect.poll(() => player().state()).toBe(1);
  });

  it('? lists them, and so does the menu', async () => {
    await play('pane');
    await app.page.keyboard.press('?');
    const sheet = app.page.locator('.playhead-keys');
    await expect.poll(() => sheet.locator('dd').allInnerTexts()).toContain('Play or pause');
    await app.page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    await panesIn(app.page).getByRole('button', { name: 'More controls' }).click();
    await app.page.locator('.menu-item', { hasText: 'Keyboard shortcuts' }).click();
    await sheet.waitFor();
  });

  it('stand in the tooltips of their buttons, and not in their names', async () => {
    await play('pane');
    await paused();
    await panesIn(app.page).getByRole('button', { name: 'Play', exact: true }).hover();
    await expect.poll(() => app.page.locator('.tooltip').allInnerTexts()).toEqual(['Play (K)']);
  });

  it('arrows and J and L skip', async () => {
    await play('pane');
    const at = await paused();
    await app.page.keyboard.press('ArrowRight');
    await expectTime(at + 5);
    await app.page.keyboard.press('l');
    await expectTime(at + 15);
    await app.page.keyboard.press('ArrowLeft');
    await expectTime(at + 10);
    await app.page.keyboard.press('j');
    await expectTime(at);
  });

  it('digits go to tenths', async () => {
    await play('pane');
    await paused();
    await app.page.keyboard.press('7');
    await expectTime(420);
    await app.page.keyboard.press('0');
    await expectTime(0);
  });

  it('< and > change the speed, M and the arrows the sound', async () => {
    await play('pane');
    await app.page.keyboard.press('>');
    await app.page.keyboard.press('>');
    await expect.poll(() => player().rate()).toBe(1.5);
    await app.page.keyboard.press('<');
    await expect.poll(() => player().rate()).toBe(1.25);
    await app.page.keyboard.press('m');
    await expect.poll(() => player().muted()).toBe(true);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ArrowDown');
    await expect.poll(() => player().volume()).toBeCloseTo(0.9, 2);
    await expect.poll(() => player().muted()).toBe(false);
  });

  it('F fills the screen with the player', async () => {
    await play('pane');
    const filling = (): Promise<string | undefined> =>
      app.page.evaluate(() => document.fullscreenElement?.tagName);
    await app.page.keyboard.press('f');
    await expect.poll(filling).toBe('IFRAME');
    await app.page.keyboard.press('f');
    await expect.poll(filling).toBeUndefined();
  });

  it('everything can be reached with Tab, and shows that it is', async () => {
    await play('pane');
    await paused();
    const reached: unknown[] = [];
    await panesIn(app.page).locator('.view-header button').first().focus();
    for (let step = 0; step < 20 && reached.at(-1) !== 'More controls'; step++) {
      await app.page.keyboard.press('Tab');
      const focused = await app.page.evaluate(() => {
        const el = document.activeElement;
        // While it moves into a frame or out of it, the focus is nowhere for a moment.
        if (el === null || el === document.body || el.tagName === 'IFRAME') return undefined;
        const { outlineStyle, boxShadow } = getComputedStyle(el);
        return {
          name: el.getAttribute('aria-label'),
          shows: outlineStyle !== 'none' || boxShadow !== 'none',
        };
      });
      if (focused === undefined) continue;
      expect(focused.shows, `${focused.name} shows its focus`).toBe(true);
      reached.push(focused.name);
    }
    expect(reached).toEqual(expect.arrayContaining(['Back 5 seconds', 'Play', 'More controls']));
  });

  it('Space presses the button that has the focus, once', async () => {
    await play('pane');
    await paused();
    const at = await player().currentTime();
    await panesIn(app.page).getByRole('button', { name: 'Forward 5 seconds' }).focus();
    await app.page.keyboard.press(' ');
    await expectTime(at + 5);
    expect(await player().state()).toBe(2);
  });

  it('a key with a modifier stays the app’s', async () => {
    await play('pane');
    await app.page.keyboard.press('Control+p');
    await expect.poll(() => app.page.locator('.prompt').isVisible()).toBe(true);
    await app.page.keyboard.type('km 7');
    expect(await player().state()).toBe(1);
    expect(await player().muted()).toBe(false);
  });
});

describe('in a note beside', () => {
  it('the keys write', async () => {
    await play('note', 'source');
    await noteIn(app.page, 'note.md').locator('.cm-content').click();
    await app.page.keyboard.press('Control+End');
    await app.page.keyboard.type('k m 7 >');
    await expect.poll(() => app.driver.readFile('note.md')).toMatch(/k m 7 >$/);
    expect([await player().state(), await player().muted(), await player().rate()]).toEqual([1, false, 1]);
  });

  it('commands do the same, and the caret stays', async () => {
    await play('note', 'source');
    await noteIn(app.page, 'note.md').locator('.cm-content').click();
    await app.page.keyboard.press('Control+End');
    const run = (command: string): Promise<boolean> => app.driver.runCommand(`playhead:${command}`);
    await run('play-or-pause');
    await expect.poll(() => player().state()).toBe(2);
    const at = await player().currentTime();
    await run('skip-forward-further');
    await expectTime(at + 10);
    await run('skip-back');
    await expectTime(at + 5);
    await run('play-faster');
    await expect.poll(() => player().rate()).toBe(1.25);
    await run('mute-or-unmute');
    await expect.poll(() => player().muted()).toBe(true);
    await run('go-to-start');
    await expectTime(0);
    await app.page.keyboard.type('typed on');
    await expect.poll(() => app.driver.readFile('note.md')).toMatch(/typed on$/);
  });
});
