// The list below the player: the note's moments in the order of the video, with a mouse, with keys and by touch.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { setPaneWidth } from '../support/pane-states.ts';
import {
  anchor,
  chipsIn,
  coverPane,
  expectPlayhead,
  noteIn,
  panesIn,
  usePlayhead,
} from '../support/playhead.ts';

const app = usePlayhead();
const id = 'momentsVid1';
const pictures = join(import.meta.dirname, '../../build/moments');
mkdirSync(pictures, { recursive: true });

const note = `---
videoId: ${id}
---

# About nets

The talk begins with a picture of a cat ${anchor('00:00:12')}.

## Neurons

A neuron holds a number between nothing and one, and is lit as brightly as that number says, so that a layer of them is a picture: ${anchor('00:01:05')}. Later, ${anchor('00:02:30')}, they are put in layers.

## Weights

Each line has a weight ${anchor('00:04:00')}. A weight of nothing is no line ${anchor('00:05:10', '[00:05:10]', ' data-end="00:05:40"')}.

- The weights are what the net has learned ${anchor('00:07:45')}
`;

const list = (): Locator => panesIn(app.page).getByRole('listbox', { name: 'Moments' });
const rows = (): Locator => list().getByRole('option');
const texts = (): Promise<readonly string[]> => rows().allInnerTexts();
const current = (): Promise<readonly string[]> => list().locator('[aria-current="true"]').allInnerTexts();

async function play(text = note, data: object = {}): Promise<void> {
  app.youtube.set(id, { length: 600, title: 'What is a net?' });
  await app.driver.start({
    notes: { 'note.md': text, 'plain.md': `---\nvideoId: ${id}\n---\n\nNothing.\n` },
    data,
  });
  await app.driver.openNote('note.md');
  await chipsIn(app.page).first().click();
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
}

it('The list has what is typed, while the user goes on typing without a pause', async () => {
  await play();
  await app.driver.openNote('note.md', { mode: 'live' });
  await noteIn(app.page, 'note.md').locator('.cm-content').click();
  await app.page.keyboard.press('ControlOrMeta+End');
  await app.page.keyboard.type('[9:00] Last');
  let isListed = false;
  // The app saves two seconds after the last key, which never happens here.
  for (let key = 0; key < 400 && !isListed; key++) {
    await app.page.keyboard.type('x');
    isListed = (await texts()).some((one) => one.startsWith('9:00\nLast'));
  }
  expect(isListed).toBe(true);
});

describe('the moments of a note', () => {
  it('stand below the player, in the order of the video, with the headings between them', async () => {
    await play();
    expect(await texts()).toEqual([
      '0:12\nAbout nets',
      '0:12\nThe talk begins with a picture of a cat.',
      '1:05\nNeurons',
      expect.stringMatching(/^1:05\nA neuron holds a number between nothing and one/),
      '2:30\nLater, they are put in layers.',
      '4:00\nWeights',
      '4:00\nEach line has a weight.',
      '5:10\nA weight of nothing is no line.',
      '7:45\nThe weights are what the net has learned',
    ]);
    await expect.poll(current).toEqual(['0:12\nThe talk begins with a picture of a cat.']);
    expect(await violationsIn(app.page, '.playhead-lower')).toEqual([]);
    for (const width of [250, 500, 1600]) {
      await setPaneWidth(app.page, width);
      for (const theme of ['light', 'dark'] as const) {
        await app.driver.setTheme(theme);
        await panesIn(app.page).screenshot({ path: join(pictures, `moments-${String(width)}-${theme}.png`) });
      }
    }
  });

  it('of which several are of one second have one current row: the one that was played, else the last', async () => {
    await play(
      `---\nvideoId: ${id}\n---\n\nOne ${anchor('00:01:00')}.\n\nTwo ${anchor('00:01:00')}.\n\nThree ${anchor('00:01:00')}.\n\nLater ${anchor('00:02:00')}.\n`,
    );
    await expect.poll(current).toEqual(['1:00\nOne.']);
    await rows().filter({ hasText: 'Two' }).click();
    await expect.poll(current).toEqual(['1:00\nTwo.']);
    await rows().filter({ hasText: 'Later' }).click();
    await expect.poll(current).toEqual(['2:00\nLater.']);
    await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).press('PageDown');
    await expect.poll(current).toEqual(['1:00\nThree.']);
    await chipsIn(noteIn(app.page, 'note.md')).nth(1).click();
    await expect.poll(current).toEqual(['1:00\nTwo.']);
  });

  it('are told from chapters, by sight and by ear', async () => {
    await play();
    const looks = rows().evaluateAll((all) =>
      all.slice(0, 2).map((row) => {
        const [time, words] = ['.playhead-row-time', '.playhead-row-words'].map((part) =>
          row.querySelector(part),
        );
        if (time == null || words == null) throw new Error('There is no row.');
        return {
          name: time.ariaLabel,
          isTimeFirst: time.getBoundingClientRect().left < words.getBoundingClientRect().left,
          weight: getComputedStyle(words).fontWeight,
        };
      }),
    );
    expect(await looks).toEqual([
      { name: 'Chapter. 12 seconds', isTimeFirst: false, weight: '600' },
      { name: '12 seconds', isTimeFirst: true, weight: '400' },
    ]);
  });

  it('play where they are clicked or chosen with keys, and are marked as the video goes on', async () => {
    await play();
    await expectPlayhead(app, id, 240, () => rows().filter({ hasText: 'Each line' }).click());
    await expect.poll(current).toEqual(['4:00\nEach line has a weight.']);
    await expect
      .poll(() => chipsIn(noteIn(app.page, 'note.md')).nth(3).getAttribute('aria-current'))
      .toBe('true');
    await app.page.keyboard.press('ArrowUp');
    await app.page.keyboard.press('ArrowUp');
    await expectPlayhead(app, id, 150, () => app.page.keyboard.press('Enter'));
    await app.page.keyboard.press('End');
    await expectPlayhead(app, id, 465, () => app.page.keyboard.press('Enter'));
    await app.page.keyboard.press('k');
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(2);
    await app.page.keyboard.press('ArrowLeft');
    await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeLessThan(464);
  });

  it('are filtered by words, from the keyboard alone', async () => {
    await play();
    await app.page.setViewportSize({ width: 1280, height: 560 });
    await list().focus();
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('WEIGHT nothing');
    await expect.poll(texts).toEqual(['5:10\nA weight of nothing is no line.']);
    expect(await list().locator('mark').allInnerTexts()).toEqual(['weight', 'nothing']);
    await expectPlayhead(app, id, 310, () => app.page.keyboard.press('Enter'));
    await app.page.keyboard.press('Escape');
    await expect.poll(() => rows().count()).toBe(9);
    // The list is at the playhead at once, though the user has just used it.
    const isSeen = list()
      .locator('[aria-current="true"]')
      .evaluate((row) => {
        const [one, around] = [row, row.closest('.playhead-list')].map((el) => el?.getBoundingClientRect());
        return (
          one !== undefined && around !== undefined && one.top >= around.top && one.bottom <= around.bottom
        );
      });
    expect(await isSeen).toBe(true);
    await app.page.keyboard.press('Escape');
    expect(await list().evaluate((el) => el.doc.activeElement === el)).toBe(true);
    await app.page.keyboard.press('ControlOrMeta+f');
    await app.page.keyboard.type('zebra');
    await panesIn(app.page).getByText('No matches found.').waitFor();
    expect(await violationsIn(app.page, '.playhead-lower')).toEqual([]);
  });

  it('are all there when another note comes, whatever they were filtered by', async () => {
    await play();
    await panesIn(app.page).getByRole('searchbox').fill('WEIGHT nothing');
    await expect.poll(() => rows().count()).toBe(1);
    await app.driver.writeOutside('plain.md', `---\nvideoId: ${id}\n---\n\nOne ${anchor('00:00:07')}.\n`);
    await app.driver.openNote('plain.md');
    await expect.poll(texts).toEqual(['0:07\nOne.']);
    expect(await panesIn(app.page).getByRole('searchbox').inputValue()).toBe('');
  });

  it('say why there are none, and follow what is written', async () => {
    await play(`---\nvideoId: ${id}\n---\n\n${anchor('00:00:05')}\n`);
    await app.driver.openNote('plain.md');
    await app.driver.runCommand('playhead:open-video');
    // The pane follows the user to other notes about its video.
    await panesIn(app.page).getByText('This note has no timestamps of this video yet.').waitFor();
    // There is nothing to filter.
    const filter = panesIn(app.page).getByRole('searchbox');
    expect(await filter.isVisible()).toBe(false);
    await panesIn(app.page).getByRole('listbox').focus();
    await app.page.keyboard.press('/');
    expect(await filter.isVisible()).toBe(false);
    expect(await violationsIn(app.page, '.playhead-lower')).toEqual([]);
    await app.driver.writeOutside('plain.md', `---\nvideoId: ${id}\n---\n\nOne ${anchor('00:00:07')}.\n`);
    await expect.poll(texts).toEqual(['0:07\nOne.']);
    expect(await filter.isVisible()).toBe(true);
  });

  it('are closed and opened by a control, which the settings remember, and by how high the pane is', async () => {
    await play();
    await setPaneWidth(app.page, 900);
    const control = panesIn(app.page).getByRole('button', { name: 'Moments', exact: true });
    expect(await control.getAttribute('aria-pressed')).toBe('true');
    await control.click();
    await expect.poll(() => list().isVisible()).toBe(false);
    expect(await panesIn(app.page).locator('.playhead-row').count()).toBe(0);
    await app.driver.restart();
    await app.driver.openNote('note.md');
    await panesIn(app.page).locator('.playhead-stage').waitFor();
    await control.click();
    await list().waitFor();
    await coverPane(app.page);
    await expect.poll(() => panesIn(app.page).locator('.playhead-row').count()).toBe(0);
  });

  it('are below what is seen in a low pane, and have no place in a very low one', async () => {
    await play();
    await list().waitFor();
    await app.page.setViewportSize({ width: 1280, height: 430 });
    const pane = panesIn(app.page).locator('.playhead-pane');
    await expect.poll(() => pane.evaluate((el) => el.scrollHeight > el.clientHeight + 100)).toBe(true);
    await list().getByRole('option').nth(1).click();
    await expect.poll(() => list().getByRole('option').nth(1).getAttribute('aria-current')).toBe('true');
    const stage = await panesIn(app.page).locator('.playhead-stage').boundingBox();
    expect(stage?.height).toBeGreaterThanOrEqual(200);
    await app.page.setViewportSize({ width: 1280, height: 300 });
    await expect.poll(() => list().isVisible()).toBe(false);
    await expect.poll(() => panesIn(app.page).locator('.playhead-row').count()).toBe(0);
  });

  it('take the height that the divider is moved to, by mouse and by keys', async () => {
    await play();
    const divider = panesIn(app.page).getByRole('separator', { name: 'Height of the list' });
    const lower = panesIn(app.page).locator('.playhead-lower');
    const height = async (): Promise<number> => Math.round((await lower.boundingBox())?.height ?? 0);
    const before = await height();
    const box = await divider.boundingBox();
    if (box === null) throw new Error('There is no divider.');
    await app.page.mouse.move(box.x + 50, box.y + 4);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + 50, box.y + 54, { steps: 4 });
    await app.page.mouse.up();
    await expect.poll(height).toBeLessThan(before - 30);
    const dragged = await height();
    await divider.focus();
    await app.page.keyboard.press('ArrowUp');
    await expect.poll(height).toBeGreaterThan(dragged + 10);
    await app.page.keyboard.press('Enter');
    await expect.poll(height).toBe(before);
  });

  it('build only the rows that are near, of thousands, and none anew as the video goes on', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, index) =>
        `Sentence ${String(index)} ${anchor(new Date(index * 1000).toISOString().slice(11, 19))}.`,
    );
    app.youtube.set(id, { length: 6000 });
    await app.driver.start({
      notes: { 'note.md': `---\nvideoId: ${id}\n---\n\n${many.slice(0, 3).join(' ')}\n` },
    });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().click();
    await app.driver.openNote('note.md', { mode: 'source' });
    await app.driver.writeOutside('note.md', `---\nvideoId: ${id}\n---\n\n${many.join('\n\n')}\n`);
    await expect.poll(() => rows().first().getAttribute('aria-setsize')).toBe('5000');
    expect(await rows().count()).toBeLessThan(60);
    await panesIn(app.page).evaluate((pane) => {
      const built = { count: 0 };
      Object.assign(pane.win, { built });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) built.count += addedNodes.length;
      }).observe(pane.querySelector('.playhead-rows') ?? pane, { childList: true });
    });
    const built = (): Promise<number> =>
      app.page.evaluate(() => (window as unknown as { built: { count: number } }).built.count);
    await list().focus();
    await app.page.keyboard.press('End');
    await expect.poll(async () => (await rows().last().innerText()).split('\n')[1]).toBe('Sentence 4999.');
    expect(await rows().count()).toBeLessThan(60);
    expect(await built()).toBeLessThan(120);
    await app.page.keyboard.press('Enter');
    await expect.poll(current).toEqual([expect.stringMatching(/Sentence 4999|Sentence 5000/)]);
    const before = await built();
    await app.page.keyboard.press('j');
    await expect.poll(current).toEqual([expect.stringMatching(/Sentence 49(8|9[0-5])/)]);
    expect((await built()) - before).toBeLessThan(5);
  });
});
