// Chips in Live Preview: their places, when source is shown, and that a click only plays.
import { beforeEach, describe, expect, it } from 'vitest';
import { editedText, placeCaret, selections } from '../support/editing.ts';
import { anchor, chipsIn, expectPlayhead, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'livePreview';
const path = 'note.md';
const header = `---\nvideoId: ${id}\n---\n`;
const first = anchor('00:01:06');
const note = `${header}First ${first} last, and [00:02:00].\n\n${anchor('00:03:00')}\n\nAnother line.\n`;

const chips = () => chipsIn(app.page.locator('.cm-content'));
const faces = (): Promise<string[]> => chips().allInnerTexts();
const widgets = () => app.page.locator('.cm-content .cm-html-embed');

for (const editorExtensionOrder of ['after', 'before'] as const) {
  async function start(text = note, more = {}): Promise<void> {
    app.youtube.set(id, { length: 4202 });
    await app.driver.start({ editorExtensionOrder, notes: { [path]: text, ...more } });
    await app.driver.openNote(path, { mode: 'live' });
    await placeCaret(app.page, 'Another');
  }

  describe(`in Live Preview, its extension ${editorExtensionOrder} the app’s own`, () => {
    it('every timestamp is one chip, and nothing of the app’s own stands beside it', async () => {
      await start();
      await expect.poll(faces).toEqual(['1:06', '2:00', '3:00']);
      expect(await widgets().count()).toBe(0);
    });

    it('is bold and italic as in the reading view', async () => {
      const times = ['**[1:00]**', '*[2:00]*', '**so [3:00]**', '_[4:00] so_', '***[5:00]***', '[6:00]'];
      await start(`${header}${times.join(' and ')}\n\nAnother line.\n`);
      await expect.poll(faces).toEqual(['1:00', '2:00', '3:00', '4:00', '5:00', '6:00']);
      const looks = (mode: string): Promise<readonly string[]> =>
        chipsIn(app.page.locator(`.markdown-${mode}-view:visible`)).evaluateAll((all) =>
          all.map(
            (el) => `${el.win.getComputedStyle(el).fontWeight} ${el.win.getComputedStyle(el).fontStyle}`,
          ),
        );
      const live = await looks('source');
      await app.driver.openNote(path, { mode: 'reading' });
      await expect.poll(() => looks('reading')).toEqual(live);
      expect(new Set(live).size).toBe(4);
    });

    it('shows a list of times in brackets as chips without them, and as it is written to a caret', async () => {
      await start(`${header}So [5:00, 5:10] and [6:00,6:10].\n\nAnother line.\n`);
      const line = app.page.locator('.cm-line', { hasText: 'So' });
      await expect.poll(faces).toEqual(['5:00', '5:10', '6:00', '6:10']);
      // CodeMirror puts zero-width spaces around widgets.
      const shown = async (): Promise<string> => (await line.innerText()).replaceAll('\u200b', '');
      await expect.poll(shown).toBe('So 5:00 5:10 and 6:00,6:10.');
      await placeCaret(app.page, '5:10', 2);
      await expect.poll(faces).toEqual(['5:00', '6:00', '6:10']);
      await expect.poll(shown).toBe('So 5:00 5:10] and 6:00,6:10.');
    });

    it.each([
      ['before its first character', 0, true],
      ['inside', 10, true],
      ['after its last', first.length, true],
      ['one character before', -1, false],
      ['one character after', first.length + 1, false],
    ])('a caret %s: the source shows: %s, %s', async (_, shift, isRevealed) => {
      await start();
      await expect.poll(faces).toHaveLength(3);
      await placeCaret(app.page, first, shift);
      await expect.poll(faces).toHaveLength(isRevealed ? 2 : 3);
      expect(await widgets().count()).toBe(0);
      await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.blur());
      await expect.poll(faces).toHaveLength(3);
    });

    it('shows the source to any of several carets, and to a selection over it', async () => {
      await start();
      await app.page.evaluate(() => {
        window.app.workspace.activeEditor?.editor?.setSelections([
          { anchor: { line: 3, ch: 10 } },
          { anchor: { line: 5, ch: 0 } },
        ]);
      });
      await expect.poll(faces).toEqual(['2:00']);
      await app.page.keyboard.press('ControlOrMeta+a');
      await expect.poll(faces).toEqual([]);
    });

    it('shows the source of what a search has found', async () => {
      await start();
      await app.driver.runCommand('editor:open-search');
      await app.page.keyboard.type('00:01:06');
      await expect.poll(faces).toEqual(['2:00', '3:00']);
      await app.page.keyboard.press('Escape');
      await expect.poll(faces).toEqual(['1:06', '2:00', '3:00']);
    });

    it('a click plays that second, and moves neither caret nor focus nor scroll', async () => {
      await start();
      const before = await selections(app.page);
      await expectPlayhead(app, id, 66, () => chips().first().click());
      expect(await selections(app.page)).toEqual(before);
      expect(await faces()).toEqual(['1:06', '2:00', '3:00']);
      expect(await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.hasFocus())).toBe(true);
      expect(await editedText(app.page)).toBe(note);
    });

    it('a click into another note’s chip does not take the focus from where it is', async () => {
      await start();
      await app.page.evaluate(() => window.app.workspace.activeEditor?.editor?.blur());
      await expectPlayhead(app, id, 180, () => chips().last().click());
      expect(await app.page.evaluate(() => document.activeElement?.closest('.cm-content') !== null)).toBe(
        false,
      );
    });

    it('has the chips’ menu', async () => {
      await start();
      await chips().first().click({ button: 'right' });
      await expect
        .poll(() => app.page.locator('.menu .menu-item-title').allInnerTexts())
        .toContain('Play here');
    });

    it('source mode shows the source, and back', async () => {
      await start();
      await app.driver.runCommand('editor:toggle-source');
      await expect.poll(faces).toEqual([]);
      await app.driver.runCommand('editor:toggle-source');
      await expect.poll(faces).toHaveLength(3);
    });

    it('follows typing, undo, and changes from outside', async () => {
      await start();
      await app.page.keyboard.type(`At ${anchor('00:00:09')} `);
      await expect.poll(faces).toEqual(['1:06', '2:00', '3:00', '0:09']);
      await app.page.keyboard.press('ControlOrMeta+z');
      await expect.poll(faces).toEqual(['1:06', '2:00', '3:00']);
      await app.driver.writeOutside(path, note.replace('00:02:00', '00:02:30'));
      await expect.poll(faces).toEqual(['1:06', '2:30', '3:00']);
    });

    it('becomes code’s, and no chip, when a fence is opened above it', async () => {
      await start(`${header}Before.\n\n${first} Text.\n\nAnother\n`);
      await expect.poll(faces).toEqual(['1:06']);
      await placeCaret(app.page, 'Before.', 7);
      await app.page.keyboard.press('Enter');
      await app.page.keyboard.insertText('```');
      await expect.poll(faces).toEqual([]);
      await app.page.keyboard.press('ControlOrMeta+z');
      await app.page.keyboard.press('ControlOrMeta+z');
      await expect.poll(faces).toEqual(['1:06']);
    });

    it('is in both editors of one note', async () => {
      await start();
      await app.driver.openNote(path, { mode: 'live', where: 'split' });
      await placeCaret(app.page, 'Another');
      await expect.poll(faces).toHaveLength(6);
      await app.page.keyboard.type(`${anchor('00:00:09')} `);
      await expect.poll(faces).toHaveLength(8);
    });

    it('comes and goes with the plugin', async () => {
      await start();
      await expect.poll(faces).toHaveLength(3);
      expect(await app.driver.disable('playhead')).toEqual([]);
      await expect.poll(faces).toEqual([]);
      await expect.poll(() => widgets().count()).toBe(2);
      await app.driver.enable('playhead');
      await expect.poll(faces).toHaveLength(3);
    });

    it('follows the length that a player says, in place', async () => {
      await start(`${header}${anchor('03:01:00')} and ${anchor('00:00:04')}.\n\nAnother\n`);
      await expect.poll(faces).toEqual(['3:01:00', '0:04']);
      await chips().nth(1).click();
      await expect.poll(faces).toEqual(['3:01', '0:04']);
    });

    it('stands in callouts and tables', async () => {
      await start(
        `${header}> [!note] Title\n> In a callout ${first}.\n\n| a | b |\n| - | - |\n| ${anchor('00:02:00')} | x |\n\nAnother\n`,
      );
      await expect.poll(faces).toEqual(['1:06', '2:00']);
      await expectPlayhead(app, id, 66, () => chips().first().click());
      await expectPlayhead(app, id, 120, () => chips().last().click());
      expect(await faces()).toEqual(['1:06', '2:00']);
    });

    it('in a note without a video says so', async () => {
      await start(`Text ${first} and [00:02:00].\n\nAnother\n`);
      await expect.poll(faces).toEqual(['1:06']);
      await expect
        .poll(() => chips().first().getAttribute('aria-label'))
        .toContain('No video is set for this note');
    });

    it('makes a chip of a link whose text is a time, and a click on it opens no browser', async () => {
      const other = 'otherVideo1';
      app.youtube.set(other, { length: 600 });
      await start(
        `${header}See [2:00](https://youtu.be/${other}?t=120) and [this](https://example.com).\n\nAnother\n`,
      );
      await expect.poll(faces).toEqual(['2:00']);
      await expectPlayhead(app, other, 120, () => chips().click());
      expect(app.context.pages()).toHaveLength(1);
    });

    it('is in the card of a canvas that is edited, and says that there is no video', async () => {
      const node = {
        id: '1',
        type: 'text',
        text: `A card ${first} of text.`,
        x: 0,
        y: 0,
        width: 400,
        height: 300,
      };
      await start(note, { 'Board.canvas': JSON.stringify({ nodes: [node], edges: [] }) });
      await app.driver.openNote('Board.canvas');
      const card = app.page.locator('.canvas-node').first();
      await expect.poll(() => chipsIn(card).allInnerTexts()).toEqual(['1:06']);
      await card.dblclick();
      await card.locator('.cm-content').waitFor();
      await app.page.keyboard.press('ControlOrMeta+End');
      await expect.poll(() => chipsIn(card.locator('.cm-content')).allInnerTexts()).toEqual(['1:06']);
      await chipsIn(card.locator('.cm-content')).click();
      await expect.poll(() => app.driver.notices()).toHaveLength(1);
      expect((await app.driver.notices())[0]).toContain('it has no video');
    });

    it('takes in what goes on in the next line, and shows its source where the caret is', async () => {
      await start(
        `${header}A <a class="yt-timestamp"\ndata-t="00:01:06">[00:01:06]</a> and ${anchor('00:02:00')},\n[0:04](https://youtu.be/${id}?t=4\n).\n\nAnother\n`,
      );
      await expect.poll(faces).toEqual(['1:06', '2:00', '0:04']);
      await app.page.keyboard.type('typed ');
      expect(await editedText(app.page)).toContain('typed Another');
      await placeCaret(app.page, 'data-t="00:01:06"');
      await expect.poll(faces).toEqual(['2:00', '0:04']);
      await placeCaret(app.page, 'Another');
      await expect.poll(faces).toEqual(['1:06', '2:00', '0:04']);
      await expectPlayhead(app, id, 66, () => app.page.locator('.cm-content .playhead-chip').first().click());
      expect(await app.page.locator('.cm-content').innerText()).not.toContain('yt-timestamp');
    });

    it('copies the source', async () => {
      await start();
      await app.page.keyboard.press('ControlOrMeta+a');
      const copied = await app.page.evaluate(() => {
        const event = new ClipboardEvent('copy', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        document.activeElement?.dispatchEvent(event);
        return event.clipboardData?.getData('text/plain');
      });
      // The properties are above the text, apart from it.
      expect(copied).toBe(note.slice(header.length));
    });
  });
}

describe('while a word is composed', () => {
  it('chips move along, and what is new is one after it', async () => {
    await app.driver.start({ notes: { [path]: note } });
    await app.driver.openNote(path, { mode: 'live' });
    await placeCaret(app.page, 'Another', 3);
    await expect.poll(faces).toHaveLength(3);
    const devtools = await app.page.context().newCDPSession(app.page);
    await devtools.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await expect.poll(() => editedText(app.page)).toContain('Anoにther');
    await app.page.evaluate(
      (text) => {
        const editor = window.app.workspace.activeEditor?.editor;
        editor?.replaceRange(text, editor.offsetToPos(editor.getValue().indexOf('First')));
      },
      `${anchor('00:00:09')} `,
    );
    expect(await faces()).toEqual(['1:06', '2:00', '3:00']);
    await devtools.send('Input.insertText', { text: '日' });
    await expect.poll(faces).toEqual(['0:09', '1:06', '2:00', '3:00']);
    expect(await editedText(app.page)).toContain('Ano日ther');
  });
});

describe('while a selection is drawn with the mouse', () => {
  beforeEach(async () => {
    await app.driver.start({ notes: { [path]: note } });
    await app.driver.openNote(path, { mode: 'live' });
    await placeCaret(app.page, 'Another');
  });

  it('a chip keeps its shape until the button is up', async () => {
    await expect.poll(faces).toHaveLength(3);
    const line = await app.page.locator('.cm-line', { hasText: 'First' }).boundingBox();
    if (line === null) throw new Error('There is no line.');
    await app.page.mouse.move(line.x + 4, line.y + line.height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(line.x + line.width - 4, line.y + line.height / 2, { steps: 4 });
    expect(await faces()).toHaveLength(3);
    await app.page.mouse.up();
    await expect.poll(faces).toEqual(['3:00']);
  });
});
