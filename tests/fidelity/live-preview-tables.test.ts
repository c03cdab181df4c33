// Tables in Live Preview: rendered cell by cell, and edited in place, each cell in an editor of its own.
import type { Locator } from 'playwright-core';
import { describe, expect, it, test } from 'vitest';
import { probePlugin, recorded as probed, useHost } from '../driver/use-host';
import { editedText, editNote, NOTE, placeCaret, selections } from '../support/editing';
import { forget, recorded, recorder } from './recorder';

const host = useHost();

const table = '| Name | Time |\n| --- | ---: |\n| one | 1:00 |\n| two | 2:00 |';
const note = `---\nvideoId: x\n---\nBefore\n\n${table}\n\nAfter`;

const widget = (): Locator => host.driver.page.locator('.cm-embed-block.cm-table-widget.markdown-rendered');
const cell = (text: string): Locator => widget().locator('th, td', { hasText: text });
const cellEditor = (): Locator => widget().locator('.table-cell-wrapper > .cm-editor');

async function type(text: string): Promise<void> {
  await host.driver.page.keyboard.type(text);
}

async function edit(text: string): Promise<void> {
  await cell(text).click();
  await cellEditor().locator('.cm-content').waitFor();
  await host.driver.page.keyboard.press('End');
}

async function noteText(): Promise<string> {
  return (await editedText(host.driver.page)).split('\n\n').slice(1).join('\n\n');
}

describe('a table', () => {
  it('inferred: is rendered, each cell handed to post-processors by itself, with the lines of the table and no properties', async () => {
    const { driver } = host;
    await editNote(driver, note, { plugin: recorder() });
    await widget().locator('.table-wrapper > table.table-editor th > .table-cell-wrapper').first().waitFor();
    const calls = await recorded(driver.page);
    expect(calls.map((call) => call.text)).toEqual(['Name', 'Time', 'one', '1:00', 'two', '2:00']);
    for (const call of calls) {
      expect(call).toMatchObject({ path: NOTE, frontmatter: null, attached: false });
      expect(call.section).toMatchObject({ lineStart: 5, lineEnd: 8 });
    }
    expect(await widget().locator('td[align="right"]').allInnerTexts()).toEqual(['1:00', '2:00']);
  });

  it('keeps its looks when the caret enters it', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await placeCaret(driver.page, 'one');
    await cellEditor().waitFor();
    expect(await widget().count()).toBe(1);
    expect(await cellEditor().locator('.cm-line').allInnerTexts()).toEqual(['one']);
  });

  it('is plain text in source mode', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await driver.runCommand('editor:toggle-source');
    await expect.poll(() => widget().count()).toBe(0);
    expect(await driver.page.locator('.cm-line', { hasText: '| one | 1:00 |' }).count()).toBe(1);
  });

  it('renders Markdown in its cells, pipes behind a backslash as pipes', async () => {
    const { driver } = host;
    await editNote(driver, '| a |\n| --- |\n| **b** [[c\\|d]] `e\\|f` <i>g</i> |\n');
    await expect.poll(() => widget().locator('td').innerText()).toBe('b d e|f g');
    expect(await widget().locator('td a.internal-link').getAttribute('data-href')).toBe('c');
  });
});

describe('a cell', () => {
  it('is edited where it is clicked, in an editor whose document is its text', async () => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        const { EditorView, ViewPlugin } = require('@codemirror/view');
        this.registerEditorExtension(ViewPlugin.define((view) => {
          const { file } = view.state.field(obsidian.editorInfoField);
          note([view.state.doc.toString().length > 10 ? 'note' : view.state.doc.toString(), file?.path,
            view.state.field(obsidian.editorLivePreviewField)].join(' '));
          return { destroy: () => note('end') };
        }));
      }`);
    await editNote(driver, note, { plugin });
    const before = (await probed(driver)).length;
    await edit('one');
    expect((await probed(driver)).slice(before)).toContain('one Note.md true');
    await placeCaret(driver.page, 'After');
    await expect.poll(() => cellEditor().count()).toBe(0);
    expect((await probed(driver)).at(-1)).toBe('end');
  });

  it('writes what is typed into the note, and keeps the column in line', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await type(' hundred');
    expect(await noteText()).toBe(
      '| Name        | Time |\n| ----------- | ---: |\n| one hundred | 1:00 |\n| two         | 2:00 |\n\nAfter',
    );
    await driver.page.keyboard.press('Tab');
    await driver.page.keyboard.press('End');
    await type('0');
    expect(await noteText()).toBe(
      '| Name        |  Time |\n| ----------- | ----: |\n| one hundred | 1:000 |\n| two         |  2:00 |\n\nAfter',
    );
  });

  it('writes pipes and line breaks so that the table stays one', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await type('|x');
    await driver.page.evaluate(() => {
      window.app.workspace.activeEditor?.editor?.replaceSelection('a\nb');
    });
    expect(await noteText()).toContain('| one\\|xa<br>b |');
    await placeCaret(driver.page, 'After');
    await expect.poll(() => cell('one').innerText()).toBe('one|xa\nb');
  });

  it('is rendered again when it is left, by post-processors too', async () => {
    const { driver } = host;
    await editNote(driver, note, { plugin: recorder() });
    await edit('one');
    await type('!');
    await forget(driver.page);
    await placeCaret(driver.page, 'After');
    await expect.poll(async () => (await recorded(driver.page)).map((call) => call.text)).toEqual(['one!']);
    expect(await cellEditor().count()).toBe(0);
  });

  it('takes back an edit together with the rest of the note’s history', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await placeCaret(driver.page, 'After');
    await type('X');
    await edit('one');
    await type('Y');
    await driver.page.keyboard.press('Control+z');
    await expect.poll(() => editedText(driver.page)).toBe(note.replace('After', 'XAfter'));
    expect(await cellEditor().locator('.cm-line').allInnerTexts()).toEqual(['one']);
    await driver.page.keyboard.press('Control+z');
    await expect.poll(() => editedText(driver.page)).toBe(note);
    await driver.page.keyboard.press('Control+y');
    await driver.page.keyboard.press('Control+y');
    await expect.poll(() => editedText(driver.page)).toContain('oneY');
  });

  it('tells the app of its edits as of any others', async () => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        this.registerEvent(this.app.workspace.on('editor-change', (editor, info) =>
          note(info.file.path + ' ' + editor.getValue().includes('one!'))));
      }`);
    await editNote(driver, note, { plugin, saveDelay: 20 });
    await edit('one');
    await type('!');
    expect(await probed(driver)).toEqual(['Note.md true']);
    await expect.poll(() => driver.readFile(NOTE)).toContain('one!');
  });

  it.each(['pointerdown', 'click'] as const)(
    'inferred: is entered by a press: %s',
    async (cellsEnteredOn) => {
      const { driver } = host;
      await editNote(driver, note, { cellsEnteredOn });
      await cell('one').hover();
      await driver.page.mouse.down();
      expect(await cellEditor().count()).toBe(cellsEnteredOn === 'pointerdown' ? 1 : 0);
      await driver.page.mouse.up();
      expect(await cellEditor().count()).toBe(1);
    },
  );

  it('inferred: is entered by a press on what deals with clicks only, and not where the press ends there', async () => {
    const { driver } = host;
    const plugin = recorder(`
      this.registerMarkdownPostProcessor((el) => {
        if (el.textContent !== 'one' && el.textContent !== 'two') return;
        const chip = el.createEl('b', { text: 'chip' });
        chip.addEventListener('click', (event) => event.preventDefault());
        if (el.textContent.startsWith('two')) chip.addEventListener('pointerdown', (event) => event.stopPropagation());
      });`);
    await editNote(driver, note, { plugin });
    await widget().locator('b').last().click();
    expect(await cellEditor().count()).toBe(0);
    await widget().locator('b').first().click();
    expect(await cellEditor().count()).toBe(1);
  });

  it('leaves alone a click that somebody has dealt with, where clicks enter', async () => {
    const { driver } = host;
    const plugin = recorder(`
      this.registerMarkdownPostProcessor((el) => {
        if (el.textContent === 'one') el.createEl('b', { text: 'chip' }).addEventListener('click', (event) => event.preventDefault());
      });`);
    await editNote(driver, note, { plugin, cellsEnteredOn: 'click' });
    await placeCaret(driver.page, 'Before');
    const before = await selections(driver.page);
    await widget().locator('b').click();
    expect(await cellEditor().count()).toBe(0);
    expect(await selections(driver.page)).toEqual(before);
  });
});

describe('while a cell is edited', () => {
  it('the note’s editor works in it: what is inserted, and what is selected', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await driver.page.keyboard.press('Control+a');
    const result = await driver.page.evaluate(() => {
      const { activeEditor } = window.app.workspace;
      const selected = activeEditor?.editor?.getSelection();
      activeEditor?.editor?.replaceSelection('<b>new</b>');
      return { selected, path: activeEditor?.file?.path, focus: activeEditor?.editor?.hasFocus() };
    });
    expect(result).toEqual({ selected: 'one', path: NOTE, focus: true });
    expect(await noteText()).toContain('| <b>new</b> | 1:00 |');
    await type('!');
    expect(await noteText()).toContain('| <b>new</b>! | 1:00 |');
  });

  it('so it does when a dialog has taken the focus', async () => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        this.addCommand({ id: 'insert', name: 'Insert', editorCallback: (editor) => editor.replaceSelection('X') });
      }`);
    await editNote(driver, note, { plugin });
    await edit('one');
    await driver.openPalette();
    await type('Probe: Insert');
    await driver.page.keyboard.press('Enter');
    await expect.poll(noteText).toContain('| oneX | 1:00 |');
    await type('Y');
    await expect.poll(noteText).toContain('| oneXY | 1:00 |');
  });

  it('the note’s selection is where the cell has its own', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await driver.page.keyboard.press('ArrowLeft');
    const at = note.indexOf('one') + 2;
    expect(await selections(driver.page)).toEqual([[at, at]]);
  });

  it('a change from elsewhere keeps the cell, the caret and the text that is typed', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('two');
    await driver.writeOutside(
      NOTE,
      note.replace('Before', 'Longer before').replace('| one', '| zero | 0:00 |\n| one'),
    );
    await expect.poll(() => cell('zero').count()).toBe(1);
    await type('!');
    expect(await noteText()).toContain('| two! | 2:00 |');
    expect(await editedText(driver.page)).toContain('Longer before');
  });
});

describe('keys', () => {
  it.each([
    ['Tab', 'one', '1:00'],
    ['Shift+Tab', '1:00', 'one'],
    ['Enter', 'one', 'two'],
    ['ArrowDown', 'one', 'two'],
    ['ArrowUp', 'two', 'one'],
    ['ArrowRight', 'one', '1:00'],
  ])('%s goes from %j to %j', async (key, from, to) => {
    const { driver } = host;
    await editNote(driver, note);
    await edit(from);
    await driver.page.keyboard.press(key);
    await expect.poll(() => cellEditor().locator('.cm-line').allInnerTexts()).toEqual([to]);
  });

  it('Tab in the last cell adds a row', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('2:00');
    await driver.page.keyboard.press('Tab');
    await type('three');
    await expect.poll(noteText).toContain('| two   | 2:00 |\n| three |');
  });

  it('arrows leave the table above and below, and enter it again', async () => {
    const { driver } = host;
    await editNote(driver, note);
    const { page } = driver;
    await edit('Name');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => cellEditor().count()).toBe(0);
    const above = note.indexOf(table) - 1;
    expect(await selections(page)).toEqual([[above, above]]);
    await page.keyboard.press('ArrowDown');
    await cellEditor().waitFor();
    await edit('two');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => cellEditor().count()).toBe(0);
    const below = note.indexOf(table) + table.length + 1;
    expect(await selections(page)).toEqual([[below, below]]);
    await type('x');
    expect(await editedText(page)).toBe(note.replace('2:00 |\n', '2:00 |\nx'));
  });

  it('Escape leaves the cell', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await edit('one');
    await driver.page.keyboard.press('Escape');
    await expect.poll(() => cellEditor().count()).toBe(0);
  });
});

test('a table is a table as soon as its second line is typed', async () => {
  const { driver } = host;
  await editNote(driver, 'Text\n\n');
  await driver.page.keyboard.press('Control+End');
  await type('| a | b |');
  await driver.page.keyboard.press('Enter');
  await type('| - | - |');
  await expect.poll(() => widget().count()).toBe(1);
});
