// The media files of a vault: their addresses, the subtitles beside them, and their names of before and now.
import { App } from 'obsidian-test-mocks/obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RenamedFiles } from '../../src/app/renamed-files';
import { VaultMedia } from '../../src/app/vault-media';
import { FakePanes } from '../support/fake-panes';
import { FakeStorage } from '../support/fake-storage';
import { film } from '../playback/videos';

let app: App;
let panes: FakePanes;
let media: VaultMedia;

function open(...paths: readonly string[]): void {
  app = App.createConfigured__({ files: Object.fromEntries(paths.map((path) => [path, 'x'])) });
  app.workspace.requestSaveLayout = Object.assign(() => undefined, {
    cancel: () => undefined,
    run: () => undefined,
  }) as never;
  vi.spyOn(app.workspace, 'onLayoutReady').mockImplementation((callback) => {
    callback();
  });
  panes = new FakePanes();
  media = vaultMedia();
  media.load();
}

function vaultMedia(): VaultMedia {
  const original = app.asOriginalType__();
  const renamed = new RenamedFiles(new FakeStorage());
  renamed.listen(() => undefined, original.vault);
  return new VaultMedia(original, panes, panes.memory, renamed);
}

async function rename(path: string, newPath: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file !== null) await app.vault.rename(file, newPath);
}

beforeEach(() => open(film.path));

describe('the bytes of a file', () => {
  it('have an address while the vault holds the file, and none for a folder', () => {
    expect(media.resourceUrl(film.path)).toBeDefined();
    expect(media.resourceUrl('media/gone.webm')).toBeUndefined();
    expect(media.resourceUrl('media')).toBeUndefined();
  });
});

describe('a file that is gone', () => {
  it('is not another of its name, wherever that is', async () => {
    open('talk.webm', 'archive/talk.webm', 'archive/talk.vtt');
    const file = app.vault.getFileByPath('talk.webm');
    if (file !== null) await app.vault.delete(file);
    expect(media.resourceUrl('talk.webm')).toBeUndefined();
    expect(media.subtitles('talk.webm')).toEqual([]);
  });
});

describe('the subtitles of a file', () => {
  it('are beside it, of its name: those of no language first, then those of the app’s, WebVTT before SubRip', () => {
    open(
      ...[
        film.path,
        'media/film.de.vtt',
        'media/film.en.srt',
        'media/film.en.vtt',
        'media/film.srt',
        'media/film.vtt',
      ],
      ...['media/film.txt', 'media/film.2.srt', 'media/films.srt', 'film.srt', 'media/film.pt-BR.srt'],
    );
    const found = media.subtitles(film.path).map(({ language, format }) => `${language ?? ''} ${format}`);
    expect(found).toEqual([' vtt', ' srt', 'en vtt', 'en srt', 'de vtt', 'pt-BR srt']);
  });

  it('are none where the file has none, or is not there itself', () => {
    expect(media.subtitles(film.path)).toEqual([]);
    expect(media.subtitles('media/gone.webm')).toEqual([]);
  });
});

describe('a file that is renamed', () => {
  it('is played on by its pane, and what is remembered of it goes with it', async () => {
    const { session, players } = panes.add(film);
    players[0]?.becomeReady({ length: 700, title: 'film.webm' });
    panes.memory.learn(film, { position: 83, rate: 1.5 });
    await rename(film.path, 'talk.webm');
    const talk = { kind: 'file', path: 'talk.webm' } as const;
    expect(session.video).toEqual(talk);
    expect(panes.memory.factsOf(talk)).toEqual({ position: 83, rate: 1.5 });
    expect(panes.memory.length(talk).value).toBe(700);
    expect(panes.memory.factsOf(film)).toEqual({});
  });

  it('is found by a layout that knew it by any of its names', async () => {
    const kept = { video: film, time: 83, rate: 1 };
    await rename(film.path, 'media/second.webm');
    await rename('media/second.webm', 'third.webm');
    const third = { ...kept, video: { kind: 'file', path: 'third.webm' } };
    expect(media.withPresentPath(kept)).toEqual(third);
    expect(media.withPresentPath({ ...kept, video: { kind: 'file', path: 'media/second.webm' } })).toEqual(
      third,
    );
    await rename('third.webm', film.path);
    expect(media.withPresentPath(kept)).toEqual(kept);
  });

  it('is not what a new file of its old name is', async () => {
    const kept = { video: film, time: 83, rate: 1 };
    await rename(film.path, 'second.webm');
    await app.vault.create(film.path, 'x');
    expect(media.withPresentPath(kept)).toEqual(kept);
  });
});

describe('a file that is deleted', () => {
  it('is missed by its pane, and played again when it is back', async () => {
    const { players } = panes.add(film);
    players[0]?.becomeReady();
    const file = app.vault.getFileByPath(film.path);
    if (file !== null) await app.vault.delete(file);
    expect(players).toHaveLength(2);
    players[1]?.fail('file-missing');
    await app.vault.create('other.webm', 'x');
    expect(players).toHaveLength(2);
    await app.vault.create(film.path, 'x');
    expect(players).toHaveLength(3);
  });

  it('is none to whoever looks after the plugin has ended', async () => {
    const { players } = panes.add(film);
    media.unload();
    await rename(film.path, 'talk.webm');
    expect(players).toHaveLength(1);
  });
});

describe('the files that the vault announces', () => {
  let ready: (() => unknown)[];
  let looks: number;

  /** A vault whose layout is not ready yet. */
  function openEarly(): void {
    open();
    media.unload();
    ready = [];
    looks = 0;
    vi.spyOn(app.workspace, 'onLayoutReady').mockImplementation((callback) => {
      ready.push(callback);
    });
    media = vaultMedia();
    vi.spyOn(panes, 'all').mockImplementation(() => {
      looks += 1;
      return [];
    });
    media.load();
  }

  it('at the start send it to no pane, and those that come later do', async () => {
    openEarly();
    await app.vault.create('one.webm', 'x');
    expect(looks).toBe(0);
    for (const callback of ready) callback();
    await app.vault.create('two.webm', 'x');
    expect(looks).toBe(1);
  });

  it('are nothing to it when the layout is ready after its end', async () => {
    openEarly();
    media.unload();
    for (const callback of ready) callback();
    await app.vault.create('two.webm', 'x');
    expect(looks).toBe(0);
  });
});
