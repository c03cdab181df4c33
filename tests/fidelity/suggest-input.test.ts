// Suggestions below a text field: the API's own class for them, and settings that are a path.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { openSettings, row, savedData, settingsPlugin } from './settings-probe';

const host = useHost();

const popup = (): Locator => host.driver.page.locator('.suggestion-container');
const shown = (): Promise<string[]> => popup().locator('.suggestion-item').allInnerTexts();

describe('a field with suggestions', () => {
  const plugin = probePlugin(
    `onload() {
      this.app.workspace.onLayoutReady(() => {
        const modal = new obsidian.Modal(this.app);
        const inputEl = modal.contentEl.createEl('input', { type: 'text', cls: 'probe-input' });
        modal.contentEl.createEl('button', { text: 'Other' });
        new Suggest(this.app, inputEl).onSelect(function (value, event) { note(value + ' by ' + event.type); });
        modal.open();
      });
    }`,
    `class Suggest extends obsidian.AbstractInputSuggest {
      getSuggestions(query) { return ['red', 'green', 'blue'].filter((word) => word.includes(query)); }
      renderSuggestion(value, el) { el.setText(value); }
      selectSuggestion(value, event) { this.setValue(value); super.selectSuggestion(value, event); this.close(); }
    }`,
  );
  const input = (): Locator => host.driver.page.locator('.probe-input');

  test('shows them when it gets the focus, and follows what is typed', async () => {
    await host.driver.start({ plugin });
    await expect.poll(shown).toEqual(['red', 'green', 'blue']);
    await input().fill('re');
    await expect.poll(shown).toEqual(['red', 'green']);
    await input().fill('nothing');
    await expect.poll(() => popup().count()).toBe(0);
  });

  test('takes one by keyboard, and tells of it', async () => {
    await host.driver.start({ plugin });
    await popup().waitFor();
    await host.driver.page.keyboard.press('ArrowDown');
    await host.driver.page.keyboard.press('Enter');
    expect(await input().inputValue()).toBe('green');
    expect(await recorded(host.driver)).toEqual(['green by keydown']);
    expect(await popup().count()).toBe(0);
  });

  test('is over the dialog that it is in, and takes one by pointer', async () => {
    await host.driver.start({ plugin });
    await popup().locator('.suggestion-item', { hasText: 'blue' }).click();
    expect(await input().inputValue()).toBe('blue');
  });

  test('closes them on Escape, and the dialog only after that', async () => {
    await host.driver.start({ plugin });
    await popup().waitFor();
    await host.driver.page.keyboard.press('Escape');
    expect(await popup().count()).toBe(0);
    expect(await host.driver.page.locator('.modal').count()).toBe(1);
    await host.driver.page.keyboard.press('Escape');
    expect(await host.driver.page.locator('.modal').count()).toBe(0);
  });

  test('closes them when it loses the focus', async () => {
    await host.driver.start({ plugin });
    await popup().waitFor();
    await host.driver.page.keyboard.press('Tab');
    await expect.poll(() => popup().count()).toBe(0);
  });
});

describe('a setting that is a path', () => {
  const notes = { 'Note.md': '', 'Folder/Inside.md': '', 'Folder/Deep/Deepest.md': '' };

  test.each([
    ['file', `{ type: 'file', key: 'k' }`, ['Folder/Deep/Deepest.md', 'Folder/Inside.md', 'Note.md']],
    ['file', `{ type: 'file', key: 'k', filter: (file) => file.basename === 'Note' }`, ['Note.md']],
    ['folder', `{ type: 'folder', key: 'k' }`, ['Folder', 'Folder/Deep']],
    ['folder', `{ type: 'folder', key: 'k', includeRoot: true }`, ['/', 'Folder', 'Folder/Deep']],
    ['folder', `{ type: 'folder', key: 'k', filter: (folder) => folder.name === 'Deep' }`, ['Folder/Deep']],
  ])('of a %s suggests those that there are: %s', async (_kind, control, paths) => {
    await openSettings(host.driver, settingsPlugin(`[{ name: 'Path', control: ${control} }]`), { notes });
    await row(host.driver, 'Path').locator('input').click();
    await expect.poll(shown).toEqual(paths);
    await host.driver.page.keyboard.press('Enter');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: paths[0] });
    expect(await popup().count()).toBe(0);
  });

  test('may be typed, and is checked', async () => {
    const control = `{ type: 'file', key: 'k', placeholder: 'Some note', validate: (path) => path.endsWith('.md') ? undefined : 'Not a note.' }`;
    await openSettings(
      host.driver,
      settingsPlugin(`[{ name: 'Path', control: ${control} }]`, { settings: `{ k: 'A.md' }` }),
      { notes },
    );
    const input = row(host.driver, 'Path').locator('input');
    expect([await input.inputValue(), await input.getAttribute('placeholder')]).toEqual([
      'A.md',
      'Some note',
    ]);
    await input.fill('B');
    await expect
      .poll(() => row(host.driver, 'Path').locator('.setting-item-error').allInnerTexts())
      .toEqual(['Not a note.']);
    await input.fill('B.md');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: 'B.md' });
  });
});
