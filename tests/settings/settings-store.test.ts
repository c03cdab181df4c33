// The settings in force: saved, read again, and never at the cost of what data.json held.
import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataFile } from '../../src/settings/data-file';
import { DEFAULTS } from '../../src/settings/settings';
import { SettingsStore } from '../../src/settings/settings-store';
import { recordNotices } from '../support/fake-interface';
import { FakePlugin } from '../support/fake-plugin';

let notices: (string | DocumentFragment)[];

beforeEach(() => {
  notices = recordNotices();
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A store that has read the data.json of a plugin; without `data` there is none. */
async function open(data?: string): Promise<{ plugin: FakePlugin; store: SettingsStore }> {
  const plugin = new FakePlugin(data);
  const store = storeOf(plugin);
  await store.load();
  return { plugin, store };
}

const storeOf = (plugin: FakePlugin): SettingsStore =>
  new SettingsStore(new DataFile(plugin.asOriginalType2__()));

/** Lets readings and writings of data.json wait for what is returned. */
function slowDisk(plugin: FakePlugin): () => void {
  let answer: () => void = () => undefined;
  plugin.disk = new Promise((resolve) => {
    answer = resolve;
  });
  return () => answer();
}

/** The settings from now on, each time they change. */
function follow({ settings }: SettingsStore): unknown[] {
  const seen: unknown[] = [];
  effect(() => {
    seen.push(settings.value);
  });
  return seen;
}

describe('the settings', () => {
  it('are the defaults before anything was saved; nothing is written and nothing said', async () => {
    const { plugin, store } = await open();
    expect(store.settings.value).toEqual(DEFAULTS);
    expect(await plugin.text('data.json')).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it('are what was saved', async () => {
    const { store } = await open('{"links":false,"label":"as-written"}');
    expect(store.settings.value).toEqual({ ...DEFAULTS, links: false, label: 'as-written' });
  });

  it('are the defaults until they are read', () => {
    expect(storeOf(new FakePlugin('{"links":false}')).settings.value).toEqual(DEFAULTS);
  });

  it('change for everyone at once, and are there after a restart', async () => {
    const { plugin, store } = await open();
    const seen = follow(store);
    const saved = store.set('links', false);
    expect(seen.at(-1)).toEqual({ ...DEFAULTS, links: false });
    await saved;
    const restarted = storeOf(plugin);
    await restarted.load();
    expect(restarted.settings.value).toEqual({ ...DEFAULTS, links: false });
  });

  it('are saved with what another version has saved, and with what was malformed', async () => {
    const { plugin, store } = await open('{"volume":0,"label":"long","nested":{"a":[1]}}');
    await store.set('links', false);
    expect(await plugin.data()).toEqual({ volume: 0, label: 'long', nested: { a: [1] }, links: false });
  });

  it('are not in the file while they are as by default, and leave it when that is restored', async () => {
    const { plugin, store } = await open();
    await store.set('videoProperties', ['url']);
    expect(await plugin.data()).toEqual({ videoProperties: ['url'] });
    await store.set('videoProperties', undefined);
    expect(await plugin.data()).toEqual({});
    expect(store.settings.value).toEqual(DEFAULTS);
  });

  it('never become what they cannot be', async () => {
    const { store } = await open();
    await store.set('label', 'long');
    await store.set('videoProperties', []);
    expect(store.settings.value).toEqual(DEFAULTS);
  });

  it('end up in the file as they were set last, however quickly one follows another', async () => {
    const { plugin, store } = await open();
    await Promise.all(
      [false, true, false].flatMap((on) => [store.set('links', on), store.set('bareTimes', !on)]),
    );
    expect(await plugin.data()).toEqual({ links: false, bareTimes: true });
  });
});

describe('a data.json that is broken', () => {
  const broken = [
    ['{"links":fal', 'cut off'],
    ['<<<<<<< HEAD', 'a merge conflict'],
    ['', 'empty'],
    ['[{"links":false}]', 'a list'],
    ['"links"', 'a text'],
    ['null', 'null'],
  ] as const;

  it.each(broken)('%j gives the defaults, is kept aside, and is left as it is', async (text) => {
    const { plugin, store } = await open(text);
    expect(store.settings.value).toEqual(DEFAULTS);
    expect(await plugin.text('data.json.broken')).toBe(text);
    expect(await plugin.text('data.json')).toBe(text);
    expect(notices).toEqual([
      'Playhead could not read its settings. The defaults apply. The old settings are kept in data.json.broken.',
    ]);
  });

  it('is replaced when something is set, and its copy stays', async () => {
    const { plugin, store } = await open('{"links":fal');
    await store.set('links', false);
    await store.set('bareTimes', false);
    expect(await plugin.data()).toEqual({ links: false, bareTimes: false });
    expect(await plugin.text('data.json.broken')).toBe('{"links":fal');
    expect(await plugin.text('data.json.broken-2')).toBeUndefined();
  });

  it('has one copy, however often it is read', async () => {
    const { plugin } = await open('{');
    await storeOf(plugin).load();
    expect(await plugin.text('data.json.broken-2')).toBeUndefined();
  });

  it('never takes the place of an older copy', async () => {
    const plugin = new FakePlugin('third');
    await plugin.write('data.json.broken', 'first');
    await plugin.write('data.json.broken-2', 'second');
    await storeOf(plugin).load();
    const names = ['data.json.broken', 'data.json.broken-2', 'data.json.broken-3'];
    expect(await Promise.all(names.map((name) => plugin.text(name)))).toEqual(['first', 'second', 'third']);
    expect(notices).toEqual([expect.stringContaining('data.json.broken-3')]);
  });

  it('is not overwritten while it cannot be kept aside', async () => {
    const plugin = new FakePlugin('{');
    const store = storeOf(plugin);
    const copy = vi.spyOn(plugin.app.vault.adapter, 'copy').mockRejectedValue(new Error('The disk is full.'));
    await store.load();
    expect(notices).toEqual(['Playhead could not read its settings. The defaults apply.']);
    await store.set('links', false);
    expect(store.settings.value.links).toBe(false);
    expect(await plugin.text('data.json')).toBe('{');
    copy.mockRestore();
    await store.set('bareTimes', false);
    expect(await plugin.text('data.json.broken')).toBe('{');
    expect(await plugin.data()).toEqual({ links: false, bareTimes: false });
  });

  it('is found where the app does not say in which folder the plugin is', async () => {
    const plugin = new FakePlugin('{', {});
    await storeOf(plugin).load();
    expect(await plugin.text('data.json.broken')).toBe('{');
  });
});

describe('a save that fails', () => {
  const failed = 'Playhead could not save its settings. They apply until the app closes.';

  it('is said once, and the settings apply', async () => {
    const { plugin, store } = await open('{"volume":0}');
    plugin.refusal = 'The disk is full.';
    await store.set('links', false);
    await store.set('bareTimes', false);
    expect(notices).toEqual([failed]);
    expect(store.settings.value).toEqual({ ...DEFAULTS, links: false, bareTimes: false });
    expect(await plugin.data()).toEqual({ volume: 0 });
  });

  it('is made up for by the next one, and said again when it happens again', async () => {
    const { plugin, store } = await open();
    plugin.refusal = 'The disk is full.';
    await store.set('links', false);
    plugin.refusal = undefined;
    await store.set('bareTimes', false);
    expect(await plugin.data()).toEqual({ links: false, bareTimes: false });
    plugin.refusal = 'The disk is full again.';
    await store.set('links', true);
    expect(notices).toEqual([failed, failed]);
  });
});

describe('a change from outside', () => {
  it('applies at once, with what it does not say as by default', async () => {
    const { plugin, store } = await open('{"links":false}');
    const seen = follow(store);
    await plugin.write('data.json', '{"label":"as-written"}');
    await store.load();
    expect(seen.at(-1)).toEqual({ ...DEFAULTS, label: 'as-written' });
    expect(plugin.saves).toBe(0);
  });

  it('that is broken leaves the settings in force, is kept aside, and is said', async () => {
    const { plugin, store } = await open('{"links":false}');
    await plugin.write('data.json', '{"links":tr');
    await store.load();
    expect(store.settings.value.links).toBe(false);
    expect(notices).toEqual([
      'Playhead could not read its settings. The current settings stay in use. The old settings are kept in data.json.broken.',
    ]);
    await store.set('bareTimes', false);
    expect(await plugin.data()).toEqual({ links: false, bareTimes: false });
    expect(await plugin.text('data.json.broken')).toBe('{"links":tr');
  });

  it('and one made here meanwhile both count', async () => {
    const { plugin, store } = await open();
    const answer = slowDisk(plugin);
    await plugin.write('data.json', '{"label":"as-written","links":true}');
    const loaded = store.load();
    const saved = store.set('links', false);
    answer();
    await Promise.all([loaded, saved]);
    expect(store.settings.value).toEqual({ ...DEFAULTS, label: 'as-written', links: false });
    expect(await plugin.data()).toEqual({ label: 'as-written', links: false });
  });

  it('leaves standing what is set here while something else is saved', async () => {
    const { plugin, store } = await open();
    const answer = slowDisk(plugin);
    const first = store.set('links', false);
    const loaded = store.load();
    await vi.waitFor(() => expect(plugin.isWriting).toBe(true));
    const second = store.set('bareTimes', false);
    answer();
    await Promise.all([first, loaded, second]);
    expect(await plugin.data()).toEqual({ links: false, bareTimes: false });
  });

  it('does not take back what could not be saved here', async () => {
    const { plugin, store } = await open();
    plugin.refusal = 'The disk is full.';
    await store.set('links', false);
    await plugin.write('data.json', '{"label":"as-written"}');
    await store.load();
    expect(store.settings.value).toEqual({ ...DEFAULTS, label: 'as-written', links: false });
  });

  it('counts against what was saved here before', async () => {
    const { plugin, store } = await open();
    await store.set('links', false);
    await plugin.write('data.json', '{}');
    await store.load();
    expect(store.settings.value).toEqual(DEFAULTS);
  });
});
