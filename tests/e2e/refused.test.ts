// A phone on which YouTube refuses to play in apps, as iOS: what the pane shows instead, and that everything else works.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { anchor, chipsIn, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'refusedVid1';
const poster = `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;

async function play(note: string): Promise<void> {
  await app.page.setViewportSize({ width: 390, height: 800 });
  await app.driver.start({ notes: { 'note.md': note }, served: true, platform: 'iphone' });
  await app.driver.openNote('note.md', { mode: 'live' });
}

/** A phone shows one tab at a time. */
async function clickChip(index: number): Promise<void> {
  await app.driver.openNote('note.md', { mode: 'live' });
  await chipsIn(app.page).nth(index).click();
}

const smallTargets = (selector: string): Promise<readonly string[]> =>
  panesIn(app.page)
    .locator(selector)
    .evaluateAll((els) =>
      els
        .map((el) => ({ el, box: el.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 44 || box.right > 390)
        .map(({ el, box }) => `${el.outerHTML} ${box.width}×${box.height}`),
    );

describe('a video that YouTube refuses to play in this app', () => {
  it('has its poster, and is opened on YouTube at the time of each timestamp', async () => {
    app.youtube.set(id, { length: 900, fault: 153 });
    await play(noteAbout(id, '00:12:34', '00:00:05'));
    expect(app.youtube.posters).toEqual([]);
    await chipsIn(app.page).first().click();
    const pane = panesIn(app.page);
    await pane.getByText('YouTube refused the player in this app.').waitFor();
    await pane.locator('.playhead-poster').waitFor();
    await expect.poll(() => app.youtube.posters).toEqual([poster]);
    // On iOS, YouTube is not contacted.
    expect(app.youtube.requests).toEqual([]);
    const open = pane.getByRole('button', { name: /^Open on YouTube at/ });
    expect(await open.innerText()).toBe('Open on YouTube at 12:34');
    expect(await smallTargets('.playhead-message-buttons button')).toEqual([]);
    for (const theme of ['light', 'dark'] as const) {
      await app.driver.setTheme(theme);
      expect(await violationsIn(app.page, '[data-type="playhead-video"] .view-content')).toEqual([]);
    }
    await clickChip(1);
    await expect.poll(() => open.innerText()).toBe('Open on YouTube at 0:05');
    await app.page.evaluate(() => {
      window.open = (url) => {
        document.body.dataset['opened'] = String(url);
        return null;
      };
    });
    await open.click();
    expect(await app.page.evaluate(() => document.body.dataset['opened'])).toBe(`https://youtu.be/${id}?t=5`);

    await app.driver.openNote('note.md', { mode: 'live' });
    await app.driver.runCommand('playhead:insert-timestamp');
    await expect.poll(async () => (await app.driver.notices()).join()).toContain('Type it in brackets');
    expect(await app.driver.readFile('note.md')).toBe(noteAbout(id, '00:12:34', '00:00:05'));
  });

  it('is asked for on iOS all the same when the user wants to try, and from then on where it has played', async () => {
    app.youtube.set(id, { length: 900 });
    await play(noteAbout(id, '00:12:34', '00:00:05'));
    await chipsIn(app.page).first().click();
    await panesIn(app.page).getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThan(754);
    await app.driver.restart();
    await app.driver.openNote('note.md', { mode: 'live' });
    await chipsIn(app.page).nth(1).click();
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
  });

  it('says so without a poster where YouTube has none', async () => {
    app.youtube.set(id, { length: 900, fault: 153, poster: 'missing' });
    app.allow(/404/);
    await play(noteAbout(id, '00:12:34'));
    await chipsIn(app.page).click();
    await panesIn(app.page).getByText('YouTube refused the player in this app.').waitFor();
    await expect.poll(() => panesIn(app.page).locator('.playhead-message-poster').count()).toBe(0);
    await panesIn(app.page).locator('.playhead-message-icon').waitFor();
  });
});

describe('a media file in that app', () => {
  it('plays, with controls and a timeline for a thumb', async () => {
    await play(`---\nvideo: "[[time-code.webm]]"\n---\n\n${anchor('00:00:42')}\n`);
    await chipsIn(app.page).click();
    const video = panesIn(app.page).locator('video');
    await expect.poll(() => video.evaluate((el: HTMLVideoElement) => el.currentTime)).toBeGreaterThan(42);
    expect(await smallTargets('.playhead-controls button:visible')).toEqual([]);
    const track = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
    const box = await track.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    if (box !== null) await app.page.mouse.click(box.x + box.width / 2, box.y + 4);
    await expect.poll(() => video.evaluate((el: HTMLVideoElement) => el.currentTime)).toBeGreaterThan(350);
    expect(app.youtube.requests).toEqual([]);
    expect(app.youtube.posters).toEqual([]);
  });
});
