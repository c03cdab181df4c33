// A chip plays the video of its own note, whatever else is rendered, open or active.
import { describe, expect, it } from 'vitest';
import {
  anchor,
  chipsIn,
  expectPlayhead,
  noteAbout,
  noteIn,
  panesIn,
  usePlayhead,
} from '../support/playhead.ts';

const app = usePlayhead();
const one = 'videoOfOne1';
const two = 'videoOfTwo2';

describe('two notes side by side', () => {
  it('each play their own video, rendered in turns as they are', async () => {
    await app.driver.start({
      notes: { 'One.md': noteAbout(one, '00:00:10', '00:00:11'), 'Two.md': noteAbout(two, '00:00:20') },
    });
    await app.driver.openNote('One.md');
    await app.driver.openNote('Two.md', { where: 'split' });
    await app.driver.writeOutside('One.md', noteAbout(one, '00:00:10', '00:00:12'));
    const first = chipsIn(noteIn(app.page, 'One.md'));
    const second = chipsIn(noteIn(app.page, 'Two.md'));
    await expect.poll(() => first.allInnerTexts()).toEqual(['0:10', '0:12']);

    await expectPlayhead(app, one, 12, () => first.nth(1).click());
    await expectPlayhead(app, two, 20, () => second.click());
    await expectPlayhead(app, one, 10, () => first.first().click());
    expect(await panesIn(app.page).count()).toBe(1);
  });
});

describe('an embed of another note', () => {
  it('plays that note’s video', async () => {
    await app.driver.start({
      notes: { 'A.md': `${noteAbout(one, '00:00:10')}\n![[B]]\n`, 'B.md': noteAbout(two, '00:00:20') },
    });
    await app.driver.openNote('A.md');
    const embedded = chipsIn(app.page.locator('.internal-embed'));
    await expect.poll(() => embedded.allInnerTexts()).toEqual(['0:20']);
    await expectPlayhead(app, two, 20, () => embedded.click());
  });

  it('has a video though the note around it has none', async () => {
    await app.driver.start({ notes: { 'A.md': '![[B]]\n', 'B.md': noteAbout(two, '00:00:20') } });
    await app.driver.openNote('A.md');
    const chip = chipsIn(app.page);
    await expect.poll(() => chip.getAttribute('aria-label')).toBe('Play from 20 seconds');
    await expectPlayhead(app, two, 20, () => chip.click());
  });
});

describe('a timestamp that names a video', () => {
  it('plays that one', async () => {
    const text = `---\nvideoId: ${one}\n---\n\nOther ${anchor('00:00:30', undefined, ` data-v="${two}"`)}\n`;
    await app.driver.start({ notes: { 'note.md': text } });
    await app.driver.openNote('note.md');
    await expectPlayhead(app, two, 30, () => chipsIn(app.page).click());
    expect(app.youtube.loads(one)).toBe(0);
  });
});

describe('a note without a video', () => {
  it('has chips that say so, and become live when it gets one', async () => {
    await app.driver.start({ notes: { 'note.md': `Said ${anchor('00:00:30')}\n` } });
    await app.driver.openNote('note.md');
    const chip = chipsIn(app.page);
    const why = 'No video is set for this note: add a videoId property.';
    await expect.poll(() => chip.getAttribute('aria-label')).toBe(`0:30. ${why}`);
    expect(await chip.getAttribute('class')).toContain('is-inert');
    await chip.click();
    expect(await app.page.locator('.notice').innerText()).toContain(why);
    expect(await panesIn(app.page).count()).toBe(0);

    await app.page.locator('.notice button').click();
    const input = app.page.locator('.modal input');
    await input.fill('not a video');
    await input.press('Enter');
    await expect.poll(() => app.page.locator('.modal').innerText()).toContain('This is not a YouTube link');
    await input.fill(`https://www.youtube.com/watch?v=${one}&t=3`);
    await input.press('Enter');
    await expect.poll(() => app.driver.readFile('note.md')).toContain(`videoId: ${one}`);
    await expect.poll(() => chip.getAttribute('aria-label')).toBe('Play from 30 seconds');
    await expectPlayhead(app, one, 30, () => chip.click());
  });
});
