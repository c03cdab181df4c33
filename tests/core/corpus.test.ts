// All timestamps of the sample of real notes.
import { noteContext } from './doubtful-notes';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { survey, surveyTable, type Survey } from '../../scripts/survey.mjs';
import { interpret, limitOf } from '../../src/core/mean/interpretation';
import { findDoubtful } from '../../src/core/write/repair';
import { scan } from '../../src/core/read/scan';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus';
import { expectRecorded } from '../support/recording';

/** Code blocks, of which the sample has none that holds another fence. */
const FENCED = /^[ \t]*```[^`\n]*\n[\s\S]*?^[ \t]*```[ \t]*$/gm;
const OPENING_TAG = /<a\b[^>]*\byt-timestamp\b[^>]*>/g;

describe.skipIf(!hasCorpus)('in the notes of the corpus', () => {
  let notes: readonly { readonly name: string; readonly text: string }[] = [];
  let found: Survey;

  beforeAll(() => {
    notes = corpusNotes().map((name) => ({ name, text: corpusFile(name) }));
    const video = { kind: 'youtube', id: '' } as const;
    const limit = limitOf(video, undefined);
    found = survey(notes, {
      scan,
      interpret: (written) => interpret(written, limit),
      findDoubtful: (text) => findDoubtful(text, { ...noteContext(undefined, video), limitOf: () => limit }),
    });
  });

  it('every opening tag of a timestamp that is not in a code block is found as one anchor', () => {
    const differing = notes.filter(({ text }) => {
      const tags = text.replace(FENCED, '').match(OPENING_TAG) ?? [];
      return tags.length !== scan(text).filter(({ kind }) => kind === 'anchor').length;
    });
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it('each anchor begins at its tag, or at the brackets of the link that its tag was taken for', () => {
    for (const { text } of notes) {
      for (const { kind, from, to } of scan(text)) {
        if (kind === 'anchor')
          expect(text.slice(from, to)).toMatch(/^(?:\[[\d:]+\]\()?<a\b[^>]*\byt-timestamp\b/);
      }
    }
  });

  it('at least 99.98 % of the anchors can be read', () => {
    expect(found.count('anchor', 'unreadable') / found.count('anchor', 'found')).toBeLessThanOrEqual(0.0002);
  });

  it('the timestamps are those of the recorded table', () => {
    expectRecorded(path.join(import.meta.dirname, 'recordings/corpus.txt'), surveyTable(found));
  });
});
