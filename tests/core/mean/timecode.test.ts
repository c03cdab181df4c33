// Timecodes: text to seconds and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCompact,
  formatLike,
  formatTimecode,
  parseMinutesSeconds,
  parsePlain,
  parseTimecode,
  spokenTimecode,
} from '../../../src/core/mean/timecode';
import { seconds, timecodeLike } from '../near-misses';

const wholeSeconds = fc.integer({ min: 0, max: 2_000_000 });

describe('a timecode is read', () => {
  it.each([
    ['0:00', 0],
    ['0:04', 4],
    ['12:34', 754],
    ['110:26', 6626],
    ['1:02:03', 3723],
    ['001:00:23', 3623],
    ['100:05:00', 360_300],
    ['00:01:02:24', 62],
    ['00:01:02:75', 62],
    ['1:2', 62],
    ['01:00:010', 3610],
  ])('with colons: %s is %d s', (text, expected) => expect(parseTimecode(text)).toBe(expected));

  it.each([
    ['12:34.5', 754.5],
    ['12:34,500', 754.5],
    ['0:00:00.413Z', 0.413],
    ['00:01:02Z', 62],
    ['62.75', 62.75],
    ['0.25', 0.25],
  ])('with its fraction: %s is %d s', (text, expected) => {
    expect(parseTimecode(text)).toBeCloseTo(expected, 9);
  });

  it.each([
    ['0', 0],
    ['62', 62],
    ['2241', 2241],
    ['90s', 90],
    ['2m', 120],
    ['1h', 3600],
    ['1h3s', 3603],
    ['1h2m3s', 3723],
    ['0s', 0],
    ['PT1H2M3S', 3723],
    ['PT90S', 90],
    ['PT5M', 300],
    ['PT0S', 0],
  ])('as a number, with units and as ISO 8601: %s is %d s', (text, expected) => {
    expect(parseTimecode(text)).toBe(expected);
  });

  it.each([
    ' 1:02 ',
    '\t1:02\n',
    '\u00a01:02',
    '[1:02]',
    '(1:02)',
    '[1:02',
    '1:02]',
    '1:02:',
    '1:02,',
    '1:02.',
    '1:02;',
  ])('without the space, brackets and stray punctuation around it: %j', (text) => {
    expect(parseTimecode(text)).toBe(62);
  });
});

it('more seconds than can be counted give nothing', () => {
  for (const text of [
    '9'.repeat(26),
    `${'9'.repeat(26)}:00`,
    `${'9'.repeat(26)}h`,
    `${'9'.repeat(15)}:00:00`,
  ])
    expect(parseTimecode(text)).toBeUndefined();
  expect(parseMinutesSeconds(`${'9'.repeat(26)}:00:00`)).toBeUndefined();
  expect(formatTimecode(parseTimecode('9'.repeat(15)) ?? NaN)).toMatch(/^\d+:\d\d:\d\d$/);
});

describe('text that is no timecode gives nothing', () => {
  it.each(['', ' ', '[]', ':', '::', 'garbage', 'N/A', 'HH:MM:SS', 'HH:00:20', 'https://youtu.be/XYZ'])(
    'words: %j',
    (text) => expect(parseTimecode(text)).toBeUndefined(),
  );

  it.each(['0:60', '1:60:00', '1:00:60', '04:72:00', '04:27:819'])(
    'a later field of 60 or more: %s',
    (text) => expect(parseTimecode(text)).toBeUndefined(),
  );

  it.each([
    '-5',
    '-1:30',
    '1:-30',
    '1::30',
    '1:2:3:4:5',
    '1:02 3:04',
    '1: 02',
    '1:0x2',
    '1e3',
    'Infinity',
    'NaN',
  ])('a sign, a gap, a fifth field or another notation: %s', (text) => {
    expect(parseTimecode(text)).toBeUndefined();
  });

  it.each(['h', 'PT', '3s2m', '1h2', '1x', 'PT1X', '٣:٠٤', '1：02'])(
    'half a unit or foreign digits: %s',
    (text) => expect(parseTimecode(text)).toBeUndefined(),
  );
});

describe('the first two fields are read as minutes and seconds', () => {
  it.each([
    ['03:01:00', 181],
    ['00:58:34', 58],
    ['04:27:819', 267],
    ['024:45:00', 1485],
    ['110:26:00', 6626],
    ['01:00:17:51', 60],
    ['[03:01:00]', 181],
    ['03:01:00]', 181],
  ])('in %s: %d s', (text, expected) => expect(parseMinutesSeconds(text)).toBe(expected));

  it.each(['', '62', '41:50', '41:50:', '1:2:3:4:5', '04:72:00', 'HH:00:20', '1h2m3s', 'PT1H2M3S', 'N/A'])(
    'but not in %j',
    (text) => expect(parseMinutesSeconds(text)).toBeUndefined(),
  );
});

describe('seconds are shown', () => {
  it.each([
    [0, '00:00:00', '0:00', '0 seconds'],
    [1, '00:00:01', '0:01', '1 second'],
    [4, '00:00:04', '0:04', '4 seconds'],
    [60, '00:01:00', '1:00', '1 minute'],
    [61, '00:01:01', '1:01', '1 minute 1 second'],
    [754, '00:12:34', '12:34', '12 minutes 34 seconds'],
    [3600, '01:00:00', '1:00:00', '1 hour'],
    [3723, '01:02:03', '1:02:03', '1 hour 2 minutes 3 seconds'],
    [7203, '02:00:03', '2:00:03', '2 hours 3 seconds'],
    [36_000, '10:00:00', '10:00:00', '10 hours'],
    [360_300, '100:05:00', '100:05:00', '100 hours 5 minutes'],
  ])('%d s is %s, %s and "%s"', (whole, canonical, compact, spoken) => {
    expect(formatTimecode(whole)).toBe(canonical);
    expect(formatCompact(whole)).toBe(compact);
    expect(spokenTimecode(whole)).toBe(spoken);
  });

  it.each([
    [0.999, '00:00:00', '0:00', '0 seconds'],
    [59.7, '00:00:59', '0:59', '59 seconds'],
    [3599.999, '00:59:59', '59:59', '59 minutes 59 seconds'],
  ])('%d s is floored, never rounded up', (fractional, canonical, compact, spoken) => {
    expect(formatTimecode(fractional)).toBe(canonical);
    expect(formatCompact(fractional)).toBe(compact);
    expect(spokenTimecode(fractional)).toBe(spoken);
  });
});

describe('whatever the text', () => {
  it('whole seconds survive both formats', () => {
    fc.assert(
      fc.property(wholeSeconds, (whole) => {
        expect(parseTimecode(formatTimecode(whole))).toBe(whole);
        expect(parseTimecode(formatCompact(whole))).toBe(whole);
      }),
    );
  });

  it('fractions are floored on the way', () => {
    fc.assert(
      fc.property(seconds, (time) => {
        expect(parseTimecode(formatTimecode(time))).toBe(Math.floor(time));
      }),
    );
  });

  it('the canonical form has three fields of two digits or more', () => {
    fc.assert(
      fc.property(seconds, (time) => {
        expect(formatTimecode(time)).toMatch(/^\d{2,}:[0-5]\d:[0-5]\d$/);
      }),
    );
  });

  it('six digits are read, quickly, as the same digits with space around them are', () => {
    const field = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(field, field, field, seconds, (first, second, third, moment) => {
        const time = `${first}:${second}:${third}`;
        expect(parseTimecode(time)).toBe(parseTimecode(` ${time}`));
        expect(parseMinutesSeconds(time)).toBe(parseMinutesSeconds(` ${time}`));
        expect(formatLike(moment, time)).toBe(formatLike(moment, `${time}.0`));
      }),
    );
  });

  it('a reading is a finite number of seconds, not before the start', () => {
    fc.assert(
      fc.property(timecodeLike, (text) => {
        for (const reading of [parseTimecode(text), parseMinutesSeconds(text)]) {
          expect(reading === undefined || (Number.isFinite(reading) && reading >= 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([['9'.repeat(400)], [`${'9'.repeat(400)}:00`], [`${'9'.repeat(400)}h`]])(
    'not even four hundred digits make an infinite time',
    (text) => expect(parseTimecode(text) ?? 0).toBeLessThan(Infinity),
  );

  it('a megabyte is refused at once', () => {
    const started = performance.now();
    for (const text of [
      '1:'.repeat(500_000),
      '['.repeat(1_000_000),
      ' '.repeat(1_000_000),
      '1'.repeat(1_000_000),
    ]) {
      parseTimecode(`${text}x`);
      parseMinutesSeconds(`${text}x`);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('nearly all timestamps', () => {
  it.each([
    ['00:01:06', 66],
    ['[00:01:06]', 66],
    ['00:00:00', 0],
    ['01:02:03', 3723],
    ['[99:59:59]', 359_999],
    ['09:09:09', 32_949],
    ['10:10:10', 36_610],
    ['00:59:00', 3540],
    ['00:00:59', 59],
  ])('are read at once: %s', (text, seconds) => expect(parsePlain(text)).toBe(seconds));

  it.each([
    ...[
      '',
      '0:01:06',
      '1:06',
      '000:01:06',
      '00:01:066',
      '(00:01:06)',
      '[00:01:06)',
      '(00:01:06]',
      '[00:01:06 ',
    ],
    ...['00-01:06', '00:01-06', '00:60:00', '00:00:60', '00:99:00', '00:00:99', '0a:01:06', 'a0:01:06'],
    ...['/0:01:06', ':0:01:06', '0/:01:06', '0::01:06', '00:0/:06', '00:0::06', '00:/0:06', '00::0:06'],
    ...['00:01:0/', '00:01:0:', '00:01:/0', '00:01::0', ' 0:01:06', '00:01:0 ', '[00:01:06]]', '[[00:01:06]'],
  ])('and nothing else is: %j', (text) => expect(parsePlain(text)).toBeUndefined());
});

describe('a time like another one', () => {
  it.each([
    [66, '0:00', '1:06'],
    [66, '00:00', '01:06'],
    [66, '000:00', '01:06'],
    [66, '0:00:00', '0:01:06'],
    [66, '00:00:00', '00:01:06'],
    [600, '0:00', '10:00'],
    [3599, '0:00', '59:59'],
    [3600, '0:00', '1:00:00'],
    [3600, '00:00', '01:00:00'],
    [3600, '59:00', '01:00:00'],
    [3600, '60:00', '60:00'],
    [6626, '110:26', '110:26'],
    [59_999, '110:26', '999:59'],
    [60_000, '110:26', '16:40:00'],
    [36_000, '0:00:00', '10:00:00'],
    [6.9, '0:00', '0:06'],
    [-3, '0:00', '0:00'],
  ])('%d, as %s is written, is %s', (seconds, example, text) => {
    expect(formatLike(seconds, example)).toBe(text);
  });
});

describe('at the limits', () => {
  it('64 characters are read, and no more', () => {
    expect(parseTimecode(`${'0'.repeat(62)}62`)).toBe(62);
    expect(parseTimecode(`${'0'.repeat(63)}62`)).toBeUndefined();
  });

  it('the largest count is read, and none above', () => {
    expect(parseTimecode(String(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseTimecode('9007199254740993')).toBeUndefined();
  });

  it('minutes and seconds have fewer than 60 seconds', () => {
    expect(parseMinutesSeconds('3:59:00')).toBe(239);
    expect(parseMinutesSeconds('3:60:00')).toBeUndefined();
    expect(parseMinutesSeconds('x')).toBeUndefined();
    expect(parseMinutesSeconds('3:01')).toBeUndefined();
    expect(parseMinutesSeconds(`${'9'.repeat(20)}:00:00`)).toBeUndefined();
  });
});
