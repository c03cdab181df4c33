// Subtitle files, as people and programs write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuesIn, spoken } from '../../../src/core/read/subtitle-cues';

const read = (text: string): readonly unknown[] =>
  cuesIn(text).map(({ start, end, text }) => [start, end, text]);
const cue = (text: string): string => `1\n00:00:01,500 --> 00:00:04,000\n${text}\n`;

describe('the cues of a file', () => {
  it.each<[string, string, unknown]>([
    ['SubRip', `${cue('Hello')}\n2\n01:00:05,000 --> 01:00:06,250\nthere,\nyou\n`, [[1.5, 4, 'Hello'], [3605, 3606.25, 'there,\nyou']]],
    ['the line ends of Windows and a byte order mark', `\uFEFF${cue('Hello')}`.replace(/\n/g, '\r\n'), [[1.5, 4, 'Hello']]],
    ['the line ends of old Macs', cue('Hello').replace(/\n/g, '\r'), [[1.5, 4, 'Hello']]],
    ['a place of other players', cue('{\\an8}Hello{\\fad(1,2)}'), [[1.5, 4, 'Hello']]],
    ['blanks on empty lines', `${cue('Hello')} \t\n2\n00:00:05,000 --> 00:00:06,000\nyou\n`, [[1.5, 4, 'Hello'], [5, 6, 'you']]],
    ['an empty line within a cue', `${cue('Hello\n\nthere')}\n2\n00:00:05,000 --> 00:00:06,000\nyou\n`, [[1.5, 4, 'Hello\nthere'], [5, 6, 'you']]],
    ['no empty line between cues', `${cue('Hello')}2\n00:00:05,000 --> 00:00:06,000\nyou\n`, [[1.5, 4, 'Hello'], [5, 6, 'you']]],
    ['an empty line behind the number', `${cue('Hello')}\n2\n\n00:00:05,000 --> 00:00:06,000\nyou\n`, [[1.5, 4, 'Hello'], [5, 6, 'you']]],
    ['a number that is said', `${cue('The answer:\n42')}\n2\n00:00:05,000 --> 00:00:06,000\n7\n`, [[1.5, 4, 'The answer:\n42'], [5, 6, '7']]],
    ['no numbers, and one that is said', '00:01,000 --> 00:02,000\n3\n00:02,000 --> 00:03,000\n2\n', [[1, 2, '3'], [2, 3, '2']]],
    ['WebVTT with notes, styles, names and settings', 'WEBVTT - talk\nKind: captions\n\nSTYLE\n::cue {}\n\nNOTE by hand\n\nintro\n00:01.500 --> 00:04.000 line:10%\n<v Ann>Hello\n\nNOTE\nof no use\n\n2\n00:05.000 --> 00:06.000\nyou', [[1.5, 4, '<v Ann>Hello'], [5, 6, 'you']]],
    ['WebVTT without its header', '00:01.500 --> 00:04.000\nHello\n', [[1.5, 4, 'Hello']]],
    ['WebVTT with a blank line of YouTube', 'WEBVTT\n\n00:00.000 --> 00:02.000 align:start position:0%\n \nhello<00:00:00.480><c> you</c>\n', [[0, 2, 'hello<00:00:00.480><c> you</c>']]],
    ['microseconds', '1\n0:00:01,500000 --> 0:00:04,957334\nHello\n', [[1.5, 4.957334, 'Hello']]],
    ['times with few digits', '1\n0:1,5 --> 0:4\nHello\n', [[1.5, 4, 'Hello']]],
    ['more hours than a day has', '1\n100:00:00,000 --> 100:00:01,000\nHello\n', [[360000, 360001, 'Hello']]],
    ['the wrong order', `2\n00:00:05,000 --> 00:00:06,000\nyou\n\n${cue('Hello')}`, [[1.5, 4, 'Hello'], [5, 6, 'you']]],
    ['the same cue twice', `${cue('Hello')}\n${cue('Hello')}`, [[1.5, 4, 'Hello']]],
    ['an end before the start', `1\n00:00:09,000 --> 00:00:01,000\nNo\n\n2\n00:00:11,000 --> 00:00:11,000\nYes\n`, [[9, 11, 'No'], [11, 16, 'Yes']]],
    ['a time that cannot be read', `${cue('One')}\n2\nnever --> 00:00:02,000\ntwo\n\n3\n00:00:05,000 --> 00:00:06,000\nthree\n`, [[1.5, 4, 'One\ntwo'], [5, 6, 'three']]],
    ['an arrow that is said', cue('go --> there'), [[1.5, 4, 'go --> there']]],
    ['nothing behind a time', '1\n00:00:01,500 --> 00:00:04,000', []],
    ['something else', '{"subtitles": "1 --> 2"}\n', []],
    ['nothing', '', []],
  ])('are read with %s', (_, text, cues) => expect(read(text)).toEqual(cues)); // prettier-ignore

  it.each([
    ['line:10% align:start', { line: 10, snapToLines: false, align: 'start' }],
    ['line:-1,end position:50%,line-left size:35%', { line: -1, snapToLines: true, position: 50, size: 35 }],
    ['align:middle vertical:rl', { align: 'center', vertical: 'rl' }],
    ['X1:10 align:up position:120% size:big vertical:no line:auto', {}],
  ])('say where on the picture they stand: %s', (settings, place) => {
    const [only] = cuesIn(`WEBVTT\n\n00:01.000 --> 00:02.000 ${settings}\nHello\n`);
    expect(only?.position).toEqual(place);
  });

  it('are all there, in order, of whatever is written', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const one = fc.record({
      start: fc.integer({ min: 0, max: 36_000_000 }),
      length: fc.integer({ min: 1, max: 9000 }),
      lines: fc.array(word, { minLength: 1, maxLength: 3 }),
    });
    const clock = (time: number, mark: string): string => {
      const [hours, minutes, seconds] = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60].map(
        (field) => String(Math.floor(field)).padStart(2, '0'),
      );
      return `${String(hours)}:${String(minutes)}:${String(seconds)}${mark}${String(time % 1000).padStart(3, '0')}`;
    };
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ start }) => start }), fc.boolean(), (cues, isVtt) => {
        const mark = isVtt ? '.' : ',';
        const blocks = cues.map(
          ({ start, length, lines }, index) =>
            `${String(index + 1)}\n${clock(start, mark)} --> ${clock(start + length, mark)}\n${lines.join('\n')}\n`,
        );
        const expected = [...cues]
          .sort((one, other) => one.start - other.start)
          .map(({ start, length, lines }) => [start / 1000, (start + length) / 1000, lines.join('\n')]);
        expect(read(`${isVtt ? 'WEBVTT\n\n' : ''}${blocks.join('\n')}`)).toEqual(expected);
      }),
    );
  });
});

describe('a line as it is heard', () => {
  it.each([
    ['<v Ann Lee>Hello</v>', 'Ann Lee', 'Hello'],
    ['<v.loud Ann>Hello', 'Ann', 'Hello'],
    ['hello<00:00:00.480><c> everyone</c>', undefined, 'hello everyone'],
    ['<font color="#fff">R&amp;B</font> &#39;n&#x27;  roll&nbsp;', undefined, "R&B 'n' roll"],
    ['1 < 2 > 0, i <3 you &unknown;', undefined, '1 < 2 > 0, i <3 you &unknown;'],
  ])('%s', (line, speaker, text) => expect(spoken(line)).toEqual({ speaker, text }));
});
