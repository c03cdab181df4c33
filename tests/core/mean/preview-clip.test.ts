// What a preview shows of a timestamp: from where to where.
import { describe, expect, it } from 'vitest';
import { previewClip, type PreviewContext } from '../../../src/core/mean/preview-clip';
import { zoo } from '../../playback/videos';
import { cite } from '../../support/cited';

type Known = Partial<Omit<PreviewContext, 'video'>>;

const clipOf = (time: string, known: Known = {}, end?: string) =>
  previewClip(cite({ time }, { end }), { video: zoo, length: undefined, starts: [], ...known });

describe('the clip of a preview', () => {
  it.each<[string, readonly [string, Known?, string?], readonly [number, number, boolean]]>([
    ['is 15 s long where nothing follows', ['00:01:00'], [60, 75, false]],
    ['begins at 0:00 like anywhere', ['00:00:00'], [0, 15, false]],
    [
      'ends at the next moment, whatever stands before it',
      ['00:01:00', { starts: [10, 60, 70, 74] }],
      [60, 70, false],
    ],
    ['is 8 s long where the next moment is sooner', ['00:01:00', { starts: [61, 63] }], [60, 68, false]],
    ['ends with the video, before 8 s', ['00:01:00', { starts: [61], length: 63 }], [60, 63, false]],
    ['keeps the length of a written range, however short', ['00:01:00', {}, '00:01:02'], [60, 62, true]],
    ['is no longer for a moment that is far', ['00:01:00', { starts: [300] }], [60, 75, false]],
    [
      'is a written range, however long, over other moments',
      ['00:01:00', { starts: [66] }, '00:02:00'],
      [60, 120, true],
    ],
    ['ends with the video', ['00:01:00', { length: 65 }], [60, 65, false]],
    ['of a range ends with the video too', ['00:01:00', { length: 65 }, '2:00'], [60, 65, true]],
    ['is the last second at the very end', ['00:01:00', { length: 60 }], [59, 60, false]],
    ['is read as the chip reads it', ['03:01:00', { length: 600 }], [181, 196, false]],
  ])('%s', (_, [time, known, end], [from, to, isRange]) => {
    expect(clipOf(time, known, end)).toEqual({ start: from, end: to, isRange });
  });

  it.each<[string, string, Known]>([
    ['past the end', '20:00', { length: 600 }],
    ['no time', 'soon', {}],
  ])('is none where the timestamp is %s', (_, time, known) => expect(clipOf(time, known)).toBeUndefined());
});
