// Commands: the kinds of callback, hotkeys, the palette.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const notes = { 'Note.md': 'Text' };

const plugin = probePlugin(
  `
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
    this.registerView('probe-view', (leaf) => new ProbeView(leaf));
    this.app.workspace.onLayoutReady(() => this.app.workspace.getRightLeaf(false).setViewState({ type: 'probe-view', active: false }));
    this.addCommand({ id: 'phone', name: 'Phone', mobileOnly: true, callback: () => note('phone') });
  }`,
  `class ProbeView extends obsidian.ItemView {
    getViewType() { return 'probe-view'; }
    getDisplayText() { return 'Pane'; }
    async onOpen() { this.app.workspace.rightSplit.expand(); this.contentEl.createDiv({ cls: 'probe-pane', text: 'Pane', attr: { tabindex: 0 } }); }
  }`,
);

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

  test('editor commands go while another view is active, and come back with the note', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.page.keyboard.press('End');
    expect(await own()).toEqual(['probe:plain', 'probe:editor', 'probe:editor-checked']);
    await driver.page.locator('.probe-pane').click();
    expect(await own()).toEqual(['probe:plain']);
    expect(await driver.runCommand('probe:editor')).toBe(false);
    await driver.page.locator('.cm-content').click();
    expect(await own()).toContain('probe:editor');
  });

  test('of several callbacks the one for editors counts, and of these the one that checks', async () => {
    const { driver } = host;
    const all = probePlugin(`
      onload() {
        const kinds = ['callback', 'checkCallback', 'editorCallback', 'editorCheckCallback'];
        for (let count = 1; count <= kinds.length; count++) {
          const command = { id: 'first-' + count, name: 'First ' + count };
          for (const kind of kinds.slice(0, count)) command[kind] = (checking) => {
            if (checking !== true) note(command.id + ' ran ' + kind);
            return true;
          };
          this.addCommand(command);
        }
      }`);
    await driver.start({ plugin: all, notes });
    await driver.openNote('Note.md', { mode: 'source' });
    for (let count = 1; count <= 4; count++) await driver.runCommand(`probe:first-${count}`);
    expect(await recorded(driver)).toEqual([
      'probe:first-1 ran callback',
      'probe:first-2 ran checkCallback',
      'probe:first-3 ran editorCallback',
      'probe:first-4 ran editorCheckCallback',
    ]);
  });

  test.each(['undefined', 'false'])('a check that answers %s says no', async (answer) => {
    await host.driver.start({
      plugin: probePlugin(
        `onload() { this.addCommand({ id: 'x', name: 'X', checkCallback: () => { note('asked'); return ${answer}; } }); }`,
      ),
    });
    expect(await host.driver.runCommand('probe:x')).toBe(false);
    expect(await recorded(host.driver)).toEqual(['asked']);
  });

  test('a command that throws is reported, and keeps no other from running', async () => {
    host.browser.allow(/Command failed to (check|execute): probe:bad/);
    const { driver } = host;
    await driver.start({
      plugin: probePlugin(`onload() {
        this.addCommand({ id: 'bad', name: 'Bad', checkCallback: () => { throw new Error('no'); } });
        this.addCommand({ id: 'good', name: 'Good', callback: () => note('good') });
      }`),
    });
    await driver.runCommand('probe:bad');
    expect(await driver.availableCommands()).toContain('probe:good');
    expect(await driver.availableCommands()).not.toContain('probe:bad');
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

  // Seen in the app; the API says nothing of the order.
  test('shows the commands by name, those first that were chosen here lately', async () => {
    const { driver } = host;
    const names = (): Promise<string[]> =>
      driver.page.locator('.suggestion-item .suggestion-title').allInnerTexts();
    await driver.start({ plugin, notes });
    await driver.openPalette();
    const before = await names();
    expect(before).toEqual([...before].sort((a, b) => a.localeCompare(b)));
    await driver.page.keyboard.type('probeplain');
    await driver.page.keyboard.press('Enter');
    await driver.openPalette();
    expect(await names()).toEqual(['Probe: Plain', ...before.filter((name) => name !== 'Probe: Plain')]);
  });

  test('offers what can run where the user was, and runs it there', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.page.keyboard.press('End');
    await driver.openPalette();
    await driver.page.keyboard.type('editor, checked');
    await driver.page.keyboard.press('Enter');
    expect(await recorded(driver)).toEqual(['at 4']);
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
