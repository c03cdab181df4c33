// Checking the timestamps of a note: what is listed, what is chosen, what is written, and that nothing else is.
import { describe, expect, it } from 'vitest';
import { corpusFile, hasCorpus } from '../support/corpus.ts';
import { anchor, chipsIn, expectPlayhead, noteAbout, secondsOf, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'checkedVid1';
const path = 'note.md';

/** A note that is being edited, about a video whose length is known. */
async function start(text: string, length = 4202): Promise<void> {
  app.youtube.set(id, { length });
  await app.driver.start({
    notes: { [path]: text },
    localStorage: { 'playhead-lengths': { [`youtube:${id}`]: length } },
  });
  await app.driver.openNote(path, { mode: 'source' });
}

const check = (): Promise<boolean> => app.driver.runCommand('playhead:check-note');
const modal = () => app.page.locator('.modal.playhead-check');
const rows = () => modal().locator('.playhead-finding');
const textNow = (): Promise<string> =>
  app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue() ?? '');

const slipped = anchor('03:01:00');
const note = noteAbout(id, '00:00:05', '03:01:00', '51:55:00', '75:30');

describe('Check timestamps in this note', () => {
  it('lists what is not as written: how it is read, why, and what it becomes', async () => {
    await start(note);
    await check();
    await expect.poll(() => rows().count()).toBe(3);
    expect(await rows().first().locator('code').allTextContents()).toEqual(['03:01:00', '00:03:01']);
    expect(await rows().first().textContent()).toContain(
      'Past the end of this video (1:10:02), so read as minutes and seconds.',
    );
    const words = rows().first().locator('.playhead-finding-words');
    expect(await words.innerText()).toBe('Something is said.');
    // It is not clear what the last one means.
    expect(await rows().last().locator('input').count()).toBe(0);
    expect(await rows().last().textContent()).toContain(
      'Past the end of this video (1:10:02). If it is wrong, correct it in the note.',
    );
  });

  it('rewrites what is ticked, and only that, in one step that can be undone', async () => {
    await start(note);
    await check();
    await rows().nth(1).locator('input').uncheck();
    await modal().getByRole('button', { name: 'Apply to 1 timestamp' }).click();
    await expect.poll(textNow).toBe(note.replace(slipped, anchor('00:03:01')));
    expect(await app.driver.notices()).toContain('1 timestamp rewritten.');
    await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
    expect(await textNow()).toBe(note);
  });

  it('says that it has not compared with a length, and selects what it finds once the length is certain', async () => {
    app.youtube.set(id, { length: 4202 });
    const slips = noteAbout(id, '00:00:05', '03:01:00', '05:07:00');
    await app.driver.start({ notes: { [path]: slips } });
    await app.driver.openNote(path, { mode: 'source' });
    await check();
    const summary = modal().locator('.playhead-check-summary').first();
    await expect.poll(() => summary.innerText()).toBe('Nothing found so far in 3 timestamps.');
    await modal().getByRole('button', { name: 'Open the video' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    expect(await rows().locator('input:checked').count()).toBe(0);
    expect(await summary.innerText()).toContain('Some are not selected yet');
    await rows().first().getByRole('button', { name: 'Play from 3:01' }).click();
    await expect.poll(() => rows().locator('input:checked').count(), { timeout: 20_000 }).toBe(2);
    expect(await summary.innerText()).toBe(
      '2 of 3 timestamps may need a look. Nothing changes until you apply.',
    );
  });

  it('closes, and shows where a finding stands in the note', async () => {
    await start(note);
    await check();
    await rows().last().getByRole('button', { name: 'Show source' }).click();
    await expect.poll(() => modal().count()).toBe(0);
    const line = note.slice(0, note.indexOf('75:30')).split('\n').length - 1;
    await expect
      .poll(() => app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getCursor().line))
      .toBe(line);
    expect(await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.hasFocus())).toBe(true);
    expect(await textNow()).toBe(note);
  });

  it('keeps the choices of who looks at the source and comes back', async () => {
    await start(note);
    await check();
    await rows().nth(1).locator('input').uncheck();
    await rows().last().getByRole('button', { name: 'Show source' }).click();
    await expect.poll(() => modal().count()).toBe(0);
    await check();
    await expect.poll(() => rows().locator('input:checked').count()).toBe(1);
    expect(await rows().first().locator('input').isChecked()).toBe(true);
    await modal().getByRole('button', { name: 'Apply to 1 timestamp' }).click();
    await expect.poll(textNow).toBe(note.replace(slipped, anchor('00:03:01')));
  });

  it('offers both times where label and time disagree, and writes the one that is chosen', async () => {
    const disputed = `<a class="yt-timestamp" data-t="00:07:42">[00:07:46]</a>`;
    await start(`${noteAbout(id)}${disputed}`);
    await check();
    const times = rows().first().locator('select');
    expect(await times.locator('option').allTextContents()).toEqual(['00:07:42 (now)', '00:07:46 (label)']);
    const time = rows().first().locator('.playhead-finding-time');
    await expect.poll(() => time.innerText()).toBe('7:42');
    await times.selectOption({ label: '00:07:46 (label)' });
    await expect.poll(() => time.innerText()).toBe('7:46');
    await expectPlayhead(app, id, 466, () =>
      rows().first().getByRole('button', { name: 'Play from 7:46' }).click(),
    );
    await modal().getByRole('button', { name: 'Apply to 1 timestamp' }).click();
    await expect.poll(textNow).toBe(`${noteAbout(id)}${anchor('00:07:46')}`);
  });

  it('keeps a long title within the dialog on a phone', async () => {
    const long = 'bitcoin_staking_and_restaking_explained_by_those_who_do_it.md';
    await app.page.setViewportSize({ width: 390, height: 780 });
    await app.driver.start({
      platform: 'phone',
      notes: { [long]: note },
      localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
    });
    await app.driver.openNote(long, { mode: 'source' });
    await check();
    await rows().first().waitFor();
    const title = modal().locator('.modal-title');
    expect(await title.evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
    const [text, box] = await Promise.all([title.boundingBox(), modal().boundingBox()]);
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  });

  it('is done by keyboard alone', async () => {
    await start(note);
    await check();
    await expect
      .poll(() =>
        rows()
          .first()
          .locator('input')
          .evaluate((el) => el === document.activeElement),
      )
      .toBe(true);
    await app.page.keyboard.press('Space');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(textNow).toBe(note.replace(anchor('51:55:00'), anchor('00:51:55')));
    await expect.poll(() => modal().count()).toBe(0);
  });

  it('plays each from the list', async () => {
    await start(note);
    await check();
    await expectPlayhead(app, id, 181, () =>
      rows().first().getByRole('button', { name: 'Play from 3:01' }).click(),
    );
  });

  it('does not overwrite what has changed since the list was made, and reads it again', async () => {
    await start(note);
    await check();
    await expect.poll(() => rows().count()).toBe(3);
    const changed = note.replace('03:01:00">', '03:02:00">');
    await app.page.evaluate((text) => window.app.workspace.activeEditor?.editor?.setValue(text), changed);
    await modal().getByRole('button', { name: 'Apply to 2 timestamps' }).click();
    await expect.poll(textNow).toBe(changed.replace(anchor('51:55:00'), anchor('00:51:55')));
    expect(await modal().innerText()).toContain('The note has changed');
    expect(await rows().first().locator('code').allTextContents()).toEqual(['03:02:00 [03:01:00]']);
    expect(await rows().first().locator('option').first().innerText()).toBe('00:03:02 (now)');
  });

  it('writes to the file of a note that is only read', async () => {
    await start(note);
    await app.driver.openNote(path);
    await check();
    await modal().getByRole('button', { name: 'Apply to 2 timestamps' }).click();
    const mended = note.replace(slipped, anchor('00:03:01')).replace(anchor('51:55:00'), anchor('00:51:55'));
    await expect.poll(() => app.driver.readFile(path)).toBe(mended);
    await expect.poll(() => chipsIn(app.page).allInnerTexts()).toEqual(['0:05', '3:01', '51:55', '[75:30]']);
  });

  it('says so where nothing is to be corrected', async () => {
    await start(noteAbout(id, '00:00:05'));
    await check();
    await expect.poll(() => modal().innerText()).toContain('The timestamp is fine.');
  });

  it('follows the length that playing one tells', async () => {
    app.youtube.set(id, { length: 4202 });
    await app.driver.start({ notes: { [path]: noteAbout(id, '03:01:00', '51:55:00') } });
    await app.driver.openNote(path, { mode: 'source' });
    await check();
    const boxes = rows().locator('input');
    await expect.poll(() => boxes.count()).toBe(1);
    // Only its form, which the other one shares, suggests that three hours are wrong.
    await expect
      .poll(() => rows().first().innerText())
      .toContain('Could also be minutes and seconds, like others in this note: 3:01.');
    await rows().last().getByRole('button', { name: 'Play from 51:55' }).click();
    await expect.poll(() => boxes.count()).toBe(2);
  });

  it('says that a length is not known, opens the video, and renews the list when it comes', async () => {
    app.youtube.set(id, { length: 4202 });
    await app.driver.start({ notes: { [path]: noteAbout(id, '00:00:05', '03:01:00') } });
    await app.driver.openNote(path, { mode: 'source' });
    await check();
    const unmeasured = modal().locator('.playhead-check-unmeasured');
    await expect
      .poll(() => unmeasured.innerText())
      .toContain('The length of this video is unknown, so Playhead did not look for times past the end.');
    await expect.poll(() => modal().innerText()).toContain('Nothing found so far in 2 timestamps.');
    expect(
      await modal()
        .getByRole('button', { name: /^(Cancel|Close|Apply)/ })
        .allInnerTexts(),
    ).toEqual(['Close']);
    await unmeasured.getByRole('button', { name: 'Open the video' }).click();
    await expect.poll(() => rows().count()).toBe(1);
    expect(await unmeasured.isVisible()).toBe(false);
    await modal()
      .getByRole('button', { name: /^Apply/ })
      .waitFor();
  });
});

describe.skipIf(!hasCorpus)('a real note of mixed units', () => {
  it('has all its chips inside the video after the first play; check, apply all and undo once restore it', async () => {
    const text = corpusFile('notes/acquiredfm/the_role_and_impact_of_skunk_works_in_aviation_history.md');
    const video = /^videoId: *["']?([\w-]{11})/m.exec(text)?.[1] ?? '';
    const length = 3 * 3600 + 5 * 60;
    app.youtube.set(video, { length });
    await app.driver.start({ notes: { [path]: text } });
    await app.driver.openNote(path);
    await chipsIn(app.page).first().click();
    const written = Array.from(text.matchAll(/data-t="([^"]*)">\[([^\]]*)\]/g), ([, time = '']) =>
      secondsOf(time),
    );
    expect(written).toHaveLength(171);
    await expect.poll(() => facesOf(video)).toHaveLength(171);
    const faces = await facesOf(video);
    expect(Math.max(...faces)).toBeLessThanOrEqual(length);
    const isTrue = written.map((seconds) => seconds <= length);
    expect(isTrue.filter((fits) => !fits)).toHaveLength(85);
    expect(faces.filter((_, index) => isTrue[index] === true)).toEqual(
      written.filter((_, index) => isTrue[index] === true),
    );
    expect(faces.filter((seconds, index) => isTrue[index] === true && seconds >= 3600)).toHaveLength(86);

    await app.driver.openNote(path, { mode: 'source' });
    await check();
    await expect.poll(() => rows().count()).toBeGreaterThanOrEqual(85);
    await modal()
      .getByRole('button', { name: /^Apply to \d+ timestamps$/ })
      .click();
    await expect.poll(() => modal().count()).toBe(0);
    expect(await textNow()).not.toBe(text);
    await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.undo());
    expect(await textNow()).toBe(text);
  }, 180_000);
});

/** The seconds of all chips of the note, in order, also of those outside of the view. */
async function facesOf(video: string): Promise<number[]> {
  const texts = await app.page.evaluate(async () => {
    const scroller = document.querySelector('.markdown-preview-view');
    if (scroller === null) return [];
    const found = new Map<Element, string>();
    scroller.scrollTop = 0;
    for (let before = -1; before !== scroller.scrollTop;) {
      await new Promise(requestAnimationFrame);
      for (const chip of scroller.querySelectorAll('.playhead-chip')) found.set(chip, chip.textContent);
      before = scroller.scrollTop;
      scroller.scrollBy(0, scroller.clientHeight / 2);
    }
    return Array.from(found.values());
  });
  expect(video).not.toBe('');
  return texts.map(secondsOf);
}
