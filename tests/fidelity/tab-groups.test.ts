// Tabs that are stacked, and tabs that are dragged elsewhere.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const notes = { 'One.md': 'First note', 'Two.md': 'Second note', 'Three.md': 'Third note' };

const plugin = probePlugin(
  `onload() { this.registerView('probe-view', (leaf) => new ProbeView(leaf)); }`,
  `class ProbeView extends obsidian.ItemView {
    getViewType() { return 'probe-view'; }
    getDisplayText() { return 'Probe'; }
    async onOpen() {
      const frame = this.contentEl.createEl('iframe', { attr: { srcdoc: '<p>frame</p>' } });
      frame.addEventListener('load', () => note('frame loaded'));
    }
    async onClose() { note('close'); }
  }`,
);

const group = (): Locator => host.driver.page.locator('.mod-root > .workspace-tabs').first();
const header = (title: string): Locator =>
  host.driver.page.locator('.workspace-tab-header', { hasText: title });
const leaf = (text: string): Locator => host.driver.page.locator('.workspace-leaf', { hasText: text });

async function openProbe(where: 'tab' | 'split'): Promise<void> {
  await host.driver.page.evaluate(
    (where) => window.app.workspace.getLeaf(where).setViewState({ type: 'probe-view', active: true }),
    where,
  );
  await expect.poll(() => recorded(host.driver)).toEqual(['frame loaded']);
}

describe('stacked tabs', () => {
  async function stackThree(): Promise<void> {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.openNote('Two.md', { where: 'tab' });
    await driver.openNote('Three.md', { where: 'tab' });
    await driver.runCommand('workspace:toggle-stacked-tabs');
  }

  test('stand side by side, each behind its header; several are seen', async () => {
    await stackThree();
    expect(await group().getAttribute('class')).toContain('mod-stacked');
    await header('One').click();
    expect(await leaf('First note').isVisible()).toBe(true);
    expect(await leaf('Second note').isVisible()).toBe(true);
    const boxes = await Promise.all(
      [header('One'), leaf('First note'), header('Two'), leaf('Second note')].map((el) => el.boundingBox()),
    );
    const lefts = boxes.map((box) => box?.x ?? Number.NaN);
    expect([...lefts].sort((a, b) => a - b)).toEqual(lefts);
  });

  test('inferred: slide over one another; one that is covered all over shows nothing, and its header stays', async () => {
    await stackThree();
    await header('Three').click();
    const first = host.driver.page.locator('.workspace-leaf.is-hidden');
    await expect.poll(() => first.count()).toBe(1);
    expect(await host.driver.page.locator('p', { hasText: 'First note' }).isVisible()).toBe(false);
    expect(await header('One').isVisible()).toBe(true);
    await header('One').click();
    await host.driver.page.locator('p', { hasText: 'First note' }).waitFor();
  });

  test('inferred: load nothing again when they are stacked and unstacked', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('One.md');
    await openProbe('tab');
    await driver.runCommand('workspace:toggle-stacked-tabs');
    await header('One').click();
    await driver.runCommand('workspace:toggle-stacked-tabs');
    await expect.poll(() => leaf('First note').isVisible()).toBe(true);
    expect(await driver.page.locator('iframe').isVisible()).toBe(false);
    expect(await recorded(driver)).toEqual(['frame loaded']);
  });

  test('are part of the layout and come back', async () => {
    await stackThree();
    expect(JSON.stringify(await host.driver.layout())).toContain('"stacked":true');
    await host.driver.restart();
    expect(await group().getAttribute('class')).toContain('mod-stacked');
    await host.driver.page.locator('p', { hasText: 'Third note' }).waitFor();
  });
});

describe('a tab that is dragged', () => {
  test('into another group stands there, active, with its view; the frames in it load again', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('One.md');
    await openProbe('split');
    await header('Probe').dragTo(group().locator('.workspace-tab-header-container'));
    await expect.poll(() => recorded(driver)).toEqual(['frame loaded', 'frame loaded']);
    expect(await driver.page.locator('.mod-root .workspace-tabs').count()).toBe(1);
    expect(await group().locator('.workspace-tab-header.is-active').innerText()).toBe('Probe');
    expect(await driver.page.locator('.workspace-leaf.mod-active iframe').isVisible()).toBe(true);
  });

  test('into a sidebar stands there', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('One.md');
    await openProbe('tab');
    const strip = driver.page.locator('.mod-left-split .workspace-tab-header-container');
    await header('Probe').dragTo(strip);
    await expect.poll(() => recorded(driver)).toEqual(['frame loaded', 'frame loaded']);
    expect(await driver.page.locator('.mod-left-split iframe').isVisible()).toBe(true);
  });

  test('to a side of a leaf stands beside it, and below it', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('One.md');
    await openProbe('tab');
    const place = group().locator('.workspace-tab-container');
    const box = await place.boundingBox();
    if (box === null) throw new Error('There is no group.');
    await header('Probe').dragTo(place, { targetPosition: { x: box.width - 20, y: box.height / 2 } });
    await expect.poll(() => driver.page.locator('.mod-root > .workspace-tabs').count()).toBe(2);
    await header('Probe').dragTo(place, { targetPosition: { x: 200, y: box.height - 20 } });
    await expect.poll(() => driver.page.locator('.mod-root .mod-horizontal .workspace-tabs').count()).toBe(2);
    expect(await driver.page.locator('.mod-root iframe').isVisible()).toBe(true);
  });

  test('among its own group changes its place there, and loads nothing again in the others', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.openNote('Two.md', { where: 'tab' });
    await header('Two').dragTo(header('One'), { targetPosition: { x: 5, y: 10 } });
    await expect
      .poll(() => group().locator('.workspace-tab-header-inner-title').allInnerTexts())
      .toEqual(['Two', 'One']);
  });

  test('out of a window takes the window with it, if it was the last one there', async () => {
    const { driver } = host;
    await driver.start({ plugin, notes });
    await driver.openNote('One.md');
    await openProbe('tab');
    await driver.runCommand('workspace:move-to-new-window');
    await expect.poll(() => driver.popouts().length).toBe(1);
    await driver.page.evaluate(() => {
      const [probe] = window.app.workspace.getLeavesOfType('probe-view');
      const from = probe?.getContainer().doc.querySelector('.workspace-tab-header');
      const to = document.querySelector('.mod-root .workspace-tab-header-container');
      from?.dispatchEvent(new DragEvent('dragstart', { bubbles: true }));
      to?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true }));
    });
    await expect.poll(() => driver.popouts().length).toBe(0);
    await driver.page.locator('.mod-root iframe').waitFor();
    expect(await recorded(driver)).not.toContain('close');
  });
});
