// An hour with a video note in two minutes: open the demo's note, play, write by keyboard, click, read. Each step has a picture in
// build/journey.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { editedText } from '../support/editing.ts';
import { chipsIn, panesIn, secondsOf, usePlayhead } from '../support/playhead.ts';

declare global {
  interface Window {
    seeks: number[];
  }
}

const app = usePlayhead({ context: { viewport: { width: 1200, height: 760 } } });
const pictures = path.resolve('build/journey');
const note = 'Countdown.md';

let step = 0;
async function picture(name: string): Promise<void> {
  step += 1;
  await app.page.screenshot({ path: path.join(pictures, `${step}-${name}.png`) });
}

/** From now on, the page records the seeks of its video. */
async function watchSeeks(): Promise<void> {
  await app.page.evaluate(() => {
    window.seeks = [];
    const onSeek = ({ target }: Event): void => {
      window.seeks.push((target as HTMLVideoElement).currentTime);
    };
    document.addEventListener('seeking', onSeek, true);
  });
}

/** Clicks a chip, and waits for the seek to its second. */
async function click(chip: Locator): Promise<void> {
  const second = secondsOf(await chip.innerText());
  const before = await app.page.evaluate(() => window.seeks.length);
  await chip.click();
  await expect
    .poll(async () => (await app.page.evaluate(() => window.seeks)).slice(before).map(Math.round))
    .toContain(second);
}

const time = (): Promise<number> =>
  app.page.evaluate(() => document.querySelector<HTMLVideoElement>('.playhead-media')?.currentTime ?? -1);

it('goes from the first play to the last click without a surprise', async () => {
  mkdirSync(pictures, { recursive: true });
  await app.driver.start({ notes: {}, served: true, defaultViewMode: 'source' });
  await app.driver.setHotkeys('playhead:open-video', [{ modifiers: ['Alt'], key: 'O' }]);
  await app.driver.setHotkeys('playhead:play-or-pause', [{ modifiers: ['Alt'], key: 'P' }]);
  await app.driver.setHotkeys('playhead:insert-timestamp-on-new-line', [{ modifiers: ['Alt'], key: 'N' }]);

  await app.driver.openNote(note, { mode: 'live' });
  await app.page.evaluate(() => {
    const editor = window.app.workspace.activeEditor?.editor;
    editor?.setCursor(editor.lastLine(), 0);
    editor?.focus();
  });
  const before = await editedText(app.page);
  await picture('note');

  await app.page.keyboard.press('Alt+KeyO');
  await expect.poll(() => panesIn(app.page).count()).toBe(1);
  await app.page.keyboard.press('Alt+KeyP');
  await expect.poll(time).toBeGreaterThan(0.2);
  await picture('playing');

  const heard: (readonly [number, number])[] = [];
  for (const [seconds, line] of ['the clock starts', 'it goes on', 'and on'].entries()) {
    await expect.poll(time).toBeGreaterThan(seconds);
    const from = await time();
    await app.page.keyboard.press('Alt+KeyN');
    await app.page.keyboard.type(` ${line}`);
    heard.push([from, await time()]);
  }
  await app.page.keyboard.press('Enter');
  const written = (await editedText(app.page)).slice(before.length);
  const times = Array.from(written.matchAll(/data-t="([^"]+)">\[\1\]<\/a> ([^\n]+)/g));
  expect(times.map(([, , text]) => text)).toEqual(['the clock starts', 'it goes on', 'and on']);
  for (const [index, [, at = '']] of times.entries()) {
    const [from, to] = heard[index] ?? [NaN, NaN];
    expect(secondsOf(at)).toBeGreaterThanOrEqual(Math.floor(from));
    expect(secondsOf(at)).toBeLessThanOrEqual(to);
  }
  await picture('written');

  const fresh = chipsIn(app.page.locator('.cm-content')).locator('visible=true').last();
  await watchSeeks();
  await click(fresh);
  expect(await editedText(app.page)).toBe(before + written);
  expect(await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.hasFocus())).toBe(true);
  await picture('clicked');

  await app.driver.openNote(note, { mode: 'reading' });
  await click(chipsIn(app.page.locator('.markdown-preview-view')).first());
  await picture('read');
}, 180_000);
