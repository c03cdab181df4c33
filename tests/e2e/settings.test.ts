// The settings in the app's own window, which open notes follow at once.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../driver/driver.ts';
import { anchor, chipsIn, expectPlayhead, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({ previews: true });

const one = 'videoOfOne1';
const two = 'videoOfTwo2';

/** A note with a timestamp of each form, and two properties with a video. */
const note = `---
videoId: ${one}
source: https://youtu.be/${two}
---

Said ${anchor('03:01:00')}, again in [00:00:20], and in [0:25](https://youtu.be/${one}?t=25).

Nothing is said here.
`;

/** In one video the anchor means 3:01, in the other three hours. */
const lengths = { [`youtube:${one}`]: 4210, [`youtube:${two}`]: 36_000 };

const all = ['3:01', '0:20', '0:25'];

async function start(options: StartOptions = {}): Promise<void> {
  await app.driver.start({
    notes: { 'Note.md': note },
    localStorage: { 'playhead-lengths': lengths },
    ...options,
  });
  await app.driver.openNote('Note.md');
}

const shown = (): Promise<string[]> => chipsIn(app.page).allInnerTexts();

const openSettings = (): Promise<void> => app.driver.openSettings(PLUGIN);

const tab = (): Locator => app.page.locator('.mod-settings .vertical-tab-content');

/** The row of a setting, or of a property. */
const row = (name: string): Locator =>
  tab().locator('.setting-item', {
    has: app.page.locator('.setting-item-name').getByText(name, { exact: true }),
  });

const properties = (): Promise<string[]> =>
  tab().locator('.mod-list .setting-items .setting-item-name').allInnerTexts();

const fileOf = (name: string): string => `.obsidian/plugins/${PLUGIN}/${name}`;

const saved = async (): Promise<unknown> =>
  JSON.parse(await app.driver.readFile(fileOf('data.json'))) as unknown;

const paragraphs = (): Locator => app.page.locator('.markdown-preview-view p');

/** Counts the paragraphs of the note that are rendered anew from now on. */
async function mark(): Promise<() => Promise<number>> {
  await paragraphs().evaluateAll((els) => {
    for (const el of els) el.setAttribute('data-marked', '');
  });
  return () => app.page.locator('.markdown-preview-view p:not([data-marked])').count();
}

/** Drags a property by its handle to the place of another. */
async function drag(name: string, to: string): Promise<void> {
  const { mouse } = app.page;
  await row(name).locator('.mod-drag-handle').hover();
  await mouse.down();
  const place = await row(to).boundingBox();
  if (place === null) throw new Error(`The property ${to} is not in sight.`);
  await mouse.move(place.x + place.width / 2, place.y + 2, { steps: 20 });
  await mouse.up();
}

describe('a setting', () => {
  it('is there only while it makes a difference', async () => {
    await start();
    await openSettings();
    await row('Pause while typing').waitFor();
    expect(await row('Template').isVisible()).toBe(false);
    await row('Timestamp format').locator('select').selectOption('template');
    await row('Template').waitFor();
    expect(await row('Resume after').isVisible()).toBe(false);
    await row('Pause while typing').locator('.checkbox-container').click();
    await row('Resume after').waitFor();
    await row('Timestamp format').locator('select').selectOption('link');
    await row('Template').waitFor({ state: 'hidden' });
  });

  it.each([
    ['Times in brackets', ['3:01', '0:25'], 'again in [00:00:20], and', { bareTimes: false }],
    ['Links with a time', ['3:01', '0:20'], 'and in 0:25.', { links: false }],
  ])('“%s” is switched by a click: the open note follows', async (name, texts, text, data) => {
    await start();
    await expect.poll(shown).toEqual(all);
    const renderedAnew = await mark();
    await openSettings();
    const toggle = row(name).locator('.checkbox-container');
    await toggle.click();
    await expect.poll(shown).toEqual(texts);
    expect(await paragraphs().first().innerText()).toContain(text);
    await expect.poll(saved).toEqual(data);
    await toggle.click();
    await expect.poll(shown).toEqual(all);
    expect(await renderedAnew()).toBe(0);
  });

  it('“Chip label” is chosen: the open note follows', async () => {
    await start();
    await expect.poll(shown).toEqual(all);
    const renderedAnew = await mark();
    await openSettings();
    await row('Chip label').locator('select').selectOption('As written');
    await expect.poll(shown).toEqual(['00:03:01', '00:00:20', '0:25']);
    await row('Chip label').locator('select').selectOption('Compact');
    await expect.poll(shown).toEqual(all);
    expect(await renderedAnew()).toBe(0);
  });

  it('is changed by keyboard alone', async () => {
    await start();
    await openSettings();
    const { keyboard } = app.page;
    await row('Times in brackets').locator('.checkbox-container').focus();
    await keyboard.press('Space');
    await expect.poll(shown).toEqual(['3:01', '0:25']);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect.poll(shown).toEqual(['3:01']);
    await row('YouTube URLs').locator('.checkbox-container').focus();
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await expect.poll(shown).toEqual(['00:03:01']);
  });

  it('is as it was left after a restart, in the note and in the tab', async () => {
    await start();
    await openSettings();
    await row('Times in brackets').locator('.checkbox-container').click();
    await row('Chip label').locator('select').selectOption('As written');
    await expect.poll(saved).toEqual({ bareTimes: false, label: 'as-written' });
    await app.driver.restart();
    await app.driver.openNote('Note.md');
    await expect.poll(shown).toEqual(['00:03:01', '0:25']);
    await openSettings();
    expect(await row('Chip label').locator('select').inputValue()).toBe('as-written');
  });

  it.each([
    ['brackets', 'Times in brackets'],
    ['leading zeros', 'Chip label'],
    ['frontmatter', 'Video properties'],
  ])('is found by a search for “%s”: %s', async (query, name) => {
    await start();
    await openSettings();
    await app.page.locator('.mod-settings input[type="search"]').fill(query);
    const found = app.page.locator('.setting-search-result-item').getByText(name, { exact: true });
    await found.click();
    expect(await row(name).isVisible()).toBe(true);
  });
});

describe('the properties that may hold the video', () => {
  const usual = ['videoId', 'video', 'media', 'media_link', 'url'];
  const others = ['video_url', 'video_id', 'youtube_id', 'source_url', 'youtube', 'link'];
  const first = ['source', ...usual, ...others];

  it('are dragged into another order: the open note is about the other video at once', async () => {
    await start();
    await expect.poll(shown).toEqual(all);
    const renderedAnew = await mark();
    await openSettings();
    await drag('source', 'videoId');
    expect(await properties()).toEqual(first);
    await expect.poll(shown).toEqual(['3:01:00', '0:20', '0:25']);
    expect(await renderedAnew()).toBe(0);
    await expect.poll(saved).toEqual({ videoProperties: first });
    await app.page.keyboard.press('Escape');
    await expectPlayhead(app, two, 20, () => chipsIn(app.page).nth(1).click());
  });

  it('are moved by key, and the focus moves along', async () => {
    await start();
    await openSettings();
    await row('source').focus();
    for (let step = 0; step < 7; step += 1) await app.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(properties).toEqual(first);
    await expect.poll(shown).toEqual(['3:01:00', '0:20', '0:25']);
    await app.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(properties).toEqual(['videoId', 'source', ...usual.slice(1), ...others]);
  });

  it('are deleted by mouse and by key, and come back with the default', async () => {
    await start();
    await openSettings();
    await row('videoId').getByLabel('Delete').click();
    await expect.poll(shown).toEqual(['3:01:00', '0:20', '0:25']);
    await row('source').focus();
    await app.page.keyboard.press('Delete');
    expect(await properties()).toEqual([...usual.slice(1), ...others]);
    // It is the only address in any property, and so still the note's video.
    await expect.poll(shown).toEqual(['3:01:00', '0:20', '0:25']);
    await tab().getByLabel('Restore default').click();
    expect(await properties()).toEqual([...usual, 'source', ...others]);
    await expect.poll(shown).toEqual(all);
    await expect.poll(saved).toEqual({});
  });

  it('are added to by name, by keyboard alone', async () => {
    const clip = note.replace(`videoId: ${one}`, `clip: https://youtu.be/${one}`);
    await start({ notes: { 'Note.md': clip } });
    await expect.poll(shown).toEqual(['3:01:00', '0:20', '0:25']);
    await openSettings();
    await tab().getByLabel('Add property').focus();
    const { keyboard } = app.page;
    await keyboard.press('Enter');
    await keyboard.type('source');
    await keyboard.press('Enter');
    const modal = app.page.locator('.modal', { hasText: 'The name of a property' });
    expect(await modal.innerText()).toContain('Enter the name of a property that is not in the list.');
    await keyboard.press('Control+A');
    await keyboard.type('clip');
    await keyboard.press('Enter');
    await expect.poll(() => modal.count()).toBe(0);
    await row('clip').focus();
    for (let step = 0; step < 12; step += 1) await keyboard.press('Alt+ArrowUp');
    await expect.poll(shown).toEqual(all);
  });
});

describe('a data.json that is broken', () => {
  const broken = '{"bareTimes":fal';

  it('gives the defaults and a notice, and is kept beside what is set next', async () => {
    app.allow(/Playhead could not read its settings/);
    await start({ data: broken });
    await expect.poll(shown).toEqual(all);
    expect(await app.driver.notices()).toEqual([
      'Playhead could not read its settings. The defaults apply. The old settings are kept in data.json.broken.',
    ]);
    expect(await app.driver.readFile(fileOf('data.json'))).toBe(broken);
    await openSettings();
    await row('Links with a time').locator('.checkbox-container').click();
    await expect.poll(saved).toEqual({ links: false });
    expect(await app.driver.readFile(fileOf('data.json.broken'))).toBe(broken);
    await app.driver.restart();
    expect(await app.driver.notices()).toEqual([]);
  });
});

describe('a change of data.json by another program', () => {
  it('applies at once, in the note and in the open tab', async () => {
    await start();
    await openSettings();
    await app.driver.writePluginData(PLUGIN, { links: false, videoProperties: ['source'], fromTheFuture: 1 });
    await expect.poll(shown).toEqual(['3:01:00', '0:20']);
    await expect.poll(properties).toEqual(['source']);
    const toggle = row('Links with a time').locator('.checkbox-container');
    expect(await toggle.getAttribute('class')).not.toContain('is-enabled');
    await toggle.click();
    await expect.poll(saved).toEqual({ links: true, videoProperties: ['source'], fromTheFuture: 1 });
  });

  it('that breaks it leaves the settings as they were', async () => {
    app.allow(/Playhead could not read its settings/);
    await start({ data: { links: false } });
    await app.driver.writePluginData(PLUGIN, '{"links":tr');
    await expect
      .poll(() => app.driver.notices())
      .toEqual([expect.stringContaining('The current settings stay in use.')]);
    expect(await shown()).toEqual(['3:01', '0:20']);
  });
});
