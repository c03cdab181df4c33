// The check of a whole vault: 44 times the notes of the corpus and three of a megabyte, in memory. How long it takes, and its longest turn, as
// time of the thread.
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { NoteVideos } from '../../src/core/mean/attribution';
import type { Steps } from '../../src/core/mean/steps';
import { noteVideosSteps } from '../../src/core/read/note-videos';
import type { Openings } from '../../src/app/openings';
import { checkVault } from '../../src/check/vault-check';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { CheckChoices } from '../../src/check/check-choices';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import { zoo } from '../playback/videos';
import { atOnce } from '../support/at-once';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus';
import { FakeNotes } from '../support/fake-notes';
import { FakeNoteTexts } from '../support/fake-note-texts';
import { FakePanes } from '../support/fake-panes';
import { NO_PREVIEWS } from '../support/fake-preview';
import { FakeStorage } from '../support/fake-storage';
import { addRow } from './rows.ts';
import { threadTime } from './thread-time.ts';
import { clippedNote, oneLineNote, paragraphsNote } from './video-note.ts';

const COPIES = 44;
/** Milliseconds. */
const WHOLE = 8000;
const TURN = 16;

/** Reads the videos in a note's text, as the app's do. */
class ReadNotes extends FakeNotes {
  override *videosInSteps(path: string, text: string): Steps<NoteVideos> {
    const { shown } = yield* noteVideosSteps({ text, properties: {}, names: [], resolve: this.resolver() });
    return { own: this.videoOf(path), shown };
  }
}

/** As long as hardly a note is: a megabyte of one line, of paragraphs, of a transcript. */
const LONG = [oneLineNote(18_000), paragraphsNote(7000), clippedNote(16 * 3600)];

it.skipIf(!hasCorpus)('checks a vault', async () => {
  const sample = [...corpusNotes().map(corpusFile), ...LONG];
  const texts = Array.from({ length: COPIES }, (_, copy) =>
    sample.map((text, index) => [`${copy}/${index}.md`, text] as const),
  ).flat();
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  memory.learnLength(zoo, 4202);
  const sources = {
    notes: new ReadNotes(Object.fromEntries(texts.map(([path]) => [path, zoo]))),
    texts: new FakeNoteTexts(Object.fromEntries(texts)),
    memory,
    settings: signal(ALL_SYNTAXES),
    playback: new Playback(new FakePanes(), () => 'split'),
    // Only dialogs use it, and Node has no module of the app.
    opened: Object.create(null) as Openings,
    choices: new CheckChoices(),
    previews: NO_PREVIEWS,
  };
  const turns: number[] = [];
  let began = threadTime();
  await checkVault(
    {
      sources,
      signal: new AbortController().signal,
      pause: async () => {
        turns.push(threadTime() - began);
        await new Promise((resolve) => setTimeout(resolve));
        began = threadTime();
      },
      onProgress: () => undefined,
    },
    () => undefined,
  );
  const name = `vault check: ${texts.length.toLocaleString('en')} notes`;
  const whole = turns.reduce((sum, turn) => sum + turn, 0);
  addRow({ name, unit: 'ms', ours: whole, compared: 'value', goal: WHOLE });
  addRow({
    name: `${name}, the longest turn`,
    unit: 'ms',
    ours: Math.max(...turns),
    compared: 'value',
    goal: TURN,
  });
  expect(turns.length).toBeGreaterThan(1);
});
