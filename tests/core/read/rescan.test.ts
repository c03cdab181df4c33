// After any edit the timestamps are those that a fresh scan finds, and only what the edit can matter to is read for it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote, timestampsIn, type Reading } from '../../../src/core/read/block-reading';
import { scan } from '../../../src/core/read/scan';
import { Source } from '../../../src/core/read/source';
import { corpusFile, corpusNotes, hasCorpus } from '../../support/corpus';
import { EditedNote } from '../edited-note';
import { hostileNote } from '../hostile-notes';
import { changesOf, noteLike, plannedEdits } from '../note-edits';

const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';

/** A reading with all offsets as they are now. */
function shapeOf({ blocks, starts, ...rest }: Reading): unknown {
  return {
    ...rest,
    blocks: blocks.map(({ start, timestamps, headings, ...block }, index) => ({
      ...block,
      headings: headings.map(({ from, to }) => [from - start.at, to - start.at]),
      at: starts[index],
      decisive: start.decisive,
      places: timestamps.map(({ from, to }) => [from - start.at, to - start.at]),
    })),
  };
}

function expectFresh({ reading, text }: EditedNote): void {
  expect(timestampsIn(reading)).toEqual(scan(text));
  // Also what only the next edits depend on.
  expect(shapeOf(reading)).toEqual(shapeOf(readNote(new Source(text))));
}

describe('after random edits, one upon the other, a note is read as if for the first time:', () => {
  // 5000 runs are some 100,000 edits: worth a minute after a change in how notes are read.
  it.each([
    ['any note', noteLike],
    ['a note that nobody writes on purpose', hostileNote],
  ])('%s', { timeout: 60_000 }, (_, notes) => {
    fc.assert(
      fc.property(notes, fc.array(plannedEdits, { maxLength: 40, size: 'max' }), (text, steps) => {
        const note = new EditedNote(text);
        for (const step of steps) {
          note.change(...changesOf(step, note.text.length));
          expectFresh(note);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(!hasCorpus)('the notes of the corpus', { timeout: 60_000 }, () => {
    const names = corpusNotes();
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(plannedEdits, { maxLength: 20, size: 'max' }),
        (name, steps) => {
          const note = new EditedNote(corpusFile(name));
          for (const step of steps) note.change(...changesOf(step, note.text.length));
          expectFresh(note);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('text behind or before an edit is read anew if', () => {
  const rest = `one ${anchor}\n\n- two [0:04]\n- three [0:05]\n\nfour [0:06]\n\n\`\`\`\nfive [0:07]\n\`\`\`\nsix [0:08][x]\n`;

  /** Where `¦` stands, the text is put in and taken out again. */
  it.each([
    ['a fence is opened', `a\n\n¦${rest}`, '```\n'],
    ['a fence of more marks is opened', `a\n\n¦${rest}`, '````\n'],
    ['a fence is closed', `~~~\n${rest}\n¦${rest}`, '~~~\n'],
    ['a fence gets another mark', `\`\`\`¦\n${rest}\`\`\`\n\n${rest}`, '`'],
    ['a comment is opened', `a\n\n¦${rest}`, '%%\n'],
    ['an HTML comment is opened', `a\n\n¦${rest}`, '<!-- '],
    ['a comment is closed', `a\n\n%%\n${rest}¦${rest}`, '%%'],
    ['an HTML comment is closed', `<!--\n${rest}¦\n${rest}`, '-->'],
    ['a formula is closed', `$$\n${rest}${rest}¦`, '$$'],
    ['a formula that was closed is open', `$$\n${rest}$¦$\n${rest}`, ' '],
    ['raw HTML is opened', `¦${rest}`, '<script>'],
    ['raw HTML is closed', `<pre>\n${rest}¦${rest}`, '</pre>'],
    ['properties are opened', `¦${rest}\n---\n${rest}`, '---\n'],
    ['properties are closed', `---\ntitle: [0:03]\n¦${rest}`, '---\n'],
    ['text is put before properties', `¦---\nat: [0:03]\n---\n${rest}`, 'a\n\n'],
    ['a list begins around indented code', `¦a\n\n    [0:04]\n\n${rest}`, '- '],
    ['an item is indented by more', `- a¦ b\n\n     [0:04]\n\n${rest}`, '\n- - '],
    ['a quote takes the lines behind it in', `¦a\n${rest}`, '> ```\n'],
    ['two paragraphs become one', `a \` b\n¦\nc [0:04] \` d\n\n${rest}`, 'x'],
    ['a table begins', `| a | \`b | [0:04]\` |\n¦\n\n${rest}`, '| - | - | - |'],
    ['a line becomes a heading', `\`a\n¦[0:04]\`\n${rest}`, '# '],
    ['a footnote begins', `a\n\n¦[0:04]\n    [0:05]\n\n${rest}`, '[^1]: '],
    ['a link is defined', `${rest}\n¦\n`, '[x]: y'],
    ['a link is defined twice', `${rest}\n[x]: y\n¦\n`, '[X]: z'],
    ['a time is a link', `${rest}\n\n¦`, '[0:04]: y'],
  ])('%s', (_, template, inserted) => {
    const at = template.indexOf('¦');
    const note = new EditedNote(template.replace('¦', ''));
    const before = scan(note.text);
    note.insert(at, inserted);
    expectFresh(note);
    note.change({ from: at, to: at + inserted.length, insert: '' });
    expectFresh(note);
    expect(timestampsIn(note.reading)).toEqual(before);
  });
});

describe('the timestamps of a range', () => {
  const text = `${anchor} [0:04]\n\n[0:05] [0:06]\n`;
  const { reading } = new EditedNote(text);
  const [first, second, third, fourth] = scan(text).map(({ from }) => from);
  const placesIn = (from: number, to: number): unknown =>
    timestampsIn(reading, from, to).map((timestamp) => timestamp.from);

  it('are those that overlap it or touch it', () => {
    const [one = NaN, two = NaN, three = NaN, four = NaN] = [first, second, third, fourth];
    expect(placesIn(0, text.length)).toEqual([one, two, three, four]);
    expect(placesIn(one + 3, one + 4)).toEqual([one]);
    expect(placesIn(two - 1, two - 1)).toEqual([one]);
    expect(placesIn(two, two)).toEqual([two]);
    expect(placesIn(two + 6, three)).toEqual([two, three]);
    expect(placesIn(two + 7, three - 1)).toEqual([]);
    expect(placesIn(four + 6, four + 9)).toEqual([four]);
    expect(placesIn(four + 7, text.length)).toEqual([]);
  });

  it('are where the text stands after an edit before them', () => {
    const note = new EditedNote(text);
    note.insert(0, 'abc');
    expect(timestampsIn(note.reading, 0, 3)).toEqual(scan(note.text).slice(0, 1));
    expect(timestampsIn(note.reading, text.length, text.length + 3)).toEqual(scan(note.text).slice(3));
  });
});

describe('typing a letter reads', () => {
  const paragraph = `Something is said at ${anchor}, and then \`more\` of it at [0:04].`;
  const freshSteps = (text: string): number => {
    const source = new Source(text);
    readNote(source);
    return source.steps;
  };
  const noteOf = (separator: string, count: number): EditedNote =>
    new EditedNote(Array.from({ length: count }, () => paragraph).join(separator));

  it.each([
    ['paragraphs', '\n\n'],
    ['items', '\n- '],
    ['items apart', '\n\n- '],
    ['quotes between paragraphs', '\n\n> quoted\n\n'],
    ['headings', '\n# '],
    ['sections', '\n\n## Of this\n\n'],
    ['indented paragraphs', '\n\n  '],
  ])('a block and its neighbours, however long a note of %s is', (_, separator) => {
    const costs = [100, 1000].map((count) => {
      const note = noteOf(separator, count);
      note.insert((paragraph.length + separator.length) * (count / 2) + 30, 'a');
      expectFresh(note);
      return { steps: note.steps, taken: note.taken };
    });
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[0]?.steps).toBeLessThan(freshSteps(paragraph) * 4);
    expect(costs[0]?.taken).toBeLessThan(paragraph.length * 4);
  });

  it('its own paragraph, and where the next one begins', () => {
    const note = noteOf('\n\n', 1000);
    note.insert((paragraph.length + 2) * 500 + 30, 'a');
    expect(note.steps).toBeLessThan(freshSteps(paragraph) * 2);
  });

  it('no more of a note that is one line than all of it, once', () => {
    const note = noteOf(' ', 1000);
    note.insert(note.text.length / 2, 'a');
    expect(note.steps).toBeLessThan(freshSteps(note.text) * 1.01);
  });

  it('the text around each of several carets, and nothing between them', () => {
    const note = noteOf('\n\n', 1000);
    const carets = [10, 400, 990].map((index) => (paragraph.length + 2) * index + 30);
    note.change(...carets.map((at) => ({ from: at, to: at, insert: 'a' })));
    expectFresh(note);
    expect(note.taken).toBeLessThan(paragraph.length * 3 * 4);
  });
});

describe('however far edits matter, what is read for them is in proportion to the text', () => {
  const lines = (count: number): string => `a ${anchor}\n\n- b [0:04]\n\n`.repeat(count);

  it.each([
    [
      'one opens a fence before all',
      (text: string) => [{ from: 0, to: 0, insert: `${text.length}\n\`\`\`\n` }],
    ],
    [
      'each of many opens or closes one',
      (text: string) =>
        Array.from({ length: text.length / 200 }, (_, i) => ({
          from: i * 200,
          to: i * 200,
          insert: '\n```\n',
        })),
    ],
    [
      'each of many makes a paragraph go on',
      (text: string) =>
        Array.from(text.matchAll(/\n\n- /g), ({ index }) => ({ from: index, to: index + 2, insert: ' ' })),
    ],
    [
      'there are more than are told apart',
      (text: string) =>
        Array.from({ length: text.length / 20 }, (_, i) => ({ from: i * 20, to: i * 20, insert: 'a' })),
    ],
  ])('%s', (_, changesIn) => {
    const stepsFor = (count: number): number => {
      const note = new EditedNote(lines(count));
      note.change(...changesIn(note.text));
      expectFresh(note);
      return note.steps;
    };
    expect(stepsFor(2000)).toBeLessThan(stepsFor(1000) * 2.2);
  });
});
