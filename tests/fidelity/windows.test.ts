// Pop-out windows: real second windows of the browser.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const notes = { 'One.md': 'First note', 'Two.md': 'Second note' };

const plugin = probePlugin(
  `onload() {
    this.registerView('probe-view', (leaf) => new ProbeView(leaf));
    this.app.workspace.onLayoutReady(() => {
      for (const name of ['window-open', 'window-close']) {
        this.registerEvent(this.app.workspace.on(name, (item, win) => note(name + ' ' + (win === item.win))));
      }
    });
  }`,
  `class ProbeView extends obsidian.ItemView {
    getViewType() { return 'probe-view'; }
    getDisplayText() { return 'Probe'; }
    async onOpen() {
      const frame = this.contentEl.createEl('iframe', { attr: { srcdoc: '<p>frame</p>' } });
      frame.addEventListener('load', () => note('frame loaded'));
      this.contentEl.onWindowMigrated((win) => note('migrated ' + (win === this.contentEl.win) + ' ' + (win !== window)));
    }
    async onClose() { note('close'); }
    onunload() { note('unload'); }
  }`,
);

async function popout(): Promise<Page> {
  await expect.poll(() => host.driver.popouts().length).toBe(1);
  const [page] = host.driver.popouts();
  if (page === undefined) throw new Error('No window opened');
  return page;
}

async function openProbeInTab(): Promise<void> {
  await host.driver.page.evaluate(() =>
    window.app.workspace.getLeaf('tab').setViewState({ type: 'probe-view', active: true }),
  );
  await expect.poll(() => recorded(host.driver)).toContain('frame loaded');
}

test('a note opens in a window of its own, with the look of the app', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes, theme: 'dark' });
  await driver.openNote('One.md', { where: 'window' });
  const page = await popout();
  await page.locator('p', { hasText: 'First note' }).waitFor();
  const colours = (where: Page): Promise<string> =>
    where.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await page.locator('body').getAttribute('class')).toContain('theme-dark');
  const own = await colours(driver.page);
  await expect.poll(() => colours(page)).toBe(own);
});

test('doc and win of what is in it are those of the window, and its classes are not the main window’s', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md', { where: 'window' });
  await popout();
  const facts = await driver.page.evaluate(() => {
    const [leaf] = window.app.workspace.getLeavesOfType('markdown');
    if (leaf === undefined) return null;
    const { win, doc } = leaf.getContainer();
    const made = doc.body.createDiv();
    return {
      otherWindow: win !== window && leaf.view.containerEl.win === win && leaf.view.containerEl.doc === doc,
      active: window.activeWindow === win && activeDocument === doc,
      plainInstance: made instanceof HTMLElement,
      instanceOf: made.instanceOf(HTMLElement),
    };
  });
  expect(facts).toEqual({ otherWindow: true, active: true, plainInstance: false, instanceOf: true });
});

test('moving a view to a pop-out moves its DOM: frames load anew, and onWindowMigrated is called', async () => {
  const { driver } = host;
  await driver.start({ plugin, notes });
  await openProbeInTab();
  await driver.runCommand('workspace:move-to-new-window');
  const page = await popout();
  await page.locator('iframe').waitFor();
  await expect
    .poll(async () => [...(await recorded(driver))].sort())
    .toEqual(['frame loaded', 'frame loaded', 'migrated true true', 'window-open true']);
});

test('closing the window closes its leaves', async () => {
  const { driver } = host;
  await driver.start({ plugin, notes });
  await openProbeInTab();
  await driver.runCommand('workspace:move-to-new-window');
  const page = await popout();
  await page.close();
  await expect
    .poll(async () => (await recorded(driver)).slice(-3))
    .toEqual(['close', 'window-close true', 'unload']);
  expect(await driver.page.evaluate(() => window.app.workspace.getLeavesOfType('probe-view').length)).toBe(0);
});

test('the last tab of a window takes the window with it', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md', { where: 'window' });
  await popout();
  await driver.runCommand('workspace:close');
  await expect.poll(() => driver.popouts().length).toBe(0);
});

test('windows are part of the layout and come back', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('Two.md');
  await driver.openNote('One.md', { where: 'window' });
  await popout();
  await driver.restart();
  const page = await popout();
  await page.locator('p', { hasText: 'First note' }).waitFor();
});

test('inferred: only the main window opens addresses as the app has it', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md', { where: 'window' });
  const page = await popout();
  const opened = page.evaluate(() => {
    try {
      window.open('https://example.com/');
      return 'opened';
    } catch (cause) {
      return String(cause);
    }
  });
  expect(await opened).toContain('not in the host');
});

test('inferred: the keys and notices of the app work in it', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md', { where: 'window' });
  const page = await popout();
  await page.locator('p', { hasText: 'First note' }).click();
  await page.keyboard.press('Control+P');
  await page.locator('.prompt-input').waitFor();
  expect(await driver.page.locator('.prompt').count()).toBe(0);
});

test('a phone has no windows: the call throws, and a leaf for a window is a tab', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes, platform: 'phone' });
  const result = await driver.page.evaluate(() => {
    const { workspace } = window.app;
    try {
      workspace.openPopoutLeaf();
      return 'opened';
    } catch {
      return workspace.getLeaf('window').getContainer().win === window ? 'tab' : 'window';
    }
  });
  expect(result).toBe('tab');
});
