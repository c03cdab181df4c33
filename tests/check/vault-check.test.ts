// Checking all notes: what is found and rewritten, that the app gets its turns, and that nothing is half done.
import { signal } from '@preact/signals-core';
import fc from 'fast-check';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { Openings } from '../../src/app/openings';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckChoices } from '../../src/check/check-choices';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import type { CheckSources } from '../../src/check/check-note-modal';
import { scan } from '../../src/core/read/scan';
import { hostileNote } from '../core/hostile-notes';
import {
  checkVault,
  MARKED,
  rewriteNotes,
  type CheckedNote,
  type VaultCheckOptions,
} from '../../src/check/vault-check';
import type { Outcome, Progress } from '../../src/check/note-run';
import { contextOf } from '../../src/app/note-context';
import { findDoubtful } from '../../src/core/write/repair';
import { zoo } from '../playback/videos';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus';
import { FakeNotes } from '../support/fake-notes';
import { FakeNoteTexts } from '../support/fake-note-texts';
import { FakePanes } from '../support/fake-panes';
import { atOnce } from '../support/at-once';
import { NO_PREVIEWS } from '../support/fake-preview';
import { FakeStorage } from '../support/fake-storage';

const anchor = (time: string, label = `[${time}]`): string =>
  `<a class="yt-timestamp" data-t="${time}">${label}</a>`;

let texts: FakeNoteTexts;
let sources: CheckSources;
let stop: AbortController;
let progress: Progress[];
let pauses: number;
/** What the app does in a pause. */
let meanwhile: () => void;

function use(notes: Readonly<Record<string, string>>): void {
  texts = new FakeNoteTexts(notes);
  const videos = Object.fromEntries(Object.keys(notes).map((path) => [path, zoo]));
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  memory.learnLength(zoo, 4202);
  const playback = new Playback(new FakePanes(), () => 'split');
  const settings = signal(ALL_SYNTAXES);
  sources = {
    notes: new FakeNotes(videos),
    texts,
    memory,
    settings,
    playback,
    opened: new Openings(),
    previews: NO_PREVIEWS,
    choices: new CheckChoices(),
  };
}

beforeEach(() => {
  stop = new AbortController();
  progress = [];
  pauses = 0;
  meanwhile = () => undefined;
});

const options = (): VaultCheckOptions => ({
  sources,
  signal: stop.signal,
  pause: () => {
    pauses += 1;
    meanwhile();
    return Promise.resolve();
  },
  onProgress: (now) => progress.push(now),
});

async function found(): Promise<CheckedNote[]> {
  const notes: CheckedNote[] = [];
  await checkVault(options(), (note) => notes.push(note));
  return notes;
}

/** An outcome, with its notes by their paths. */
const saying = ({ changed, timestamps, failures }: Outcome<CheckedNote>) => ({
  changed: [...changed].map(({ ref }) => ref.path),
  timestamps,
  failures: [...failures].map(([{ ref }, reason]) => [ref.path, reason]),
});

it('no timestamp is without a mark by which a note is worth a look', () => {
  fc.assert(
    fc.property(hostileNote, (text) => {
      if (scan(text).length > 0) expect(text).toMatch(MARKED);
    }),
    { numRuns: 3000 },
  );
});

describe('a check of the vault', () => {
  it('finds the notes that have something to correct, and how much of it can be', async () => {
    use({
      'fine.md': anchor('00:01:06'),
      'slip.md': `${anchor('03:01:00')} and ${anchor('51:55:00')} and ${anchor('75:30')}`,
      'disputed.md': `${anchor('00:07:42', '[00:07:46]')} and ${anchor('03:01:00')}`,
      'empty.md': 'No times at all.',
      'code.md': '`[03:01:00]`',
    });
    expect(await found()).toMatchObject([
      { ref: { path: 'slip.md' }, findings: 3, rewritable: 2 },
      { ref: { path: 'disputed.md' }, findings: 2, rewritable: 1 },
    ]);
    expect(progress.at(-1)).toEqual({ done: 5, total: 5 });
  });

  it('counts, and rewrites, what was chosen in the check of the note, by its label too', async () => {
    const disputed = anchor('00:07:42', '[00:07:46]');
    const text = `${anchor('03:01:00')} and ${anchor('51:55:00')} and ${disputed}`;
    use({ 'a.md': text, 'b.md': text });
    const all = findDoubtful(text, contextOf('a.md', sources, sources.notes.videosIn('a.md', text)));
    const chosen = new Map(
      all.map((finding, index) => [finding, { isTicked: index > 0, isByLabel: index === 2 }]),
    );
    sources.choices.notes.set('a.md', { findings: chosen, seen: undefined });
    const notes = await found();
    expect(notes).toMatchObject([{ rewritable: 2 }, { rewritable: 2 }]);
    // What is found since then has not been decided about.
    texts.texts.set('a.md', `${text} and ${anchor('52:55:00')}`);
    const [note] = await found();
    expect(note).toMatchObject({ findings: 4, rewritable: 3 });
    const outcome = await rewriteNotes(note === undefined ? [] : [note, ...notes.slice(1)], options());
    expect(saying(outcome)).toEqual({ changed: ['a.md', 'b.md'], timestamps: 5, failures: [] });
    expect(texts.texts.get('a.md')).toBe(
      `${anchor('03:01:00')} and ${anchor('00:51:55')} and ${anchor('00:07:46')} and ${anchor('00:52:55')}`,
    );
    expect(texts.texts.get('b.md')).toBe(`${anchor('00:03:01')} and ${anchor('00:51:55')} and ${disputed}`);
  });

  it('leaves a note alone in which something else is chosen since it was listed', async () => {
    const text = `${anchor('03:01:00')} and ${anchor('51:55:00')}`;
    use({ 'a.md': text });
    const notes = await found();
    const [first] = findDoubtful(text, contextOf('a.md', sources, sources.notes.videosIn('a.md', text)));
    if (first === undefined) throw new Error('Nothing was found.');
    const findings = new Map([[first, { isTicked: false, isByLabel: false }]]);
    sources.choices.notes.set('a.md', { findings, seen: undefined });
    expect((await rewriteNotes(notes, options())).failures.size).toBe(1);
    expect(texts.texts.get('a.md')).toBe(text);
  });

  it.each([
    anchor('03:01:00'),
    '<a class="yt-timestamp">[x]</a>',
    '[ 03:01:00 ]',
    '\\[03:01:00\\]',
    '[[talk.mp4#t=62|1:05]]',
    '[1m5s](talk.mp4#t=62)',
    '[2h30m5s]()',
    '[1:05](https://youtu.be/dQw4w9WgXcQ?t=62)',
  ])('reads a note whose only doubtful timestamp is %s', async (text) => {
    use({ 'a.md': text });
    expect(await found()).toHaveLength(1);
  });

  it('lets the app have its turn after a few milliseconds of work', async () => {
    use(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.md`, anchor('03:01:00')])));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
    expect(await found()).toHaveLength(100);
    expect(pauses).toBeGreaterThanOrEqual(10);
    vi.restoreAllMocks();
  });

  it('lets the app have its turn in the midst of a long note', async () => {
    use({ 'long.md': `${anchor('03:01:00')} words `.repeat(2000) });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    expect(await found()).toMatchObject([{ findings: 2000 }]);
    vi.restoreAllMocks();
    expect(pauses).toBeGreaterThan(30);
    expect(progress[0]).toEqual({ done: 0, total: 1 });
  });

  it('that is cancelled in the midst of a note says nothing of it', async () => {
    use({ 'long.md': `${anchor('03:01:00')} words `.repeat(2000) });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    meanwhile = () => stop.abort();
    expect(await found()).toEqual([]);
    vi.restoreAllMocks();
    expect(pauses).toBeLessThan(4);
  });

  it('stops when it is cancelled', async () => {
    use(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.md`, anchor('03:01:00')])));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
    meanwhile = () => stop.abort();
    expect((await found()).length).toBeLessThan(10);
    vi.restoreAllMocks();
  });

  it('goes on where a note cannot be read, and says so', async () => {
    use({ 'a.md': anchor('03:01:00'), 'b.md': anchor('03:01:00') });
    vi.spyOn(texts, 'read').mockImplementationOnce(() => Promise.reject(new Error('Gone.')));
    expect(await found()).toMatchObject([
      { ref: { path: 'a.md' }, rewritable: 0, unread: 'Gone.' },
      { ref: { path: 'b.md' }, rewritable: 1 },
    ]);
  });

  it('reads one note after the other, none ahead', async () => {
    use(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.md`, anchor('03:01:00')])));
    const read = texts.read.bind(texts);
    let [open, most] = [0, 0];
    vi.spyOn(texts, 'read').mockImplementation(async (path) => {
      most = Math.max(most, ++open);
      const text = await read(path);
      open--;
      return text;
    });
    expect([(await found()).length, most]).toEqual([100, 1]);
  });

  it('keeps no more of a note than numbers and its path, however large it is', async () => {
    use({ 'large.md': `${anchor('03:01:00')} words `.repeat(2000) });
    expect(JSON.stringify(await found()).length).toBeLessThan(200);
  });
});

describe('rewriting', () => {
  it.skipIf(!hasCorpus)(
    'leaves nothing to rewrite in the notes of the corpus',
    async () => {
      use(Object.fromEntries(corpusNotes().map((name) => [name, corpusFile(name)])));
      const before = await found();
      const outcome = await rewriteNotes(before, options());
      const total = before.reduce((sum, { rewritable }) => sum + rewritable, 0);
      expect([outcome.changed.size, outcome.timestamps, outcome.failures.size]).toEqual([
        before.length,
        total,
        0,
      ]);
      expect((await found()).filter(({ rewritable }) => rewritable > 0)).toEqual([]);
      expect(progress.at(-1)).toEqual({ done: corpusNotes().length, total: corpusNotes().length });
    },
    30_000,
  );

  it('changes what was found, note by note', async () => {
    use({ 'a.md': `one ${anchor('03:01:00')}`, 'b.md': `two ${anchor('51:55:00')}, ${anchor('75:30')}` });
    expect(saying(await rewriteNotes(await found(), options()))).toEqual({
      changed: ['a.md', 'b.md'],
      timestamps: 2,
      failures: [],
    });
    expect([...texts.texts.values()]).toEqual([
      `one ${anchor('00:03:01')}`,
      `two ${anchor('00:51:55')}, ${anchor('75:30')}`,
    ]);
  });

  it('leaves a note alone whose timestamps have changed since, and says so', async () => {
    use({ 'a.md': anchor('03:01:00'), 'b.md': anchor('03:01:00') });
    const notes = await found();
    texts.texts.set('a.md', anchor('03:02:00'));
    texts.texts.set('b.md', `Words before. ${anchor('03:01:00')}`);
    expect(saying(await rewriteNotes(notes, options()))).toEqual({
      changed: ['b.md'],
      timestamps: 1,
      failures: [['a.md', 'The note has changed in the meantime. Open this dialog again.']],
    });
    expect([...texts.texts.values()]).toEqual([anchor('03:02:00'), `Words before. ${anchor('00:03:01')}`]);
  });

  it('goes on after a note that cannot be written', async () => {
    use({ 'a.md': anchor('03:01:00'), 'b.md': anchor('03:01:00') });
    texts.refusals.set('a.md', 'The disk is full.');
    const { changed, failures } = saying(await rewriteNotes(await found(), options()));
    expect([changed, failures]).toEqual([['b.md'], [['a.md', 'The disk is full.']]]);
  });

  it('that is cancelled leaves each note either as it was or rewritten as a whole', async () => {
    const before = `${anchor('03:01:00')} ${anchor('51:55:00')}`;
    use(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.md`, before])));
    const notes = await found();
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
    meanwhile = () => stop.abort();
    const outcome = await rewriteNotes(notes, options());
    vi.restoreAllMocks();
    const after = `${anchor('00:03:01')} ${anchor('00:51:55')}`;
    const counts = [before, after].map(
      (text) => [...texts.texts.values()].filter((one) => one === text).length,
    );
    expect(counts).toEqual([50 - outcome.changed.size, outcome.changed.size]);
    expect(outcome.changed.size).toBeGreaterThan(0);
    expect(outcome.changed.size).toBeLessThan(50);
  });
});
