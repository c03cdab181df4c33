// The check of a whole vault: 44 times the notes of the corpus, in memory. How long it takes, and its longest turn.
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import { Openings } from '../../src/app/openings';
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

const COPIES = 44;
/** Milliseconds. */
const WHOLE = 8000;
const TURN = 16;

it.skipIf(!hasCorpus)('checks a vault', async () => {
  const sample = corpusNotes().map(corpusFile);
  const texts = Array.from({ length: COPIES }, (_, copy) =>
    sample.map((text, index) => [`${copy}/${index}.md`, text] as const),
  ).flat();
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  memory.learnLength(zoo, 4202);
  const turns: number[] = [];
  let began = performance.now();
  await checkVault(
    {
      sources: {
        notes: new FakeNotes(Object.fromEntries(texts.map(([path]) => [path, zoo]))),
        texts: new FakeNoteTexts(Object.fromEntries(texts)),
        memory,
        settings: signal(ALL_SYNTAXES),
        playback: new Playback(new FakePanes(), () => 'split'),
        opened: new Openings(),
        choices: new CheckChoices(),
        previews: NO_PREVIEWS,
      },
      signal: new AbortController().signal,
      pause: async () => {
        turns.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
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
