// What holds of scanning any text at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { hostileNote } from '../hostile-notes';

const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';

/** Pieces of notes that change how what follows them is read. */
const pieces = [
  ...[
    '[00:01:02]',
    '[0:04, 0:05]',
    '[0:04 - 0:05]',
    '0:04',
    anchor,
    '<a class="yt-timestamp" data-t="0:04">',
    '</a>',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[[',
    ']]',
    '![',
    '](',
    '^[',
    '[^1]',
    '[^1]: ',
    '[x]',
    '[x]: y',
    '[0:04](https://youtu.be/jNQXAC9IVRw?t=4)',
  ],
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '$',
    '$$',
    '%%',
    '%',
    '<!--',
    '-->',
    '<',
    '>',
    '<b',
    ' c="',
    '"',
    "'",
    '<code>',
    '</code>',
    '<pre>',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '---',
    '|',
    '| --- |\n',
    '\\',
    '\0',
    '\ud83d',
    'word',
    '…',
  ],
];

const noteLike = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join('')),
  },
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const anyNote = fc.oneof(noteLike, hostileNote);

/** The text of a link, without the marks that a reader does not see, is a time or range. */
const TIME_TEXT = /^\[\s*\\?\[?\s*(?<time>[\d:.]+(?:\s*[-–]\s*[\d:.]+)?|[\dhms]+)\s*\\?\]?\s*\]/.source;
/** It leads to YouTube, to nothing, to the time itself, or to a definition elsewhere in the note. */
const TIME_LINK = new RegExp(
  TIME_TEXT +
    // The group is in the other part: in an expression of its own this would name none.
    String.raw`(?:\(\s*(?:(?:<>|<?\k<time>>?)?\s*\)|<?https?://(?:youtu\.be|www\.youtube\.com)/)|(?:\[[^\]]*\])?$)`,
  'i',
);

const placesOf = (timestamps: readonly Timestamp[]): unknown[] =>
  timestamps.map(({ kind, from, to }) => [kind, from, to]);

describe('in any text', () => {
  it('the timestamps are in order, inside the text, apart from each other and not empty', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        let end = 0;
        for (const { from, to } of scan(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 10_000 },
    );
  });

  it('each says the text at which it is found', () => {
    fc.assert(
      fc.property(noteLike, (text) => {
        for (const { kind, from, to, written, named } of scan(text)) {
          const source = text.slice(from, to);
          if (kind === 'bare') expect(written.label).toBe(source.replaceAll('\\', ''));
          const isElsewhere = kind === 'link' && named !== undefined;
          expect(source).toContain(isElsewhere ? 'youtu.be' : (written.time ?? '<a'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a bare time is a bracket of times, or one of several', () => {
    fc.assert(
      fc.property(noteLike, (text) => {
        for (const { kind, from, to } of scan(text)) {
          if (kind === 'bare')
            expect(text.slice(from, to)).toMatch(/^(?:\\?\[[\d:.,;| –-]+\\?\]|\d[\d:. –-]+\d)$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('the text of a link is a time and nothing else', () => {
    fc.assert(
      fc.property(hostileNote, (text) => {
        for (const { kind, from, to } of scan(text)) {
          if (kind === 'link') expect(text.slice(from, to)).toMatch(TIME_LINK);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('a paragraph behind it changes nothing, and is read itself, unless code or a comment is open', () => {
    const closed = noteLike.filter(
      (text) => !/```|~~~|\$\$|%%|<!--|<pre|<code|^---|\[\^1\]:|\]:/m.test(text),
    );
    fc.assert(
      fc.property(closed, (text) => {
        const behind = placesOf(scan(`${text}\n\nend [0:09]`));
        const from = text.length + '\n\nend '.length;
        expect(behind).toEqual([...placesOf(scan(text)), ['bare', from, from + '[0:09]'.length]]);
      }),
      { numRuns: 5000 },
    );
  });

  it('nothing is found behind an open fence', () => {
    fc.assert(
      fc.property(noteLike, fc.constantFrom('`', '~'), (text, char) => {
        const fence = char.repeat(60);
        expect(scan(`first [0:03]\n\n${fence}\n${text}`)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing is found between backticks of another number', () => {
    const inLine = noteLike.map((text) => text.replace(/[\r\n|]/g, ' '));
    fc.assert(
      fc.property(inLine, (text) => {
        const ticks = '`'.repeat(60);
        expect(scan(`a ${ticks} ${text} ${ticks}`)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
