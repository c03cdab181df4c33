// Cards of a canvas: text that is rendered, and edited in an editor of no file; notes that are shown.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { probePlugin, recorded as probed, useHost } from '../driver/use-host';
import { blocks, forget, logged, recorded, recorder } from './recorder';

const host = useHost();

const CANVAS = 'Board.canvas';

const card = (text: string): object => ({ id: '1', type: 'text', text, x: 0, y: 0, width: 400, height: 300 });
const noteCard = { id: '2', type: 'file', file: 'Other.md', x: 500, y: -40, width: 300, height: 200 };

const board = (...nodes: object[]): Record<string, string> => ({
  [CANVAS]: JSON.stringify({ nodes, edges: [] }),
  'Other.md': '---\nvideoId: y\n---\nThe **other** note',
});

const cardEl = (): Locator => host.driver.page.locator('.canvas-node').first();
const content = (): Locator => cardEl().locator('.cm-content');

async function edit(): Promise<void> {
  await cardEl().dblclick();
  await content().waitFor();
}

test('a card of text is handed to post-processors whole: no section, its own properties', async () => {
  const { driver } = host;
  await driver.start({ notes: board(card('First\n\nsecond **bold**')), plugin: recorder() });
  await driver.openNote(CANVAS);
  await cardEl().locator('.canvas-node-content.markdown-embed .markdown-rendered strong').waitFor();
  const calls = await recorded(driver.page);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ path: CANVAS, section: null, frontmatter: null, attached: false });
  expect(calls[0]?.text).toContain('second bold');
});

test('a card with a note shows it as an embed does', async () => {
  const { driver } = host;
  await driver.start({ notes: board(card('Text'), noteCard), plugin: recorder() });
  await driver.openNote(CANVAS);
  await driver.page.locator('.canvas-node .markdown-embed strong', { hasText: 'other' }).waitFor();
  expect((await blocks(driver.page)).find((call) => call.path === 'Other.md')).toMatchObject({
    section: null,
    frontmatter: { videoId: 'y' },
  });
});

test('inferred: a double click edits it in Live Preview, in an editor of no file', async () => {
  const { driver } = host;
  const plugin = probePlugin(`
    onload() {
      const { ViewPlugin } = require('@codemirror/view');
      this.registerEditorExtension(ViewPlugin.define((view) => {
        const { file, editor } = view.state.field(obsidian.editorInfoField);
        note([view.state.doc.toString(), file, view.state.field(obsidian.editorLivePreviewField)].join('|'));
        return {};
      }));
    }`);
  await driver.start({ notes: board(card('Some <b>text</b>')), plugin });
  await driver.openNote(CANVAS);
  await edit();
  expect(await probed(driver)).toContain('Some <b>text</b>||true');
  await driver.page.keyboard.press('Home');
  await cardEl().locator('.cm-html-embed').waitFor();
});

test('inferred: while it is edited it is the active editor, for commands too', async () => {
  const { driver } = host;
  const plugin = probePlugin(`
    onload() {
      this.addCommand({ id: 'insert', name: 'Insert', editorCallback: (editor, info) => {
        editor.replaceSelection('<i>' + (info.file?.path ?? 'no file') + '</i>');
      } });
    }`);
  await driver.start({ notes: board(card('Text ')), plugin });
  await driver.openNote(CANVAS);
  expect(await driver.availableCommands()).not.toContain('probe:insert');
  await edit();
  const active = await driver.page.evaluate(() => {
    const { activeEditor } = window.app.workspace;
    return { file: activeEditor?.file, text: activeEditor?.editor?.getValue() };
  });
  expect(active).toEqual({ file: null, text: 'Text ' });
  expect(await driver.runCommand('probe:insert')).toBe(true);
  await driver.page.keyboard.press('Escape');
  await cardEl().locator('.markdown-rendered i', { hasText: 'no file' }).waitFor();
  expect(await driver.page.evaluate(() => window.app.workspace.activeEditor)).toBeNull();
});

test('an edit is saved in the canvas', async () => {
  const { driver } = host;
  await driver.start({ notes: board(card('Text'), noteCard), plugin: 'none', saveDelay: 20 });
  await driver.openNote(CANVAS);
  await edit();
  await driver.page.keyboard.type(' more');
  await driver.page.keyboard.press('Control+z');
  await driver.page.keyboard.type(' new');
  await expect
    .poll(
      async () =>
        (JSON.parse(await driver.readFile(CANVAS)) as { nodes: { text?: string }[] }).nodes[0]?.text,
    )
    .toBe('Text new');
  expect(await content().innerText()).toBe('Text new');
  await driver.restart();
  await cardEl().locator('p', { hasText: 'Text new' }).waitFor();
});

test('inferred: a press beside it ends the editing, and it is rendered again', async () => {
  const { driver } = host;
  const plugin = recorder(`
    class Child extends api.MarkdownRenderChild {
      onload() { window.log.push('load'); }
      onunload() { window.log.push('unload'); }
    }
    this.registerMarkdownPostProcessor((el, ctx) => { ctx.addChild(new Child(el)); });`);
  await driver.start({ notes: board(card('Text')), plugin });
  await driver.openNote(CANVAS);
  await edit();
  await driver.page.keyboard.type('!');
  expect(await logged(driver.page)).toEqual(['load', 'unload']);
  await forget(driver.page);
  await driver.page.mouse.click(900, 600);
  await cardEl().locator('p', { hasText: 'Text!' }).waitFor();
  expect(await content().count()).toBe(0);
  expect((await recorded(driver.page)).map((call) => call.text)).toEqual(['Text!']);
});

test('inferred: tables and callouts in it are those of any editor', async () => {
  const { driver } = host;
  await driver.start({ notes: board(card('| a |\n| --- |\n| b |\n\n> [!tip] c\n\nend')), plugin: 'none' });
  await driver.openNote(CANVAS);
  await edit();
  await cardEl().locator('.cm-callout').waitFor();
  await cardEl().locator('td', { hasText: 'b' }).click();
  await cardEl().locator('.table-cell-wrapper > .cm-editor').waitFor();
  await driver.page.keyboard.press('End');
  await driver.page.keyboard.type('!');
  expect(await driver.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue())).toContain(
    '| b!  |',
  );
});
