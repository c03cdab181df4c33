// Notices: what they say, where, and how long.
import { expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import type { StartOptions } from '../driver/driver';

const host = useHost();

async function run(code: string, options: StartOptions = {}): Promise<void> {
  const plugin = probePlugin(`onload() { this.app.workspace.onLayoutReady(() => { ${code} }); }`);
  await host.driver.start({ plugin, ...options });
}

test('a notice shows text or elements, and stays when it has no time', async () => {
  await run(`
    new obsidian.Notice('Words', 0);
    new obsidian.Notice(createFragment((el) => { el.appendText('With a '); el.createEl('a', { text: 'link' }); }), 0);`);
  expect(await host.driver.notices()).toEqual(['Words', 'With a link']);
  expect(await host.driver.page.locator('.notice-container > .notice > .notice-message').count()).toBe(2);
});

test('a notice goes on a click, also on a link in it', async () => {
  const { driver } = host;
  await run(`
    new obsidian.Notice('Words', 0);
    new obsidian.Notice(createFragment((el) => { el.createEl('a', { text: 'link' }).onclick = () => note('followed'); }), 0);`);
  await driver.page.locator('.notice a').click();
  expect(await driver.notices()).toEqual(['Words']);
  expect(await recorded(driver)).toEqual(['followed']);
  await driver.page.locator('.notice').click();
  expect(await driver.page.locator('.notice-container').count()).toBe(0);
});

test('a notice goes by itself after its time', async () => {
  await run(`new obsidian.Notice('Short', 30); new obsidian.Notice('Long', 60000);`);
  await expect.poll(() => host.driver.notices()).toEqual(['Long']);
});

test('a notice without a time of its own stays for some seconds', async () => {
  await host.driver.page.clock.install();
  await run(`new obsidian.Notice('Words');`);
  await host.driver.page.clock.runFor(4000);
  expect(await host.driver.notices()).toEqual(['Words']);
  await host.driver.page.clock.runFor(2000);
  expect(await host.driver.notices()).toEqual([]);
});

test('a notice can say something else, can be given classes, and can be hidden, also twice', async () => {
  const { driver } = host;
  await run(`
    const notice = new obsidian.Notice('First', 0);
    notice.setMessage('Second').containerEl.addClass('probe-notice');
    notice.messageEl.createEl('button', { text: 'Stop' });
    const other = new obsidian.Notice('Other', 0);
    other.hide();
    other.hide();
    other.setMessage('Nowhere');`);
  expect(await driver.notices()).toEqual(['SecondStop']);
  expect(await driver.page.locator('.notice.probe-notice').count()).toBe(1);
});

test('a notice keeps the lines of its text', async () => {
  await run(`new obsidian.Notice('One\\nTwo', 0);`);
  const { height = 0 } = (await host.driver.page.locator('.notice-message').boundingBox()) ?? {};
  expect(height).toBeGreaterThan(25);
});

test('a notice comes in the window that is used', async () => {
  const { driver } = host;
  await run(
    `this.addCommand({ id: 'say', name: 'Say', callback: () => new obsidian.Notice('Here', 0), hotkeys: [{ modifiers: ['Mod'], key: 'F9' }] });`,
    { notes: { 'Note.md': 'Text' } },
  );
  await driver.openNote('Note.md', { mode: 'source', where: 'window' });
  const [popout] = driver.popouts();
  await popout?.locator('.cm-content').click();
  await popout?.keyboard.press('Control+F9');
  await popout?.locator('.notice').waitFor();
  expect(await driver.page.locator('.notice').count()).toBe(0);
});
