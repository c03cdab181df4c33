// Bare times in one run of plain text, such as a text node of a rendered note.
import fc from 'fast-check';
import { scan } from '../../../src/core/read/scan';
import { describe, expect, it } from 'vitest';
import {
  bareTimesAt,
  type BareTime,
  isListed,
  spanWithMarks,
  labelTime,
  linkTime,
  withTimes,
} from '../../../src/core/mean/bare-times';
import { interpret, limitOf } from '../../../src/core/mean/interpretation';
import { timecodeLike } from '../near-misses';

/** The bracketed times of a run of plain text, in order. */
function bareTimesIn(text: string): readonly BareTime[] {
  const found: BareTime[] = [];
  for (let at = text.indexOf('['); at >= 0;) {
    const bracket = bareTimesAt(text, at);
    if (bracket !== undefined) found.push(...bracket.times);
    at = text.indexOf('[', bracket?.to ?? at + 1);
  }
  return found;
}

describe('bare times in plain text', () => {
  it('stand for their brackets when alone', () => {
    expect(bareTimesIn('At [00:11:12] and [0:04 - 0:05].')).toEqual([
      { from: 3, to: 13, time: '00:11:12', end: undefined },
      { from: 18, to: 31, time: '0:04', end: '0:05' },
    ]);
  });

  it('stand for themselves in a list', () => {
    expect(bareTimesIn('[0:04, 00:12:40 – 00:13:00 | 1:02:03.5]')).toEqual([
      { from: 1, to: 5, time: '0:04', end: undefined },
      { from: 7, to: 26, time: '00:12:40', end: '00:13:00' },
      { from: 29, to: 38, time: '1:02:03.5', end: undefined },
    ]);
  });

  it('are read whole, whatever the number of their fields', () => {
    const times = [
      '1:02',
      '110:26',
      '1:2:3',
      '01:02:03',
      '001:00:23',
      '01:00:17:51',
      '04:27:819',
      '01:00:010',
    ];
    expect(bareTimesIn(`[${times.join(',')}]`).map(({ time }) => time)).toEqual(times);
  });

  it('take any text', () => {
    for (const text of ['', '[', '[]', '[[', '[0:04', '[0:04,', '[0:04 -', ']0:04[', '[:]', '[0:]']) {
      expect(bareTimesIn(text)).toEqual([]);
    }
  });

  it.each([')', '', ', ', ' - ', ', 6:7]', '06:', '\n]'])(
    'are told from a list that goes on for long and ends with %j, at once',
    (end) => {
      const times = Array.from({ length: 2000 }, (_, i) => `0${i % 10}:0${i % 6}:0${i % 7}`);
      const started = performance.now();
      expect(bareTimesIn(`[${times.join(', ')}${end}`)).toEqual([]);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

  it('are as many as a long list has', () => {
    const times = Array.from({ length: 2000 }, (_, i) => `06:0${i % 10}:00`);
    expect(bareTimesIn(`[${times.join(', ')}]`).map(({ time }) => time)).toEqual(times);
  });

  it('can all be read', () => {
    const anything = limitOf(undefined, undefined);
    fc.assert(
      fc.property(fc.array(timecodeLike), (parts) => {
        for (const { time, end } of bareTimesIn(parts.map((part) => `[${part}] `).join(''))) {
          for (const written of end === undefined ? [time] : [time, end]) {
            expect(interpret({ time: written, label: '' }, anything)).toHaveProperty('seconds');
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the text of a link', () => {
  it.each([
    ['[00:01:06]', '00:01:06', undefined],
    ['00:01:06', '00:01:06', undefined],
    ['[1:02]', '1:02', undefined],
    ['1:02', '1:02', undefined],
    ['1:02 - 1:10', '1:02', '1:10'],
    ['[1:02 – 1:10]', '1:02', '1:10'],
    ['[ 1:02 ]', '1:02', undefined],
    ['1h2m3s', '1h2m3s', undefined],
    ['90s', '90s', undefined],
  ])('is the time that it says as a whole: %s', (label, time, end) => {
    expect(linkTime(label)).toMatchObject({ time, end });
  });

  it.each([
    '',
    'Intro',
    '1:02 Intro',
    'Intro [1:02]',
    '[1:02] Intro',
    '[1:02] [1:03]',
    '[1:02, 1:03]',
    '1:02]',
    '[1:02',
    '62',
    'ms',
    '1h2m3',
    '[1h2m3s]',
  ])('is none if it says anything else: %s', (label) => expect(linkTime(label)).toBeUndefined());
});

describe('a label', () => {
  it.each([
    ['[00:01:06]', '00:01:06'],
    ['1:02 - 1:10', '1:02'],
    ['62', '62'],
    // Minutes and seconds one field too far to the left, which are no time of hours.
    ['01:02:99', '01:02:99'],
    ['PT1M2S', 'PT1M2S'],
  ])('says the time that it begins with: %s', (label, time) => expect(labelTime(label)).toBe(time));

  it.each(['', 'Link', 'at 1:02', '1:02 Intro'])('says none: %j', (label) => {
    expect(labelTime(label)).toBeUndefined();
  });
});

describe('another moment', () => {
  it.each<[string, { seconds: number; end?: number }, string]>([
    ['[1:02]', { seconds: 63 }, '[1:03]'],
    ['[01:02]', { seconds: 63.9 }, '[01:03]'],
    ['[00:01:02]', { seconds: 3725 }, '[01:02:05]'],
    ['[1:02 - 1:10]', { seconds: 63 }, '[1:03 - 1:10]'],
    ['[1:02 - 1:10]', { seconds: 63, end: 71 }, '[1:03 - 1:11]'],
    ['[1:02]', { seconds: 63, end: 71 }, '[1:03]'],
    ['At 1:02, and 1:05', { seconds: 0 }, 'At 0:00, and 1:05'],
    ['(00:01:02–00:01:10)', { seconds: 62, end: 70 }, '(00:01:02–00:01:10)'],
  ])('takes the place of the first time in %s', (text, moment, said) => {
    expect(withTimes(text, moment)).toBe(said);
  });

  it.each(['', 'Intro', '1h2m3s', '12'])('has no place in %j', (text) => {
    expect(withTimes(text, { seconds: 1 })).toBeUndefined();
  });
});

describe('the marks around one of several times in brackets', () => {
  it.each([
    ['[5:00, 5:10]', ['[5:00,', '5:10]']],
    ['a [5:00, 5:10; 6:00 - 6:10 | 7:00] b', ['[5:00,', '5:10;', '6:00 - 6:10 |', '7:00]']],
    ['[ 5:00 , 5:10 ]', ['[ 5:00 ,', '5:10 ]']],
    ['\\[5:00, 5:10\\]', ['\\[5:00,', '5:10\\]']],
    // Without a space the comma is what keeps them apart.
    ['[5:00,5:10]', ['[5:00', '5:10]']],
  ])('go with it: %s', (text, spans) => {
    const slice = (from: number, to: number): string => text.slice(from, to);
    const times = scan(text);
    expect(times.every(isListed)).toBe(true);
    expect(
      times.map((time) => {
        const { from, to } = spanWithMarks(slice, time);
        return text.slice(from, to);
      }),
    ).toEqual(spans);
  });

  it('are none around one that is alone: it stands for its bracket', () => {
    expect(scan('[5:00] and \\[5:10\\] and (6:00, 7:00)').filter(isListed)).toEqual([]);
  });
});
