// The controls under the player, by mouse: at any width, on a phone, and for every kind of video.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { anchor, chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';
import type { VideoScript } from '../youtube/video-script.ts';

const app = usePlayhead();
const id = 'controlled1';
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);
const button = (name: string): Locator => panesIn(app.page).getByRole('button', { name, exact: true });
const time = (): Promise<string> => panesIn(app.page).locator('.playhead-time').innerText();

async function play(script: Partial<VideoScript> = {}, options: object = {}): Promise<void> {
  app.youtube.set(id, { length: 4202, title: 'A talk', ...script });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:12:34') }, ...options });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).click();
}

async function playNow(): Promise<void> {
  await play();
  await expect.poll(() => player().state()).toBe(1);
}

/** Sets the width of the pane. */
async function setWidth(width: number): Promise<void> {
  await app.page.setViewportSize({ width: Math.max(1280, width + 300), height: 900 });
  await panesIn(app.page).evaluate((pane, width) => {
    pane.closest<HTMLElement>('.workspace-tabs')?.style.setProperty('flex', `0 0 ${width}px`);
  }, width);
  await expect.poll(async () => (await panesIn(app.page).boundingBox())?.width).toBeCloseTo(width, -1);
}

async function shownNames(): Promise<readonly string[]> {
  const buttons = await panesIn(app.page).locator('.playhead-controls button:visible').all();
  return Promise.all(buttons.map(async (one) => (await one.getAttribute('aria-label')) ?? 'the time'));
}

async function menuTitles(): Promise<readonly string[]> {
  await button('More controls').click();
  const titles = await app.page.locator('.menu .menu-item-title').allInnerTexts();
  await app.page.keyboard.press('Escape');
  return titles;
}

describe('the controls', () => {
  it('all show something, at any width', async () => {
    await playNow();
    await setWidth(1000);
    const bare = (): Promise<(string | null)[]> =>
      panesIn(app.page)
        .locator('.playhead-controls button')
        .evaluateAll((all) =>
          all
            .filter((el) => el.querySelector('svg') === null && el.textContent.trim() === '')
            .map((el) => el.getAttribute('aria-label')),
        );
    await expect.poll(bare).toEqual([]);
  });

  it('play and pause', async () => {
    await playNow();
    await button('Pause').click();
    await expect.poll(() => player().state()).toBe(2);
    await button('Play').click();
    await expect.poll(() => player().state()).toBe(1);
  });

  it('have no tooltip where none of them is', async () => {
    await playNow();
    await setWidth(700);
    await watchTimers(app.page);
    const [time, next] = await Promise.all(
      [panesIn(app.page).locator('.playhead-time'), button('Speed: 1')].map((one) => one.boundingBox()),
    );
    if (time == null || next == null) throw new Error('There are no controls.');
    await app.page.mouse.move((time.x + time.width + next.x) / 2, time.y + time.height / 2);
    await timersEnded(app.page);
    expect(await app.page.locator('.tooltip').allInnerTexts()).toEqual([]);
  });

  it('skip by two steps, back and forward', async () => {
    await playNow();
    await setWidth(800);
    await button('Pause').click();
    await expect.poll(() => player().state()).toBe(2);
    const before = await player().currentTime();
    const skips: readonly (readonly [string, number])[] = [
      ['Forward 5 seconds', 5],
      ['Forward 10 seconds', 15],
      ['Back 5 seconds', 10],
      ['Back 10 seconds', 0],
    ];
    for (const [name, from] of skips) {
      await button(name).click();
      await expect
        .poll(async () => Math.abs((await player().currentTime()) - before - from))
        .toBeLessThan(0.5);
    }
    expect(await player().state()).toBe(2);
  });

  it('change the speed to one that the player offers', async () => {
    await playNow();
    await setWidth(500);
    await button('Speed: 1').click();
    expect(await app.page.locator('.menu .menu-item-title').allInnerTexts()).toEqual([
      ...['0.25×', '0.5×', '0.75×', 'Normal', '1.25×', '1.5×', '1.75×', '2×'],
    ]);
    await app.page.getByText('1.75×').click();
    await expect.poll(() => player().rate()).toBe(1.75);
    expect(await button('Speed: 1.75').innerText()).toBe('1.75×');
  });

  it('mute, and turn the volume', async () => {
    await playNow();
    await setWidth(800);
    await button('Mute').click();
    await expect.poll(() => player().muted()).toBe(true);
    const slider = panesIn(app.page).getByRole('slider', { name: 'Volume' });
    const box = await slider.boundingBox();
    if (box === null) throw new Error('There is no slider.');
    await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => player().muted()).toBe(false);
    await expect.poll(() => player().volume()).toBeCloseTo(0.5, 1);
    await slider.press('End');
    await expect.poll(() => player().volume()).toBe(1);
  });

  it('show the time as it passes, and the length; a click copies a link to it', async () => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await playNow();
    await setWidth(500);
    await expect.poll(time).toMatch(/^12:3[5-9] \/ 1:10:02$/);
    await button('Pause').click();
    await expect.poll(() => player().state()).toBe(2);
    await panesIn(app.page).locator('.playhead-time').click();
    const copied = (): Promise<string> => app.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/^https:\/\/youtu\.be\/controlled1\?t=75[4-9]$/);
    await expect.poll(() => app.driver.notices()).toEqual(['Link copied to clipboard.']);
  });

  it('go away with what they control', async () => {
    app.youtube.set(id, { fault: 150 });
    await play({ fault: 150 });
    await panesIn(app.page).getByText('Its owner does not allow').waitFor();
    expect(await shownNames()).toEqual([]);
  });
});

describe('a pane', () => {
  const always = ['Back 5 seconds', 'Play', 'Forward 5 seconds', 'the time', 'More controls'];

  it.each([
    [250, [...always.slice(0, 4), 'Insert timestamp', 'More controls']],
    [400, [...always.slice(0, 4), 'Speed: 1', 'Mute', 'Loop clip', 'Insert timestamp', 'More controls']],
    [
      1600,
      [
        ...['Back 10 seconds', ...always.slice(0, 3), 'Forward 10 seconds', 'the time'],
        ...['Speed: 1', 'Mute', 'Loop clip', 'Follow in note', 'Insert timestamp'],
        ...['Moments', 'Open on YouTube'],
        ...['Full screen', 'More controls'],
      ],
    ],
  ])(
    '%d px wide shows what it has room for, in one row, and has the rest in its menu',
    async (width, names) => {
      await playNow();
      await setWidth(width);
      await button('Pause').click();
      await button('Play').waitFor();
      expect(await shownNames()).toEqual(names);
      const all = new Set([...names, ...(await menuTitles())]);
      for (const name of ['Back 10 seconds', 'Speed: 1', 'Mute', 'Loop clip', 'Full screen']) {
        expect(all).toContain(name);
      }
      const tops = await panesIn(app.page)
        .locator('.playhead-controls button:visible')
        .evaluateAll((els) => els.map((el) => Math.round(el.getBoundingClientRect().top)));
      expect(new Set(tops).size).toBe(1);
    },
  );

  it.each([
    ['desktop', [250, 290, 350, 360, 400, 470, 690, 800, 900]],
    ['phone', [320, 360, 375, 390, 470, 610, 720, 800, 870]],
  ] as const)('has all of them in one row, with the time that plays: %s', async (platform, widths) => {
    app.youtube.set(id, { length: 13_000 });
    await app.driver.start({ notes: { 'note.md': noteAbout(id, '01:02:10') }, platform });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    await expect.poll(() => player().state()).toBe(1);
    for (const width of widths) {
      if (platform === 'phone') await app.page.setViewportSize({ width, height: 780 });
      else await setWidth(width);
      const row = await panesIn(app.page)
        .locator('.playhead-controls')
        .evaluate((el) => {
          const seen = [...el.querySelectorAll('button')].filter((one) => one.checkVisibility());
          const range = document.createRange();
          const text = el.querySelector('.playhead-time')?.firstChild?.firstChild;
          if (text == null) throw new Error('There is no time.');
          range.selectNode(text);
          const [now, around] = [range, el.querySelector('.playhead-time')].map((one) =>
            one?.getBoundingClientRect(),
          );
          return {
            tops: new Set(seen.map((one) => Math.round(one.getBoundingClientRect().y + one.clientHeight / 2)))
              .size,
            isTimeSeen:
              (now?.right ?? Infinity) <= (around?.right ?? 0) &&
              (now?.bottom ?? Infinity) <= (around?.bottom ?? 0),
          };
        });
      expect(row, `${String(width)} px`).toEqual({ tops: 1, isTimeSeen: true });
    }
  });

  it('has nothing over its player, however wide it is', async () => {
    await playNow();
    for (const width of [250, 600, 1600]) {
      await setWidth(width);
      const seen = await panesIn(app.page)
        .locator('iframe')
        .evaluate((frame) => {
          const { left, top, width, height } = frame.getBoundingClientRect();
          const parts = [0.01, 0.25, 0.5, 0.75, 0.99];
          return parts.flatMap((x) =>
            parts.map((y) => document.elementFromPoint(left + x * width, top + y * height)?.tagName),
          );
        });
      expect(new Set(seen), `${width} px`).toEqual(new Set(['IFRAME']));
    }
  });

  it('is usable by everybody, says axe, in both themes', async () => {
    await playNow();
    for (const width of [250, 800]) {
      await setWidth(width);
      for (const theme of ['light', 'dark'] as const) {
        await app.driver.setTheme(theme);
        const found = await violationsIn(app.page, '[data-type="playhead-video"] .view-content');
        expect(found, `${width} px, ${theme}`).toEqual([]);
      }
    }
  });
});

describe('a phone', () => {
  it('has targets for a thumb', async () => {
    await app.page.setViewportSize({ width: 390, height: 800 });
    await play({}, { platform: 'phone' });
    await expect.poll(() => player().state()).toBe(1);
    const sizes = await panesIn(app.page)
      .locator('.playhead-controls button:visible')
      .evaluateAll((els) => els.map((el) => el.getBoundingClientRect()));
    expect(sizes.length).toBeGreaterThan(4);
    for (const { width, height, right } of sizes) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      expect(right).toBeLessThanOrEqual(390);
    }
  });
});

describe('a tablet', () => {
  it('has room for a thumb around the track of the volume, which stays a line', async () => {
    await app.page.setViewportSize({ width: 1400, height: 900 });
    await play({}, { platform: 'phone' });
    const volume = panesIn(app.page).locator('.playhead-volume');
    await expect.poll(() => volume.isVisible()).toBe(true);
    const [target, track] = await volume.evaluate((el) => {
      const { paddingTop, paddingBottom, backgroundClip } = getComputedStyle(el);
      const { height } = el.getBoundingClientRect();
      const isClipped = backgroundClip === 'content-box';
      return [height, isClipped ? height - parseFloat(paddingTop) - parseFloat(paddingBottom) : height];
    });
    expect(target).toBeGreaterThanOrEqual(44);
    expect(track).toBeLessThanOrEqual(8);
  });
});

describe('a video that may not start by itself', () => {
  it.each(['blocked', 'ignored'] as const)('is said to want a press: %s', async (autoplay) => {
    await play({ autoplay });
    const hint = panesIn(app.page).getByText('Press play in the player.');
    // An embed that does not report it may as well show an advertisement: that takes eight seconds.
    await hint.waitFor({ timeout: 30_000 });
    await (await player().frame()).locator('body').click();
    await expect.poll(() => player().state()).toBe(1);
    await hint.waitFor({ state: 'hidden' });
  });
});

describe('a video that ends', () => {
  it('stays paused where the user goes in it, and plays from there', async () => {
    app.youtube.set(id, { length: 20 });
    await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:19') } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    await expect.poll(() => player().state()).toBe(0);
    await expect.poll(time).toBe('0:20 / 0:20');
    await button('Play').focus();
    await app.page.keyboard.press('0');
    await expect.poll(() => player().state()).toBe(2);
    await expect.poll(() => player().currentTime()).toBeLessThan(1);
    await expect.poll(time).toBe('0:00 / 0:20');
    await button('Play').click();
    await expect.poll(() => player().state()).toBe(1);
  });
});

describe('a live stream', () => {
  it('has the time of the stream, and no length', async () => {
    await play({ live: true });
    await setWidth(500);
    await expect.poll(time).toMatch(/^12:3[4-9] live$/);
  });
});

describe('a media file', () => {
  const note = `---\nvideo: "[[time-code.webm]]"\n---\n\n${anchor('00:00:10')}\n`;
  const video = (): Locator => panesIn(app.page).locator('video');
  const paused = (): Promise<boolean> => video().evaluate((el: HTMLVideoElement) => el.paused);

  async function playFile(): Promise<void> {
    await app.driver.start({ notes: { 'note.md': note }, served: true });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    await expect.poll(paused).toBe(false);
  }

  it('has these controls and none of the browser’s', async () => {
    await playFile();
    await setWidth(800);
    expect(await video().evaluate((el: HTMLVideoElement) => el.controls)).toBe(false);
    await video().click();
    await expect.poll(paused).toBe(true);
    await expectMedia(10, () => button('Forward 10 seconds').click());
    expect(await shownNames()).not.toContain('Open on YouTube');
    expect(await menuTitles()).toContain('Picture in picture');
  });

  it('fills the screen under the browser’s controls, and comes back', async () => {
    await playFile();
    await setWidth(800);
    await button('Full screen').click();
    const state = (): Promise<unknown> =>
      video().evaluate((el: HTMLVideoElement) => [document.fullscreenElement === el, el.controls]);
    await expect.poll(state).toEqual([true, true]);
    await app.page.keyboard.press('f');
    await expect.poll(state).toEqual([false, false]);
  });

  async function expectMedia(seconds: number, act: () => Promise<void>): Promise<void> {
    const at = (): Promise<number> => video().evaluate((el: HTMLVideoElement) => el.currentTime);
    const before = await at();
    await act();
    await expect.poll(async () => Math.abs((await at()) - before - seconds)).toBeLessThan(0.5);
  }
});

describe('the pane’s video on YouTube', () => {
  it('keeps the sound when another one comes', async () => {
    const other = 'controlled2';
    const text = `${noteAbout(id, '00:00:10')}\n${anchor('00:00:20', undefined, ` data-v="${other}"`)}\n`;
    await app.driver.start({ notes: { 'both.md': text } });
    await app.driver.openNote('both.md');
    await expectPlayhead(app, id, 10, () => chipsIn(app.page).first().click());
    await setWidth(500);
    await button('Mute').click();
    await expect.poll(() => player().muted()).toBe(true);
    await chipsIn(app.page).nth(1).click();
    await expect.poll(() => app.youtube.player(app.page, other).muted()).toBe(true);
  });
});
