// The video of a note, from the metadata cache: each note's own, as its properties say now.
import { FakeTexts } from '../support/fake-texts';
import { effect, signal } from '@preact/signals-core';
import type { EventRef } from 'obsidian';
import { App } from 'obsidian-test-mocks/obsidian';
import { describe, expect, it } from 'vitest';
import { VaultNoteTexts } from '../../src/app/note-texts';
import { VaultNotes } from '../../src/app/vault-notes';
import { DEFAULTS } from '../../src/settings/settings';
import { lecture, zoo } from '../playback/videos';

let app: App;
let notes: VaultNotes;
let events: EventRef[];
let renamed: Map<string, string>;
const settings = signal(DEFAULTS);

/** Opens a vault of `files`, whose notes name their video in one of `videoProperties`. */
function open(
  files: Readonly<Record<string, string>>,
  videoProperties: readonly string[] = DEFAULTS.videoProperties,
): void {
  app = App.createConfigured__({ files });
  settings.value = { ...DEFAULTS, videoProperties };
  const original = app.asOriginalType__();
  renamed = new Map();
  notes = new VaultNotes(original, settings, {
    texts: new VaultNoteTexts(original),
    liveTexts: new FakeTexts(),
    renamed: { now: (path) => renamed.get(path) },
  });
  events = [];
  notes.listen((event) => {
    events.push(event);
  });
}

const note = (...properties: readonly string[]): string => `---\n${properties.join('\n')}\n---\ntext\n`;

async function change(path: string, text: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file !== null) await app.vault.modify(file, text);
}

describe('the video of a note', () => {
  const id = 'videoId: jNQXAC9IVRw';
  const address = 'https://youtu.be/aircAruvnKk';

  it.each<[string, readonly string[], unknown]>([
    ['videoId', [id], zoo],
    ['the address in any property', [`source: ${address}`], lecture],
    ['videoId before all others', [`url: ${address}`, id], zoo],
    ['video before media', ['media: https://youtu.be/jNQXAC9IVRw', `video: ${address}`], lecture],
    ['media before media_link', ['media_link: https://youtu.be/jNQXAC9IVRw', `media: ${address}`], lecture],
    ['media_link before url', ['url: https://youtu.be/jNQXAC9IVRw', `media_link: ${address}`], lecture],
    ['url before source', ['source: https://youtu.be/jNQXAC9IVRw', `url: ${address}`], lecture],
    ['the first that holds one', ['videoId: nothing', 'video: 12', `source: ${address}`], lecture],
    ['the first usable entry of a list', ['video:', '  - nothing', `  - ${address}`], lecture],
    [
      'a media file of the vault, by its link',
      ['video: "[[film.webm]]"'],
      { kind: 'file', path: 'media/film.webm' },
    ],
    [
      'a media file of the vault, by its path',
      ['media: media/film.webm'],
      { kind: 'file', path: 'media/film.webm' },
    ],
    [
      'a media file at an address',
      ['url: https://media.example/t.mp4'],
      { kind: 'url', url: 'https://media.example/t.mp4' },
    ],
    ['none, where an address is no video’s', ['url: https://example.com/'], undefined],
    ['none, where a bare id stands elsewhere', ['source: jNQXAC9IVRw'], undefined],
  ])('is %s', (_, properties, expected) => {
    open({ 'a.md': note(...properties), 'media/film.webm': 'x' });
    expect(notes.videoOf('a.md')).toEqual(expected);
  });

  it('is its own, whichever was asked for before', () => {
    open({ 'a.md': note(id), 'b.md': note(`video: ${address}`), 'c.md': 'no properties' });
    expect(['a.md', 'b.md', 'a.md', 'c.md'].map((path) => notes.videoOf(path))).toEqual([
      zoo,
      lecture,
      zoo,
      undefined,
    ]);
  });

  it('is unknown for a note that is not there, or not read yet', () => {
    open({});
    expect(notes.videoOf('gone.md')).toBeUndefined();
  });

  it('is in the first of the properties that are set, and in no other', () => {
    open({ 'a.md': note(id, `clip: ${address}`), 'b.md': note(id) }, ['clip', 'url']);
    expect(notes.videoOf('a.md')).toEqual(lecture);
    expect(notes.videoOf('b.md')).toBeUndefined();
  });

  it('is followed when other properties are set, or the same in another order', () => {
    open({ 'a.md': note(id, `source: ${address}`) });
    const seen: unknown[] = [];
    const stop = effect(() => {
      seen.push(notes.videoOf('a.md'));
    });
    settings.value = { ...DEFAULTS, videoProperties: ['source', 'videoId'] };
    settings.value = { ...DEFAULTS, videoProperties: ['clip'] };
    // The only address of a video in any property is that of the note.
    expect(seen).toEqual([zoo, lecture, lecture]);
    stop();
  });

  it('is followed when the note changes', async () => {
    open({ 'a.md': note(id) });
    const seen: unknown[] = [];
    const stop = effect(() => {
      seen.push(notes.videoOf('a.md'));
    });
    await change('a.md', note(`video: ${address}`));
    await change('a.md', 'no properties');
    expect(seen).toEqual([zoo, lecture, undefined]);
    stop();
  });

  it.each(['changed', 'resolved'])('is asked for again when the cache has "%s"', (name) => {
    open({ 'a.md': note(id) });
    let asked = 0;
    const stop = effect(() => {
      notes.videoOf('a.md');
      asked += 1;
    });
    app.metadataCache.trigger(name);
    expect(asked).toBe(2);
    stop();
  });

  it.each(['rename', 'delete'])(
    'is asked for again after a "%s", which may change where a link leads',
    (name) => {
      open({ 'a.md': note(id) });
      let asked = 0;
      const stop = effect(() => {
        notes.videoOf('a.md');
        asked += 1;
      });
      app.vault.trigger(name);
      expect(asked).toBe(2);
      stop();
    },
  );

  it('is followed no longer when its owner has ended', () => {
    open({ 'a.md': note(id) });
    let asked = 0;
    const stop = effect(() => {
      notes.videoOf('a.md');
      asked += 1;
    });
    for (const event of events) {
      app.metadataCache.offref(event);
      app.vault.offref(event);
    }
    app.metadataCache.trigger('changed');
    app.vault.trigger('rename');
    expect(asked).toBe(1);
    stop();
  });
});

describe('a timestamp that names its own video', () => {
  it.each([
    ['aircAruvnKk', lecture],
    ['https://youtu.be/aircAruvnKk', lecture],
    ['film.webm', { kind: 'file', path: 'media/film.webm' }],
    ['"><script>alert(1)</script>', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('with %j means %o', (text, video) => {
    open({ 'media/film.webm': 'x' });
    expect(notes.namedVideo(text, 'a.md')).toEqual(video);
  });
});

describe('a timestamp that names a file by a path of before', () => {
  it('means the file that was renamed, and another that has come by that name', () => {
    open({ 'a.md': 'text', 'media/new.webm': 'x' });
    const named = (): unknown => notes.namedVideo('media/film.webm', 'a.md');
    expect(named()).toEqual({ kind: 'file', path: 'media/film.webm' });
    renamed.set('media/film.webm', 'media/new.webm');
    expect(named()).toEqual({ kind: 'file', path: 'media/new.webm' });
    open({ 'a.md': 'text', 'media/new.webm': 'x', 'media/film.webm': 'x' });
    renamed.set('media/film.webm', 'media/new.webm');
    expect(named()).toEqual({ kind: 'file', path: 'media/film.webm' });
  });
});

describe('a property that should name the video and does not', () => {
  it.each<[string, readonly string[], unknown]>([
    ['is told with its value', ['video: https://vimeo.com/1'], ['video', 'https://vimeo.com/1']],
    ['is the first that says anything', ['source: an article', 'videoId: short'], ['videoId', 'short']],
    ['may be a number', ['videoId: 0'], ['videoId', '0']],
    ['may be a list', ['video:', '  - a', '  - b'], ['video', 'a, b']],
    ['is none where all are empty', ['video: " "', 'videoId:'], undefined],
    ['is none where there are others only', ['title: A'], undefined],
  ])('%s', (_, properties, expected) => {
    open({ 'a.md': note(...properties) });
    const { name, value } = notes.unusableProperty('a.md') ?? {};
    expect(name === undefined ? undefined : [name, value]).toEqual(expected);
  });
});

describe('setting the video of a note', () => {
  it('changes one line of it, and nothing else of how its properties are written', async () => {
    const text = `---\n# mine\ntitle: "Cats"\ntags: [a,  b]\ndate: 2024-01-02 # the day\n---\ntext\n`;
    open({ 'a.md': text });
    await notes.setVideo('a.md', zoo);
    expect(await app.vault.adapter.read('a.md')).toBe(
      text.replace('# the day\n', `# the day\nvideoId: ${zoo.id}\n`),
    );
  });

  it('takes the place of what is no video, and of nothing that is one', async () => {
    open({ 'a.md': note('# mine', 'videoId: short # why'), 'b.md': note(`videoId: ${lecture.id}`) });
    await notes.setVideo('a.md', zoo);
    expect(await app.vault.adapter.read('a.md')).toBe(note('# mine', `videoId: ${zoo.id} # why`));
    await expect(notes.setVideo('b.md', zoo)).rejects.toThrow(
      'The property “videoId” already has another value.',
    );
  });

  it.each([
    ['---\n- a\n---\n', 'The properties of the note are not valid.'],
    ['---\n{a: b}\n---\n', 'Nothing can be added to the properties in their present form.'],
  ])('fails with a reason, and writes nothing, in %j', async (text, reason) => {
    open({ 'a.md': text });
    await expect(notes.setVideo('a.md', zoo)).rejects.toThrow(reason);
    expect(await app.vault.adapter.read('a.md')).toBe(text);
  });

  it.each([
    [zoo, zoo],
    [{ kind: 'file', path: 'media/film.webm' } as const, { kind: 'file', path: 'media/film.webm' }],
    [
      { kind: 'url', url: 'https://media.example/t.mp4' } as const,
      { kind: 'url', url: 'https://media.example/t.mp4' },
    ],
  ])('makes it the video of that note: %o', async (video, expected) => {
    open({ 'a.md': 'text', 'media/film.webm': 'x' });
    await notes.setVideo('a.md', video);
    expect(notes.videoOf('a.md')).toEqual(expected);
    expect(await app.vault.adapter.read('a.md')).toContain('text');
  });

  it('makes it the video of that note whichever properties are set', async () => {
    for (const videoProperties of [['source'], ['url', 'videoId'], ['clip', 'video']]) {
      open({ 'a.md': 'text', 'media/film.webm': 'x' }, videoProperties);
      await notes.setVideo('a.md', zoo);
      expect(notes.videoOf('a.md')).toEqual(zoo);
    }
  });

  it.each([
    [DEFAULTS.videoProperties, 'videoId'],
    [['source', 'videoId'], 'videoId'],
    [['clip', 'url'], 'clip'],
  ])('of %j names the one that it writes', async (videoProperties, name) => {
    open({ 'a.md': 'text' }, videoProperties);
    expect(notes.videoProperty).toBe(name);
    await notes.setVideo('a.md', zoo);
    expect(Object.keys(app.metadataCache.getCache('a.md')?.frontmatter ?? {})).toContain(name);
  });

  it.each(['C#/talk.mp4', 'Talk [dQw4w9WgXcQ].mp4', 'Lecture #3.mp4'])(
    'makes a file that no link leads to the video of a note: %s',
    async (path) => {
      open({ 'a.md': 'text', [path]: 'x' });
      await notes.setVideo('a.md', { kind: 'file', path });
      expect(notes.videoOf('a.md')).toEqual({ kind: 'file', path });
    },
  );

  it('writes nothing that would be read as another file, and says so', async () => {
    open({ 'a.md': 'text' });
    await expect(notes.setVideo('a.md', { kind: 'file', path: ' b.mp4' })).rejects.toThrow('Rename the file');
    expect(app.metadataCache.getCache('a.md')?.frontmatter).toBeUndefined();
  });

  it('leaves the other properties as they are', async () => {
    open({ 'a.md': note('title: Cats') });
    await notes.setVideo('a.md', zoo);
    expect(app.metadataCache.getCache('a.md')?.frontmatter).toMatchObject({ title: 'Cats', videoId: zoo.id });
  });

  it('fails with a reason when the note is gone', async () => {
    open({});
    await expect(notes.setVideo('gone.md', zoo)).rejects.toThrow('The note no longer exists.');
  });
});
