// What a chip says, for every way a timestamp is read and every state of its video.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret, limitOf, type Written } from '../../src/core/mean/interpretation';
import { chipText, pastEndText, type ChipText, type ChipVideo } from '../../src/app/chip-text';
import { film, zoo } from '../playback/videos';
import { cite } from '../support/cited';

function textOf(written: Written, length: number | undefined, video: ChipVideo = 'set'): ChipText {
  const limit = limitOf(video === 'set' ? zoo : undefined, length);
  const interpretation = interpret(written, limit);
  return chipText({
    cited: cite(written),
    interpretation,
    end: undefined,
    limit,
    video,
    label: 'compact',
    property: 'videoId',
  });
}

const asWritten = { time: '00:12:34', label: '[00:12:34]' };
const slipped = { time: '03:01:00', label: '[03:01:00]' };
const labelled = { time: 'HH:MM:SS', label: '[02:08]' };
const tooLate = { time: '30:59:00', label: '' };
const garbled = { time: 'N/A', label: '[intro]' };

const noVideo = 'No video is set for this note: add a videoId property.';
const badVideo = 'Playhead cannot play the video of this timestamp.';

describe('a chip says', () => {
  it.each<[string, Written, number | undefined, ChipVideo, Partial<ChipText>]>([
    [
      'its time, when all is as written',
      asWritten,
      4202,
      'set',
      { face: '12:34', name: 'Play from 12 minutes 34 seconds', remark: undefined, playable: true },
    ],
    ['its time, before the length is known', asWritten, undefined, 'set', { face: '12:34', playable: true }],
    [
      'the time that was meant, and what is written',
      slipped,
      4202,
      'set',
      {
        face: '3:01',
        playable: true,
        remark:
          'Written as 03:01:00, which is past the end of this video (1:10:02). Read as minutes and seconds: 3:01.',
      },
    ],
    [
      'so also where no video is that long',
      { time: '48:20:00', label: '' },
      undefined,
      'set',
      {
        face: '48:20',
        playable: true,
        remark:
          'Written as 48:20:00, which is longer than any YouTube video. Read as minutes and seconds: 48:20.',
      },
    ],
    [
      'the time of the label if nothing else is a time',
      labelled,
      4202,
      'set',
      {
        face: '2:08',
        playable: true,
        remark: 'Written as HH:MM:SS, which is not a time. Read from the label: 2:08.',
      },
    ],
    [
      'that the time is missing',
      { time: undefined, label: '[05:08]' },
      4202,
      'set',
      { face: '5:08', remark: 'The time itself is missing. Read from the label: 5:08.' },
    ],
    [
      'that the time is empty',
      { time: ' ', label: '[05:08]' },
      4202,
      'set',
      { face: '5:08', remark: 'The time itself is missing. Read from the label: 5:08.' },
    ],
    [
      'that there is no label',
      { time: '00:01:06', label: '' },
      4202,
      'set',
      { face: '1:06', remark: 'This timestamp has no label.', playable: true },
    ],
    [
      'that its label says another time',
      { time: '00:15:42', label: '[00:15:46]' },
      4202,
      'set',
      { face: '15:42', remark: 'Its label says 15:46.', playable: true },
    ],
    [
      'nothing of a label that is no time',
      { time: '00:15:42', label: 'here' },
      4202,
      'set',
      { face: '15:42', remark: undefined },
    ],
    [
      'that it lies past the end',
      { time: '80:00:00', label: '' },
      849,
      'set',
      { face: '80:00:00', remark: '80:00:00 is past the end of this video (14:09).', playable: false },
    ],
    [
      'that it lies past the end, as a time where it is written in seconds',
      { time: '62', label: '' },
      19,
      'set',
      { remark: '1:02 is past the end of this video (0:19).', playable: false },
    ],
    [
      'that it is too late for any video, not that an unknown video is twelve hours long',
      { time: '900:59:00', label: '' },
      undefined,
      'set',
      { face: '900:59:00', remark: '900:59:00 is longer than any YouTube video.', playable: false },
    ],
    [
      'its label as it stands, where nothing is a time',
      garbled,
      4202,
      'set',
      { face: '[intro]', remark: '“N/A” is not a time.', playable: false },
    ],
    [
      'that nothing is written',
      { time: undefined, label: '' },
      4202,
      'set',
      { face: '–:––', remark: 'This timestamp has no time.', playable: false },
    ],
    [
      'that the note has no video',
      asWritten,
      undefined,
      'unset',
      { face: '12:34', remark: noVideo, playable: false },
    ],
    [
      'that its video cannot be read',
      asWritten,
      undefined,
      'unreadable',
      { face: '12:34', remark: badVideo, playable: false },
    ],
    [
      'the time as written, where the video is not known',
      slipped,
      undefined,
      'unset',
      { face: '3:01:00', remark: noVideo },
    ],
    [
      'that nothing is a time, before that there is no video',
      garbled,
      undefined,
      'unset',
      { remark: '“N/A” is not a time.', playable: false },
    ],
    [
      '0:00 for zero',
      { time: '00:00:00', label: '[00:00:00]' },
      4202,
      'set',
      { face: '0:00', name: 'Play from 0 seconds', playable: true },
    ],
    ['whole seconds, floored', { time: '00:00:59.9', label: '[x]' }, 4202, 'set', { face: '0:59' }],
  ])('%s', (_, written, length, video, expected) => {
    expect(textOf(written, length, video)).toMatchObject(expected);
  });

  it.each([
    [asWritten, 'set', 'Play from 12 minutes 34 seconds'],
    [asWritten, 'unset', `12:34. ${noVideo}`],
    [garbled, 'set', '[intro]. “N/A” is not a time.'],
    [
      tooLate,
      'set',
      'Play from 30 minutes 59 seconds. Written as 30:59:00, which is past the end of this video (1:10:02). Read as minutes and seconds: 30:59.',
    ],
  ] as const)('to a screen reader what it does, and its remark: %o, %s', (written, video, name) => {
    expect(textOf(written, 4202, video).name).toBe(name);
  });

  it('no more than a little of what garbage a note holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (time, label) => {
        const { face, name, remark } = textOf({ time, label }, 100);
        expect(Math.max(face.length, remark?.length ?? 0)).toBeLessThan(200);
        expect(name).not.toBe('');
        expect(face.trim()).not.toBe('');
      }),
    );
  });

  it('that it can be played exactly where it has a second of a video', () => {
    const texts = fc.oneof(fc.constantFrom('00:01:06', '99:00:00', 'x', ''), fc.string());
    const videos = fc.constantFrom<ChipVideo>('set', 'unset', 'unreadable');
    fc.assert(
      fc.property(texts, texts, videos, fc.boolean(), (time, label, video, known) => {
        const limit = limitOf(film, known ? 100 : undefined);
        const interpretation = interpret({ time, label }, limit);
        const cited = cite({ time, label });
        const text = chipText({
          cited,
          interpretation,
          end: undefined,
          limit,
          video,
          label: 'compact',
          property: 'videoId',
        });
        expect(text.playable).toBe('seconds' in interpretation && video === 'set');
        if (!text.playable) expect(text.remark).toBeDefined();
      }),
    );
  });
});

describe('a clip', () => {
  it.each([
    ['compact', '0:05–1:02:03'],
    ['as-written', '00:00:05 - 01:02:03'],
  ] as const)('shows both its ends, %s: %s', (label, face) => {
    const cited = cite({ time: '00:00:05', label: '[00:00:05 - 01:02:03]' }, { end: '01:02:03' });
    const limit = limitOf(zoo, 4202);
    const interpretation = interpret(cited.written, limit);
    expect(
      chipText({ cited, interpretation, end: 3723, limit, video: 'set', label, property: 'videoId' }),
    ).toMatchObject({
      face,
      name: 'Play from 5 seconds to 1 hour 2 minutes 3 seconds',
      remark: undefined,
    });
  });
});

describe('a chip that shows its time as written', () => {
  it.each<[string, Written, string]>([
    ['has the label as it stands', { time: '00:12:34', label: '[00:12:34]' }, '00:12:34'],
    ['so also where that is short', { time: '00:12:34', label: '12:34' }, '12:34'],
    ['has the time where there is no label', { time: '12:34', label: '' }, '00:12:34'],
    ['never shows what it does not play', { time: '03:01:00', label: '[03:01:00]' }, '00:03:01'],
    ['nor another time that its label says', { time: '00:15:42', label: '[00:15:46]' }, '00:15:42'],
  ])('%s', (_, written, face) => {
    const limit = limitOf(zoo, 4202);
    const interpretation = interpret(written, limit);
    const facts = { cited: cite(written), interpretation, end: undefined, limit, video: 'set' } as const;
    expect(chipText({ ...facts, label: 'as-written', property: 'videoId' }).face).toBe(face);
  });
});

describe('past the end', () => {
  it.each([
    [{ time: '80:00:00', label: '[1]' }, '80:00:00 is past the end of this video (14:09).'],
    [{ time: undefined, label: '[80:00:00]' }, '[80:00:00] is past the end of this video (14:09).'],
  ])('is said of what is written: %o', (written, text) => expect(pastEndText(written, 849)).toBe(text));
});
