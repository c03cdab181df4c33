// A check in steps: none is long, and what is found is what a check of the whole finds, whatever else is read between two of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf, type Steps } from '../../../src/core/mean/steps';
import { readNote, timestampsIn } from '../../../src/core/read/block-reading';
import { noteVideosSteps, readNoteVideos } from '../../../src/core/read/note-videos';
import { scan, scanSteps } from '../../../src/core/read/scan';
import { Source } from '../../../src/core/read/source';
import { checkSteps, checkText } from '../../../src/core/write/repair';
import { clippedNote, oneLineNote, paragraphsNote } from '../../bench/video-note';
import { noteContext } from '../doubtful-notes';
import { hostileNote } from '../hostile-notes';

/** Words that make a line so long that a step ends in it, or so short that none does. */
const filler = fc.constantFrom(
  '',
  ' ',
  '\n\n',
  '\r\n\r\n',
  'so it goes '.repeat(500),
  'and on '.repeat(1500),
);

/** A note of several, so that steps end in the midst of what each of them leaves open. */
const longNote = fc
  .array(fc.tuple(hostileNote, filler), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(''));

const context = noteContext(4202);

/** The results of several, done turn by turn. */
function inTurns<Result>(...all: readonly Steps<Result>[]): readonly Result[] {
  const results: Result[] = [];
  const left = new Set(all.entries());
  while (left.size > 0) {
    for (const one of left) {
      const [index, steps] = one;
      const step = steps.next();
      if (step.done !== true) continue;
      results[index] = step.value;
      left.delete(one);
    }
  }
  return results;
}

describe('a check in steps', () => {
  it('finds in two notes, read by turns, what it finds in each', () => {
    fc.assert(
      fc.property(longNote, longNote, (one, other) => {
        expect(inTurns(checkSteps(one, context), checkSteps(other, context))).toEqual([
          checkText(one, context),
          checkText(other, context),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('scans a long stretch as a short one is scanned', () => {
    fc.assert(
      fc.property(longNote, (text) => {
        // Blocks are read at once, whatever they hold.
        expect(scan(text)).toEqual(timestampsIn(readNote(new Source(text))));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the videos of two notes, read by turns', () => {
    const noteOf = (text: string) => ({ text, properties: undefined, names: [], resolve: () => undefined });
    const embed = '\n\n![](https://youtu.be/dQw4w9WgXcQ)\n\n';
    fc.assert(
      fc.property(longNote, longNote, (one, other) => {
        const notes = [noteOf(`${one}${embed}${other}`), noteOf(`${embed}${other}`)];
        expect(inTurns(...notes.map(noteVideosSteps))).toEqual(notes.map(readNoteVideos));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a long note', () => {
  const row = (cells: number): string => `${'| [0:04] '.repeat(cells)}|\n`;
  const NOTES = {
    'one line': oneLineNote(6000),
    paragraphs: paragraphsNote(2500),
    'lines of a transcript': clippedNote(6 * 3600),
    'lines without a blank one': clippedNote(6 * 3600).replace(/\n\n/g, '\n'),
    'a comment that nothing ends': `%% ${oneLineNote(4000)}`,
    'a code block that nothing ends': `\`\`\`\n${paragraphsNote(2500)}`,
    'a quote': paragraphsNote(2500).replace(/^/gm, '> '),
    'a table': `| a |\n| - |\n${row(20).repeat(1500)}`,
  };

  it.each(Object.entries(NOTES))('of %s is scanned in many steps', (_, text) => {
    expect(countOf(scanSteps(new Source(text)))).toBeGreaterThan(text.length / 20_000);
  });

  it('is checked in steps of few timestamps', () => {
    const text = NOTES['one line'];
    const found = resultOf(checkSteps(text, context)).findings.length;
    expect(found).toBeGreaterThan(1000);
    expect(countOf(checkSteps(text, context))).toBeGreaterThan(text.length / 20_000 + (2 * 6000) / 200);
  });
});

function countOf(steps: Steps<unknown>): number {
  let count = 1;
  while (steps.next().done !== true) count += 1;
  return count;
}
