// Suggestions around the playhead, pausing while the user writes, clips, and the formats of the settings.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anchor, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';
import { aboutVideo, KEYS, startWriting, T, WRITTEN_VIDEO, written } from '../support/writing.ts';

const app = usePlayhead();
const player = () => app.youtube.player(app.page, WRITTEN_VIDEO);
const told = async (): Promise<readonly string[]> => (await player().commands()).map(({ func }) => func);
const button = (name: string): Locator => panesIn(app.page).getByRole('button', { name, exact: true });
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const insert = (): Promise<void> => press(KEYS['playhead:insert-timestamp']);

const popup = (): Locator => app.page.locator('.suggestion-container');
const offers = async (): Promise<string[]> =>
  (await popup().locator('.suggestion-item').allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ' '));

/** Types a trigger and one more key: when that key has its effect, suggestions for the trigger would be open. */
async function expectNoOffers(trigger: string): Promise<void> {
  await type(trigger);
  await type('1');
  await app.page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await popup().count()).toBe(0);
  expect(await written(app)).toBe(aboutVideo(`${trigger}1‸`));
}

describe('suggestions', () => {
  it('are now, a little before, and what the note cites nearby', async () => {
    await startWriting(
      app,
      aboutVideo(
        `Bees **dance** ${anchor('00:01:10')}. They fly.\n\n[1:00] Cells are built.\n\n${anchor('00:05:00')}\n\n‸`,
      ),
    );
    await type('@@');
    await expect
      .poll(offers)
      .toEqual([
        'Now 1:06',
        '5 seconds ago 1:01',
        '10 seconds ago 0:56',
        'Bees dance. 1:10',
        'Cells are built. 1:00',
        'In this note 5:00',
      ]);
  });

  it('keep their words clear of their time, however long these are', async () => {
    const long = 'Bees dance in the dark of the hive, and the others follow them with their feelers'.repeat(
      2,
    );
    await startWriting(app, aboutVideo(`${long} ${anchor('00:01:10')}.\n\n‸`));
    await type('@@');
    const offer = popup().locator('.suggestion-item').nth(3);
    await offer.waitFor();
    const [title, time] = await Promise.all([
      offer.locator('.suggestion-title').boundingBox(),
      offer.locator('.suggestion-flair').boundingBox(),
    ]);
    expect((time?.x ?? 0) - ((title?.x ?? 0) + (title?.width ?? 0))).toBeGreaterThanOrEqual(8);
  });

  it.each([
    ['the first', [], '00:01:06'],
    ['another', ['ArrowDown'], '00:01:01'],
  ] as const)('%s is written by Enter in place of what was typed, as one step', async (_, keys, time) => {
    await startWriting(app, aboutVideo('one ‸ two'));
    await type('@@');
    await popup().waitFor();
    for (const key of keys) await press(key);
    await press('Enter');
    await expect.poll(() => written(app)).toBe(aboutVideo(`one ${anchor(time)}‸ two`));
    await press('Control+z');
    expect((await written(app)).replace('‸', '')).toBe(aboutVideo('one @@ two'));
  });

  it('are chosen by what is typed on', async () => {
    await startWriting(app, aboutVideo('‸'));
    await type('@@10');
    await expect.poll(offers).toEqual(['10 seconds ago 0:56']);
    await press('Enter');
    await expect.poll(() => written(app)).toBe(aboutVideo(`${anchor('00:00:56')}‸`));
  });

  it('come in a cell too', async () => {
    await startWriting(app, aboutVideo('| a | b |\n| - | - |\n| one | two |\n'), { mode: 'live' });
    await app.page.locator('.cm-table-widget td', { hasText: 'one' }).click();
    await app.page.locator('.table-cell-wrapper .cm-content').waitFor();
    await press('End');
    await type(' @@');
    await popup().waitFor();
    await press('Enter');
    await expect.poll(() => written(app)).toContain(`| one ${T}`);
    expect(await written(app)).not.toContain('@@');
  });

  it('come for what is set, start earlier as is set, and come for nothing where that is empty', async () => {
    await startWriting(app, aboutVideo('‸'), { app: { data: { suggestTrigger: ';;', lookBack: 6 } } });
    await type('@@ ;;');
    await expect.poll(offers).toEqual(['Now 1:00', '5 seconds ago 0:55', '10 seconds ago 0:50']);
    await startWriting(app, aboutVideo('‸'), { app: { data: { suggestTrigger: '' } } });
    await expectNoOffers('@@');
  });

  it('are none where nothing is watched', async () => {
    await startWriting(app, aboutVideo('‸'), { video: undefined });
    await expectNoOffers('@@');
    await app.driver.runCommand('playhead:open-video');
    await panesIn(app.page).locator('iframe').waitFor();
    await app.page.locator('.cm-content').focus();
    await type(' @@');
    await popup().waitFor();
  });
});

describe('the video', () => {
  it('pauses while the user types, and plays on a while after the last key', async () => {
    const data = { pauseWhileTyping: true, resumeAfter: 1 };
    await startWriting(app, aboutVideo('‸'), { app: { data } });
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(1);
    await type('a');
    await expect.poll(() => player().state()).toBe(2);
    await expect.poll(() => player().state()).toBe(1);
  });

  it('pauses for good when the user has paused it meanwhile', async () => {
    const data = { pauseWhileTyping: true, resumeAfter: 0.2 };
    await startWriting(app, aboutVideo('‸'), { app: { data } });
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(1);
    // Read from the commands to the player: an effect in between may be over before it is seen.
    const from = (await told()).length;
    await type('a');
    await expect.poll(async () => (await told()).slice(from)).toEqual(['pauseVideo', 'playVideo']);
    await button('Pause').click();
    await button('Play').waitFor();
    await watchTimers(app.page);
    await app.page.locator('.cm-content').focus();
    await type('b');
    await expect.poll(() => written(app)).toBe(aboutVideo('ab‸'));
    // By then it would play on; then comes a command that the player gets after all earlier ones.
    await timersEnded(app.page);
    await app.driver.runCommand('playhead:skip-forward');
    await expect
      .poll(async () => (await told()).slice(from))
      .toEqual(['pauseVideo', 'playVideo', 'pauseVideo', 'seekTo']);
  });

  it('plays on while the user types and inserts, unless that is set', async () => {
    await startWriting(app, aboutVideo('‸'));
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(1);
    await type('a');
    await insert();
    const at = await player().currentTime();
    await expect.poll(() => player().currentTime()).toBeGreaterThan(at + 0.5);
  });

  it('pauses when a timestamp is inserted, where that is set', async () => {
    await startWriting(app, aboutVideo('‸'), { app: { data: { pauseOnInsert: true } } });
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(1);
    await insert();
    await expect.poll(() => player().state()).toBe(2);
  });
});

describe('a clip', () => {
  it('is written where it ends', async () => {
    await startWriting(app, aboutVideo('one‸'));
    await press(KEYS['playhead:start-clip']);
    expect(await app.driver.notices()).toEqual(['Clip starts at 1:06. Run “End clip” to insert it.']);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().currentTime()).toBeGreaterThan(68);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player().state()).toBe(2);
    const end = `00:01:${String(Math.floor(await player().currentTime()) - 60).padStart(2, '0')}`;
    await press(KEYS['playhead:end-clip']);
    const clip = anchor('00:01:06', `[00:01:06 - ${end}]`, ` data-end="${end}"`);
    expect(await written(app)).toBe(aboutVideo(`one ${clip}‸`));
  });
});

describe('the format', () => {
  it.each([
    [{ lookBack: 6 }, anchor('00:01:00')],
    [{ timestampFormat: 'link' }, `[1:06](https://youtu.be/${WRITTEN_VIDEO}?t=66)`],
    [
      { timestampFormat: 'template', timestampTemplate: '({{title}}, {{time}})' },
      '(A video for tests, 00:01:06)',
    ],
  ])('is what is set: %j', async (data, text) => {
    await startWriting(app, aboutVideo('one‸'), { app: { data } });
    await insert();
    expect(await written(app)).toBe(aboutVideo(`one ${text}‸`));
  });

  it('is a timestamp where the template cannot be used, and that is said', async () => {
    const data = { timestampFormat: 'template', timestampTemplate: '{{nobody}} {{time}}' };
    await startWriting(app, aboutVideo('‸'), { app: { data } });
    await insert();
    expect(await written(app)).toBe(aboutVideo(`${T}‸`));
    expect((await app.driver.notices()).join()).toContain('Unknown name: {{nobody}}.');
  });
});
