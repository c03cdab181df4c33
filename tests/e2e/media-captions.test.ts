// Subtitles beside a media file: over the picture of a video, below the title of an audio file, as the user has set it.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { anchor, chipsIn, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

const srt = (text: string): string => `1\n00:00:00,000 --> 00:11:00,000\n${text}\n`;
const note = (file: string): string => `---\nvideo: "[[${file}]]"\n---\n\n${anchor('00:00:05')}\n`;
/** A hostile cue. */
const hostile = 'One <i>word</i> <img src=x onerror="document.title = \'harm\'"> more';

async function play(file: string, beside: Readonly<Record<string, string>>): Promise<void> {
  await app.driver.start({
    notes: { 'note.md': note(file), ...beside },
    media: { 'tone.wav': 'tone.wav' },
    served: true,
  });
  await open();
}

async function open(): Promise<void> {
  await app.driver.openNote('note.md');
  await chipsIn(app.page).click();
}

/** The captions that the browser shows, and whether it shows them. */
function shown(): Promise<readonly (readonly string[])[]> {
  return panesIn(app.page)
    .locator('video')
    .evaluate((video: HTMLVideoElement) =>
      Array.from(video.textTracks, ({ mode, activeCues }) => [
        mode,
        ...Array.from(activeCues ?? [], (cue) => (cue as VTTCue).getCueAsHTML().textContent),
      ]),
    );
}

async function setWidth(width: number): Promise<void> {
  await app.page.setViewportSize({ width: Math.max(1280, width + 300), height: 700 });
  await panesIn(app.page).evaluate((pane, width) => {
    pane.closest<HTMLElement>('.workspace-tabs')?.style.setProperty('flex', `0 0 ${width}px`);
  }, width);
  await expect.poll(async () => (await panesIn(app.page).boundingBox())?.width).toBeCloseTo(width, -1);
}

describe('captions of a video', () => {
  it.each([
    ['of one row', 'Said.', ''],
    ['of two rows', 'Said here.\nAnd there.', ''],
    ['that is too long for one row', 'These words are said here. '.repeat(4), ''],
    ['that its file puts at the bottom', 'Said.', ' line:-1'],
  ])('stand a little above the edge of the picture, as a caption %s', async (_, text, settings) => {
    await play('time-code.webm', {
      'media/time-code.vtt': `WEBVTT\n\n00:00.000 --> 11:00.000${settings}\n${text.trim()}\n`,
    });
    await expect.poll(() => shown().then(([one]) => one?.[0])).toBe('showing');
    const video = panesIn(app.page).locator('video');
    await video.evaluate((el: HTMLVideoElement) => {
      el.pause();
      el.currentTime = 8;
    });
    await expect.poll(() => video.evaluate((el: HTMLVideoElement) => el.seeking || !el.paused)).toBe(false);
    const box = await video.boundingBox();
    if (box === null) throw new Error('There is no picture.');
    /** A strip of the picture between two parts of its height. */
    const strip = (from: number, to: number): Promise<Buffer> =>
      app.page.screenshot({
        clip: { x: box.x, y: box.y + box.height * from, width: box.width, height: box.height * (to - from) },
      });
    const [edge, place] = [await strip(0.97, 1), await strip(0.8, 0.95)];
    await video.evaluate((el: HTMLVideoElement) => {
      for (const track of el.textTracks) track.mode = 'hidden';
    });
    const isAtEdge = settings !== '';
    expect((await strip(0.97, 1)).equals(edge)).toBe(!isAtEdge);
    if (!isAtEdge) expect((await strip(0.8, 0.95)).equals(place)).toBe(false);
  });

  it('are shown as text, hidden by a key, a button or the command, and stay as they were chosen', async () => {
    await play('time-code.webm', {
      'media/time-code.srt': srt(hostile),
      'media/time-code.en.vtt': `WEBVTT\n\n00:00.000 --> 11:00.000\nNot these\n`,
    });
    const on = [['showing', 'One word  more']];
    await expect.poll(shown).toEqual(on);
    expect(await app.page.title()).not.toBe('harm');
    const button = panesIn(app.page).getByRole('button', { name: 'Captions', exact: true });
    await setWidth(900);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    await expect.poll(shown).toEqual([['disabled']]);
    await panesIn(app.page).locator('.playhead-time').focus();
    await app.page.keyboard.press('c');
    await expect.poll(shown).toEqual(on);
    await setWidth(250);
    await panesIn(app.page).getByRole('button', { name: 'More controls' }).click();
    const item = app.page.getByRole('menuitemcheckbox', { name: 'Captions' });
    expect(await item.getAttribute('aria-checked')).toBe('true');
    await item.click();
    await expect.poll(shown).toEqual([['disabled']]);

    await app.driver.restart();
    await open();
    await panesIn(app.page).locator('video').waitFor();
    expect(await shown()).toEqual([]);
    expect(await app.driver.runCommand('playhead:toggle-captions')).toBe(true);
    await expect.poll(shown).toEqual(on);
  });

  it('that cannot be read are said to be so, quietly; and without any there is nothing to switch', async () => {
    await play('time-code.webm', { 'media/time-code.vtt': 'These are no subtitles.\n' });
    const said = panesIn(app.page).getByText('The subtitles of this file cannot be read.');
    await said.waitFor();
    await panesIn(app.page).locator('.playhead-time').focus();
    await app.page.keyboard.press('c');
    await said.waitFor({ state: 'detached' });
    expect(await app.driver.notices()).toEqual([]);

    await play('tone.wav', {});
    await expect.poll(() => panesIn(app.page).locator('video').count()).toBe(1);
    expect(await app.driver.availableCommands()).not.toContain('playhead:toggle-captions');
    await setWidth(900);
    expect(await panesIn(app.page).getByRole('button', { name: 'Captions' }).count()).toBe(0);
  });
});

describe('a sound', () => {
  it('has its name, its captions and its controls, at every width, in light and dark', async () => {
    await play('tone.wav', { 'tone.srt': srt(hostile) });
    const pane = panesIn(app.page);
    await pane.getByText('One word  more').waitFor();
    await pane.locator('.view-content').getByText('tone.wav').waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await app.driver.setTheme(theme);
      for (const width of [250, 500, 1600]) {
        await setWidth(width);
        expect(await pane.locator('.playhead-stage').evaluate((stage) => stage.clientHeight)).toBe(0);
        const spill = await pane.locator('.view-content').evaluate((el) => el.scrollWidth - el.clientWidth);
        expect(spill, `${width} px`).toBeLessThanOrEqual(0);
        expect(await pane.getByRole('slider', { name: 'Timeline' }).isVisible()).toBe(true);
      }
      expect(await violationsIn(app.page, '.playhead-pane')).toEqual([]);
    }
    // There is no picture for full screen.
    expect(await pane.getByRole('button', { name: 'Full screen' }).isVisible()).toBe(false);
    await app.driver.runCommand('playhead:toggle-captions');
    await pane.getByText('One word  more').waitFor({ state: 'detached' });
  });
});
