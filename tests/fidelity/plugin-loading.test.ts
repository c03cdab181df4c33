// How a plugin is evaluated, loaded and unloaded, and the proof that it is gone.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

/** Runs a piece of plugin code at the top of main.js; it may `note`. */
async function evaluate(code: string): Promise<string[]> {
  await host.driver.start({ plugin: probePlugin('', code) });
  return recorded(host.driver);
}

const tryOut = (expression: string): string =>
  `try { note(typeof (${expression})); } catch (error) { note(error.message); }`;

describe('main.js', () => {
  test('finds require, module and exports, and runs under its own address', async () => {
    const found = await evaluate(
      'note([typeof require, typeof module, exports === module.exports, /plugin:probe/.test(new Error().stack)].join());',
    );
    expect(found).toEqual(['function,object,true,true']);
  });

  test.each([
    ['obsidian', 'Plugin'],
    ['@codemirror/state', 'StateField'],
    ['@codemirror/view', 'EditorView'],
    ['@codemirror/language', 'syntaxTree'],
    ['@lezer/common', 'Tree'],
  ])('is served %s', async (name, member) => {
    expect(await evaluate(tryOut(`require('${name}').${member}`))).toEqual(['function']);
  });

  test.each(['fs', 'electron', 'path', 'moment'])('is refused %s', async (name) => {
    expect(await evaluate(tryOut(`require('${name}')`))).toEqual([`Cannot find module '${name}'`]);
  });

  test('touching a name of the API that is not built throws, and does not when the module is only copied', async () => {
    const code = tryOut('obsidian.SecretStorage') + tryOut('Object.getOwnPropertyDescriptors(obsidian)');
    expect(await evaluate(code)).toEqual(['SecretStorage is not in the host', 'object']);
  });

  test('its default export is taken where there is one', async () => {
    const main = `exports.default = class extends require('obsidian').Plugin {
      onload() { this.addCommand({ id: 'run', name: 'Run', callback() {} }); } };`;
    await host.driver.start({ plugin: { manifest: { id: 'probe' }, main } });
    expect(await host.driver.availableCommands()).toContain('probe:run');
  });
});

describe('loading', () => {
  test('onload runs before the vault is listed; layout-ready callbacks run after', async () => {
    const plugin = probePlugin(`
      onload() {
        const say = (when) => note(when + ': ' + this.app.vault.getMarkdownFiles().length + ' notes');
        say('onload');
        this.app.workspace.onLayoutReady(() => say('layout ready'));
      }`);
    await host.driver.start({ plugin, notes: { 'One.md': '', 'Two.md': '' } });
    expect(await recorded(host.driver)).toEqual(['onload: 0 notes', 'layout ready: 2 notes']);
  });

  test('the vault announces every file that it finds at the start', async () => {
    const plugin = probePlugin(`
      onload() { this.registerEvent(this.app.vault.on('create', (file) => note(file.path))); }`);
    await host.driver.start({ plugin, notes: { 'Folder/One.md': '' } });
    expect(await recorded(host.driver)).toEqual(['Folder', 'Folder/One.md']);
  });

  test('data.json is null at first, and what was saved later', async () => {
    const plugin = probePlugin(`
      async onload() {
        note(JSON.stringify(await this.loadData()));
        await this.saveData({ volume: 0 });
        note(JSON.stringify(await this.loadData()));
      }`);
    await host.driver.start({ plugin });
    await host.driver.restart();
    expect(await recorded(host.driver)).toEqual(['{"volume":0}', '{"volume":0}']);
    await host.driver.start({ plugin });
    expect(await recorded(host.driver)).toEqual(['null', '{"volume":0}']);
  });

  test('its styles are there while it is enabled', async () => {
    const plugin = { ...probePlugin(''), styles: 'body { --probe: 1; }' };
    await host.driver.start({ plugin });
    const value = (): Promise<string> =>
      host.driver.page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--probe'));
    expect(await value()).toBe('1');
    await host.driver.disable('probe');
    expect(await value()).toBe('');
    await host.driver.enable('probe');
    expect(await value()).toBe('1');
  });

  test('a plugin that fails in onload is taken back, and the user is told', async () => {
    host.browser.allow(/Plugin failure: probe/);
    const plugin = probePlugin(`
      onload() {
        this.register(() => note('taken back'));
        throw new Error('no');
      }`);
    await host.driver.start({ plugin });
    expect(await recorded(host.driver)).toEqual(['taken back']);
    expect(await host.driver.notices()).toEqual(['Failed to load plugin Probe']);
  });
});

describe('after unloading', () => {
  test('a plugin that registers everything by the API leaves nothing', async () => {
    const plugin = probePlugin(
      `onload() {
        const { workspace, vault, metadataCache } = this.app;
        this.addCommand({ id: 'run', name: 'Run', callback() {} });
        this.addRibbonIcon('play', 'Play', () => {});
        this.addStatusBarItem().setText('0:00');
        this.registerView('probe-view', (leaf) => new ProbeView(leaf));
        this.registerMarkdownPostProcessor((el) => { el.createSpan('probe-chip').setText('chip'); });
        this.registerEditorExtension(require('@codemirror/view').EditorView.editable.of(true));
        for (const source of [workspace, vault, metadataCache]) this.registerEvent(source.on('changed', () => {}));
        this.registerDomEvent(window, 'message', () => {});
        this.registerInterval(window.setInterval(() => {}, 1000));
        workspace.onLayoutReady(() => workspace.getLeaf('split').setViewState({ type: 'probe-view', active: true }));
      }`,
      `class ProbeView extends obsidian.ItemView {
        getViewType() { return 'probe-view'; }
        getDisplayText() { return 'Probe'; }
        async onOpen() { this.contentEl.createDiv('probe-pane').createEl('iframe'); }
      }`,
    );
    await host.driver.start({ plugin, notes: { 'Note.md': 'Text' } });
    await host.driver.openNote('Note.md', { where: 'split' });
    await host.driver.page.locator('.probe-chip').first().waitFor();
    await host.driver.page.locator('.probe-pane iframe').waitFor();
    expect(await host.driver.disable('probe')).toEqual([]);
  });

  test.each([
    ['this.app.commands.addCommand({ id: "stray:run", name: "Run" })', 'command stray:run'],
    ['this.app.viewRegistry.register("stray", () => {})', 'view type stray'],
    ['obsidian.MarkdownPreviewRenderer.registerPostProcessor(() => {})', 'post-processor'],
    ['this.app.workspace.editorExtensions.push([])', 'editor extension'],
    ['this.app.workspace.on("resize", () => {})', 'listener for resize of workspace'],
    ['this.app.metadataCache.on("changed", () => {})', 'listener for changed of metadataCache'],
    ['window.addEventListener("message", () => {})', 'listener for message on window'],
    ['document.addEventListener("selectionchange", () => {})', 'listener for selectionchange on document'],
    ['document.body.onClickEvent(() => {})', 'listener for click on body'],
    ['window.setInterval(() => {}, 60000)', 'interval of 60000 ms'],
    ['setTimeout(() => {}, 60000)', 'timeout of 60000 ms'],
    ['obsidian.debounce(() => {}, 60000)()', 'timeout of 60000 ms'],
    ['new ResizeObserver(() => {}).observe(document.body)', 'ResizeObserver'],
    ['document.body.createDiv("probe-overlay")', 'element div.probe-overlay'],
    ['document.body.createEl("iframe", { attr: { src: "about:blank" } })', 'frame about:blank'],
    ['window.probeState = {}', 'global probeState'],
  ])('%s is reported', async (code, leftover) => {
    await host.driver.start({ plugin: probePlugin(`onload() { ${code}; }`) });
    expect(await host.driver.disable('probe')).toContain(leftover);
  });

  test('a listener that a plugin ended itself is not reported', async () => {
    const plugin = probePlugin(`
      onload() {
        window.clearTimeout(window.setTimeout(() => {}, 60000));
        const listener = () => {};
        window.addEventListener('blur', listener, true);
        window.removeEventListener('blur', listener, true);
        const abort = new AbortController();
        window.addEventListener('focus', listener, { signal: abort.signal });
        abort.abort();
        document.addEventListener('probe-once', listener, { once: true });
        document.dispatchEvent(new Event('probe-once'));
        const observer = new MutationObserver(listener);
        observer.observe(document.body, { childList: true });
        observer.disconnect();
      }`);
    await host.driver.start({ plugin });
    expect(await host.driver.disable('probe')).toEqual([]);
  });
});
