// The chips of the current moment are marked in all open notes, and notes that follow leave the user alone.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'nowPlaying1';
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);
const about = (text: string): string => `---\nvideoId: ${id}\n---\n\n${text}\n`;

/** The faces of the marked chips. */
const marked = (where: Page | Locator): Promise<readonly string[]> =>
  where.locator('.playhead-chip[aria-current="true"]:visible').allTextContents();

const timeline = (): Locator => panesIn(app.page).getByRole('slider', { name: 'Timeline' });

async function pause(): Promise<void> {
  await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => player().state()).toBe(2);
}

describe('the chips of what plays', () => {
  const one = about(
    [
      `Said ${anchor('00:00:10')}, then ${anchor('00:01:00')}, then ${anchor('00:02:00')}.`,
      `> [!note]\n> Again ${anchor('00:01:00')}.`,
      `| at |\n| --- |\n| ${anchor('00:01:00')} |`,
      '![[two]]',
      'See [[two]].',
    ].join('\n\n'),
  );
  const two = about(`Here ${anchor('00:00:30')}, then ${anchor('00:01:00')}, then ${anchor('00:01:30')}.`);

  const card = { id: '1', type: 'file', file: 'two.md', x: 0, y: 0, width: 400, height: 300 };
  const board = JSON.stringify({ nodes: [card], edges: [] });

  it('are marked in every view of every note about it, each by what it says itself', async () => {
    app.youtube.set(id, { length: 600 });
    await app.driver.start({ notes: { 'one.md': one, 'two.md': two, 'board.canvas': board } });
    await app.driver.openNote('one.md');
    await app.driver.openNote('board.canvas', { where: 'split' });
    await app.driver.openNote('two.md', { mode: 'live', where: 'split' });
    const opened = app.context.waitForEvent('page');
    await app.driver.openNote('one.md', { mode: 'live', where: 'window' });
    const popout = await opened;
    const reading = noteIn(app.page, 'one.md');
    const live = noteIn(app.page, 'two.md');
    expect(await marked(reading)).toEqual([]);

    await expectPlayhead(app, id, 60, () => chipsIn(reading).nth(1).click());
    await expect.poll(() => marked(reading)).toEqual(['1:00', '1:00', '1:00', '1:00']);
    await expect.poll(() => marked(live)).toEqual(['1:00']);
    await expect.poll(() => marked(popout)).toEqual(['1:00', '1:00', '1:00', '1:00']);

    await chipsIn(live).nth(2).click();
    await expect.poll(() => marked(live)).toEqual(['1:30']);
    await expect.poll(() => marked(reading)).toEqual(['1:00', '1:00', '1:00', '1:30']);
    await expect.poll(() => marked(popout)).toEqual(['1:00', '1:00', '1:00', '1:30']);
    expect(await marked(app.page.locator('.canvas-node'))).toEqual(['1:30']);

    await pause();
    await reading.locator('a.internal-link', { hasText: 'two' }).hover();
    await expect.poll(() => marked(app.page.locator('.hover-popover'))).toEqual(['1:30']);
    expect(await marked(live)).toEqual(['1:30']);
    await app.page.evaluate(() => {
      for (const leaf of window.app.workspace.getLeavesOfType('playhead-video')) leaf.detach();
    });
    await expect.poll(() => marked(reading)).toEqual([]);
    expect([await marked(live), await marked(popout)]).toEqual([[], []]);
  });

  it('change nothing of the page while the current moment stays', async () => {
    app.youtube.set(id, { length: 600 });
    await app.driver.start({ notes: { 'one.md': one } });
    await app.driver.openNote('one.md');
    const reading = noteIn(app.page, 'one.md');
    const box = await reading.locator('p').first().boundingBox();
    await expectPlayhead(app, id, 10, () => chipsIn(reading).first().click());
    await expect.poll(() => marked(reading)).toEqual(['0:10']);
    expect((await reading.locator('p').first().boundingBox())?.height).toBe(box?.height);
    await reading.evaluate((el) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((records) => {
        for (const { target, attributeName } of records) {
          seen.push(`${target.textContent} ${String(attributeName)}`);
        }
      }).observe(el.querySelector('.markdown-preview-view') ?? el, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    const seen = (): Promise<unknown> =>
      app.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await expect.poll(() => player().currentTime()).toBeGreaterThan(12);
    expect(await seen()).toEqual([]);
    await timeline().press('PageUp');
    const change = ['0:10', '1:00', '1:00', '1:00'].map((face) => `${face} aria-current`);
    await expect.poll(seen).toEqual(change);
  });
});

describe('notes that follow', () => {
  const times = Array.from({ length: 40 }, (_, index) => index + 1);
  const time = (minute: number): string => `00:${String(minute).padStart(2, '0')}:00`;
  const long = about(
    times
      .map((minute) => `Moment ${minute}: ${'words '.repeat(60)}${anchor(time(minute))} end.`)
      .join('\n\n'),
  );

  const viewOf = (page: Page, mode: string): Locator =>
    page.locator('[data-type="markdown"]').filter({ has: page.locator(`${mode}:visible`) });
  const READING = '.markdown-reading-view';
  const LIVE = '.markdown-source-view.is-live-preview';
  const SOURCE = '.markdown-source-view:not(.is-live-preview)';

  interface Watched {
    /** When the user last did something in the view, and when the paragraph became visible. */
    watched?: { used: number; shown?: number };
  }

  /** Waits from now on for the paragraph of a minute to become visible. */
  async function watch(view: Locator, minute: number): Promise<void> {
    await view.evaluate((el: HTMLElement & Watched, begin) => {
      const watched: NonNullable<Watched['watched']> = { used: -Infinity };
      el.watched = watched;
      for (const type of ['wheel', 'keydown', 'pointerdown', 'pointerup']) {
        el.addEventListener(type, () => (watched.used = performance.now()), true);
      }
      const around = el.getBoundingClientRect();
      const timer = setInterval(() => {
        const all = Array.from(el.querySelectorAll('p, .cm-line'));
        const box = all.find(({ textContent }) => textContent.startsWith(begin))?.getBoundingClientRect();
        if (box === undefined || box.top > around.bottom || box.bottom < around.top || box.height === 0)
          return;
        watched.shown = performance.now();
        clearInterval(timer);
      }, 20);
    }, `Moment ${minute}:`);
  }

  /** Milliseconds between the user's last action in the view and the visible paragraph. */
  const waited = (view: Locator): Promise<number | undefined> =>
    view.evaluate(({ watched }: HTMLElement & Watched) =>
      watched?.shown === undefined ? undefined : watched.shown - watched.used,
    );
  const shown = { timeout: 30_000, interval: 50 };

  /** Whether the marked chip is away from the edges of the view. */
  const isWellInView = (view: Locator): Promise<boolean> =>
    view.evaluate((el) => {
      const scroller = el.querySelector('.markdown-preview-view, .cm-scroller');
      const around = (scroller ?? el).getBoundingClientRect();
      const chip = el.querySelector('.playhead-chip[aria-current="true"]')?.getBoundingClientRect();
      const part = ((chip?.top ?? 0) - around.top) / around.height;
      return part > 0.1 && part < 0.8;
    });

  /** Plays from one minute to another; every minute has a timestamp. */
  async function goOn(from: number, to: number): Promise<void> {
    for (let minute = from + 1; minute <= to; minute++) {
      await app.driver.runCommand('playhead:go-to-next-timestamp');
      const now = async (): Promise<number> => Number(await timeline().getAttribute('aria-valuenow'));
      await expect.poll(async () => Math.round((await now()) / 60)).toBe(minute);
    }
  }

  it('scroll to what plays, and never under the hands of the user', async () => {
    app.youtube.set(id, { length: 3000 });
    await app.driver.start({ notes: { 'long.md': long } });
    await app.driver.openNote('long.md');
    await app.driver.openNote('long.md', { mode: 'source', where: 'split' });
    await app.driver.openNote('long.md', { mode: 'live', where: 'split' });
    await app.driver.runCommand('playhead:open-video');
    await panesIn(app.page).getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => player().state()).toBe(1);
    await pause();
    const opened = app.context.waitForEvent('page');
    await app.driver.openNote('long.md', { mode: 'live', where: 'window' });
    const popout = await opened;
    const [reading, source, live] = [READING, SOURCE, LIVE].map((mode) => viewOf(app.page, mode)) as [
      Locator,
      Locator,
      Locator,
    ];
    const out = viewOf(popout, LIVE);
    const all = [reading, source, live, out];

    // Far away, and without a layout.
    for (const view of all) await watch(view, 20);
    await panesIn(app.page).getByRole('button', { name: 'More controls' }).click();
    await app.page.locator('.menu-item', { hasText: 'Follow in note' }).click();
    await timeline().press('4');
    for (const view of all) await expect.poll(() => waited(view), shown).toBeDefined();

    // Chips that have become visible are marked, and well in view; source mode has no chips.
    for (const view of [reading, live, out]) {
      await expect.poll(() => marked(view)).toEqual(['20:00']);
      await expect.poll(() => isWellInView(view), shown).toBe(true);
    }

    for (const view of all) await watch(view, 25);
    await live.locator('.cm-line', { hasText: 'Moment 20:' }).click({ position: { x: 30, y: 34 } });
    await app.page.keyboard.type('x');
    await reading.hover();
    await app.page.mouse.wheel(0, -600);
    const start = await out.locator('.cm-line', { hasText: 'Moment 20:' }).boundingBox();
    await popout.mouse.move((start?.x ?? 0) + 20, (start?.y ?? 0) + 8);
    await popout.mouse.down();
    await popout.mouse.move((start?.x ?? 0) + 120, (start?.y ?? 0) + 30, { steps: 4 });
    await goOn(20, 25);
    await expect.poll(() => waited(source), shown).toBeDefined();
    await expect.poll(() => waited(reading), shown).toBeGreaterThanOrEqual(3990);
    await expect.poll(() => waited(live), shown).toBeGreaterThanOrEqual(3990);
    // The caret is in place, and the editor has the focus.
    await app.page.keyboard.type('y');
    await expect.poll(() => live.locator('.cm-content').innerText()).toContain('xy');

    expect(await waited(out)).toBeUndefined();
    await popout.mouse.up();
    await expect.poll(() => waited(out), shown).toBeGreaterThanOrEqual(3990);
    expect(await popout.evaluate(() => window.getSelection()?.isCollapsed)).toBe(false);
  }, 180_000);
});
