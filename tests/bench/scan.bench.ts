// How fast a note's text is scanned, against a bare regular expression for the opening tag.
import { expect, it } from 'vitest';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus.ts';
import { benchScan } from './scan.ts';

it.skipIf(!hasCorpus)('scans notes', () => {
  const { scan, regex, ratio } = benchScan(...corpusNotes().map(corpusFile));
  console.log(
    [
      'scanning the notes of the corpus',
      `  scan                  ${scan.toFixed(0)} MB/s`,
      `  a regular expression  ${regex.toFixed(0)} MB/s`,
      `  ratio                 ${ratio.toFixed(2)}`,
    ].join('\n'),
  );
  expect(scan).toBeGreaterThan(0);
});
