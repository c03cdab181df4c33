// The toolbar of a phone: which of the user's commands it shows, and that they leave the caret where it is.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost({ context: { viewport: { width: 390, height: 780 }, hasTouch: true } });

const notes = { 'Note.md': 'Text' };
const toolbar = ['probe:insert', 'probe:never', 'probe:later', 'probe:editor', 'probe:unknown'];

const plugin = probePlugin(`
  onload() {
    this.addCommand({ id: 'insert', name: 'Insert', icon: 'play', callback: () => {
      this.app.workspace.activeEditor.editor.replaceSelection('*');
      note('insert');
    } });
    this.addCommand({ id: 'never', name: 'Never', checkCallback: () => false });
    this.addCommand({ id: 'later', name: 'Later', checkCallback: () => this.app.workspace.activeEditor?.editor.getValue().includes('*') });
    this.addCommand({ id: 'editor', name: 'Editor', editorCallback: () => note('editor') });
    this.addCommand({ id: 'aside', name: 'Aside', callback: () => note('aside') });
  }`);

const offered = (): Promise<(string | null)[]> =>
  host.driver.page
    .locator('.mobile-toolbar .mobile-toolbar-option')
    .evaluateAll((els) => els.map((el) => el.getAttribute('data-command-id')));

async function edit(): Promise<void> {
  await host.driver.start({ plugin, notes, toolbar, platform: 'phone' });
  await host.driver.openNote('Note.md', { mode: 'source' });
  await host.driver.page.locator('.cm-content').tap();
}

describe('the toolbar', () => {
  test('shows the user’s commands in the user’s order, but for those whose check says no', async () => {
    await edit();
    expect(await offered()).toEqual(['probe:insert', 'probe:editor']);
  });

  test('runs a command on a tap, at the caret, which stays', async () => {
    const { driver } = host;
    await edit();
    await driver.page.keyboard.press('End');
    await driver.page.locator('[data-command-id="probe:insert"]').tap();
    await driver.page.keyboard.type('!');
    expect(await driver.page.locator('.cm-content').innerText()).toBe('Text*!');
    expect(await recorded(driver)).toEqual(['insert']);
  });

  test('asks the checks again when the note is edited', async () => {
    await edit();
    await host.driver.page.keyboard.type('*');
    await expect.poll(offered).toEqual(['probe:insert', 'probe:later', 'probe:editor']);
  });

  test('is there only while a note is edited', async () => {
    const { driver } = host;
    await edit();
    expect(await driver.page.locator('body.mod-toolbar-open').count()).toBe(1);
    await driver.openNote('Note.md', { mode: 'reading' });
    await driver.page.locator('.markdown-preview-view').tap();
    await expect.poll(offered).toEqual([]);
  });

  test('shows a command’s icon and says its name', async () => {
    await edit();
    const option = host.driver.page.locator('[data-command-id="probe:insert"]');
    expect(await option.getAttribute('aria-label')).toBe('Probe: Insert');
    expect(await option.locator('svg.lucide-play').count()).toBe(1);
    expect(await host.driver.page.locator('[data-command-id="probe:editor"] svg').count()).toBe(1);
  });

  test('is not there on a desktop', async () => {
    await host.driver.start({ plugin, notes, toolbar });
    await host.driver.openNote('Note.md', { mode: 'source' });
    await host.driver.page.locator('.cm-content').click();
    expect(await offered()).toEqual([]);
  });
});
