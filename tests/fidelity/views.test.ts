// Views in leaves: their life, their state, the focus, and which leaf something opens in.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { timersEnded, watchTimers } from '../support/timers';

const host = useHost();

const notes = { 'One.md': 'First note\n\nwith [[Two]]', 'Two.md': '# Second\n\nText' };

const probeView = probePlugin(
  `onload() {
    this.registerView('probe-view', (leaf) => new ProbeView(leaf));
    this.addCommand({ id: 'open', name: 'Open', callback: () =>
      this.app.workspace.getLeaf('split').setViewState({ type: 'probe-view', state: { n: 1 }, active: true }) });
  }`,
  `class ProbeView extends obsidian.ItemView {
    constructor(leaf) { super(leaf); note('constructor'); this.navigation = false; }
    getViewType() { return 'probe-view'; }
    getDisplayText() { return 'Probe'; }
    onload() { note('load'); }
    async onOpen() { note('open, ' + (this.containerEl.isConnected ? 'in' : 'out of') + ' the document'); }
    async setState(state) { note('state ' + state.n); this.n = state.n; }
    getState() { return { n: this.n }; }
    async onClose() { note('close'); }
    onunload() { note('unload'); }
  }`,
);

const titles = (): Promise<string[]> =>
  host.driver.page.locator('.mod-root .workspace-tab-header-inner-title').allInnerTexts();

describe('the life of a view', () => {
  test('constructor, load, open, state; and close before unload', async () => {
    await host.driver.start({ plugin: probeView, notes });
    await host.driver.runCommand('probe:open');
    await expect.poll(() => recorded(host.driver)).toHaveLength(4);
    await host.driver.runCommand('workspace:close');
    await expect.poll(() => recorded(host.driver)).toHaveLength(6);
    expect(await recorded(host.driver)).toEqual([
      'constructor',
      'load',
      'open, in the document',
      'state 1',
      'close',
      'unload',
    ]);
  });

  test('setting the state of a type that is shown makes no new view', async () => {
    await host.driver.start({ plugin: probeView, notes });
    await host.driver.page.evaluate(async () => {
      const leaf = window.app.workspace.getLeaf('tab');
      for (const n of [1, 2]) await leaf.setViewState({ type: 'probe-view', state: { n } });
    });
    expect(await recorded(host.driver)).toEqual([
      'constructor',
      'load',
      'open, in the document',
      'state 1',
      'state 2',
    ]);
  });

  test('its state is what the layout keeps', async () => {
    await host.driver.start({ plugin: probeView, notes });
    await host.driver.runCommand('probe:open');
    await expect
      .poll(async () => JSON.stringify(await host.driver.layout()))
      .toContain('"type":"probe-view","state":{"n":1}');
  });

  test('a view whose plugin is disabled closes, and unloads', async () => {
    await host.driver.start({ plugin: probeView, notes });
    await host.driver.runCommand('probe:open');
    await expect.poll(() => recorded(host.driver)).toHaveLength(4);
    await host.driver.disable('probe');
    expect((await recorded(host.driver)).slice(4)).toEqual(['close', 'unload']);
  });
});

describe('a note', () => {
  test('is shown in reading view with its links, and edited as its source', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes, defaultEditingMode: 'source' });
    await driver.openNote('One.md');
    await driver.page.locator('.markdown-preview-view a.internal-link', { hasText: 'Two' }).waitFor();
    expect(await driver.page.locator('.markdown-source-view').isVisible()).toBe(false);
    await driver.runCommand('markdown:toggle-preview');
    await driver.page.locator('.cm-line', { hasText: 'with [[Two]]' }).waitFor();
    expect(await driver.page.locator('.markdown-preview-view').isVisible()).toBe(false);
  });

  test('says its mode, and takes it from a state', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md', { mode: 'source' });
    const state = (): Promise<unknown> =>
      driver.page.evaluate(() => window.app.workspace.getLeaf(false).getViewState());
    expect(await state()).toMatchObject({ type: 'markdown', state: { file: 'One.md', mode: 'source' } });
    await driver.openNote('One.md', { mode: 'reading' });
    expect(await state()).toMatchObject({ type: 'markdown', state: { file: 'One.md', mode: 'preview' } });
  });

  test('follows a link in its own tab, and with Mod held in a new one', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.page.locator('a.internal-link').click({ modifiers: ['Control'] });
    await expect.poll(titles).toEqual(['One', 'Two']);
    await driver.page.locator('.workspace-tab-header', { hasText: 'One' }).click();
    await driver.page.locator('a.internal-link').click();
    await expect.poll(titles).toEqual(['Two', 'Two']);
  });

  test('opens from the file list', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes: { 'Folder/Inside.md': 'Text' } });
    await driver.page.locator('.nav-folder-title[data-path="Folder"]').click();
    await driver.page.locator('.nav-file-title[data-path="Folder/Inside.md"]').click();
    await expect.poll(titles).toEqual(['Inside']);
    expect(await driver.page.locator('.nav-file-title.is-active').getAttribute('data-path')).toBe(
      'Folder/Inside.md',
    );
  });

  test('rendered in two panes shows in each what belongs to it', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.openNote('Two.md', { where: 'split' });
    const texts = await driver.page.locator('.mod-root .markdown-preview-view').allInnerTexts();
    expect(texts[0]).toContain('First note');
    expect(texts[1]).toContain('Second');
  });
});

describe('leaves', () => {
  test('a view that is no part of navigation, and a pinned tab, are not replaced', async () => {
    const { driver } = host;
    await driver.start({ plugin: probeView, notes });
    await driver.openNote('One.md');
    await driver.runCommand('probe:open');
    await driver.openNote('Two.md');
    expect(await titles()).toEqual(['Two', 'Probe']);
    await driver.runCommand('workspace:toggle-pin');
    await driver.openNote('One.md');
    expect(await titles()).toEqual(['Two', 'One', 'Probe']);
  });

  test('hidden tabs stay in the document, so that frames in them are not loaded again', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.openNote('Two.md', { where: 'tab' });
    const first = driver.page.locator('.workspace-leaf', { hasText: 'First note' });
    expect(await first.count()).toBe(1);
    expect(await first.isVisible()).toBe(false);
  });

  test('a split down stands below, a split right beside', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.runCommand('workspace:split-horizontal');
    const boxes = async (): Promise<({ x: number; y: number } | null)[]> =>
      Promise.all(
        (await driver.page.locator('.mod-root .workspace-tabs').all()).map((tabs) => tabs.boundingBox()),
      );
    await expect.poll(async () => (await boxes()).length).toBe(2);
    const [above, below] = await boxes();
    expect(below?.x).toBe(above?.x);
    expect(below?.y).toBeGreaterThan(above?.y ?? Infinity);
  });

  test('active-leaf-change and file-open come later than the call, and once', async () => {
    const plugin = probePlugin(`
      onload() {
        const { workspace } = this.app;
        workspace.onLayoutReady(() => {
          for (const name of ['active-leaf-change', 'file-open']) {
            this.registerEvent(workspace.on(name, (what) => note(name + ' ' + (what?.path ?? what?.getDisplayText()))));
          }
        });
      }`);
    await host.driver.start({ plugin, notes });
    await watchTimers(host.driver.page);
    await host.driver.page.evaluate(async () => {
      const record = (window.app as unknown as { probe: string[] }).probe;
      record.length = 0;
      const leaf = window.app.workspace.getLeaf('tab');
      window.app.workspace.setActiveLeaf(leaf, { focus: true });
      record.push('called');
      const file = window.app.vault.getFileByPath('One.md');
      if (file !== null) await leaf.openFile(file);
    });
    await timersEnded(host.driver.page);
    const events = await recorded(host.driver);
    expect(events[0]).toBe('called');
    expect(events).toContain('active-leaf-change One');
    expect(events.filter((event) => event === 'file-open One.md')).toHaveLength(1);
  });
});

describe('the focus', () => {
  test('stays in the note when a view opens beside it without being made active', async () => {
    const { driver } = host;
    await driver.start({ plugin: probeView, notes });
    await driver.openNote('One.md', { mode: 'source' });
    await driver.page.locator('.cm-content').click();
    await driver.page.evaluate(async () => {
      const leaf = window.app.workspace.getLeaf('split');
      await leaf.setViewState({ type: 'probe-view', state: { n: 1 }, active: false });
      await window.app.workspace.revealLeaf(leaf);
    });
    expect(await driver.page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    await driver.page.keyboard.type('!');
    expect(await driver.page.locator('.cm-content').innerText()).toContain('!');
  });

  test('moves into a note that is made active', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md', { mode: 'source' });
    await driver.page.keyboard.type('typed ');
    expect(await driver.page.locator('.cm-content').innerText()).toContain('typed First note');
  });

  test('a click into a leaf makes it the active one', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes });
    await driver.openNote('One.md');
    await driver.openNote('Two.md', { where: 'split' });
    await driver.page.locator('p', { hasText: 'First note' }).click();
    expect(await driver.page.locator('.workspace-leaf.mod-active').innerText()).toContain('First note');
  });
});

test('ensureSideLeaf opens a view in the right sidebar once, and reveals it', async () => {
  const { driver } = host;
  await driver.start({ plugin: probeView, notes });
  await driver.page.evaluate(async () => {
    for (let time = 0; time < 2; time++) {
      await window.app.workspace.ensureSideLeaf('probe-view', 'right', { state: { n: 0 } });
    }
  });
  expect(
    await driver.page.locator('.mod-right-split .workspace-leaf-content[data-type="probe-view"]').count(),
  ).toBe(1);
  expect(await driver.page.locator('.mod-right-split').isVisible()).toBe(true);
});

test('a view’s name shows in its tab and in its header, and follows the state', async () => {
  const { driver } = host;
  const plugin = probePlugin(
    `onload() { this.registerView('probe-view', (leaf) => new ProbeView(leaf)); }`,
    `class ProbeView extends obsidian.ItemView {
      getViewType() { return 'probe-view'; }
      getDisplayText() { return this.name ?? 'Nameless'; }
      async setState(state) { this.name = state.name; }
    }`,
  );
  await driver.start({ plugin });
  await driver.page.evaluate(async () => {
    const leaf = window.app.workspace.getLeaf(false);
    for (const name of ['First', 'Second']) await leaf.setViewState({ type: 'probe-view', state: { name } });
  });
  expect(await titles()).toEqual(['Second']);
  expect(await driver.page.locator('.mod-root .view-header-title').innerText()).toBe('Second');
});
