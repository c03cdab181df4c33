// Minutes and seconds one field too far to the left: the most frequent fault in real notes.
import { expect, it } from 'vitest';
import { anchor, chipsIn, expectPlayhead, noteAbout, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'slipslipsl1';
const length = 4202; // 1:10:02

it('a timestamp one field too far to the left is corrected when the length arrives after the click, and so are the chips', async () => {
  app.youtube.set(id, { length, lengthDelay: 300 });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '03:01:00', '01:01:04', '51:55:00') } });
  await app.driver.openNote('note.md');
  const chips = chipsIn(app.page);
  await expect.poll(() => chips.allInnerTexts()).toEqual(['3:01:00', '1:01:04', '51:55']);

  await expectPlayhead(app, id, 181, () => chips.first().click());
  await expect.poll(() => chips.allInnerTexts()).toEqual(['3:01', '1:01:04', '51:55']);
  expect(await chips.first().getAttribute('aria-label')).toBe(
    'Play from 3 minutes 1 second. Written as 03:01:00, which is past the end of this video (1:10:02). Read as minutes and seconds: 3:01.',
  );
  expect(await app.youtube.player(app.page, id).state()).toBe(1);
  await expectPlayhead(app, id, 3664, () => chips.nth(1).click());
});

it('remembers the length: after a restart the chips are right before anything plays', async () => {
  app.youtube.set(id, { length });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '03:01:00') } });
  await app.driver.openNote('note.md');
  const chip = chipsIn(app.page);
  await expectPlayhead(app, id, 181, () => chip.click());
  await expect.poll(() => chip.innerText()).toBe('3:01');

  await app.driver.restart();
  await app.driver.openNote('note.md');
  await expect.poll(() => chip.first().innerText()).toBe('3:01');
});

it('opens the video at its start, and says why, when a time lies past the end however it is read', async () => {
  app.youtube.set(id, { length: 845 });
  await app.driver.start({ notes: { 'note.md': noteAbout(id, '45:10') } });
  await app.driver.openNote('note.md');
  const chip = chipsIn(app.page);
  await expectPlayhead(app, id, 0, () => chip.click());
  await expect
    .poll(() => app.driver.notices())
    .toEqual(['45:10 is past the end of this video (14:05). The video starts at the beginning.']);
  await expect.poll(() => chip.getAttribute('class')).toContain('is-inert');
  expect(await chip.innerText()).toBe('[45:10]');
  expect(await chip.getAttribute('aria-label')).toBe('[45:10]. 45:10 is past the end of this video (14:05).');
});

it.each(['reading', 'live'] as const)(
  'the text under the pointer stays where it is when the length makes chips shorter, until the pointer leaves the paragraph: %s',
  async (mode) => {
    app.youtube.set(id, { length, lengthDelay: 300 });
    app.youtube.set('otherVideo1', { length: 60 });
    const text = `---\nvideoId: ${id}\n---\n\nOne ${anchor('03:01:00')} and ${anchor('51:55:00')} end.\n\nAway\n\n[0:01](https://youtu.be/otherVideo1?t=1)\n`;
    await app.driver.start({ notes: { 'note.md': text } });
    await app.driver.openNote('note.md', { mode });
    const chips = chipsIn(app.page);
    // The pane is open already: a new one would move the text.
    await expectPlayhead(app, 'otherVideo1', 1, () => chips.last().click());
    const end = (): Promise<number> =>
      app.page
        .getByText('end.')
        .first()
        .evaluate((el) => {
          const range = el.ownerDocument.createRange();
          range.selectNodeContents(el);
          return Math.round(range.getBoundingClientRect().right);
        });
    const before = await end();
    await chips.first().click();
    await expect.poll(() => chips.first().innerText()).toBe('3:01');
    expect(await end()).toBe(before);
    await app.page.getByText('Away').hover();
    await expect.poll(end).toBeLessThan(before - 15);
  },
);
