// How fast a note's text is read, against a bare regular expression for the opening tag.
import { expect, it } from 'vitest';
import { ALL_SYNTAXES, type NoteContext } from '../../src/core/read/shown';
import { findDoubtful } from '../../src/core/write/repair';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus.ts';
import { addRow } from './rows.ts';
import { benchScan, speedOf } from './scan.ts';
import { clippedNote } from './video-note.ts';

const note: NoteContext = {
  videos: { own: { kind: 'youtube', id: 'jNQXAC9IVRw' }, shown: [] },
  syntaxes: ALL_SYNTAXES,
  wantsAll: true,
  resolve: () => undefined,
  limitOf: () => ({ seconds: 4202, exact: true }),
};

/** What a scan may take beside the bare expression. */
const RATIO = 3;
/** Megabytes a second. */
const CHECK = 130;

function scans(name: string, notes: readonly string[]): void {
  const { scan, regex } = benchScan(...notes);
  addRow({ name: `scan: ${name}`, unit: 'ms', floor: regex, ours: scan, compared: 'ratio', goal: RATIO });
}

it('scans a clipped note of three hours', () => {
  const text = clippedNote(3 * 3600);
  scans(`a clipped note of ${Math.round(text.length / 1000)} KB`, [text]);
  expect(text).toContain('**2:59:');
});

it.skipIf(!hasCorpus)('reads the notes of the corpus', () => {
  const notes = corpusNotes().map(corpusFile);
  scans('the notes of the corpus', notes);
  const ours = speedOf((text) => findDoubtful(text, note), notes);
  addRow({
    name: 'check: the notes of the corpus',
    unit: 'MB/s',
    ours,
    compared: 'value',
    goal: CHECK,
    isLeast: true,
  });
  expect(ours).toBeGreaterThan(0);
});
