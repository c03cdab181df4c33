// Hotkeys: those that commands come with, the user's own, keys that are held, and where they are set.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { row } from './settings-probe';

const host = useHost();

const notes = { 'Note.md': 'Text' };

const plugin = probePlugin(`
  onload() {
    const command = (id, more) => this.addCommand({ id, name: id, callback: () => note(id), ...more });
    command('plain', { hotkeys: [{ modifiers: ['Mod', 'Shift'], key: 'Y' }] });
    command('repeated', { repeatable: true, hotkeys: [{ modifiers: ['Alt'], key: 'ArrowRight' }] });
    command('bare', {});
    this.addCommand({ id: 'editor', name: 'editor', editorCallback: () => note('editor'), hotkeys: [{ modifiers: ['Mod', 'Alt'], key: 'e' }] });
  }`);

const press = (key: string): Promise<void> => host.driver.page.keyboard.press(key);

describe('a hotkey that a command comes with', () => {
  test('runs it, also while the editor has the focus', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openNote('Note.md', { mode: 'source' });
    await host.driver.page.keyboard.press('Control+Shift+Y');
    expect(await recorded(host.driver)).toEqual(['plain']);
  });

  test('needs exactly its modifiers', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.page.keyboard.press('Control+Alt+Shift+Y');
    await host.driver.page.keyboard.press('Shift+Y');
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('is asleep while a dialog is open', async () => {
    await host.driver.start({ plugin, notes });
    await host.driver.openPalette();
    await host.driver.page.keyboard.press('Control+Shift+Y');
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('works in a pop-out window', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('Note.md', { mode: 'source', where: 'window' });
    const [popout] = driver.popouts();
    await popout?.locator('.cm-content').click();
    await popout?.keyboard.press('Control+Shift+Y');
    await expect.poll(() => recorded(driver)).toEqual(['plain']);
  });

  test('is left to the page while its command cannot run', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.page.evaluate(() => {
      window.addEventListener('keydown', (event) => {
        if (event.key === 'e') document.body.dataset['reached'] = String(!event.defaultPrevented);
      });
    });
    await press('Control+Alt+e');
    expect(await driver.page.locator('body').getAttribute('data-reached')).toBe('true');
    expect(await recorded(driver)).toEqual([]);
  });
});

describe('a key that is held', () => {
  const hold = async (modifier: string, key: string): Promise<void> => {
    const { keyboard } = host.driver.page;
    await keyboard.down(modifier);
    for (let count = 0; count < 3; count++) await keyboard.down(key);
    await keyboard.up(key);
    await keyboard.up(modifier);
  };

  test('runs a repeatable command again and again', async () => {
    await host.driver.start({ plugin });
    await hold('Alt', 'ArrowRight');
    expect(await recorded(host.driver)).toEqual(['repeated', 'repeated', 'repeated']);
  });

  test('runs any other command once, and nothing else', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.setHotkeys('probe:plain', [{ modifiers: [], key: 'F9' }]);
    await driver.setHotkeys('probe:bare', [{ modifiers: ['Alt'], key: 'x' }]);
    await hold('Alt', 'x');
    expect(await recorded(driver)).toEqual(['bare']);
    expect(await driver.page.locator('.cm-content').innerText()).toBe('Text');
  });
});

describe('a hotkey of the user’s own', () => {
  test('works from the start, and takes the place of those that the command comes with', async () => {
    const hotkeys = { 'probe:plain': [{ modifiers: ['Mod' as const], key: 'F9' }] };
    await host.driver.start({ plugin, hotkeys });
    await press('Control+Shift+Y');
    await press('Control+F9');
    expect(await recorded(host.driver)).toEqual(['plain']);
  });

  test('of none takes the command’s away', async () => {
    await host.driver.start({ plugin, hotkeys: { 'probe:plain': [] } });
    await press('Control+Shift+Y');
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('comes before another command’s default', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.setHotkeys('probe:bare', [{ modifiers: ['Shift', 'Mod'], key: 'y' }]);
    await press('Control+Shift+Y');
    expect(await recorded(driver)).toEqual(['bare']);
  });

  test('is found by the key, whatever the key writes with Shift held', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.setHotkeys('probe:bare', [{ modifiers: ['Mod', 'Shift'], key: '1' }]);
    await press('Control+Shift+Digit1');
    expect(await recorded(driver)).toEqual(['bare']);
  });

  test('is there after a restart', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.setHotkeys('probe:bare', [{ modifiers: ['Mod'], key: 'F8' }]);
    await driver.restart();
    await press('Control+F8');
    expect(await recorded(driver)).toEqual(['bare']);
    expect(JSON.parse(await driver.readFile('.obsidian/hotkeys.json'))).toEqual({
      'probe:bare': [{ modifiers: ['Mod'], key: 'F8' }],
    });
  });
});

describe('the hotkeys tab', () => {
  const keys = (name: string): Promise<string[]> =>
    row(host.driver, name).locator('.setting-hotkey').allInnerTexts();

  test('gives a command the key that is pressed, takes it away, and restores the default', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.openSettings('hotkeys');
    const own = row(driver, 'Probe: plain');
    expect(await keys('Probe: plain')).toEqual(['Ctrl + Shift + Y']);
    await own.locator('[aria-label="Delete hotkey"]').click();
    expect(await keys('Probe: plain')).toEqual(['Blank']);
    await own.locator('[aria-label="Customize this command"]').click();
    await press('Control+Shift+F9');
    expect(await keys('Probe: plain')).toEqual(['Ctrl + Shift + F9']);
    expect(await recorded(driver)).toEqual([]);
    await own.locator('[aria-label="Restore default"]').click();
    expect(await keys('Probe: plain')).toEqual(['Ctrl + Shift + Y']);
  });

  test('leaves a command as it is when Escape is pressed, and the window open', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.openSettings('hotkeys');
    await row(driver, 'Probe: bare').locator('[aria-label="Customize this command"]').click();
    await press('Escape');
    expect(await keys('Probe: bare')).toEqual(['Blank']);
  });
});
