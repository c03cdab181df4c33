// Minutes and seconds written one field too far to the left: the commonest fault of real notes.
import { expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'slipslipsl1';
const length = 4202; // 1:10:02

it('corrects itself when the length arrives after the click, and the chips follow', async () => {
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
  await expect.poll(() => app.driver.notices()).toEqual(['45:10 is past the end of this video (14:05).']);
  await expect.poll(() => chip.getAttribute('class')).toContain('is-inert');
  expect(await chip.innerText()).toBe('[45:10]');
  expect(await chip.getAttribute('aria-label')).toBe('[45:10]. 45:10 is past the end of this video (14:05).');
});
