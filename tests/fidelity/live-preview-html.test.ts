// The app's own widget for HTML among the text of a line: when it shows, when the source does, and what a click does.
import { describe, expect, it, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import {
  blurEditor,
  editedText,
  editNote,
  NOTE,
  placeCaret,
  seenLines,
  selections,
} from '../support/editing';

const host = useHost();

const anchor = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';
const text = `First ${anchor} last.\n\nAnother line.`;

const widgets = () => host.driver.page.locator('.cm-line .cm-html-embed');

async function expectWidgets(count: number): Promise<void> {
  await expect.poll(() => widgets().count()).toBe(count);
}

test('a complete element shows as what it means, sanitised as in reading view', async () => {
  const { driver } = host;
  await editNote(
    driver,
    `See <a class="x" data-t="1" onclick="bad()">label</a> <b>bold</b> <script>bad()</script>.`,
  );
  await blurEditor(driver.page);
  await expectWidgets(3);
  expect(
    await widgets()
      .first()
      .evaluate((el) => el.outerHTML),
  ).toBe(
    '<span class="cm-html-embed" tabindex="-1" contenteditable="false">' +
      '<a class="x" data-t="1" target="_blank" rel="noopener nofollow">label</a></span>',
  );
  expect(await widgets().allInnerTexts()).toEqual(['label', 'bold', '']);
});

test('no post-processor sees it', async () => {
  const { driver } = host;
  const plugin = probePlugin(
    `onload() { this.registerMarkdownPostProcessor((el) => note(el.textContent)); }`,
  );
  await editNote(driver, text, { plugin });
  await blurEditor(driver.page);
  await expectWidgets(1);
  expect(await recorded(driver)).toEqual([]);
});

describe('inferred: an element that holds others', () => {
  const holders: readonly (readonly [string, string])[] = [
    ['bold', `Text <b>words ${anchor}</b> text.`],
    ['a subscript', `Text <sub>${anchor}</sub> text.`],
    ['a block', `Text\n\n<div>\nwords ${anchor}\n</div>\n\ntext.`],
    ['details', `Text\n\n<details>\n<summary>${anchor}</summary>\nwords\n</details>\n\ntext.`],
    ['a table', `Text\n\n<table>\n<tr><td>${anchor}</td></tr>\n</table>\n\ntext.`],
  ];

  it.each(holders)('is one widget with all that is in it: %s', async (_, note) => {
    const { driver } = host;
    await editNote(driver, note);
    await blurEditor(driver.page);
    const all = driver.page.locator('.cm-html-embed');
    await expect.poll(() => all.count()).toBe(1);
    await expect.poll(() => all.locator('a.yt-timestamp').allInnerTexts()).toEqual(['[00:01:06]']);
  });

  it.each(holders)(
    'is seen by no post-processor, and covers what plugins replace in it: %s',
    async (_, note) => {
      const { driver } = host;
      const plugin = probePlugin(`
      onload() {
        const { Prec } = require('@codemirror/state');
        const { Decoration, EditorView, WidgetType } = require('@codemirror/view');
        class Own extends WidgetType { toDOM() { return createSpan({ cls: 'probe-own' }); } }
        const own = (view) => {
          const text = view.state.doc.toString();
          const from = text.indexOf('<a ');
          const to = text.indexOf('</a>') + 4;
          return Decoration.set([Decoration.replace({ widget: new Own() }).range(from, to)]);
        };
        this.registerEditorExtension(Prec.highest(EditorView.decorations.of(own)));
        this.registerMarkdownPostProcessor((el) => note(el.textContent));
      }`);
      await editNote(driver, note, { plugin });
      await blurEditor(driver.page);
      await expect.poll(() => driver.page.locator('.cm-html-embed a.yt-timestamp').count()).toBe(1);
      expect(await driver.page.locator('.probe-own').count()).toBe(0);
      expect(await recorded(driver)).toEqual([]);
    },
  );
});

test('source mode shows the source', async () => {
  const { driver } = host;
  await editNote(driver, text);
  await driver.openNote(NOTE, { mode: 'source' });
  expect(await widgets().count()).toBe(0);
  expect((await seenLines(driver.page))[0]).toBe(text.split('\n')[0]);
});

describe('shows its source', () => {
  it.each([
    ['a caret before its first character', 0, true],
    ['a caret after its last', anchor.length, true],
    ['a caret inside', 10, true],
    ['no caret one character before', -1, false],
    ['no caret one character after', anchor.length + 1, false],
  ])('to %s', async (_what, shift, revealed) => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'Another');
    await expectWidgets(1);
    await placeCaret(driver.page, anchor, shift);
    await expectWidgets(revealed ? 0 : 1);
    await blurEditor(driver.page);
    await expectWidgets(1);
  });

  it('to any of several carets', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'Another');
    await expectWidgets(1);
    await driver.page.evaluate(() => {
      window.app.workspace.activeEditor?.editor?.setSelections([
        { anchor: { line: 0, ch: 10 } },
        { anchor: { line: 2, ch: 3 } },
      ]);
    });
    await expectWidgets(0);
    expect(await selections(driver.page)).toHaveLength(2);
  });

  it('to a selection that covers it', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await driver.page.keyboard.press('Control+a');
    await expectWidgets(0);
  });

  it('only when the mouse is let go, where it is selected by mouse', async () => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        const { ViewPlugin } = require('@codemirror/view');
        this.registerEditorExtension(ViewPlugin.define((view) => ({
          update: (update) => {
            if (update.selectionSet) note(String(view.plugin(obsidian.livePreviewState).mousedown));
          },
        })));
      }`);
    await editNote(driver, text, { plugin });
    await placeCaret(driver.page, 'Another');
    await expectWidgets(1);
    const { page } = driver;
    const line = await page.locator('.cm-line', { hasText: 'First' }).boundingBox();
    const box = await widgets().boundingBox();
    if (line === null || box === null) throw new Error('The line is not shown');
    await page.mouse.move(line.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 20, box.y + box.height / 2, { steps: 4 });
    await expect.poll(async () => (await selections(page))[0]?.[1]).toBeGreaterThan(`First ${anchor}`.length);
    expect(await widgets().count()).toBe(1);
    expect((await recorded(driver)).at(-1)).toBe('true');
    await page.mouse.up();
    await expectWidgets(0);
  });
});

test('while a word is composed decorations only move along, and what is new shows after it', async () => {
  const { driver } = host;
  await editNote(driver, text);
  const { page } = driver;
  await placeCaret(page, 'Another', 3);
  await expectWidgets(1);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await expect.poll(() => editedText(page)).toContain('Anoにther');
  const composing = await page.evaluate(() => {
    const { editor } = window.app.workspace.activeEditor as unknown as {
      editor: { cm: import('@codemirror/view').EditorView };
    };
    editor.cm.dispatch({ changes: { from: 0, insert: '<i>new</i> ' } });
    return editor.cm.composing;
  });
  expect(composing).toBe(true);
  expect(await widgets().allInnerTexts()).toEqual(['[00:01:06]']);
  await devtools.send('Input.insertText', { text: '日' });
  await expect.poll(() => editedText(page)).toBe(`<i>new</i> ${text.replace('Another', 'Ano日ther')}`);
  await expect.poll(() => widgets().allInnerTexts()).toEqual(['new', '[00:01:06]']);
});

describe('a click on it', () => {
  it('selects its source, which shows then', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'Another');
    await widgets().click();
    const from = text.indexOf(anchor);
    await expect.poll(() => selections(driver.page)).toEqual([[from + anchor.length, from]]);
    await expectWidgets(0);
  });

  it('does nothing when somebody else has dealt with it', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'Another');
    await widgets()
      .locator('a')
      .evaluate((el) => el.addEventListener('click', (event) => event.preventDefault()));
    const before = await selections(driver.page);
    await widgets().locator('a').click();
    expect(await selections(driver.page)).toEqual(before);
    await expectWidgets(1);
  });
});

describe('alone on its line', () => {
  it('takes the whole line, space around it too', async () => {
    const { driver } = host;
    await editNote(driver, `Before\n  ${anchor} \nAfter`);
    await blurEditor(driver.page);
    await expectWidgets(1);
    const line = driver.page.locator('.cm-line', { has: driver.page.locator('.cm-html-embed') });
    expect(await line.evaluate((el) => [...el.childNodes].map((node) => node.textContent).join('|'))).toMatch(
      /^\|?\[00:01:06\]\|?$/,
    );
    await placeCaret(driver.page, `\n  ${anchor}`, 1);
    await expectWidgets(0);
  });
});

describe('stays text', () => {
  it.each([
    ['what is never closed', 'An <a class="x"> open one.'],
    ['a closing tag alone', 'A </a> closed one.'],
    ['a broken tag', 'A <a class="x="y" z> broken one.</a>'],
    ['inline code', 'Some `<a>x</a>` code.'],
    ['math', 'Some $<a>x</a>$ math.'],
    ['a comment', 'Some %%<a>x</a>%% comment.'],
    ['an HTML comment', 'Some <!-- <a>x</a> --> comment.'],
    ['a code block', '```\n<a>x</a>\n```'],
    ['indented code', 'Text\n\n    <a>x</a>'],
    ['a math block', '$$\n<a>x</a>\n$$'],
    ['a comment block', '%%\n<a>x</a>\n%%'],
    ['an element of two lines', 'Text <a>x\ny</a> text'],
    ['a property', '---\nkey: <a>x</a>\n---\nText'],
  ])('%s', async (_what, note) => {
    const { driver } = host;
    await editNote(driver, `${note}\n\nProof: <i>shown</i>`);
    await blurEditor(driver.page);
    await expect.poll(() => widgets().allInnerTexts()).toEqual(['shown']);
  });
});

test('is a widget in headings, lists, quotes and beside other marks', async () => {
  const { driver } = host;
  await editNote(
    driver,
    '# Head <i>1</i>\n\n- item <i>2</i>\n\t- [ ] task <i>3</i>\n\n> quote <i>4</i>\n\n**bold <i>5</i>** <br/> `x` <i>6</i>',
  );
  await blurEditor(driver.page);
  await expect.poll(() => widgets().allInnerTexts()).toEqual(['1', '2', '3', '4', '5', '\n', '6']);
});

describe('a long note', () => {
  it('is decorated only near what is seen', async () => {
    const { driver } = host;
    const plugin = probePlugin(`
      onload() {
        const { EditorView } = require('@codemirror/view');
        this.addCommand({ id: 'count', name: 'Count', editorCallback: ({ cm }) => {
          const sets = cm.state.facet(EditorView.decorations).map((set) => (typeof set === 'function' ? set(cm) : set));
          note(String(sets.reduce((sum, set) => sum + set.size, 0)));
        } });
      }`);
    await editNote(driver, Array.from({ length: 2000 }, (_, n) => `Line ${n} ${anchor}`).join('\n\n'), {
      plugin,
    });
    await expect.poll(() => widgets().count()).toBeGreaterThan(10);
    await driver.runCommand('probe:count');
    const [count] = await recorded(driver);
    expect(Number(count)).toBeGreaterThan(10);
    expect(Number(count)).toBeLessThan(1500);
  });

  it('of one line stays usable, and shows widgets where one has scrolled to', async () => {
    const { driver } = host;
    await editNote(driver, Array.from({ length: 1500 }, (_, n) => `Sentence ${n} ${anchor}`).join(' '));
    await expect.poll(() => widgets().count()).toBeGreaterThan(10);
    expect(await widgets().count()).toBeLessThan(1000);
    const { page } = driver;
    await page.locator('.cm-scroller').evaluate((el) => el.scrollTo(0, el.scrollHeight / 2));
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('Sentence 750');
    await page.locator('.cm-html-embed').first().waitFor();
    const cost = await page.evaluate(() => {
      const editor = window.app.workspace.activeEditor?.editor;
      const started = performance.now();
      for (let n = 0; n < 10; n++) editor?.replaceRange('x', { line: 0, ch: 5 });
      return (performance.now() - started) / 10;
    });
    console.log(`A keystroke in a line of 119 KB: ${cost.toFixed(1)} ms`);
    expect(cost).toBeLessThan(500);
  });
});
