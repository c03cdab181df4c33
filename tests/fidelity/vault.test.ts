// The vault, the metadata cache and the editor: what follows on what, and how late.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const recorder = probePlugin(`
  onload() {
    const { workspace, vault, metadataCache } = this.app;
    workspace.onLayoutReady(() => {
      this.registerEvent(workspace.on('editor-change', () => note('editor-change')));
      for (const name of ['create', 'modify', 'rename', 'delete']) {
        this.registerEvent(vault.on(name, (file, old) => note([name, file.path, old].filter(Boolean).join(' '))));
      }
      this.registerEvent(metadataCache.on('changed', (file, text, cache) =>
        note('changed ' + file.path + ' ' + (cache.frontmatter?.videoId ?? 'without a video'))));
      this.registerEvent(metadataCache.on('deleted', (file, cache) => note('forgotten ' + file.path)));
    });
  }`);

test('an edit is saved later, the vault tells after that, and the metadata cache after that', async () => {
  const { driver } = host;
  await driver.start({ plugin: recorder, notes: { 'Note.md': 'Text' }, saveDelay: 400, metadataDelay: 400 });
  await driver.openNote('Note.md', { mode: 'source' });
  await driver.page.keyboard.type('a');
  expect(await recorded(driver)).toEqual(['editor-change']);
  await expect.poll(() => recorded(driver)).toEqual(['editor-change', 'modify Note.md']);
  expect(await driver.readFile('Note.md')).toBe('aText');
  await expect
    .poll(() => recorded(driver))
    .toEqual(['editor-change', 'modify Note.md', 'changed Note.md without a video']);
});

test('several edits in a row are one save', async () => {
  const { driver } = host;
  await driver.start({ plugin: recorder, notes: { 'Note.md': 'Text' }, saveDelay: 500 });
  await driver.openNote('Note.md', { mode: 'source' });
  await driver.page.keyboard.type('abc');
  await expect.poll(() => driver.readFile('Note.md')).toBe('abcText');
  expect((await recorded(driver)).filter((line) => line === 'modify Note.md')).toHaveLength(1);
});

test('an edit that is not saved yet is saved when the note is closed', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' }, saveDelay: 60_000 });
  await driver.openNote('Note.md', { mode: 'source' });
  await driver.page.keyboard.type('kept ');
  await driver.runCommand('workspace:close');
  await expect.poll(() => driver.readFile('Note.md')).toBe('kept Text');
});

describe('a change from outside', () => {
  test('reaches the open editor, where the caret stays at its text', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes: { 'Note.md': 'one two three' } });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.page.keyboard.press('End');
    await driver.writeOutside('Note.md', 'zero one two three');
    await expect.poll(() => driver.page.locator('.cm-content').innerText()).toBe('zero one two three');
    await driver.page.keyboard.type('!');
    expect(await driver.page.locator('.cm-content').innerText()).toBe('zero one two three!');
  });

  test('is no step of the undo history', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' } });
    await driver.openNote('Note.md', { mode: 'source' });
    await driver.page.keyboard.type('mine ');
    await driver.writeOutside('Note.md', 'mine Text, theirs');
    await expect.poll(() => driver.page.locator('.cm-content').innerText()).toBe('mine Text, theirs');
    await driver.page.keyboard.press('Control+Z');
    expect(await driver.page.locator('.cm-content').innerText()).toBe('Text, theirs');
  });

  test('reaches reading view', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' } });
    await driver.openNote('Note.md');
    await driver.writeOutside('Note.md', 'Other words');
    await driver.page.locator('.markdown-preview-view p', { hasText: 'Other words' }).waitFor();
  });

  test('an edit shows in another pane that reads the same note', async () => {
    const { driver } = host;
    await driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' }, saveDelay: 60_000 });
    await driver.openNote('Note.md');
    await driver.openNote('Note.md', { mode: 'source', where: 'split' });
    await driver.page.keyboard.type('New ');
    await driver.page.locator('.markdown-preview-view p', { hasText: 'New Text' }).waitFor();
  });
});

describe('properties', () => {
  const change = (path: string): Promise<string> =>
    host.driver.page.evaluate(async (path) => {
      const { vault, fileManager } = window.app;
      const file = vault.getFileByPath(path);
      if (file === null) return 'missing';
      try {
        await fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
          properties['videoId'] = 'abcdefghijk';
        });
        return 'done';
      } catch {
        return 'refused';
      }
    }, path);

  test.each([
    ['a note without any', 'Text\n', '---\nvideoId: abcdefghijk\n---\nText\n'],
    ['a note with some', '---\ntitle: A\n---\nText', '---\ntitle: A\nvideoId: abcdefghijk\n---\nText'],
    ['an empty note', '', '---\nvideoId: abcdefghijk\n---\n'],
  ])('are written into %s', async (_kind, before, after) => {
    await host.driver.start({ plugin: 'none', notes: { 'Note.md': before } });
    expect(await change('Note.md')).toBe('done');
    expect(await host.driver.readFile('Note.md')).toBe(after);
  });

  test('inferred: are all written anew with the one that changes: comments go, quotes and lists change', async () => {
    const before = '---\n# mine\ntitle: "A" # why\ntags: [a,  b]\n---\nText';
    await host.driver.start({ plugin: 'none', notes: { 'Note.md': before } });
    expect(await change('Note.md')).toBe('done');
    expect(await host.driver.readFile('Note.md')).toBe(
      '---\ntitle: A\ntags:\n  - a\n  - b\nvideoId: abcdefghijk\n---\nText',
    );
  });

  test('that cannot be read are refused, and the note stays as it is', async () => {
    const broken = '---\ntitle: "unclosed\n---\nText';
    await host.driver.start({ plugin: 'none', notes: { 'Note.md': broken } });
    expect(await change('Note.md')).toBe('refused');
    expect(await host.driver.readFile('Note.md')).toBe(broken);
  });

  test('are in the metadata cache from the start, with the type that YAML gives them', async () => {
    const text =
      '---\ntitle: A\nlength: 0\ndate: 2024-01-02\ntags: [a, b]\nlink: "[[Other]]"\n---\n# Heading\n\n[[Other#Part|shown]]';
    await host.driver.start({ plugin: 'none', notes: { 'Note.md': text, 'Other.md': '' } });
    const cache = await host.driver.page.evaluate(() => window.app.metadataCache.getCache('Note.md'));
    expect(cache?.frontmatter).toEqual({
      title: 'A',
      length: 0,
      date: '2024-01-02',
      tags: ['a', 'b'],
      link: '[[Other]]',
    });
    expect(cache?.headings?.[0]).toMatchObject({ heading: 'Heading', level: 1 });
    expect(cache?.links?.[0]).toMatchObject({ link: 'Other#Part', displayText: 'shown' });
    expect(cache?.frontmatterLinks?.[0]).toMatchObject({ key: 'link', link: 'Other' });
    const resolved = await host.driver.page.evaluate(() => window.app.metadataCache.resolvedLinks['Note.md']);
    expect(resolved).toEqual({ 'Other.md': 2 });
  });
});

test('files that come, move and go are announced', async () => {
  const { driver } = host;
  await driver.start({ plugin: recorder, metadataDelay: 0 });
  await driver.page.evaluate(async () => {
    const { metadataCache, vault } = window.app;
    const changed = new Promise((resolve) => metadataCache.on('changed', resolve));
    const file = await vault.create('New.md', '---\nvideoId: abcdefghijk\n---');
    await changed;
    await vault.rename(file, 'Folder/Moved.md');
    await vault.delete(file);
  });
  await expect
    .poll(() => recorded(driver))
    .toEqual([
      'create New.md',
      'changed New.md abcdefghijk',
      'rename Folder/Moved.md New.md',
      'delete Folder/Moved.md',
      'forgotten Folder/Moved.md',
    ]);
});

test.each([
  ['Other', 'Deep/Source.md', 'Other.md'],
  ['Part', 'Deep/Source.md', 'Deep/Part.md'],
  ['Other', 'Source.md', 'Other.md'],
  ['Deep/Other', 'Source.md', 'Deep/Other.md'],
  ['./Other', 'Deep/Source.md', 'Deep/Other.md'],
  ['../Other', 'Deep/Source.md', 'Other.md'],
  ['clip.webm', 'Source.md', 'Media/clip.webm'],
  ['Nothing', 'Source.md', undefined],
])('the link %s in %s leads to %s', async (link, source, target) => {
  await host.driver.start({
    plugin: 'none',
    notes: {
      'Other.md': '',
      'Deep/Other.md': '',
      'Deep/Part.md': '',
      'A/Part.md': '',
      'Deep/Source.md': '',
      'Source.md': '',
      'Media/clip.webm': '',
    },
  });
  const found = await host.driver.page.evaluate(
    ([link, source]) => window.app.metadataCache.getFirstLinkpathDest(link ?? '', source ?? '')?.path,
    [link, source],
  );
  expect(found).toBe(target);
});

test('the resource path of a media file answers byte ranges', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', media: { 'Clip.webm': 'broken.webm' }, vaultMedia: 'same-origin' });
  const answer = await driver.page.evaluate(async () => {
    const file = window.app.vault.getFileByPath('Clip.webm');
    if (file === null) return null;
    const response = await fetch(window.app.vault.getResourcePath(file), { headers: { Range: 'bytes=0-3' } });
    return { status: response.status, length: (await response.arrayBuffer()).byteLength };
  });
  expect(answer).toEqual({ status: 206, length: 4 });
});

test('local storage is kept for the vault, and null when there is nothing', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', localStorage: { length: { abc: 0 } } });
  const read = (key: string): Promise<unknown> =>
    driver.page.evaluate((key) => window.app.loadLocalStorage(key) as unknown, key);
  expect(await read('length')).toEqual({ abc: 0 });
  expect(await read('nothing')).toBeNull();
  await driver.page.evaluate(() => {
    window.app.saveLocalStorage('length', null);
    window.app.saveLocalStorage('position', 12);
  });
  await driver.restart();
  expect(await read('length')).toBeNull();
  expect(await read('position')).toBe(12);
});

test('the vault that the server holds is listed first, and its notes are read in the background', async () => {
  const { driver } = host;
  const plugin = probePlugin(`
    onload() {
      const { workspace, metadataCache } = this.app;
      workspace.onLayoutReady(() => note('ready with ' + (metadataCache.getCache('Welcome.md') ? 'a' : 'no') + ' cache'));
      this.registerEvent(metadataCache.on('resolved', () => note('resolved')));
    }`);
  await driver.start({ plugin, served: true });
  // It may say so again: the notes come over the network, a few at a time.
  await expect
    .poll(async () => [...new Set(await recorded(driver))])
    .toEqual(['ready with no cache', 'resolved']);
  expect(await driver.page.evaluate(() => window.app.metadataCache.getCache('Welcome.md') !== null)).toBe(
    true,
  );
});

describe('an attachment', () => {
  const pathOf = (name: string, source: string): Promise<string> =>
    host.driver.page.evaluate(
      async ([name, source]) => {
        const { fileManager, vault } = window.app;
        const path = await fileManager.getAvailablePathForAttachment(name, source);
        const file = await vault.createBinary(path, new Uint8Array([1, 2, 3]).buffer);
        return `${path}, ${file.stat.size} bytes: ${fileManager.generateMarkdownLink(file, source)}`;
      },
      [name, source] as const,
    );

  test.each([
    ['/', 'a frame.png'],
    ['', 'a frame.png'],
    ['Attachments', 'Attachments/a frame.png'],
    ['./', 'Notes/a frame.png'],
    ['./files', 'Notes/files/a frame.png'],
  ])(
    'goes where the setting %j says, into a folder that is made if need be',
    async (attachmentFolder, path) => {
      await host.driver.start({ plugin: 'none', notes: { 'Notes/Note.md': 'Text' }, attachmentFolder });
      expect(await pathOf('a frame.png', 'Notes/Note.md')).toBe(`${path}, 3 bytes: ![[a frame.png]]`);
    },
  );

  test('has a number where its name is taken, in whatever case, and a link that tells it from others', async () => {
    await host.driver.start({
      plugin: 'none',
      notes: { 'Note.md': 'Text', 'Other/b.png': 'a picture' },
      attachmentFolder: 'Files',
    });
    expect(await pathOf('A.PNG', 'Note.md')).toBe('Files/A.PNG, 3 bytes: ![[A.PNG]]');
    expect(await pathOf('a.png', 'Note.md')).toBe('Files/a 1.png, 3 bytes: ![[a 1.png]]');
    expect(await pathOf('b.png', 'Note.md')).toBe('Files/b.png, 3 bytes: ![[Files/b.png]]');
  });

  test('is refused, and written nowhere, where there is a file already', async () => {
    await host.driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' } });
    const refused = host.driver.page.evaluate(() =>
      window.app.vault
        .createBinary('Note.md', new ArrayBuffer(4))
        .catch((cause: unknown) => (cause instanceof Error ? cause.message : '')),
    );
    expect(await refused).toBe('File already exists.');
    expect(await host.driver.readFile('Note.md')).toBe('Text');
  });
});
