// Writing timestamps by keyboard: the note byte for byte, its carets, the focus, and undo.
import { describe, expect, it } from 'vitest';
import { anchor, usePlayhead } from '../support/playhead.ts';
import { aboutVideo, KEYS, NOTE, startWriting, T, WRITTEN_VIDEO, written } from '../support/writing.ts';

const app = usePlayhead();
const press = (command: keyof typeof KEYS): Promise<void> => app.page.keyboard.press(KEYS[command]);
const insert = (): Promise<void> => press('playhead:insert-timestamp');
const now = (): Promise<string> => written(app);

describe('Insert timestamp', () => {
  it('writes what was meant, when the player has not said yet how long its video is', async () => {
    app.youtube.set(WRITTEN_VIDEO, { length: 4202, lengthDelay: 700 });
    const slipped = anchor('03:01:00');
    await startWriting(app, aboutVideo(`${slipped}‸\n`), { video: undefined });
    await app.driver.runCommand('playhead:play-at-caret');
    await app.page.locator('iframe').first().waitFor();
    await app.page.keyboard.press('End');
    await insert();
    await expect.poll(now).toMatch(new RegExp(`\\[00:03:0[1-4]\\]</a>‸\\n$`));
  });

  it('lets the user type on right behind it', async () => {
    await startWriting(app, aboutVideo('one‸\n'));
    await insert();
    await app.page.keyboard.type(' two');
    expect(await now()).toBe(aboutVideo(`one ${T} two‸\n`));
    await expect.poll(() => app.driver.readFile(NOTE)).toBe(aboutVideo(`one ${T} two\n`));
  });

  it('is undone without what was typed just before it', async () => {
    await startWriting(app, aboutVideo('‸'));
    await app.page.keyboard.type('one');
    await insert();
    await app.page.keyboard.press('Control+z');
    expect(await now()).toBe(aboutVideo('one‸'));
  });

  it('writes the very beginning', async () => {
    await startWriting(app, aboutVideo('‸'), { video: undefined });
    await app.driver.runCommand('playhead:open-video');
    await expect.poll(() => app.youtube.count(app.page, WRITTEN_VIDEO)).toBe(1);
    await insert();
    expect(await now()).toBe(aboutVideo(`${anchor('00:00:00')}‸`));
  });

  it('gives an empty note its video, in the same step', async () => {
    await startWriting(app, '‸');
    await insert();
    expect(await now()).toBe(aboutVideo(`${T}‸`));
    await app.page.keyboard.press('Control+z');
    expect(await now()).toBe('‸');
  });

  it('adds the video to the properties that a note has, and never twice', async () => {
    await startWriting(app, '---\ntitle: A note\n---\nOne‸');
    await insert();
    await insert();
    expect(await now()).toBe(`---\ntitle: A note\nvideoId: ${WRITTEN_VIDEO}\n---\nOne ${T} ${T}‸`);
    expect(await app.driver.notices()).toEqual([]);
    await app.page.keyboard.press('Control+z');
    await app.page.keyboard.press('Control+z');
    expect(await now()).toBe('---\ntitle: A note\n---\nOne‸');
  });

  it('names the video in a note about another one', async () => {
    await startWriting(app, aboutVideo('‸', 'anotherVid1'));
    await insert();
    const named = anchor('00:01:06', undefined, ` data-v="${WRITTEN_VIDEO}"`);
    expect(await now()).toBe(aboutVideo(`${named}‸`, 'anotherVid1'));
  });

  it('names the video where the properties are broken, and says so', async () => {
    const broken = '---\ntitle: "A note\n---\n';
    await startWriting(app, `${broken}‸`);
    await insert();
    const named = anchor('00:01:06', undefined, ` data-v="${WRITTEN_VIDEO}"`);
    expect(await now()).toBe(`${broken}${named}‸`);
    expect((await app.driver.notices()).join()).toContain('could not be added to the properties');
  });

  it('writes the time alone into code, and says so', async () => {
    await startWriting(app, aboutVideo('```\nat ‸\n```\n'));
    await insert();
    expect(await now()).toBe(aboutVideo('```\nat 00:01:06‸\n```\n'));
    expect((await app.driver.notices()).join()).toContain('only the time was inserted');
  });
});
