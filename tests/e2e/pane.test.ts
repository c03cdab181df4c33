// In which pane a video plays, and which panes it leaves alone.
import { describe, expect, it } from 'vitest';
import {
  anchor,
  chipsIn,
  coverPane,
  expectPlayhead,
  noteAbout,
  noteIn,
  panesIn,
  usePlayhead,
} from '../support/playhead.ts';

const app = usePlayhead();
const one = 'videoOfOne1';
const two = 'videoOfTwo2';
const notes = { 'One.md': noteAbout(one, '00:00:10', '00:01:00'), 'Two.md': noteAbout(two, '00:00:20') };

function pinPanes(): Promise<void> {
  return app.page.evaluate(() => {
    for (const leaf of window.app.workspace.getLeavesOfType('playhead-video')) leaf.setPinned(true);
  });
}

describe('the pane that plays', () => {
  it('is the one that shows the video already', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    const chips = chipsIn(app.page);
    await expectPlayhead(app, one, 10, () => chips.first().click());
    await expectPlayhead(app, one, 60, () => chips.nth(1).click());
    await expectPlayhead(app, one, 10, () => chips.first().click({ modifiers: ['Control'] }));
    expect(await panesIn(app.page).count()).toBe(1);
    expect(app.youtube.loads(one)).toBe(1);
  });

  it('is the one used last, for another video', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await app.driver.openNote('Two.md');
    await expectPlayhead(app, two, 20, () => chipsIn(app.page).click());
    expect(await panesIn(app.page).count()).toBe(1);
    expect(await app.youtube.count(app.page, one)).toBe(0);
  });

  it('is a new one when the other is pinned', async () => {
    const both = `${noteAbout(one, '00:00:10')}\n${anchor('00:00:20', undefined, ` data-v="${two}"`)}\n`;
    await app.driver.start({ notes: { 'Both.md': both } });
    await app.driver.openNote('Both.md');
    const chips = chipsIn(app.page);
    await expectPlayhead(app, one, 10, () => chips.first().click());
    await pinPanes();
    await expectPlayhead(app, two, 20, () => chips.nth(1).click());
    expect(await panesIn(app.page).count()).toBe(2);
    // The new pane below makes the frame of the first one load anew.
    await expect.poll(() => app.youtube.count(app.page, one)).toBe(1);
  });

  it('is a new one for another video when Mod is held', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await app.driver.openNote('Two.md');
    await expectPlayhead(app, two, 20, () => chipsIn(app.page).click({ modifiers: ['Control'] }));
    expect(await panesIn(app.page).count()).toBe(2);
  });

  it('is one pane for two quick clicks', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await chipsIn(app.page).first().dblclick();
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    expect(await panesIn(app.page).count()).toBe(1);
    expect(app.youtube.loads(one)).toBe(1);
  });

  it('is a new tab for the middle button', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click({ button: 'middle' }));
    const tabs = app.page.locator('.workspace-tabs', {
      has: app.page.locator('[data-type="playhead-video"]'),
    });
    expect(await tabs.locator('.workspace-tab-header[data-type="markdown"]').count()).toBe(1);
  });

  it('is a tab on a phone', async () => {
    await app.driver.start({ notes, platform: 'phone' });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await expect.poll(() => panesIn(app.page).isVisible()).toBe(true);
  });

  it('leads back to its note on a phone', async () => {
    await app.driver.start({ notes, platform: 'phone' });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await expect.poll(() => panesIn(app.page).isVisible()).toBe(true);
    await panesIn(app.page).getByRole('button', { name: 'Back to the note' }).click();
    await expect.poll(() => noteIn(app.page, 'One.md').isVisible()).toBe(true);
    expect(await app.page.locator('.workspace-leaf-content[data-type="markdown"]').count()).toBe(1);
  });
});

describe('the focus', () => {
  it('stays in an editor while a chip of its own note, in another pane, plays', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md', { mode: 'source' });
    await app.driver.openNote('Two.md', { where: 'split' });
    const editor = noteIn(app.page, 'One.md').locator('.cm-content');
    await editor.click();
    await app.page.keyboard.press('Control+End');
    await expectPlayhead(app, two, 20, () =>
      noteIn(app.page, 'Two.md')
        .locator('.playhead-chip')
        .evaluate((chip: HTMLElement) => chip.click()),
    );
    await app.page.keyboard.type('typed on');
    await expect.poll(() => app.driver.readFile('One.md')).toMatch(/typed on$/);
  });

  it('stays in an editor beside, with its caret and scroll position', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await app.driver.openNote('Two.md', { where: 'split', mode: 'source' });
    const editor = noteIn(app.page, 'Two.md').locator('.cm-content');
    await editor.click();
    await app.page.keyboard.press('Control+Home');
    await app.page.keyboard.press('ArrowDown');
    await app.driver.runCommand('playhead:open-video');
    await expect.poll(() => app.youtube.count(app.page, two)).toBe(1);
    await app.page.keyboard.type('typed on');
    await expect.poll(() => app.driver.readFile('Two.md')).toContain('\ntyped ontitle: A note\n');
  });
});

describe('a pane that is moved in its window', () => {
  it.each([
    ['playing', 1],
    ['paused', 2],
  ] as const)('keeps its place: %s', async (_, state) => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    if (state === 2) await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(state);
    const loads = app.youtube.loads(one);
    await app.page.evaluate(() => {
      const { workspace } = window.app;
      const [pane] = workspace.getLeavesOfType('playhead-video');
      if (pane === undefined) throw new Error('There is no pane.');
      workspace.createLeafBySplit(pane, 'horizontal');
    });
    // The browser loads the frame anew; then the player loads it at its second.
    const asked = (): Readonly<Record<string, string>> => app.youtube.requests.at(-1)?.parameters ?? {};
    await expect.poll(() => Number(asked()['start'])).toBeGreaterThanOrEqual(60);
    expect(app.youtube.loads(one)).toBeGreaterThan(loads);
    expect(asked()['autoplay']).toBe(state === 1 ? '1' : '0');
    const after = state === 1 ? [1] : [-1, 5];
    await expect.poll(async () => after.includes(await app.youtube.player(app.page, one).state())).toBe(true);
    expect(await panesIn(app.page).count()).toBe(1);
  });
});

describe('a renamed note', () => {
  it('keeps its chips alive', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('Two.md');
    await expect.poll(() => chipsIn(app.page).count()).toBe(1);
    await app.page.evaluate(async () => {
      const file = window.app.vault.getFileByPath('Two.md');
      if (file !== null) await window.app.vault.rename(file, 'Renamed.md');
    });
    await app.driver.writeOutside('One.md', noteAbout(one, '00:00:11'));
    await expectPlayhead(app, two, 20, () => chipsIn(app.page).click());
    expect(await chipsIn(app.page).getAttribute('aria-label')).toBe('Play from 20 seconds');
  });
});

describe('the layout', () => {
  it('brings a pane back at its second, paused', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(2);
    const paused = await app.youtube.player(app.page, one).currentTime();

    await app.driver.restart();
    const player = app.youtube.player(app.page, one);
    expect(Math.abs((await player.currentTime()) - paused)).toBeLessThan(1.1);
    expect([-1, 2, 5]).toContain(await player.state());
    expect(app.youtube.requests.at(-1)?.parameters).toMatchObject({ autoplay: '0' });
  });

  it('loads nothing for a pane in a tab that was never shown, until a chip asks for it', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    await app.page.evaluate(async () => {
      const { workspace } = window.app;
      const [pane] = workspace.getLeavesOfType('playhead-video');
      if (pane === undefined) throw new Error('There is no pane.');
      workspace.setActiveLeaf(pane);
      const beside = workspace.getLeaf('tab');
      await beside.setViewState({ type: 'empty', active: true });
    });
    const before = app.youtube.requests.length;
    await app.driver.restart();
    await expect.poll(() => chipsIn(app.page).count()).toBe(2);
    expect(app.youtube.requests.length).toBe(before);
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    expect(await app.page.evaluate(() => window.app.workspace.getLeavesOfType('playhead-video').length)).toBe(
      1,
    );
  });

  it('loads nothing for a hidden pane when the plugin starts anew', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    await coverPane(app.page);
    const before = app.youtube.requests.length;
    await app.driver.disable('playhead');
    await app.driver.enable('playhead');
    await expect.poll(() => chipsIn(app.page).count()).toBe(2);
    expect(app.youtube.requests.length).toBe(before);
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
  });

  it('may hold anything: a pane of garbage is empty and says what to do', async () => {
    await app.driver.start({
      notes,
      layout: {
        main: {
          id: 'root',
          type: 'split',
          children: [
            {
              id: 'tabs',
              type: 'tabs',
              children: [
                {
                  id: 'leaf',
                  type: 'leaf',
                  state: {
                    type: 'playhead-video',
                    state: { video: 'youtube:"><script>', time: 'NaN', rate: {} },
                  },
                },
              ],
            },
          ],
        },
      },
    });
    await expect.poll(() => panesIn(app.page).innerText()).toContain('Click a timestamp in a note');
  });
});

describe('a pane that cannot be seen', () => {
  it('pauses', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await coverPane(app.page);
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(2);
  });
});
