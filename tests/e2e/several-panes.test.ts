// Where panes open, which of two panes with one video stays, and which follows the active note.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedLayout } from '../driver/driver.ts';
import { anchor, chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const one = 'videoOfOne1';
const two = 'videoOfTwo2';
const notes = {
  'One.md': noteAbout(one, '00:00:10', '00:01:00'),
  'Two.md': noteAbout(two, '00:00:20'),
  'None.md': 'A note about nothing.',
};

/** The videos of all panes, loaded or not, in the layout. */
function videos(): Promise<unknown[]> {
  return app.page.evaluate(() =>
    window.app.workspace
      .getLeavesOfType('playhead-video')
      .map((leaf) => leaf.getViewState().state?.['video']),
  );
}

const lastStart = (): Readonly<Record<string, string>> => app.youtube.requests.at(-1)?.parameters ?? {};

describe('a new pane', () => {
  it.each([
    ['split', '.mod-root > .workspace-tabs:nth-child(2)'],
    ['tab', '.mod-root > .workspace-tabs:first-child'],
    ['sidebar', '.mod-right-split'],
  ] as const)('opens where that is set: %s', async (newPanePlace, place) => {
    await app.driver.start({ notes, data: { newPanePlace } });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    expect(await panesIn(app.page.locator(place)).isVisible()).toBe(true);
  });

  it('opens in a window of its own where that is set, and plays there what is clicked here', async () => {
    await app.driver.start({ notes, data: { newPanePlace: 'window' } });
    await app.driver.openNote('One.md');
    await chipsIn(app.page).first().click();
    await expect.poll(() => app.driver.popouts().length).toBe(1);
    const [popout] = app.driver.popouts();
    if (popout === undefined) throw new Error('There is no window.');
    await expectPlayhead({ ...app, page: popout }, one, 60, () => chipsIn(app.page).nth(1).click());
    expect(app.driver.popouts()).toHaveLength(1);
    expect(await panesIn(app.page).count()).toBe(0);
  });

  it('is a tab on a phone, whatever is set', async () => {
    await app.driver.start({ notes, platform: 'phone', data: { newPanePlace: 'window' } });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    expect(await panesIn(app.page).isVisible()).toBe(true);
  });
});

describe('one video', () => {
  it('stays in its pane when the app splits that: the second closes, and the first plays on', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    await app.page.evaluate(() => {
      const { workspace } = window.app;
      const [pane] = workspace.getLeavesOfType('playhead-video');
      if (pane !== undefined) workspace.setActiveLeaf(pane);
    });
    await app.driver.runCommand('workspace:split-vertical');
    await expect.poll(() => app.driver.notices()).toEqual(['This video is open already.']);
    expect(await videos()).toEqual([`youtube:${one}`]);
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(1);
    expect(await app.youtube.player(app.page, one).currentTime()).toBeGreaterThanOrEqual(60);
    expect(await app.page.locator('.workspace-leaf.mod-active').locator(panesIn(app.page)).count()).toBe(1);
  });

  it('is shown once where a layout holds it three times, seen and unseen', async () => {
    const leaf = (id: string, video: string, time: number): SavedLayout['main'] & { type: 'leaf' } => ({
      id,
      type: 'leaf',
      state: { type: 'playhead-video', state: { video: `youtube:${video}`, time, rate: 1 }, title: id },
    });
    await app.driver.start({
      notes,
      layout: {
        main: {
          id: 'main',
          type: 'split',
          direction: 'vertical',
          children: [
            { id: 'a', type: 'tabs', children: [leaf('first', one, 30)] },
            { id: 'b', type: 'tabs', children: [leaf('second', one, 40), leaf('third', one, 50)] },
            { id: 'c', type: 'tabs', children: [leaf('other', two, 70)] },
          ],
        },
      },
    });
    await expect.poll(videos).toEqual([`youtube:${one}`, `youtube:${two}`]);
    await expect.poll(() => app.youtube.count(app.page, one)).toBe(1);
    await expect.poll(() => app.youtube.player(app.page, one).currentTime()).toBeLessThan(31);
    await expect.poll(() => app.youtube.count(app.page, two)).toBe(1);
    expect(await app.driver.notices()).toEqual([]);
  });
});

describe('two videos', () => {
  it('are not heard at once: the second opens below the first, and what starts pauses the other', async () => {
    const both = `${noteAbout(one, '00:00:10')}\n${anchor('00:00:20', undefined, ` data-v="${two}"`)}\n`;
    await app.driver.start({ notes: { 'Both.md': both } });
    await app.driver.openNote('Both.md');
    const chips = chipsIn(app.page);
    await expectPlayhead(app, one, 10, () => chips.first().click());
    const note = app.page.locator('.workspace-leaf-content[data-type="markdown"]');
    const room = await note.boundingBox();
    const first = await panesIn(app.page).boundingBox();
    await expectPlayhead(app, two, 20, () => chips.nth(1).click({ modifiers: ['Control'] }));
    // The split moved its frame, whose page loads anew: then the player is cued, not paused.
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBeOneOf([2, 5]);
    expect(await note.boundingBox()).toEqual(room);
    const second = await panesIn(app.page).last().boundingBox();
    expect(second).toMatchObject({ x: first?.x, width: first?.width });
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + 200);

    await expectPlayhead(app, one, 10, () => chips.first().click());
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(1);
    await expect.poll(() => app.youtube.player(app.page, two).state()).toBe(2);
  });

  it('play side by side where that is set, each from its chips, and keep their panes when those are pinned', async () => {
    const both = `${noteAbout(one, '00:00:10', '00:01:00')}\n${anchor('00:00:20', undefined, ` data-v="${two}"`)}\n`;
    await app.driver.start({ notes: { ...notes, 'Both.md': both }, data: { oneSound: false } });
    await app.driver.openNote('Both.md');
    const chips = chipsIn(app.page);
    await expectPlayhead(app, one, 10, () => chips.first().click());
    await expectPlayhead(app, two, 20, () => chips.nth(2).click({ modifiers: ['Control'] }));
    await expectPlayhead(app, one, 60, () => chips.nth(1).click());
    await expectPlayhead(app, two, 20, () => chips.nth(2).click());
    expect(await app.youtube.player(app.page, one).state()).toBe(1);
    await app.page.evaluate(() => {
      for (const leaf of window.app.workspace.getLeavesOfType('playhead-video')) leaf.setPinned(true);
    });
    await app.driver.restart();
    await expect.poll(() => app.youtube.count(app.page, two)).toBe(1);
    expect((await videos()).sort()).toEqual([`youtube:${one}`, `youtube:${two}`]);
    expect(
      await app.page.evaluate(() =>
        window.app.workspace.getLeavesOfType('playhead-video').map((leaf) => leaf.getViewState().pinned),
      ),
    ).toEqual([true, true]);
  });
});

describe('a pane that follows the active note', () => {
  const data = { followActiveNote: true };

  it('shows its video, paused, and leaves the focus; what plays stays', async () => {
    await app.driver.start({ notes, data });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await app.driver.openNote('Two.md');
    await app.driver.openNote('One.md');
    expect(await videos()).toEqual([`youtube:${one}`]);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(2);

    await app.driver.openNote('Two.md', { mode: 'source' });
    await expect.poll(videos).toEqual([`youtube:${two}`]);
    await expect.poll(lastStart).toMatchObject({ autoplay: '0' });
    await app.page.keyboard.type('typed');
    await expect.poll(() => app.driver.readFile('Two.md')).toContain('typed');
    await app.driver.openNote('None.md');
    expect(await videos()).toEqual([`youtube:${two}`]);
    expect(app.youtube.loads(two)).toBe(1);
  });

  it('loads nothing where nobody sees it, and is as it was left after a restart', async () => {
    await app.driver.start({ notes, data, platform: 'phone' });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click());
    await app.driver.openNote('Two.md', { where: 'tab' });
    await expect.poll(videos).toEqual([`youtube:${two}`]);
    expect(app.youtube.loads(two)).toBe(0);
    await app.page.evaluate(async () => {
      const { workspace } = window.app;
      const [pane] = workspace.getLeavesOfType('playhead-video');
      if (pane !== undefined) await workspace.revealLeaf(pane);
    });
    await expect.poll(() => app.youtube.loads(two)).toBe(1);
    await app.driver.restart();
    await expect.poll(videos).toEqual([`youtube:${two}`]);
  });
});

describe('stacked tabs', () => {
  it('play a pane that is seen beside its note, and pause it once another covers it; it loads nothing again', async () => {
    await app.driver.start({ notes });
    await app.driver.openNote('One.md');
    await expectPlayhead(app, one, 10, () => chipsIn(app.page).first().click({ button: 'middle' }));
    await app.driver.openNote('Two.md', { where: 'tab' });
    await app.driver.openNote('None.md', { where: 'tab' });
    await app.driver.runCommand('workspace:toggle-stacked-tabs');
    const header = (type: string): Locator =>
      app.page.locator(`.mod-stacked .workspace-tab-header[data-type="${type}"]`);
    await header('markdown').first().click();
    await expectPlayhead(app, one, 60, () => chipsIn(app.page).nth(1).click());
    expect(await panesIn(app.page).isVisible()).toBe(true);
    expect(await chipsIn(app.page).first().isVisible()).toBe(true);

    await header('markdown').last().click();
    await expect.poll(() => app.youtube.player(app.page, one).state()).toBe(2);
    const paused = await app.youtube.player(app.page, one).currentTime();
    await header('playhead-video').click();
    await expect.poll(() => panesIn(app.page).isVisible()).toBe(true);
    expect(await app.youtube.player(app.page, one).currentTime()).toBe(paused);
    expect(app.youtube.loads(one)).toBe(1);
  });
});
