// Commands: the kinds of callback, hotkeys, the palette.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const notes = { 'Note.md': 'Text' };

const plugin = probePlugin(`
  onload() {
    this.available = false;
    this.addCommand({ id: 'plain', name: 'Plain', callback: () => note('plain'),
      hotkeys: [{ modifiers: ['Mod', 'Shift'], key: 'Y' }] });
    this.addCommand({ id: 'checked', name: 'Checked', checkCallback: (checking) => {
      if (!this.available) return false;
      if (!checking) note('checked');
      return true;
    } });
    this.addCommand({ id: 'editor', name: 'Editor', editorCallback: (editor, view) =>
      note('editor: ' + editor.getValue() + ' of ' + view.file.path) });
    this.addCommand({ id: 'editor-checked', name: 'Editor, checked', editorCheckCallback: (checking, editor) => {
      if (editor.getCursor().ch === 0) return false;
      if (!checking) note('at ' + editor.getCursor().ch);
      return true;
    } });
    this.addCommand({ id: 'phone', name: 'Phone', mobileOnly: true, callback: () => note('phone') });
  }`);

const own = async (): Promise<string[]> =>
  (await host.driver.availableCommands()).filter((id) => id.startsWith('probe:'));

const setAvailable = (value: boolean): Promise<void> =>
  host.driver.page.evaluate((available) => {
    const { plugins } = window.app.plugins as unknown as { plugins: Record<string, { available: boolean }> };
    if (plugins['probe'] !== undefined) plugins['probe'].available = available;
  }, value);

describe('availability', () => {
  test('a checked command is there only when its check says so', async () => {
    await host.driver.start({ plugin, notes });
    expect(await own()).toEqual(['probe:plain']);
    expect(await host.driver.runCommand('probe:checked')).toBe(false);
    await setAvailable(true);
    expect(await own()).toEqual(['probe:plain', 'probe:checked']);
    expect(await host.driver.runCommand('probe:checked')).toBe(true);
    expect(await recorded(host.driver)).toEqual(['checked']);
  });

  test('editor commands are there only while a note is edited', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openNote('Note.md', { mode: 'reading' });
    expect(await host.driver.runCommand('probe:editor')).toBe(false);
    await host.driver.openNote('Note.md', { mode: 'source' });
    expect(await host.driver.runCommand('probe:editor')).toBe(true);
    expect(await recorded(host.driver)).toEqual(['editor: Text of Note.md']);
  });

  test('a checked editor command asks its check with the editor', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openNote('Note.md', { mode: 'source' });
    expect(await host.driver.runCommand('probe:editor-checked')).toBe(false);
    await host.driver.page.keyboard.press('End');
    expect(await host.driver.runCommand('probe:editor-checked')).toBe(true);
    expect(await recorded(host.driver)).toEqual(['at 4']);
  });

  test('an unknown command does not run', async () => {
    await host.driver.start({ plugin, notes });
    expect(await host.driver.runCommand('probe:nothing')).toBe(false);
  });

  test('a mobile-only command is there on a phone', async () => {
    await host.driver.start({ plugin, notes, platform: 'phone' });
    expect(await own()).toContain('probe:phone');
  });

  test('commands go with their plugin', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.disable('probe');
    expect(await own()).toEqual([]);
  });
});

describe('hotkeys', () => {
  test('run the command, also while the editor has the focus', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openNote('Note.md', { mode: 'source' });
    await host.driver.page.keyboard.press('Control+Shift+Y');
    expect(await recorded(host.driver)).toEqual(['plain']);
  });

  test('need exactly their modifiers', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.page.keyboard.press('Control+Alt+Shift+Y');
    await host.driver.page.keyboard.press('Shift+Y');
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('are asleep while a dialog is open', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openPalette();
    await host.driver.page.keyboard.press('Control+Shift+Y');
    expect(await recorded(host.driver)).toEqual([]);
  });
});

describe('the palette', () => {
  test('finds a command by some of its letters and runs it by keyboard', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openPalette();
    await driver.page.keyboard.type('probeplain');
    expect(await driver.page.locator('.suggestion-item').allInnerTexts()).toEqual([
      'Probe: Plain\nCtrl Shift Y',
    ]);
    await driver.page.keyboard.press('Enter');
    await expect.poll(() => recorded(driver)).toEqual(['plain']);
    expect(await driver.page.locator('.prompt').count()).toBe(0);
  });

  test('moves by arrow keys, around the ends too', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openPalette();
    const names = await driver.page.locator('.suggestion-item .suggestion-title').allInnerTexts();
    await driver.page.keyboard.press('ArrowUp');
    expect(await driver.page.locator('.is-selected .suggestion-title').innerText()).toBe(names.at(-1));
    await driver.page.keyboard.press('ArrowDown');
    expect(await driver.page.locator('.is-selected .suggestion-title').innerText()).toBe(names[0]);
  });

  test('closes on Escape and gives the caret back', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.openPalette();
    await driver.page.keyboard.press('Escape');
    await driver.page.keyboard.type('typed ');
    expect(await driver.page.locator('.cm-content').innerText()).toContain('typed Text');
  });

  test('opens on its hotkey', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.page.keyboard.press('Control+P');
    await driver.page.locator('.prompt-input').waitFor();
  });
});
