// Editing in Live Preview with others about: searches, several carets, other panes of the note, other programs, windows.
import type { Locator } from 'playwright-core';
import { describe, expect, it, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { editedText, editNote, NOTE, placeCaret, seenLines, selections } from '../support/editing';

const host = useHost();

const anchor = '<a class="yt-timestamp" data-t="1">[1:00]</a>';

const key = (name: string): Promise<void> => host.driver.page.keyboard.press(name);
const type = (text: string): Promise<void> => host.driver.page.keyboard.type(text);
const seen = (): Promise<string[]> => seenLines(host.driver.page);

describe('inferred: another note in the same view', () => {
  it.each([
    ['anew', ['made', 'made']],
    ['kept', ['made']],
  ] as const)('finds what plugins have in the editor %s', async (editorState, expected) => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        const { ViewPlugin } = require('@codemirror/view');
        this.registerEditorExtension(ViewPlugin.define((view) => {
          if (view.state.doc.length > 0) note('made');
          return { update: ({ docChanged }) => docChanged && note(view.state.field(obsidian.editorInfoField).file.path) };
        }));
      }`);
    await editNote(driver, 'Text', { plugin, editorState, notes: { 'Other.md': 'Other text' } });
    const before = (await recorded(driver)).filter((line) => line === 'made').length;
    await driver.openNote('Other.md', { mode: 'live' });
    await expect.poll(() => editedText(driver.page)).toBe('Other text');
    const lines = await recorded(driver);
    expect(lines.filter((line) => line === 'made').length - before).toBe(expected.length - 1);
    if (editorState === 'kept') expect(lines.at(-1)).toBe('Other.md');
  });
});

describe('the search bar', () => {
  const bar = (): Locator => host.driver.page.locator('.document-search-container input');
  const text = `One ${anchor} two\n\n> [!note] Box\n> three\n\n| four |\n| --- |\n| five |\n\nsix\n\n## **seven**`;

  it('opens on its command and its hotkey, and marks what it finds', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await key('Control+f');
    await bar().waitFor();
    await type('six');
    await expect.poll(() => driver.page.locator('.cm-searchMatch').allInnerTexts()).toEqual(['six']);
    expect(await driver.page.locator('.document-search-count').innerText()).toBe('0 / 1');
    await key('Enter');
    await expect.poll(() => driver.page.locator('.document-search-count').innerText()).toBe('1 / 1');
    expect(await selections(driver.page)).toEqual([[text.indexOf('six'), text.indexOf('six') + 3]]);
    await key('Escape');
    await expect.poll(() => bar().count()).toBe(0);
    expect(await driver.runCommand('editor:open-search')).toBe(true);
    await bar().waitFor();
  });

  it.each([
    ['an element', 'data-t', () => seen(), [`One ${anchor} two`]],
    ['a callout', 'three', () => seen(), ['> three']],
    ['a table', 'five', () => seen(), ['| five |']],
  ])(
    'shows the source of %s that holds a match, and hides it when it closes',
    async (_what, query, lines, found) => {
      const { driver } = host;
      await editNote(driver, text);
      await placeCaret(driver.page, 'six');
      await expect.poll(lines).not.toEqual(expect.arrayContaining(found));
      await key('Control+f');
      await type(query);
      await expect.poll(lines).toEqual(expect.arrayContaining(found));
      await key('Escape');
      await expect.poll(lines).not.toEqual(expect.arrayContaining(found));
    },
  );

  it('leaves alone what only stands beside a match', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'six');
    await key('Control+f');
    await type('One ');
    await driver.page.locator('.cm-searchMatch').waitFor();
    expect((await seen())[0]).toBe('One [1:00] two');
  });
});

describe('several carets', () => {
  it.each(['Alt', 'Control'] as const)('come with %s and a click, and type together', async (modifier) => {
    const { driver } = host;
    await editNote(driver, `one ${anchor}\n\ntwo`);
    await placeCaret(driver.page, 'one');
    const line = driver.page.locator('.cm-line', { hasText: 'two' });
    await line.click({ position: { x: 1, y: 8 }, modifiers: [modifier] });
    await expect.poll(async () => (await selections(driver.page)).length).toBe(2);
    await type('x');
    expect(await editedText(driver.page)).toBe(`xone ${anchor}\n\nxtwo`);
    await driver.page.evaluate(() => {
      window.app.workspace.activeEditor?.editor?.replaceSelection('<b>y</b>');
    });
    expect(await editedText(driver.page)).toBe(`x<b>y</b>one ${anchor}\n\nx<b>y</b>two`);
    await driver.runCommand('editor:toggle-source');
    expect(await selections(driver.page)).toHaveLength(2);
  });
});

describe('undo', () => {
  it('takes back what was typed in one go, and what the API has written in one transaction', async () => {
    const { driver } = host;
    await editNote(driver, 'text');
    await key('Control+End');
    await type(' word');
    // A step of its own only after the caret has moved: CodeMirror joins what follows on typing.
    await key('Home');
    await driver.page.evaluate(() => {
      window.app.workspace.activeEditor?.editor?.transaction({
        changes: [
          { from: { line: 0, ch: 0 }, text: '---\nvideoId: x\n---\n' },
          { from: { line: 0, ch: 9 }, text: ' more' },
        ],
      });
    });
    expect(await editedText(driver.page)).toBe('---\nvideoId: x\n---\ntext word more');
    await driver.page.locator('.metadata-property', { hasText: 'videoId' }).first().waitFor();
    await key('Control+z');
    expect(await editedText(driver.page)).toBe('text word');
    await key('Control+z');
    expect(await editedText(driver.page)).toBe('text');
  });
});

describe('another pane of the note', () => {
  const editors = (): Locator => host.driver.page.locator('.mod-root .markdown-source-view');

  async function split(text: string): Promise<void> {
    const { driver } = host;
    await editNote(driver, text, { saveDelay: 60_000 });
    await driver.openNote(NOTE, { mode: 'live', where: 'split' });
  }

  it('shows an edit at once, before anything is saved, and keeps its own caret', async () => {
    const { driver } = host;
    const text = `first\n\nlast ${anchor}`;
    await split(text);
    await placeCaret(driver.page, 'last');
    await editors()
      .first()
      .locator('.cm-line')
      .first()
      .click({ position: { x: 1, y: 8 } });
    await type('New ');
    await expect.poll(() => editors().nth(1).locator('.cm-line').first().innerText()).toBe('New first');
    expect(await driver.readFile(NOTE)).toBe(text);
    const carets = await driver.page.evaluate(() =>
      window.app.workspace
        .getLeavesOfType('markdown')
        .map((leaf) => leaf.getEphemeralState() as { cursor: import('obsidian').EditorRange })
        .map(({ cursor }) => [cursor.from.line, cursor.from.ch]),
    );
    expect(carets).toEqual([
      [0, 4],
      [2, 0],
    ]);
  });

  it('is no edit of that pane: it does not undo it, nor tell of it', async () => {
    const { driver } = host;
    await editNote(driver, 'text', {
      plugin: probePlugin(`
        onload() {
          this.registerEvent(this.app.workspace.on('editor-change', (editor) => note(editor.getValue())));
        }`),
    });
    await driver.openNote(NOTE, { mode: 'live', where: 'split' });
    await type('a');
    await editors().first().locator('.cm-line').first().click();
    await key('Control+z');
    expect(await editedText(driver.page)).toBe('atext');
    await key('Control+End');
    await type('b');
    await expect.poll(() => editors().nth(1).locator('.cm-line').innerText()).toBe('atextb');
    expect(await recorded(driver)).toEqual(['atext', 'atextb']);
  });

  it('in reading view shows it too', async () => {
    const { driver } = host;
    await editNote(driver, 'text', { saveDelay: 60_000 });
    await driver.openNote(NOTE, { mode: 'reading', where: 'split' });
    await editors().first().locator('.cm-line').click();
    await key('Control+End');
    await type(' more');
    await driver.page.locator('.markdown-preview-view p', { hasText: 'text more' }).waitFor();
  });
});

describe('another program', () => {
  it('that writes the note changes the open editor, and the caret stays with its text', async () => {
    const { driver } = host;
    const text = `first ${anchor}\n\nlast`;
    await editNote(driver, text);
    await placeCaret(driver.page, 'last', 2);
    await driver.writeOutside(NOTE, text.replace('first', 'a new first'));
    await expect.poll(seen).toEqual(['a new first [1:00]', '', 'last']);
    const at = (await editedText(driver.page)).indexOf('last') + 2;
    expect(await selections(driver.page)).toEqual([[at, at]]);
    await key('Control+z');
    expect(await editedText(driver.page)).toContain('a new first');
  });
});

test('a window of its own edits as the main one does', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { [NOTE]: `one ${anchor}\n\n| a |\n| --- |\n| b |\n\nend` } });
  await driver.openNote(NOTE, { mode: 'live', where: 'window' });
  await expect.poll(() => driver.popouts().length).toBe(1);
  const [popout] = driver.popouts();
  if (popout === undefined) throw new Error('No window has opened');
  await popout.locator('.cm-line', { hasText: 'end' }).click();
  await popout.locator('.cm-html-embed', { hasText: '1:00' }).waitFor();
  await popout.keyboard.press('Control+End');
  await popout.keyboard.type('ing');
  await popout.locator('td', { hasText: 'b' }).click();
  await popout.locator('.table-cell-wrapper > .cm-editor').waitFor();
  await popout.keyboard.press('End');
  await popout.keyboard.type('!');
  await expect
    .poll(() => editedText(driver.page))
    .toBe(`one ${anchor}\n\n| a   |\n| --- |\n| b!  |\n\nending`);
  await popout.locator('.cm-line', { hasText: 'one' }).click({ position: { x: 2, y: 8 } });
  await popout.keyboard.press('End');
  await expect.poll(() => popout.locator('.cm-html-embed').count()).toBe(0);
});
