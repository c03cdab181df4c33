// A text that changes as a whole is read as if for the first time, and only where it has changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsIn, timestampsIn } from '../../../src/core/read/block-reading';
import { editBetween, readChanged, type ReadText } from '../../../src/core/read/changed-text';
import { mayShowVideo } from '../../../src/core/read/note-videos';
import { outlineOf } from '../../../src/core/read/outline';
import { scan } from '../../../src/core/read/scan';
import { ticksOf } from '../../../src/core/mean/ticks';
import { hostileNote } from '../hostile-notes';
import { noteLike } from '../note-edits';

const video = { kind: 'youtube', id: 'jNQXAC9IVRw' } as const;

describe('the edit between two texts', () => {
  it.each([
    ['a letter more', 'one two', 'one xtwo', [4, 4, 4, 5]],
    ['a letter less', 'aaa', 'aa', [2, 3, 2, 2]],
    ['nothing', 'same', 'same', [4, 4, 4, 4]],
    ['all of it', 'one', 'two', [0, 3, 0, 3]],
    ['from nothing', '', 'new', [0, 0, 0, 3]],
  ])('is %s', (_, before, after, [fromA, toA, fromB, toB]) => {
    expect(editBetween(before, after)).toEqual({ fromA, toA, fromB, toB });
  });

  it('makes the one of the other, however long they are', () => {
    const part = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 20_000 }).map((length) => 'a'.repeat(length)),
    );
    fc.assert(
      fc.property(part, part, part, part, (start, one, other, end) => {
        const [before, after] = [start + one + end, start + other + end];
        const { fromA, toA, fromB, toB } = editBetween(before, after);
        expect(before.slice(0, fromA) + after.slice(fromB, toB) + before.slice(toA)).toBe(after);
        expect(after.slice(0, fromB)).toBe(before.slice(0, fromA));
        expect(toB - fromB).toBeLessThanOrEqual(other.length);
      }),
    );
  });
});

describe('a text that changes', () => {
  it.each([
    ['any note', noteLike],
    ['a note that nobody writes on purpose', hostileNote],
  ])(
    'has the timestamps and headings of a text that is read for the first time: %s',
    { timeout: 60_000 },
    (_, notes) => {
      fc.assert(
        fc.property(notes, notes, fc.array(fc.nat()), (one, other, places) => {
          // Some of one text in the other, and back again.
          const texts = places.map((at, index) => one.slice(0, at % (one.length + 1)) + other.slice(index));
          let read: ReadText | undefined;
          for (const text of [one, ...texts, other, one]) {
            read = readChanged(text, read);
            const timestamps = timestampsIn(read.reading);
            expect(timestamps).toEqual(scan(text));
            const context = {
              video,
              length: undefined,
              videos: { own: video, shown: [] },
              resolve: () => undefined,
            };
            const ticks = ticksOf(timestamps, context);
            expect(outlineOf({ text, ticks, headings: headingsIn(read.reading) })).toEqual(
              outlineOf({ text, ticks }),
            );
          }
        }),
      );
    },
  );

  it('is read only where it has changed, however long it is', () => {
    const paragraphs = Array.from(
      { length: 2000 },
      (_, index) => `## Part ${index}\n\nSaid at [0:0${index % 10}].`,
    );
    const before = readChanged(paragraphs.join('\n\n'));
    paragraphs[1000] = '## Another part\n\nAnd more, at [0:04].';
    const after = readChanged(paragraphs.join('\n\n'), before);
    const known = new Set(before.reading.blocks.map(({ timestamps }) => timestamps));
    const anew = after.reading.blocks.filter(({ timestamps }) => !known.has(timestamps));
    expect(anew.length).toBeGreaterThan(0);
    expect(anew.length).toBeLessThan(5);
    expect(after.reading.blocks).toHaveLength(before.reading.blocks.length);
  });

  it('is not read at all where it says the same', () => {
    const before = readChanged('Said at [0:04].');
    expect(readChanged('Said at [0:04].', before)).toBe(before);
  });
});

it('may show a video as a text that is read for the first time may, whatever was said of it before', () => {
  const piece = fc.constantFrom(
    'yout',
    'youtu.be',
    'u',
    '.mp',
    '4',
    '.mp4',
    'a',
    ' ',
    'b.ogg',
    'Vimeo',
    'words of it',
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.array(text), (first, others) => {
      let before = { text: first, may: mayShowVideo(first) };
      for (const other of others) {
        const may = mayShowVideo(other, before);
        expect(may).toBe(mayShowVideo(other));
        before = { text: other, may };
      }
    }),
    { numRuns: 1000 },
  );
});
