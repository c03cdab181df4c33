// Which second a timestamp means: the table of rules, the corpus's table, and what holds for any text.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret, limitOf } from '../../../src/core/mean/interpretation';
import { formatCompact, formatTimecode } from '../../../src/core/mean/timecode';
import { file, interpretationCases, url, youTube } from './interpretation-cases';
import { seconds, timecodeLike } from '../near-misses';

const corpus = process.env['PLAYHEAD_CORPUS'] ?? '../shared/corpus';
const shapesPath = join(corpus, 'shapes.tsv');

const twelveHours = 12 * 3600;
const written = fc.record({ time: fc.option(timecodeLike, { nil: undefined }), label: timecodeLike });
const lengths = fc.double({ min: 0, max: 60_000, noNaN: true });

describe('a timestamp means', () => {
  it.each(interpretationCases)(
    '$means.how ($because): data-t $time, label "$label", length $length',
    ({ time, label, length, video = youTube, means }) => {
      expect(interpret({ time, label }, limitOf(video, length))).toEqual(means);
    },
  );

  it('anything readable while its video is not known', () => {
    const anything = limitOf(undefined, undefined);
    expect(interpret({ time: '48:20:00', label: '' }, anything)).toEqual({
      how: 'as-written',
      seconds: 174_000,
    });
  });
});

describe.skipIf(!existsSync(shapesPath))('the shapes of the corpus mean what its table says', () => {
  const [, ...rows] = existsSync(shapesPath) ? readFileSync(shapesPath, 'utf8').trimEnd().split('\n') : [];

  it.each(rows.map((row) => row.split('\t')))('%j, label %j, length %s: %s, %s', (...cells) => {
    const [time = '', label = '', length = '-', expected = '-', how = ''] = cells;
    const limit = limitOf(youTube, length === '-' ? undefined : Number(length));
    const missing = '\\0';
    const meaning = interpret(
      { time: time === missing ? undefined : time, label: label === missing ? '' : label },
      limit,
    );
    expect(meaning).toEqual(expected === '-' ? { how } : { how, seconds: Number(expected) });
  });
});

describe('whatever a note says', () => {
  it('no second is past the end of a video whose length is known', () => {
    fc.assert(
      fc.property(written, lengths, fc.constantFrom(youTube, file, url), (timestamp, length, video) => {
        const meaning = interpret(timestamp, limitOf(video, length));
        if ('seconds' in meaning) {
          expect(meaning.seconds).toBeGreaterThanOrEqual(0);
          expect(meaning.seconds).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('no second is past the longest upload while the length is not known', () => {
    fc.assert(
      fc.property(written, (timestamp) => {
        const meaning = interpret(timestamp, limitOf(youTube, undefined));
        if ('seconds' in meaning) expect(meaning.seconds).toBeLessThanOrEqual(twelveHours + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('a time that fits is never changed, whatever its label says', () => {
    const fitting = lengths.chain((length) =>
      fc.record({ length: fc.constant(length), second: fc.integer({ min: 0, max: Math.floor(length) }) }),
    );
    fc.assert(
      fc.property(fitting, timecodeLike, ({ length, second }, label) => {
        for (const time of [formatTimecode(second), formatCompact(second), `${second}s`]) {
          const meaning = interpret({ time, label }, limitOf(youTube, length));
          expect(meaning).toEqual({ how: 'as-written', seconds: second });
        }
      }),
    );
  });

  it('a minute slipped one field to the left is put back', () => {
    const slipped = fc.record({
      minutes: fc.integer({ min: 13, max: 200 }),
      secondsField: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(slipped, ({ minutes, secondsField }) => {
        const meant = minutes * 60 + secondsField;
        const time = formatTimecode(meant * 60);
        for (const limit of [limitOf(youTube, meant), limitOf(youTube, undefined)]) {
          expect(interpret({ time, label: '' }, limit)).toEqual({ how: 'minutes-seconds', seconds: meant });
        }
      }),
    );
  });

  it('the same text means the same whether the length is unknown or very long', () => {
    fc.assert(
      fc.property(written, (timestamp) => {
        const unknown = interpret(timestamp, limitOf(file, undefined));
        expect(interpret(timestamp, limitOf(file, Number.MAX_VALUE))).toEqual(unknown);
      }),
    );
  });

  it('nothing readable is unreadable for every video', () => {
    fc.assert(
      fc.property(seconds, (length) => {
        expect(interpret({ time: 'N/A', label: '[soon]' }, limitOf(youTube, length))).toEqual({
          how: 'unreadable',
        });
      }),
    );
  });
});
