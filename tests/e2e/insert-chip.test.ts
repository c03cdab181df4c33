// A written timestamp is a chip at once: its source is not visible before the caret moves into it.
import { describe, expect, it } from 'vitest';
import { anchor, chipsIn, usePlayhead } from '../support/playhead.ts';
import { aboutVideo, KEYS, setCarets, startWriting, T, written } from '../support/writing.ts';

const app = usePlayhead();
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const insert = (): Promise<void> => press(KEYS['playhead:insert-timestamp']);
const faces = (): Promise<string[]> => chipsIn(app.page.locator('.cm-content')).allInnerTexts();

/** Opens the note in Live Preview with these settings. From now on, every visible source of a timestamp is counted. */
async function start(text: string, data: object = {}): Promise<void> {
  await startWriting(app, aboutVideo(text), { mode: 'live', app: { data: { spaceAfter: true, ...data } } });
  await app.page.evaluate(() => {
    const content = document.querySelector('.cm-content');
    const seen = { source: 0 };
    Object.assign(window, { seen });
    const look = (): void => {
      if (content?.textContent.includes('yt-timestamp') === true) seen.source++;
    };
    new MutationObserver(look).observe(content ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** Another text in the same editor. */
async function rewrite(text: string): Promise<void> {
  const note = aboutVideo(text);
  await app.page.evaluate(
    (plain) => {
      window.app.workspace.activeEditor?.editor?.setValue(plain);
    },
    note.replace(/‸/g, ''),
  );
  await setCarets(app, note);
  await app.page.evaluate(() => {
    (window as unknown as { seen: { source: number } }).seen.source = 0;
  });
}

const sourceSeen = (): Promise<number> =>
  app.page.evaluate(() => (window as unknown as { seen: { source: number } }).seen.source);

async function expectChips(...expected: readonly string[]): Promise<void> {
  await expect.poll(faces).toEqual(expected);
  expect(await sourceSeen()).toBe(0);
}

/** As the system's own paste arrives. */
async function paste(text: string): Promise<void> {
  await app.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.cm-content')?.dispatchEvent(event);
  }, text);
}

describe('a timestamp is a chip as soon as it is written', () => {
  it('by its command in any place, and the caret is behind it', async () => {
    const places = [
      ['Last line.‸', `Last line. ${T} ‸`, ['1:06']],
      ['One\n\n‸\n\nTwo', `One\n\n${T} ‸\n\nTwo`, ['1:06']],
      ['one‸ two', `one ${T}‸ two`, ['1:06']],
      ['one‸.', `one ${T}‸.`, ['1:06']],
      ['- ‸\n- one‸\n- ‸two', `- ${T} ‸\n- one ${T} ‸\n- ${T}‸ two`, ['1:06', '1:06', '1:06']],
    ] as const;
    await start('‸');
    for (const [before, after, chips] of places) {
      await rewrite(before);
      await insert();
      await expect.poll(() => written(app)).toBe(aboutVideo(after));
      await expectChips(...chips);
      await press('Control+z');
      await press('Control+y');
      expect((await written(app)).replace(/‸/g, '')).toBe(aboutVideo(after).replace(/‸/g, ''));
      await expectChips(...chips);
    }
  });

  it('by its command on a new line, chosen after @@, at the end of a clip, and pasted', async () => {
    await start('One‸');
    await press(KEYS['playhead:insert-timestamp-on-new-line']);
    await expectChips('1:06');
    await press('Enter');
    await type('@@');
    await app.page.locator('.suggestion-container').waitFor();
    await press('Enter');
    await expectChips('1:06', '1:06');
    await press('Enter');
    await press(KEYS['playhead:start-clip']);
    await press(KEYS['playhead:end-clip']);
    await expectChips('1:06', '1:06', '1:06');
    await press('Enter');
    await paste(`so ${anchor('00:02:00')}`);
    await expectChips('1:06', '1:06', '1:06', '2:00');
    await paste(`. And ${anchor('00:03:00')}`);
    await expectChips('1:06', '1:06', '1:06', '2:00', '3:00');
  });

  it('moves nothing below it', async () => {
    await start('A line that is nearly as wide as the note, but not quite, and ends here.‸\n\nBelow');
    const below = app.page.locator('.cm-line', { hasText: 'Below' });
    const { y } = (await below.boundingBox()) ?? { y: NaN };
    await insert();
    await expectChips('1:06');
    expect((await below.boundingBox())?.y).toBe(y);
  });

  it('opens when the caret moves into it, and not because of what is typed behind it', async () => {
    await start('one‸ two');
    await insert();
    await expectChips('1:06');
    await type('!');
    await expectChips('1:06');
    await press('ArrowLeft');
    await expect.poll(faces).toEqual([]);
    expect(await written(app)).toBe(aboutVideo(`one ${T}‸! two`));
    await press('End');
    await expect.poll(faces).toEqual(['1:06']);
    await press('Home');
    for (let steps = 0; steps < 5; steps++) await press('ArrowRight');
    await expect.poll(faces).toEqual([]);
  });

  it('stays one when its space is deleted, until the caret moves', async () => {
    await start('one‸');
    await insert();
    await press('Backspace');
    await expectChips('1:06');
    expect(await written(app)).toBe(aboutVideo(`one ${T}‸`));
    await press('ArrowLeft');
    await expect.poll(faces).toEqual([]);
  });
});

describe('the space behind a timestamp', () => {
  it('is not doubled, and punctuation takes its place', async () => {
    const cases = [
      [' one', `${T} one‸`],
      ['  one', `${T}  one‸`],
      ['one', `${T} one‸`],
      ['. One', `${T}. One‸`],
      [') one', `${T}) one‸`],
      ['- one', `${T} - one‸`],
    ] as const;
    await start('‸');
    for (const [typed, after] of cases) {
      await rewrite('‸');
      await insert();
      await type(typed);
      expect(await written(app)).toBe(aboutVideo(after));
      await expect.poll(faces).toEqual(['1:06']);
    }
  });

  it('is not doubled at several carets, nor when the caret went elsewhere and came back', async () => {
    await start('- ‸\n- one‸');
    await insert();
    await type(' so');
    expect(await written(app)).toBe(aboutVideo(`- ${T} so‸\n- one ${T} so‸`));
    await rewrite('‸');
    await insert();
    await press('ArrowLeft');
    await press('ArrowRight');
    await type(' ');
    expect(await written(app)).toBe(aboutVideo(`${T}  ‸`));
  });

  it('is gone with the timestamp by one undo, and never comes where that is set', async () => {
    await start('one‸');
    await insert();
    await press('Control+z');
    expect(await written(app)).toBe(aboutVideo('one‸'));
    await start('one‸', { spaceAfter: false });
    await insert();
    expect(await written(app)).toBe(aboutVideo(`one ${T}‸`));
    await expectChips('1:06');
    await type(' ');
    expect(await written(app)).toBe(aboutVideo(`one ${T} ‸`));
  });
});
