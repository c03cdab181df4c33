// Suggestions in the editor: when they come, what they say, how one is chosen, when they go.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import type { PluginFiles, StartOptions } from '../driver/driver';
import { answerSlowly } from '../support/slow-answer';

const host = useHost();

interface Parts {
  readonly members?: string;
  readonly onload?: string;
  readonly getSuggestions?: string;
}

/** Offers `@@` and what follows it, each time with three words. */
function suggestPlugin({ members = '', onload = '', getSuggestions }: Parts = {}): PluginFiles {
  return probePlugin(
    `onload() { this.suggest = new Suggest(this.app); this.registerEditorSuggest(this.suggest); ${onload} }`,
    `class Suggest extends obsidian.EditorSuggest {
      onTrigger(cursor, editor, file) {
        const before = editor.getLine(cursor.line).slice(0, cursor.ch);
        const at = before.lastIndexOf('@@');
        if (at < 0) return null;
        return { start: { line: cursor.line, ch: at }, end: cursor, query: before.slice(at + 2) };
      }
      getSuggestions(context) {
        ${getSuggestions ?? `return ['now', 'near', 'later'].filter((word) => word.startsWith(context.query));`}
      }
      renderSuggestion(value, el) { el.setText(value); }
      selectSuggestion(value, event) {
        note('chose ' + value + ' by ' + event.type);
        const { editor, start, end } = this.context;
        editor.replaceRange('<' + value + '>', start, end);
        editor.setCursor({ line: start.line, ch: start.ch + value.length + 2 });
      }
      ${members}
    }`,
  );
}

async function start(plugin: PluginFiles, text = 'Text ', options: StartOptions = {}): Promise<void> {
  await host.driver.start({ plugin, notes: { 'Note.md': text }, ...options });
  await host.driver.openNote('Note.md', { mode: 'source' });
  await host.driver.page.locator('.cm-content').click();
  await host.driver.page.keyboard.press('Control+End');
}

const type = (text: string): Promise<void> => host.driver.page.keyboard.type(text);
const press = (key: string): Promise<void> => host.driver.page.keyboard.press(key);
const popup = (): Locator => host.driver.page.locator('.suggestion-container');
const shown = (): Promise<string[]> => popup().locator('.suggestion > .suggestion-item').allInnerTexts();
const selected = (): Promise<string> => popup().locator('.is-selected').innerText();
const text = (): Promise<string> => host.driver.page.locator('.cm-content .cm-line').last().innerText();

describe('suggestions come', () => {
  test('when what is typed asks for them, and follow what is typed on', async () => {
    await start(suggestPlugin());
    await type('@');
    expect(await popup().count()).toBe(0);
    await type('@');
    await expect.poll(shown).toEqual(['now', 'near', 'later']);
    await type('n');
    await expect.poll(shown).toEqual(['now', 'near']);
    await press('Backspace');
    await expect.poll(shown).toEqual(['now', 'near', 'later']);
  });

  test('below the text that they are about', async () => {
    await start(suggestPlugin());
    await type('@@n');
    await popup().waitFor();
    const place = await host.driver.page.evaluate(() => {
      const { editor } = window.app.workspace.activeEditor ?? {};
      const { cm } = editor as unknown as {
        cm: { coordsAtPos(at: number): { left: number; bottom: number } };
      };
      return cm.coordsAtPos('Text '.length);
    });
    const box = await popup().boundingBox();
    expect(box?.x).toBeCloseTo(place.left, 0);
    expect((box?.y ?? 0) - place.bottom).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) - place.bottom).toBeLessThan(10);
  });

  test('above it where there is no room below', async () => {
    const { page } = host.driver;
    await start(suggestPlugin(), 'Line\n'.repeat(200));
    await page.mouse.click(600, (page.viewportSize()?.height ?? 0) - 40);
    await type('@@');
    await popup().waitFor();
    const line = await page.locator('.cm-line', { hasText: '@@' }).boundingBox();
    const box = await popup().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((line?.y ?? 0) + 4);
  });

  test('not when a caret is only moved there, or a plugin writes', async () => {
    await start(suggestPlugin(), 'Text @@n');
    await press('ArrowLeft');
    await press('ArrowRight');
    await host.driver.page.evaluate(() =>
      window.app.workspace.activeEditor?.editor?.replaceRange('x', { line: 0, ch: 0 }),
    );
    expect(await popup().count()).toBe(0);
  });

  test('with the context of the editor and the file', async () => {
    await start(
      suggestPlugin({
        getSuggestions: `note([context.query, context.file.path, context.start.ch, context.end.ch, context.editor.getValue(), this.context === context].join()); return ['one'];`,
      }),
    );
    await type('@@n');
    await expect.poll(async () => (await recorded(host.driver)).at(-1)).toBe('n,Note.md,5,8,Text @@n,true');
  });

  test('later, if they take their time, and only to the last question', async () => {
    await start(
      suggestPlugin({
        getSuggestions: `
          const answer = ['for “' + context.query + '”'];
          if (context.query !== 's') return answer;
          return new Promise((resolve) => { window.answerSlowly = () => resolve(answer); });`,
      }),
    );
    await type('@@s');
    await type('t');
    await expect.poll(shown).toEqual(['for “st”']);
    await answerSlowly(host.driver.page);
    expect(await shown()).toEqual(['for “st”']);
  });

  test('no more of them than the limit', async () => {
    await start(
      suggestPlugin({
        members: 'limit = 2;',
        getSuggestions: `return Array.from({ length: 9 }, (_, index) => 'item ' + index);`,
      }),
    );
    await type('@@');
    await expect.poll(shown).toEqual(['item 0', 'item 1']);
  });

  test('with instructions below them', async () => {
    await start(
      suggestPlugin({ onload: `this.suggest.setInstructions([{ command: '↵', purpose: 'to insert' }]);` }),
    );
    await type('@@');
    await expect.poll(() => popup().locator('.prompt-instructions').innerText()).toBe('↵to insert');
  });

  test('of the plugin that was registered first, when two would have them', async () => {
    const onload = `
      const other = new Suggest(this.app);
      other.getSuggestions = () => ['other'];
      this.registerEditorSuggest(other);`;
    await start(suggestPlugin({ onload }));
    await type('@@');
    await expect.poll(shown).toEqual(['now', 'near', 'later']);
    expect(await popup().count()).toBe(1);
  });

  test.each(['live', 'source'] as const)(
    'in an editor that is in the mode %s',
    async (defaultEditingMode) => {
      await start(suggestPlugin(), 'Text ', { defaultEditingMode });
      await type('@@');
      await expect.poll(shown).toHaveLength(3);
    },
  );

  test('in a pop-out window, there', async () => {
    const { driver } = host;
    await driver.start({ plugin: suggestPlugin(), notes: { 'Note.md': 'Text ' } });
    await driver.openNote('Note.md', { mode: 'source', where: 'window' });
    const [popout] = driver.popouts();
    await popout?.locator('.cm-content').click();
    await popout?.keyboard.press('Control+End');
    await popout?.keyboard.type('@@');
    await popout?.locator('.suggestion-container').waitFor();
    await popout?.keyboard.press('Enter');
    await expect.poll(() => popout?.locator('.cm-line').innerText()).toBe('Text <now>');
  });
});

describe('a suggestion is chosen', () => {
  test('by the arrow keys, round the ends, and Enter', async () => {
    await start(suggestPlugin());
    await type('@@');
    await expect.poll(selected).toBe('now');
    await press('ArrowDown');
    expect(await selected()).toBe('near');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(await selected()).toBe('later');
    await press('Enter');
    await expect.poll(text).toBe('Text <later>');
    expect(await recorded(host.driver)).toEqual(['chose later by keydown']);
    expect(await popup().count()).toBe(0);
    await type('!');
    expect(await text()).toBe('Text <later>!');
  });

  test('by the pointer, while the editor keeps the focus', async () => {
    await start(suggestPlugin());
    await type('@@');
    await popup().locator('.suggestion-item', { hasText: 'near' }).hover();
    expect(await selected()).toBe('near');
    await popup().locator('.suggestion-item', { hasText: 'near' }).click();
    await expect.poll(text).toBe('Text <near>');
    expect(await recorded(host.driver)).toEqual(['chose near by click']);
    await type('!');
    expect(await text()).toBe('Text <near>!');
  });

  // Plugins that want it register it on their scope.
  test('not by Tab, which does nothing', async () => {
    await start(suggestPlugin());
    await type('@@');
    await popup().waitFor();
    await press('Tab');
    expect(await shown()).toHaveLength(3);
    expect(await recorded(host.driver)).toEqual([]);
    expect(await text()).toBe('Text @@');
  });

  test('by Tab, where the plugin has registered it', async () => {
    await start(
      suggestPlugin({
        onload: `this.suggest.scope.register([], 'Tab', (event) => { this.suggest.suggestions.useSelectedItem(event); return false; });`,
      }),
    );
    await type('@@');
    await popup().waitFor();
    await press('Tab');
    await expect.poll(text).toBe('Text <now>');
  });
});

describe('suggestions go', () => {
  test('on Escape, which leaves the text and the focus', async () => {
    await start(suggestPlugin());
    await type('@@');
    await popup().waitFor();
    await press('Escape');
    expect(await popup().count()).toBe(0);
    expect(
      await host.driver.page.evaluate(() => document.activeElement?.classList.contains('cm-content')),
    ).toBe(true);
    expect(await text()).toBe('Text @@');
  });

  test.each([
    ['the caret goes elsewhere', () => press('Home')],
    ['nothing is left to suggest', () => type('xyz')],
    ['what asked for them is deleted', () => press('Backspace')],
    ['something is selected', () => press('Shift+ArrowLeft')],
    ['the editor loses the focus', () => host.driver.page.locator('.nav-files-container').click()],
  ])('when %s', async (_when, act) => {
    await start(suggestPlugin());
    await type('@@');
    await popup().waitFor();
    await act();
    await expect.poll(() => popup().count()).toBe(0);
  });

  test('with their plugin, which leaves nothing', async () => {
    await start(suggestPlugin());
    await type('@@');
    await popup().waitFor();
    expect(await host.driver.disable('probe')).toEqual([]);
    expect(await popup().count()).toBe(0);
    await type('@@');
    expect(await popup().count()).toBe(0);
  });

  test('and the context with them', async () => {
    await start(suggestPlugin({ members: `close() { super.close(); note('context ' + this.context); }` }));
    await type('@@');
    await popup().waitFor();
    await press('Escape');
    expect((await recorded(host.driver)).at(-1)).toBe('context null');
  });
});

test('the app’s hotkeys work while suggestions are shown', async () => {
  const onload = `this.addCommand({ id: 'x', name: 'X', callback: () => note('hotkey'), hotkeys: [{ modifiers: ['Mod'], key: 'F9' }] });`;
  await start(suggestPlugin({ onload }));
  await type('@@');
  await popup().waitFor();
  await press('Control+F9');
  expect(await recorded(host.driver)).toEqual(['hotkey']);
});

test('a suggest that a plugin has added by itself is reported when the plugin goes', async () => {
  await host.driver.start({
    plugin: probePlugin(
      `onload() { this.app.editorSuggests?.add(new (class extends obsidian.EditorSuggest {})(this.app)); }`,
    ),
  });
  expect(await host.driver.disable('probe')).toEqual(['editor suggest']);
});
