// A preview of the clip opens when the pointer rests on a chip: in every view, of the right second, without disturbing the user.
import type { Component } from 'obsidian';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../driver/driver.ts';
import { placeCaret, selections } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';
import type { YouTubePlayer } from '../youtube/player-frame.ts';

const app = usePlayhead({ previews: true });
const id = 'hoveredVid1';
const other = 'hoveredVid2';
const header = `---\nvideoId: ${id}\n---\n\n`;
const path = 'note.md';

type Mode = 'reading' | 'live';

type Box = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;

interface Opened extends StartOptions {
  readonly mode?: Mode;
}

async function open(text: string, { mode = 'reading', ...options }: Opened = {}): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk' });
  await app.driver.start({ ...options, notes: { ...options.notes, [path]: text } });
  await watchTimers(app.page);
  await app.driver.openNote(path, { mode });
  await chipsIn(app.page).first().waitFor();
}

const preview = (): Locator => app.page.locator('.popover .playhead-preview');
const rightPreview = (): Locator => app.page.locator('.popover .playhead-preview.is-right');
const timeOf = (): Locator => preview().locator('.playhead-preview-time');
const chip = (face: string): Locator =>
  chipsIn(app.page)
    .filter({ hasText: new RegExp(`^${face}$`) })
    .first();

/** Moves the pointer over each element, and rests on the last, as fast as the browser goes. */
async function pointAt(...targets: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(targets.map((target) => target.boundingBox()));
  await sweep(boxes.filter((box) => box !== null));
}

async function sweep(boxes: readonly Box[]): Promise<void> {
  const { mouse } = app.page;
  await Promise.all(boxes.map(({ x, y, width, height }) => mouse.move(x + width / 2, y + height / 2)));
}

async function leave(): Promise<void> {
  await app.page.mouse.move(2, 300);
  await preview().waitFor({ state: 'detached' });
}

/** Waits for timers that were set after those of a preview: by then, the preview would be open. */
async function expectNoPreview(): Promise<void> {
  await app.page.evaluate(async () => {
    const { adapter, configDir } = window.app.vault;
    await adapter.read(`${configDir}/page-preview.json`).catch(() => '');
  });
  await timersEnded(app.page);
  expect(await preview().count()).toBe(0);
}

/** The user's place: the focused element, the carets and the scroll position. */
async function standing(): Promise<unknown> {
  const here = await app.page.evaluate(() => ({
    focus: document.activeElement?.className,
    selected: window.getSelection()?.toString(),
    scrolled: [...document.querySelectorAll('.cm-scroller, .markdown-preview-view')].map(
      (el) => el.scrollTop,
    ),
  }));
  return { ...here, carets: await selections(app.page) };
}

/** The player in a pane; another one may be kept for previews. */
async function panePlayer(): Promise<YouTubePlayer> {
  const frame = await (await panesIn(app.page).locator('iframe').elementHandle()).contentFrame();
  if (frame === null) throw new Error('The player of the pane is gone.');
  return app.youtube.player(frame, id);
}

/** The hosts outside of the device that are contacted from now on. The app and its vault are on the device. */
function hostsAsked(): () => string[] {
  const asked: string[] = [];
  app.page.context().on('request', (request) => {
    const { host, hostname, origin } = new URL(request.url());
    const isLocal = hostname === 'localhost' || hostname === new URL(app.hostUrl).hostname;
    if (!isLocal && /^http/.test(origin)) asked.push(host);
  });
  return () => [...new Set(asked)].sort();
}

describe.each<Mode>(['reading', 'live'])('resting on a chip, %s', (mode) => {
  it('shows its clip without sound, says what it is, and leaves the user where they are', async () => {
    const filler = (lines: number): string => 'A line.\n\n'.repeat(lines);
    const text = `${filler(4)}Caret. One ${anchor('00:01:06')}, two ${anchor('00:01:16')}.\n\n${filler(60)}`;
    await open(header + text, { mode });
    if (mode === 'live') await placeCaret(app.page, 'Caret', 2);
    await app.page.locator('.cm-scroller:visible, .markdown-preview-view:visible').evaluate((el) => {
      el.scrollTop = 40;
    });
    const before = await standing();
    await pointAt(chip('1:16'), chip('1:06'));
    await rightPreview().waitFor();
    await expect.poll(() => preview().innerText()).toBe('1:06\n10 s\nA talk');
    const player = app.youtube.player(app.page, id);
    expect(await player.muted()).toBe(true);
    expect(await player.currentTime()).toBeGreaterThanOrEqual(66);
    expect(await player.currentTime()).toBeLessThan(77);
    expect(app.youtube.requests.map(({ parameters }) => parameters.start)).toEqual(['66']);
    expect(await standing()).toEqual(before);
    if (mode === 'live') {
      const isOfEditor = (): boolean => Boolean(window.app.workspace.activeEditor?.hoverPopover);
      expect(await app.page.evaluate(isOfEditor)).toBe(true);
    }
    // The pointer may pass another chip on its way to the popover. The picture takes neither it nor the focus.
    await pointAt(chip('1:16'), app.page.locator('.playhead-preview-player iframe'));
    expect(await timeOf().allInnerTexts()).toEqual(['1:06']);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
    expect(await standing()).toEqual(before);
  });

  it('does it in callouts, tables, lists and embeds', async () => {
    const text = `${header}> [!note] Title\n> In a callout ${anchor('00:02:00')}.\n\n| a | b |\n| - | - |\n| ${anchor('00:03:00')} | x |\n\n- ${anchor('00:04:00')}\n\n![[inner]]\n`;
    await open(text, {
      mode,
      notes: { 'inner.md': `---\nvideoId: ${id}\n---\n\nInner ${anchor('00:05:00')}\n` },
    });
    for (const face of ['2:00', '3:00', '4:00', '5:00']) {
      await pointAt(chip(face));
      await expect.poll(() => timeOf().allInnerTexts()).toEqual([face]);
      // A player of YouTube that has not begun to play is not kept.
      await rightPreview().waitFor();
      // The preview covers the chip below.
      await leave();
    }
    // One player for all of them.
    expect(app.youtube.loads(id)).toBe(1);
  });
});

describe('the pointer', () => {
  it('that sweeps over a hundred chips asks for nothing that it passed, and leaves nothing', async () => {
    const videos = Array.from({ length: 100 }, (_, index) => `sweep${String(index).padStart(6, '0')}`);
    const chips = videos.map((video) => anchor('00:00:10', '[0:10]', ` data-v="${video}"`));
    await open(`${header}${chips.join(' ')}\n`);
    await expect.poll(() => chipsIn(app.page).count()).toBe(100);
    await sweep(
      await chipsIn(app.page).evaluateAll((all) =>
        all.map((el) => el.getBoundingClientRect().toJSON() as Box),
      ),
    );
    await rightPreview().waitFor();
    expect(app.youtube.requests.map((request) => request.id)).toEqual([videos.at(-1)]);
    expect(await app.page.locator('.popover').count()).toBe(1);
    await leave();
    expect(await app.page.locator('.popover').count()).toBe(0);
    expect(await app.driver.disable('playhead')).toEqual([]);
  });

  it('finds the preview inside the window, beside its chip, and loses it when the note scrolls on', async () => {
    await open(
      `${header}${'A line.\n\n'.repeat(30)}${'word '.repeat(14)}${anchor('00:01:06')}\n\n${'A line.\n\n'.repeat(60)}`,
    );
    await chip('1:06').evaluate((el) => el.scrollIntoView({ block: 'end' }));
    await pointAt(chip('1:06'));
    await rightPreview().waitFor();
    const box = await app.page.locator('.popover').boundingBox();
    const target = await chip('1:06').boundingBox();
    const size = app.page.viewportSize();
    if (box === null || target === null || size === null) throw new Error('It is not shown.');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(target.y);
    await app.page.mouse.wheel(0, 400);
    await preview().waitFor({ state: 'detached' });
  });

  it('that presses plays, and previews nothing, also where that moves the text under it', async () => {
    await open(`${header}${`${anchor('00:01:06')} `.repeat(60)}\n`);
    await pointAt(chipsIn(app.page).nth(20));
    await rightPreview().waitFor();
    const box = (await chipsIn(app.page).nth(20).boundingBox()) ?? { x: 0, y: 0 };
    await app.page.mouse.down();
    await app.page.mouse.up();
    await expect.poll(async () => (await panePlayer()).currentTime()).toBeGreaterThanOrEqual(66);
    // Another chip moves under the resting pointer, as when a pane makes lines shorter.
    await chipsIn(app.page).evaluateAll((all, at) => {
      const chip = all[40]?.getBoundingClientRect();
      const x = at.x - (chip?.x ?? 0);
      const y = at.y - (chip?.y ?? 0);
      all[40]?.parentElement?.setCssStyles({ position: 'relative', left: `${x}px`, top: `${y}px` });
    }, box);
    await expect
      .poll(() =>
        chipsIn(app.page)
          .nth(40)
          .evaluate((el) => el.matches(':hover')),
      )
      .toBe(true);
    await expectNoPreview();
  });
});

describe('a preview', () => {
  it('is right again when the length comes late, and loops a written range whole', async () => {
    app.youtube.set(id, { lengthDelay: 'held' });
    const range = `<a class="yt-timestamp" data-t="00:02:00" data-end="00:02:40">[00:02:00 - 00:02:40]</a>`;
    await open(`${header}Slipped ${anchor('03:01:00')} and ${range}.\n`);
    await pointAt(chip('3:01:00'));
    await expect.poll(() => timeOf().allInnerTexts()).toEqual(['3:01:00']);
    await app.youtube.player(app.page, id).tellLength();
    await expect.poll(() => timeOf().innerText()).toBe('3:01');
    await rightPreview().waitFor();
    const now = await app.youtube.player(app.page, id).currentTime();
    expect(now).toBeGreaterThanOrEqual(181);
    expect(now).toBeLessThan(197);
    await pointAt(chip('2:00–2:40'));
    await expect.poll(() => preview().innerText()).toBe('2:00–2:40\n40 s\nA talk');
  });

  it('leaves what plays alone, and its buttons play the clip or open it elsewhere', async () => {
    app.youtube.set(other, { length: 900 });
    await open(
      `${header}One ${anchor('00:01:06')}, two ${anchor('00:05:00', '[5:00]', ` data-v="${other}"`)}.\n`,
    );
    await expectPlayhead(app, other, 300, () => chip('5:00').click());
    await pointAt(chip('1:06'));
    await rightPreview().waitFor();
    const main = app.youtube.player(app.page, other);
    expect([await main.state(), await main.muted()]).toEqual([1, false]);
    expect(await app.youtube.player(app.page, id).muted()).toBe(true);
    await app.page.evaluate(() => {
      window.open = (url) => {
        document.body.dataset['opened'] = String(url);
        return null;
      };
    });
    await preview().getByRole('button', { name: 'Open on YouTube' }).click();
    expect(await app.page.evaluate(() => document.body.dataset['opened'])).toBe(
      `https://youtu.be/${id}?t=66`,
    );
    await preview().waitFor({ state: 'detached' });
    await leave();
    await pointAt(chip('1:06'));
    await rightPreview().waitFor();
    // So does its picture.
    await pointAt(app.page.locator('.playhead-preview-player iframe'));
    await app.page.mouse.down();
    await app.page.mouse.up();
    await expect.poll(async () => (await panePlayer()).currentTime()).toBeGreaterThanOrEqual(66);
    await expect.poll(() => preview().count()).toBe(0);
  });

  it('says in words why there is none', async () => {
    app.youtube.set(other, { fault: 150 });
    const named = (video: string): string => anchor('00:01:06', '[1:06]', ` data-v="${video}"`);
    await open(`${header}One ${named(other)} two ${named('gone.webm')}.\n`);
    await pointAt(chipsIn(app.page).first());
    await expect
      .poll(() => preview().innerText())
      .toContain(
        'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
      );
    await pointAt(chipsIn(app.page).last());
    await expect.poll(() => preview().innerText()).toContain('This file is not in the vault.');
    await leave();
    await app.page.context().setOffline(true);
    await pointAt(chipsIn(app.page).first());
    await expect.poll(() => preview().innerText()).toContain('YouTube does not answer.');
    await app.page.context().setOffline(false);
    expect(app.youtube.loads(other)).toBe(1);
  });

  it('of a media file shows the frame at its second, and nothing leaves the device', async () => {
    const asked = hostsAsked();
    for (const hoverPreview of ['clip', 'still'] as const) {
      const text = `---\nvideo: "[[time-code.webm]]"\n---\n\nOne ${anchor('00:11:00')}.\n`;
      await open(text, { served: true, data: { hoverPreview } });
      await pointAt(chip('11:00'));
      await rightPreview().waitFor();
      const video = app.page.locator('.playhead-preview-player video, .playhead-preview-stage video');
      const [now, muted, paused] = await video.evaluate(
        (el: HTMLVideoElement) => [el.currentTime, el.muted, el.paused] as const,
      );
      expect(Math.floor(now)).toBeGreaterThanOrEqual(660);
      expect(now).toBeLessThan(676);
      expect([muted, paused]).toEqual([true, hoverPreview === 'still']);
    }
    expect(asked()).toEqual([]);
  });
});

describe('the settings of previews', () => {
  it('decides who is asked: the player’s host, the poster’s, or nobody, whatever page preview does', async () => {
    const asked = hostsAsked();
    const named = (face: string, video: string): string =>
      anchor(`00:0${face}`, `[${face}]`, ` data-v="${video}"`);
    const remote = named('1:08', 'https://media.example/talk.webm');
    const text = `${header}One ${anchor('00:01:06')} two ${named('1:07', other)} three ${remote} four.\n`;
    app.youtube.set(other, { poster: 'missing' });
    app.allow(/404/);
    await open(text, { data: { hoverPreview: 'still' } });
    await pointAt(chip('1:06'));
    await rightPreview().locator('img').waitFor();
    expect(await preview().innerText()).toBe('1:06');
    expect(await preview().locator('.playhead-preview-progress').isVisible()).toBe(false);
    await pointAt(chip('1:07'));
    await rightPreview().locator('.playhead-preview-card').waitFor();
    expect(asked()).toEqual(['i.ytimg.com']);
    expect(app.youtube.posters.map((url) => url.split('/')[4])).toEqual([id, other]);
    await open(text, { data: { hoverPreview: 'off' } });
    await pointAt(chip('1:06'));
    await expectNoPreview();
    await open(text, { data: { hoverPreview: 'clip' } });
    // As with the core plugin disabled: only this plugin handles hovers.
    await app.page.evaluate(() => {
      (window.app as unknown as { readonly pagePreview: Component }).pagePreview.unload();
    });
    await pointAt(chip('1:06'));
    await rightPreview().waitFor();
    // A host that only the note names is not contacted.
    await pointAt(chip('1:08'));
    await rightPreview().locator('.playhead-preview-card').waitFor();
    expect(asked()).toEqual(['i.ytimg.com', 'www.youtube-nocookie.com']);
    expect(app.youtube.posters).toHaveLength(2);
  });

  it('in page preview may ask for Mod, which also previews what has the focus', async () => {
    await open(`${header}One ${anchor('00:01:06')} two ${anchor('00:01:16')}.\n`);
    await app.driver.writeOutside('.obsidian/page-preview.json', '{"playhead": true}');
    await pointAt(chip('1:06'));
    await expectNoPreview();
    await app.page.keyboard.down('Control');
    await expect.poll(() => timeOf().allInnerTexts()).toEqual(['1:06']);
    await app.page.keyboard.up('Control');
    await leave();
    await chip('1:16').focus();
    await app.page.keyboard.press('Control');
    await expect.poll(() => timeOf().allInnerTexts()).toEqual(['1:16']);
    expect(await chip('1:16').evaluate((el) => el === document.activeElement)).toBe(true);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  });

  it('on a phone is in the menu of the chip', async () => {
    await open(`${header}One ${anchor('00:01:06')}.\n`, { platform: 'phone' });
    await chip('1:06').click({ button: 'right' });
    await app.page.locator('.menu .menu-item', { hasText: 'Preview' }).click();
    const shown = app.page.locator('.modal .playhead-preview.is-right');
    await expect.poll(() => shown.innerText()).toContain('1:06');
    const [modal, picture] = await Promise.all([
      app.page.locator('.modal').boundingBox(),
      app.page.locator('.playhead-preview-player iframe').boundingBox(),
    ]);
    expect(picture?.width).toBeLessThanOrEqual(modal?.width ?? 0);
    await shown.getByRole('button', { name: 'Play' }).click();
    await panesIn(app.page).locator('iframe').waitFor();
    expect(await app.page.locator('.modal').count()).toBe(0);
  });
});

it('is gone with the plugin', async () => {
  await open(`${header}One ${anchor('00:01:06')}.\n`);
  await pointAt(chip('1:06'));
  await rightPreview().waitFor();
  expect(await app.driver.disable('playhead')).toEqual([]);
  expect(await app.page.locator('.popover, .playhead-preview-player, iframe').count()).toBe(0);
  expect(await noteIn(app.page, path).locator('a.yt-timestamp').count()).toBe(1);
});
