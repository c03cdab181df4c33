// The saved layout: what comes back after a restart, and when its views are made.
import { expect, test } from 'vitest';
import type { SavedLayout } from '../driver/driver';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const notes = { 'One.md': '# One', 'Two.md': '# Two', 'Three.md': '# Three' };

const probeView = probePlugin(
  `onload() { this.registerView('probe-view', (leaf) => new ProbeView(leaf)); }`,
  `class ProbeView extends obsidian.ItemView {
    getViewType() { return 'probe-view'; }
    getDisplayText() { return 'Probe'; }
    getIcon() { return 'play'; }
    async onOpen() { note('open'); this.contentEl.createDiv('probe-content').setText('here'); }
    async setState(state, result) { this.state = state; note('state ' + JSON.stringify(state)); }
    getState() { return this.state ?? {}; }
  }`,
);

function layoutOf(children: SavedLayout['main'][], currentTab = 0): SavedLayout {
  const leaves = children as Extract<SavedLayout['main'], { type: 'leaf' }>[];
  return {
    main: {
      id: 'main',
      type: 'split',
      direction: 'vertical',
      children: [{ id: 'tabs', type: 'tabs', currentTab, children: leaves }],
    },
    active: leaves[currentTab]?.id ?? '',
  };
}

const leafOf = (id: string, type: string, state: Record<string, unknown>): SavedLayout['main'] => ({
  id,
  type: 'leaf',
  state: { type, state, title: `Title of ${id}`, icon: 'file' },
});

test('splits, tabs, pins, modes and the active leaf come back after a restart', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md');
  await driver.openNote('Two.md', { where: 'tab', mode: 'source' });
  await driver.openNote('Three.md', { where: 'split' });
  await driver.runCommand('workspace:toggle-pin');
  const before = await driver.layout();
  await driver.restart();
  const after = await driver.layout();
  expect(after.main).toEqual(before.main);
  expect(after.active).toBe(before.active);
  expect(await driver.page.locator('.mod-root .workspace-tabs').count()).toBe(2);
  expect(await driver.page.locator('.mod-root .workspace-tab-header.mod-pinned').innerText()).toBe('Three');
});

test('a background tab is deferred: it has its title and type, and no view until it is shown', async () => {
  const { driver } = host;
  const layout = layoutOf([
    leafOf('front', 'markdown', { file: 'One.md' }),
    leafOf('back', 'probe-view', { n: 0 }),
  ]);
  await driver.start({ plugin: probeView, notes, layout });
  const found = await driver.page.evaluate(() => {
    const [leaf] = window.app.workspace.getLeavesOfType('probe-view');
    return [leaf?.isDeferred, leaf?.getDisplayText(), JSON.stringify(leaf?.getViewState())];
  });
  expect(found).toEqual([true, 'Title of back', '{"type":"probe-view","state":{"n":0}}']);
  expect(await recorded(driver)).toEqual([]);
  await driver.page.locator('.workspace-tab-header', { hasText: 'Title of back' }).click();
  await driver.page.locator('.probe-content').waitFor();
  expect(await recorded(driver)).toEqual(['open', 'state {"n":0}']);
});

test('revealLeaf resolves when the deferred view is loaded', async () => {
  const { driver } = host;
  const layout = layoutOf([
    leafOf('front', 'markdown', { file: 'One.md' }),
    leafOf('back', 'probe-view', {}),
  ]);
  await driver.start({ plugin: probeView, notes, layout });
  const text = await driver.page.evaluate(async () => {
    const { workspace } = window.app;
    const [leaf] = workspace.getLeavesOfType('probe-view');
    if (leaf === undefined) return 'no leaf';
    await workspace.revealLeaf(leaf);
    return `${leaf.isDeferred} ${leaf.view.containerEl.textContent}`;
  });
  expect(text).toContain('false');
  expect(text).toContain('here');
});

test('a view whose plugin is gone leaves a placeholder that keeps its state, and comes back with the plugin', async () => {
  const { driver } = host;
  const layout = layoutOf([leafOf('front', 'probe-view', { video: 'abc', time: 0 })]);
  await driver.start({ plugin: probeView, notes, layout });
  await driver.page.locator('.probe-content').waitFor();
  await driver.disable('probe');
  expect(await driver.page.locator('.mod-root .empty-state-title').innerText()).toBe(
    'Plugin no longer active',
  );
  expect(JSON.stringify(await driver.layout())).toContain('"state":{"video":"abc","time":0}');
  await driver.enable('probe');
  await driver.page.locator('.probe-content').waitFor();
  expect((await recorded(driver)).at(-1)).toBe('state {"video":"abc","time":0}');
});

test('an unknown view type in the layout is kept as it is', async () => {
  const { driver } = host;
  await driver.start({
    plugin: 'none',
    notes,
    layout: layoutOf([leafOf('front', 'nobody-knows', { a: [1] })]),
  });
  expect(JSON.stringify(await driver.layout())).toContain('"type":"nobody-knows","state":{"a":[1]}');
});

test('a collapsed sidebar stays collapsed, an open one open', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.runCommand('app:toggle-left-sidebar');
  await driver.runCommand('app:toggle-right-sidebar');
  await driver.restart();
  expect(await driver.page.locator('.mod-left-split').isVisible()).toBe(false);
  expect(await driver.page.locator('.mod-right-split').isVisible()).toBe(true);
});

test('the layout is written some time after a change, once for many', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md');
  await expect
    .poll(() => driver.readFile('.obsidian/workspace.json').catch(() => ''))
    .toContain('"file": "One.md"');
});

test('the last tab of a group takes the group with it; the main area is never without a tab', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes });
  await driver.openNote('One.md');
  await driver.openNote('Two.md', { where: 'split' });
  const titles = driver.page.locator('.mod-root .workspace-tab-header-inner-title');
  await driver.runCommand('workspace:close');
  expect(await titles.allInnerTexts()).toEqual(['One']);
  await driver.runCommand('workspace:close');
  await expect.poll(() => titles.allInnerTexts()).toEqual(['New tab']);
});
