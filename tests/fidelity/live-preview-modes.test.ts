// The three ways to show a note, and what tells plugins which one it is.
import { expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { blurEditor, editNote, editedText, NOTE, placeCaret, seenLines } from '../support/editing';

const host = useHost();

const text = 'Some **bold** text';

const viewState = (): Promise<unknown> =>
  host.driver.page.evaluate(() => window.app.workspace.getLeaf(false).getViewState().state);

/** Puts every transaction with effects on record, and what the field says after it. */
const modeProbe = probePlugin(`
  onload() {
    const { EditorView } = require('@codemirror/view');
    this.registerEditorExtension(EditorView.updateListener.of((update) => {
      const live = (state) => state.field(obsidian.editorLivePreviewField);
      for (const transaction of update.transactions) {
        if (live(transaction.startState) === live(transaction.state)) continue;
        const parts = [['changes', transaction.docChanged], ['a selection', transaction.selection !== undefined],
          ['effects', transaction.effects.length > 0]];
        note(live(transaction.state) + ' by ' + parts.filter(([, there]) => there).map(([name]) => name));
      }
    }));
  }`);

test('a note opens for editing in Live Preview, unless the setting says source mode', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { [NOTE]: text } });
  await driver.openNote(NOTE, { mode: 'reading' });
  await driver.runCommand('markdown:toggle-preview');
  expect(await viewState()).toMatchObject({ mode: 'source', source: false });
  await driver.start({ plugin: 'none', notes: { [NOTE]: text }, defaultEditingMode: 'source' });
  await driver.openNote(NOTE, { mode: 'reading' });
  await driver.runCommand('markdown:toggle-preview');
  expect(await viewState()).toMatchObject({ mode: 'source', source: true });
});

test('from the top of reading view one comes to the top of the editor, with title and properties', async () => {
  const { driver } = host;
  const long = `---\ntitle: A title\n---\n\n${'A paragraph.\n\n'.repeat(60)}`;
  await driver.start({ plugin: 'none', notes: { [NOTE]: long } });
  await driver.openNote(NOTE, { mode: 'reading' });
  await driver.runCommand('markdown:toggle-preview');
  await driver.page.locator('.cm-scroller').waitFor();
  expect(await driver.page.locator('.cm-scroller').evaluate((el) => el.scrollTop)).toBe(0);
});

test('the command goes between Live Preview and source mode, and keeps text and caret', async () => {
  const { driver } = host;
  await editNote(driver, text);
  await placeCaret(driver.page, 'text');
  await expect.poll(() => seenLines(driver.page)).toEqual(['Some bold text']);
  expect(await driver.runCommand('editor:toggle-source')).toBe(true);
  expect(await viewState()).toMatchObject({ mode: 'source', source: true });
  expect(await seenLines(driver.page)).toEqual([text]);
  await driver.page.keyboard.type('plain ');
  expect(await editedText(driver.page)).toBe('Some **bold** plain text');
  await driver.runCommand('editor:toggle-source');
  expect(await viewState()).toMatchObject({ source: false });
  await expect.poll(() => seenLines(driver.page)).toEqual(['Some bold plain text']);
});

test('the command is there while a note is edited, and not in reading view', async () => {
  const { driver } = host;
  await editNote(driver, text);
  expect(await driver.availableCommands()).toContain('editor:toggle-source');
  await driver.openNote(NOTE, { mode: 'reading' });
  expect(await driver.availableCommands()).not.toContain('editor:toggle-source');
});

test('reading view and back keeps the mode of the editor', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { [NOTE]: text } });
  await driver.openNote(NOTE, { mode: 'source' });
  await driver.runCommand('markdown:toggle-preview');
  expect(await viewState()).toMatchObject({ mode: 'preview', source: true });
  await driver.runCommand('markdown:toggle-preview');
  expect(await viewState()).toMatchObject({ mode: 'source', source: true });
});

test('the layout keeps the mode', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { [NOTE]: text } });
  await driver.openNote(NOTE, { mode: 'source' });
  await driver.restart();
  expect(await viewState()).toMatchObject({ file: NOTE, mode: 'source', source: true });
});

test('plugins learn the mode from a field, which changes by a transaction of nothing but effects', async () => {
  const { driver } = host;
  await editNote(driver, text, { plugin: modeProbe });
  await driver.runCommand('editor:toggle-source');
  await driver.runCommand('editor:toggle-source');
  expect(await recorded(driver)).toEqual(['false by effects', 'true by effects']);
});

test('the state of an editor names its file and its own view', async () => {
  const { driver } = host;
  const plugin = probePlugin(`
    onload() {
      const { ViewPlugin } = require('@codemirror/view');
      this.registerEditorExtension(ViewPlugin.define((view) => ({
        update: () => {
          const { file } = view.state.field(obsidian.editorInfoField);
          note(file.path + ', ' + (view.state.field(obsidian.editorEditorField).contentDOM === view.contentDOM));
        },
      })));
    }`);
  await editNote(driver, text, { plugin });
  await placeCaret(driver.page, 'bold');
  expect(new Set(await recorded(driver))).toEqual(new Set(['Note.md, true']));
});

test.each(['after', 'before'] as const)('extensions of plugins load %s the app’s own', async (order) => {
  const { driver } = host;
  const plugin = probePlugin(`
    onload() {
      const { Decoration, EditorView, WidgetType } = require('@codemirror/view');
      class Own extends WidgetType { toDOM() { return createSpan({ cls: 'own', text: 'own' }); } }
      const widget = Decoration.replace({ widget: new Own() });
      this.registerEditorExtension(EditorView.decorations.of(Decoration.set(widget.range(5, 13))));
    }`);
  await editNote(driver, 'Some <b>x</b> text', { plugin, editorExtensionOrder: order });
  await blurEditor(driver.page);
  const shown = order === 'after' ? '.cm-html-embed' : '.own';
  await driver.page.locator(`.cm-line ${shown}`).waitFor();
  expect(await driver.page.locator('.cm-line :is(.own, .cm-html-embed)').count()).toBe(1);
});
