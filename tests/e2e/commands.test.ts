// The commands, as the palette offers them.
import { describe, expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'commandsVid';

describe('Open video of this note', () => {
  it('opens the video beside the note, paused, and is found in the palette', async () => {
    await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:10') } });
    await app.driver.openNote('note.md');
    await app.driver.openPalette();
    await app.page.keyboard.type('Open video of');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.youtube.count(app.page, id)).toBe(1);
    expect(app.youtube.requests[0]?.parameters).toMatchObject({ autoplay: '0', start: '0' });
    expect(await panesIn(app.page).count()).toBe(1);
  });

  it('says when the note has no video', async () => {
    await app.driver.start({ notes: { 'note.md': 'Nothing here.\n' } });
    await app.driver.openNote('note.md');
    await app.driver.runCommand('playhead:open-video');
    await expect.poll(() => app.driver.notices()).toHaveLength(1);
    expect((await app.driver.notices())[0]).toContain('No video is set for this note');
  });

  it('is not offered while no note is open', async () => {
    await app.driver.start({ notes: { 'note.md': 'Nothing here.\n' } });
    expect(await app.driver.availableCommands()).not.toContain('playhead:open-video');
  });
});

describe('Play or pause', () => {
  it('is offered once there is a video, and works from the note', async () => {
    await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:10') } });
    await app.driver.openNote('note.md');
    expect(await app.driver.availableCommands()).not.toContain('playhead:play-or-pause');
    await expectPlayhead(app, id, 10, () => chipsIn(app.page).click());
    const player = app.youtube.player(app.page, id);
    await expect.poll(() => player.state()).toBe(1);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player.state()).toBe(2);
    await app.driver.runCommand('playhead:play-or-pause');
    await expect.poll(() => player.state()).toBe(1);
  });

  it('sets no hotkeys', async () => {
    await app.driver.start();
    const hotkeys = await app.page.evaluate(() =>
      window.app.commands
        .listCommands()
        .filter(({ id }) => id.startsWith('playhead:'))
        .flatMap((command) => command.hotkeys ?? []),
    );
    expect(hotkeys).toEqual([]);
  });
});
