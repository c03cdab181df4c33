// The timeline with a mouse and with keys: the note's ticks, scrubbing, and two thousand ticks.
import type { Locator } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { anchor, chipsIn, expectPlayhead, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'timelineOne';
const player = (): ReturnType<typeof app.youtube.player> => app.youtube.player(app.page, id);
const track = (): Locator => panesIn(app.page).getByRole('slider', { name: 'Timeline' });
const tip = (): Locator => panesIn(app.page).locator('.playhead-tip');
const items = (): Promise<readonly string[]> =>
  panesIn(app.page).locator('.playhead-tick-list button').allTextContents();

const times = ['00:01:00', '00:02:30', '00:05:00', '00:07:30'];
const noteOf = (...at: readonly string[]): string =>
  `---\nvideoId: ${id}\n---\n\n${at.map((time) => `At ${time} something is **said** ${anchor(time)}.`).join(' ')}\n`;

/** Plays at 1:00 of ten minutes. */
async function play(options: object = {}): Promise<void> {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { 'note.md': noteOf(...times) }, ...options });
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await expect.poll(() => track().getAttribute('aria-valuemax')).toBe('600');
}

async function pause(): Promise<void> {
  await panesIn(app.page).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => player().state()).toBe(2);
}

/** The screen position of a second of ten minutes. */
async function at(seconds: number): Promise<{ x: number; y: number }> {
  const box = await track().boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  return { x: box.x + (seconds / 600) * box.width, y: box.y + box.height / 2 };
}

async function point(seconds: number): Promise<void> {
  const { x, y } = await at(seconds);
  await app.page.mouse.move(x, y);
}

async function press(seconds: number): Promise<void> {
  const { x, y } = await at(seconds);
  await app.page.mouse.click(x, y);
}

async function expectTime(seconds: number, tolerance = 0.5): Promise<void> {
  await expect
    .poll(async () => Math.abs((await player().currentTime()) - seconds))
    .toBeLessThanOrEqual(tolerance);
}

/** The seconds with coloured pixels in the drawing of the ticks. */
function drawn(): Promise<readonly number[]> {
  return panesIn(app.page)
    .locator('canvas.is-to-come')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, height >> 1, width, 1).data ?? [];
      const columns = Array.from({ length: width }, (_, x) => x).filter((x) => (pixels[x * 4 + 3] ?? 0) > 0);
      const starts = columns.filter((x) => !columns.includes(x - 1));
      return starts.map((x) => (x / (width - 2)) * 600);
    });
}

async function expectDrawn(...seconds: readonly number[]): Promise<void> {
  await vi.waitFor(
    async () => {
      const found = await drawn();
      expect(found).toHaveLength(seconds.length);
      for (const [index, second] of seconds.entries()) {
        expect(Math.abs((found[index] ?? 0) - second)).toBeLessThan(3);
      }
    },
    { timeout: 30_000, interval: 50 },
  );
}

describe('the ticks', () => {
  it('are those of the note, and change with it', async () => {
    await play();
    await expectDrawn(60, 150, 300, 450);
    await app.driver.writeOutside('note.md', noteOf('00:01:00', '00:09:00'));
    await expectDrawn(60, 540);
  });

  it('stay where they are while the pane becomes wider, and take the colours of the theme', async () => {
    await play();
    await expectDrawn(60, 150, 300, 450);
    const colour = (): Promise<string> =>
      panesIn(app.page)
        .locator('canvas.is-to-come')
        .evaluate((canvas: HTMLCanvasElement) => {
          const x = Math.round((60 / 600) * (canvas.width - 2));
          return String(canvas.getContext('2d')?.getImageData(x, canvas.height >> 1, 1, 1).data);
        });
    const light = await colour();
    await panesIn(app.page).evaluate((pane) => {
      pane.closest<HTMLElement>('.workspace-tabs')?.style.setProperty('flex', '0 0 300px');
    });
    await expectDrawn(60, 150, 300, 450);
    await app.driver.setTheme('dark');
    await expect.poll(colour).not.toBe(light);
  });

  it('are in the colour of the played part up to the playhead, and in their own behind it', async () => {
    await play();
    await pause();
    await expectDrawn(60, 150, 300, 450);
    const halves = (): Promise<readonly { left: string; right: string; colour: string }[]> =>
      panesIn(app.page)
        .locator('canvas.playhead-ticks')
        .evaluateAll((all) =>
          all.map((canvas) => {
            const { clipPath, color: colour } = getComputedStyle(canvas);
            const [, , right = '0', , left = right] =
              /inset\((\S+) (\S+) ?(\S*) ?(\S*)\)/.exec(clipPath) ?? [];
            return { left, right, colour };
          }),
        );
    const [toCome, played] = await halves();
    expect(toCome?.colour).not.toBe(played?.colour);
    await press(430);
    await expectTime(430, 3);
    await expect
      .poll(async () =>
        (await halves()).map(({ left, right }) => Math.round(parseFloat(left) + parseFloat(right))),
      )
      .toEqual([72, 28]);
  });

  it('say their sentence, under the player, and play when they are pressed', async () => {
    await play();
    await pause();
    await point(300);
    expect(await tip().innerText()).toMatch(/5:00\s+At 00:05:00 something is said\./);
    const frame = await panesIn(app.page).locator('iframe').boundingBox();
    const box = await tip().boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    await press(300);
    await expectTime(300, 3);
    await expect.poll(() => player().state()).toBe(1);
    await app.page.mouse.move(5, 5);
    expect(await tip().isVisible()).toBe(false);
  });

  it('are also a list, for screen readers', async () => {
    await play();
    await expect
      .poll(items)
      .toEqual([
        'Play from 1 minute. At 00:01:00 something is said.',
        'Play from 2 minutes 30 seconds. At 00:02:30 something is said.',
        'Play from 5 minutes. At 00:05:00 something is said.',
        'Play from 7 minutes 30 seconds. At 00:07:30 something is said.',
      ]);
    await panesIn(app.page)
      .locator('.playhead-tick-list button')
      .nth(1)
      .evaluate((button: HTMLElement) => button.click());
    await expectTime(150, 3);
  });

  it('come from the note about the video that the user turned to last', async () => {
    const notes = { 'two.md': noteOf('00:02:00', '00:03:00'), 'else.md': 'No video.' };
    await play({ notes: { ...notes, 'note.md': noteOf('00:01:00') } });
    await expectDrawn(60);
    await app.driver.openNote('two.md');
    await expectDrawn(120, 180);
    await app.driver.openNote('else.md');
    await app.driver.openNote('note.md');
    await expectDrawn(60);
    await app.driver.openNote('two.md');
    await expectPlayhead(app, id, 120, () => chipsIn(noteIn(app.page, 'two.md')).first().click());
    await expectDrawn(120, 180);
  });

  it('come from the recent note where none was clicked', async () => {
    app.youtube.set(id, { length: 600 });
    await app.driver.start({ notes: { 'note.md': noteOf(...times) } });
    await app.driver.openNote('note.md');
    await app.driver.runCommand('playhead:open-video');
    await expectDrawn(60, 150, 300, 450);
  });
});

describe('the timeline', () => {
  it('goes where it is pressed, and does not start what is paused', async () => {
    await play();
    await pause();
    await press(400);
    await expectTime(400, 2);
    expect(await player().state()).toBe(2);
  });

  it('is dragged, with the time in sight, and few seeks', async () => {
    await play();
    await pause();
    const from = await at(60);
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    const before = (await player().commands()).length;
    const started = performance.now();
    for (let seconds = 60; seconds <= 350; seconds += 5) await point(seconds);
    expect(await tip().innerText()).toMatch(/^5:(49|50|51)$/);
    // A drag continues outside of the timeline.
    const { x, y } = await at(360);
    await app.page.mouse.move(x, y - 100);
    await app.page.mouse.up();
    await expectTime(360, 2);
    const seeks = (await player().commands()).slice(before).filter(({ func }) => func === 'seekTo');
    // Five in a second, however long the drag takes.
    expect(seeks.length).toBeLessThanOrEqual((performance.now() - started) / 200 + 2);
    expect(await player().state()).toBe(2);
  });

  it('is a slider for the keys, which also know the ticks', async () => {
    await play();
    await pause();
    await track().focus();
    const start = await player().currentTime();
    await app.page.keyboard.press('ArrowRight');
    await expectTime(start + 5);
    await app.page.keyboard.press('PageUp');
    await expectTime(150);
    await expect
      .poll(() => track().getAttribute('aria-valuetext'))
      .toBe('2 minutes 30 seconds. At 00:02:30 something is said.');
    await app.page.keyboard.press('PageUp');
    await expectTime(300);
    await app.page.keyboard.press('PageDown');
    await expectTime(150);
    await app.page.keyboard.press('Home');
    await expectTime(0);
    await app.page.keyboard.press(' ');
    await expect.poll(() => player().state()).toBe(1);
  });

  it('has commands for the next and the previous timestamp', async () => {
    await play();
    await pause();
    await app.driver.runCommand('playhead:go-to-next-timestamp');
    await expectTime(150);
    await app.driver.runCommand('playhead:go-to-previous-timestamp');
    await expectTime(60);
  });

  it('shows what is loaded', async () => {
    await play();
    const loaded = (): Promise<number> =>
      panesIn(app.page)
        .locator('.playhead-loaded')
        .evaluate((el: HTMLElement) => Number(el.style.getPropertyValue('--playhead-loaded')));
    await expect.poll(loaded).toBeGreaterThan(0.01);
  });

  it('is not there for a live stream', async () => {
    app.youtube.set(id, { live: true });
    await app.driver.start({ notes: { 'note.md': noteOf('00:01:00') } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().click();
    await expect.poll(() => player().state()).toBe(1);
    await expect.poll(() => track().isVisible()).toBe(false);
  });

  it('works for a media file as for YouTube', async () => {
    const text = `---\nvideo: "[[time-code.webm]]"\n---\n\nIt begins ${anchor('00:00:10')}. Then more ${anchor('00:06:00')}.\n`;
    await app.driver.start({ notes: { 'note.md': text }, served: true });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().click();
    const time = (): Promise<number> =>
      panesIn(app.page)
        .locator('video')
        .evaluate((video: HTMLVideoElement) => video.currentTime);
    await expect.poll(time).toBeGreaterThan(10);
    await track().focus();
    await app.page.keyboard.press('PageUp');
    await expect.poll(time).toBeGreaterThanOrEqual(359.9);
  });
});

interface Touched {
  /** The largest number of elements that one move of the pointer restyles, and of those that it lays out. */
  readonly styled: number;
  readonly laidOut: number;
  /** The largest number of document changes by one move. */
  readonly changes: number;
}

interface TraceEvent {
  readonly name: string;
  readonly args: {
    readonly elementCount?: number;
    readonly beginData?: { readonly dirtyObjects?: number };
  };
}

/** Moves the pointer over the timeline of a video with some ticks. */
async function touchedBy(count: number): Promise<Touched> {
  const times = Array.from({ length: count }, (_, index) => {
    const seconds = Math.floor((index * 7000) / count);
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map((field) => String(Math.floor(field)).padStart(2, '0'))
      .join(':');
  });
  app.youtube.set(id, { length: 7200 });
  await app.driver.start({
    notes: { 'large.md': noteOf(...times) },
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 7200 } },
  });
  await app.driver.openNote('large.md', { mode: 'source' });
  await app.driver.runCommand('playhead:open-video');
  await expect.poll(() => items().then(({ length }) => length), { timeout: 30_000 }).toBe(count);
  const box = await track().boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  const moves: Touched[] = [];
  for (let step = 0; step < 20; step++) {
    const counter = await app.page.evaluateHandle(() => {
      const seen = { count: 0 };
      const pane = document.querySelector('.playhead-pane');
      const observer = new MutationObserver((records) => (seen.count += records.length));
      if (pane !== null)
        observer.observe(pane, { subtree: true, childList: true, attributes: true, characterData: true });
      return seen;
    });
    await app.browser.startTracing(app.page, { categories: ['devtools.timeline', 'blink'] });
    await app.page.mouse.move(box.x + 20 + step * 9, box.y + box.height / 2);
    const changes = await counter.evaluate(async (seen) => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return seen.count;
    });
    const { traceEvents } = JSON.parse(String(await app.browser.stopTracing())) as {
      traceEvents: TraceEvent[];
    };
    const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
    moves.push({
      styled: sum(
        traceEvents
          .filter(({ name }) => name === 'UpdateLayoutTree')
          .map(({ args }) => args.elementCount ?? 0),
      ),
      laidOut: sum(
        traceEvents
          .filter(({ name }) => name === 'Layout')
          .map(({ args }) => args.beginData?.dirtyObjects ?? 0),
      ),
      changes,
    });
  }
  // Changes at the same time by other causes do not count.
  const least = (key: keyof Touched): number => Math.min(...moves.map((one) => one[key]));
  return { styled: least('styled'), laidOut: least('laidOut'), changes: least('changes') };
}

it('a move of the pointer touches no more among two thousand ticks than among ten', async () => {
  const few = await touchedBy(10);
  const many = await touchedBy(2083);
  expect(few.styled, 'something is counted').toBeGreaterThan(0);
  expect(many.styled).toBeLessThan(few.styled + 20);
  expect(many.laidOut).toBeLessThan(few.laidOut + 20);
  expect(many.changes).toBeLessThan(few.changes + 5);
});
