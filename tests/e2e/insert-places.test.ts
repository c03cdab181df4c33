// A timestamp at every kind of place, by hotkey: byte for byte, and removed by one undo.
import { describe, expect, it } from 'vitest';
import { usePlayhead } from '../support/playhead.ts';
import { aboutVideo, KEYS, setCarets, startWriting, T, written } from '../support/writing.ts';

const app = usePlayhead();

/** The place, the note with its carets, and the note afterwards. */
const places: readonly (readonly [string, string, string])[] = [
  ['a paragraph', 'one‸ two\n', `one ${T}‸ two\n`],
  ['an item', '- one\n- ‸\n', `- one\n- ${T}‸\n`],
  ['a nested item', '- one\n\t- two‸\n', `- one\n\t- two ${T}‸\n`],
  ['a task', '- [ ] ‸\n', `- [ ] ${T}‸\n`],
  ['a quote', '> one‸\n', `> one ${T}‸\n`],
  ['a callout', '> [!note] Title\n> one‸\n', `> [!note] Title\n> one ${T}‸\n`],
  ['a heading', '## One‸\n', `## One ${T}‸\n`],
  ['the end of the note', 'one\n\n‸', `one\n\n${T}‸`],
  ['a selection', 'one ⟦two⟧ three\n', `one ${T}‸ three\n`],
  ['three carets', '- ‸\n- one‸\n- ‸two\n', `- ${T}‸\n- one ${T}‸\n- ${T}‸ two\n`],
  ['a code block', '```\nat ‸\n```\n', '```\nat 00:01:06‸\n```\n'],
  ['an empty note', '‸', `${T}‸`],
];

const cell = [
  '| a | b |\n| - | - |\n| one‸ | two |\n',
  `| a | b |\n| - | - |\n| one ${T}‸ | two |\n`,
] as const;

const newLines: readonly (readonly [string, string, string])[] = [
  ['a paragraph', 'o‸ne\n', `one\n${T}‸\n`],
  ['an item', '- one‸\n- two\n', `- one\n- ${T}‸\n- two\n`],
  ['a nested item', '- one\n\t- two‸\n', `- one\n\t- two\n\t- ${T}‸\n`],
  ['a task', '- [x] one‸\n', `- [x] one\n- [ ] ${T}‸\n`],
  ['a numbered item', '1. one‸\n', `1. one\n2. ${T}‸\n`],
  ['a quote', '> one‸\n', `> one\n> ${T}‸\n`],
  ['a callout', '> [!note] Ti‸tle\n', `> [!note] Title\n> ${T}‸\n`],
];

const withoutCarets = (text: string): string => text.replace(/[‸⟦⟧]/g, '');

/** The note after the hotkey at each place, and after undo, by the name of the place. */
async function writeIn(
  all: readonly (readonly [string, string, string])[],
  key: string,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [place, before] of all) {
    await app.page.evaluate(
      (text) => {
        window.app.workspace.activeEditor?.editor?.setValue(text);
      },
      withoutCarets(aboutVideo(before)),
    );
    await setCarets(app, aboutVideo(before));
    await app.page.keyboard.press(key);
    const after = await written(app);
    await app.page.keyboard.press('Control+z');
    found[place] = [after, withoutCarets(await written(app))];
  }
  return found;
}

const expected = (all: typeof places): Record<string, readonly string[]> =>
  Object.fromEntries(
    all.map(([place, before, after]) => [place, [aboutVideo(after), withoutCarets(aboutVideo(before))]]),
  );

describe.each([
  ['source mode', 'source', 'after'],
  ['Live Preview', 'live', 'after'],
  ['Live Preview, with the app’s own extensions after those of plugins', 'live', 'before'],
] as const)('in %s', (_, mode, editorExtensionOrder) => {
  const start = (text: string): Promise<void> =>
    startWriting(app, aboutVideo(text), { mode, app: { editorExtensionOrder } });

  it('the timestamp is where the caret was, and the caret behind it', async () => {
    await start('‸');
    const all = mode === 'source' ? [...places, ['a cell', ...cell] as const] : places;
    expect(await writeIn(all, KEYS['playhead:insert-timestamp'])).toEqual(expected(all));
  });

  it('a new line goes on with the list or quote', async () => {
    await start('‸');
    expect(await writeIn(newLines, KEYS['playhead:insert-timestamp-on-new-line'])).toEqual(
      expected(newLines),
    );
  });

  it('the user types on behind it', async () => {
    await start('- one‸\n');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp-on-new-line']);
    await app.page.keyboard.type(' and so on');
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    expect(await written(app)).toBe(aboutVideo(`- one\n- ${T} and so on\n- ${T}‸\n`));
  });
});

describe('in a cell that is being edited', () => {
  const table = '| a   | b   |\n| --- | --- |\n| one | two |\n';

  async function enter(text: string): Promise<void> {
    await app.page.locator('.cm-table-widget td', { hasText: text }).click();
    await app.page.locator('.table-cell-wrapper .cm-content').waitFor();
  }

  it.each(['after', 'before'] as const)('the timestamp stays in it: %s', async (editorExtensionOrder) => {
    await startWriting(app, aboutVideo(table), { mode: 'live', app: { editorExtensionOrder } });
    await enter('one');
    await app.page.keyboard.press('End');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    await app.page.keyboard.type('!');
    const line = `one ${T}!`;
    const [wide, dashes] = [line.length, '-'.repeat(line.length)];
    expect(withoutCarets(await written(app))).toBe(
      aboutVideo(`| ${'a'.padEnd(wide)} | b   |\n| ${dashes} | --- |\n| ${line} | two |\n`),
    );
  });

  it('one undo takes it back', async () => {
    await startWriting(app, aboutVideo(table), { mode: 'live' });
    await enter('two');
    await app.page.keyboard.press('End');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    expect(await written(app)).toContain(`two ${T}`);
    await app.page.keyboard.press('Control+z');
    await expect.poll(async () => withoutCarets(await written(app))).toBe(aboutVideo(table));
  });

  it('it stands apart from the word behind it, the caret between them', async () => {
    await startWriting(app, aboutVideo(table), { mode: 'live' });
    await enter('two');
    await app.page.keyboard.press('Home');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    await app.page.keyboard.type('!');
    expect(await written(app)).toContain(`| one | ${T}!‸ two |`);
  });

  it('a new line is none: the table stays one', async () => {
    await startWriting(app, aboutVideo(table), { mode: 'live' });
    await enter('one');
    await app.page.keyboard.press('End');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp-on-new-line']);
    expect(await written(app)).toContain(`| one ${T}`);
    expect(withoutCarets(await written(app)).split('\n')).toHaveLength(aboutVideo(table).split('\n').length);
  });

  it('a note without a video keeps its properties, and the timestamp names the video', async () => {
    await startWriting(app, table, { mode: 'live' });
    await enter('one');
    await app.page.keyboard.press('End');
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp']);
    expect(await written(app)).toMatch(/^\| a .*\n.*\n\| one <a [^\n]*data-v="writtenVid1">/);
  });
});
