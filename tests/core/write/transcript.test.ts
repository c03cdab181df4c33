// Transcripts that were copied, as paragraphs of a note.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCompact, parseTimecode } from '../../../src/core/mean/timecode';
import { scan } from '../../../src/core/read/scan';
import { transcriptText } from '../../../src/core/write/transcript';

/** The lines that YouTube's panel copies: a sentence of five words every `seconds`. */
const shown = (count: number, seconds: number, more = ''): string =>
  Array.from(
    { length: count },
    (_, i) => `${formatCompact(i * seconds)}\n${more}Here is sentence number ${i}.`,
  ).join('\n');

describe('a transcript that was copied', () => {
  it.each<[string, string, string | undefined]>([
    [
      'of YouTube, with its times on lines of their own',
      '0:00\nWelcome back. Today we\n0:04\nlook at light\n0:09\nand sound.\n0:24\nFirst: light.',
      '[0:00] Welcome back. Today we look at light and sound.\n\n[0:24] First: light.',
    ],
    [
      'with its times once more in words',
      '0:00\n0 seconds\nOne.\n1:02\n1 minute, 2 seconds\nTwo.\n1:02:03\n1 hour, 2 minutes, 3 seconds\nThree.',
      '[0:00] One.\n\n[1:02] Two.\n\n[1:02:03] Three.',
    ],
    [
      'with its times before the words',
      '0:00 One.\n(0:30) Two.\n[1:00]\tThree.',
      '[0:00] One.\n\n[0:30] Two.\n\n[1:00] Three.',
    ],
    [
      'with the heading of its panel, and titles of chapters',
      `Transcript\nIntro\n0:00\nOne.\n0:05\nTwo.\n0:10\nThree.\n0:15\nFour.\nLight\n0:18\nFive.`,
      '[0:00] One. Two. Three. Four.\n\n### Light\n\n[0:18] Five.',
    ],
    [
      'of WebVTT, with who speaks',
      'WEBVTT\n\n00:01.500 --> 00:04.000\n<v Ann>Hello <i>there</i>.\n\n00:05.000 --> 00:06.000\n<v Ben>Hi.\n\n01:00:00.000 --> 01:00:02.000\nBye.',
      '[0:01] Ann: Hello there. Ben: Hi.\n\n[1:00:00] Bye.',
    ],
    [
      'of SubRip, on Windows',
      '1\r\n00:00:01,500 --> 00:00:04,000\r\nHello\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\nthere.\r\n',
      '[0:01] Hello there.',
    ],
    [
      'with marks of Markdown',
      '0:00\n5 * 3 costs $5 or $6\n0:04\nsee #1 [[note]] a_b\n0:05\n5 < 6 `x`.',
      String.raw`[0:00] 5 \* 3 costs \$5 or \$6 see \#1 \[[note]] a\_b 5 \< 6 \`x\`.`,
    ],
    ['that is none: prose', 'At 9:00 we met.\nAt 10:00 we left.\nIt rained.', undefined],
    ['that is none: two lines', '0:00\nOne.\n0:30\nTwo.', undefined],
    ['that is none: times that fall', '9:00\nBreakfast\n8:00\nWake up\n7:00\nSleep', undefined],
    ['that is none: nothing', '', undefined],
  ])('%s', (_, copied, expected) => expect(transcriptText(copied)).toBe(expected));

  it('has a paragraph for each 20 to 40 seconds, and each ends with a sentence', () => {
    for (const seconds of [3, 7, 12, 19]) {
      const paragraphs = (transcriptText(shown(200, seconds)) ?? '').split('\n\n');
      const starts = paragraphs.map((one) => parseTimecode(/^\[([\d:]+)\]/.exec(one)?.[1] ?? '') ?? NaN);
      const lengths = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(20);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
      expect(paragraphs.every((one) => one.endsWith('.'))).toBe(true);
      expect(starts.at(-1)).toBeGreaterThan(3000 / 6);
    }
  });

  it('without full stops is cut all the same', () => {
    const copied = Array.from(
      { length: 300 },
      (_, i) => `${formatCompact(i * 4)}\nand so on it goes number ${i}`,
    );
    const text = transcriptText(copied.join('\n')) ?? '';
    const starts = scan(text).map(({ written }) => parseTimecode(written.time ?? '') ?? NaN);
    const lengths = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
    expect([Math.min(...lengths) >= 20, Math.max(...lengths) <= 40]).toEqual([true, true]);
  });

  it('keeps all words, and holds a timestamp for each paragraph and no other', () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z$*_#[\]<`.]{1,8}$/), { minLength: 1, maxLength: 9 });
    const gap = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, words), { minLength: 3, maxLength: 30 }), (cues) => {
        let at = 0;
        const lines = cues.map(([by, said]) => `${formatCompact((at += by))}\n${said.join(' ')}`);
        const text = transcriptText(lines.join('\n'));
        if (text === undefined) throw new Error('It is none.');
        const letters = (one: string): string => one.replace(/[^a-zA-Z]/g, '');
        expect(letters(text)).toBe(letters(cues.map(([, said]) => said.join('')).join('')));
        expect(scan(text)).toHaveLength(text.split('\n\n').filter((one) => one.startsWith('[')).length);
      }),
    );
  });
});
