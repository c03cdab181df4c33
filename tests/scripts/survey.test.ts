// The counts of `npm run corpus`.
import { noteContext } from '../core/doubtful-notes';
import { describe, expect, it } from 'vitest';
import { survey, surveyDetails, surveyTable } from '../../scripts/survey.mjs';
import { interpret, limitOf } from '../../src/core/mean/interpretation';
import { findDoubtful } from '../../src/core/write/repair';
import { scan } from '../../src/core/read/scan';

const video = { kind: 'youtube', id: '' } as const;
const limit = limitOf(video, undefined);
let clock = 0;
const core = {
  scan,
  interpret: (written: Parameters<typeof interpret>[0]) => interpret(written, limit),
  findDoubtful: (text: string) =>
    findDoubtful(text, { ...noteContext(undefined, video), limitOf: () => limit }),
  now: () => (clock += 500),
};

const notes = [
  { name: 'One.md', text: '<a class="yt-timestamp" data-t="0:04">[0:04]</a> [0:05, 0:06]\n' },
  { name: 'Two.md', text: '<a class="yt-timestamp" data-t="N/A">later</a> `<a class="yt-timestamp">`\n' },
  {
    name: 'Three.md',
    text: '<a class="yt-timestamp" data-t="51:55:00]</a> [0:04](https://youtu.be/jNQXAC9IVRw?t=4)',
  },
];

describe('a survey of notes', () => {
  it('counts their timestamps by kind, by reading and by what is wrong with them', () => {
    expect(surveyTable(survey(notes, core)).replace(/ +/g, ' ')).toBe(
      [
        'notes 3',
        ' anchors bare times links',
        'timestamps 3 2 1',
        ' as-written 1 2 1',
        ' minutes-seconds 1 0 0',
        ' from-label 0 0 0',
        ' past-end 0 0 0',
        ' unreadable 1 0 0',
        ' broken: tag 1 0 0',
        ' broken: unclosed 0 0 0',
        ' broken: overlong 0 0 0',
        'listed by a check 2 0 0',
        ' with a repair 1 0 0',
        'readable 66.667 %',
        'opening tags, by regular expression 4',
        ' of them in code and the like 1',
      ].join('\n'),
    );
  });

  it('tells how long it took, and what could not be read', () => {
    expect(surveyDetails(survey(notes, core))).toBe(
      [
        'scanned in 1.50 s, 0 MB/s',
        '',
        'unreadable, for example',
        '  Two.md, character 0: "<a class=\\"yt-timestamp\\" data-t=\\"N/A\\">later</a>"',
      ].join('\n'),
    );
  });

  it('names no more than ten examples', () => {
    const unreadable = { name: 'Many.md', text: '<a class="yt-timestamp">?</a>\n'.repeat(30) };
    expect(survey([unreadable], core).examples).toHaveLength(10);
  });

  it.each(['<a ', '<a yt-timestamp ', 'yt-timestamp '])('is over soon for %j, over and over', (piece) => {
    const started = performance.now();
    expect(surveyTable(survey([{ name: 'Long.md', text: piece.repeat(200_000) }], core))).toContain('notes');
    // As much would take minutes if each piece were looked at again from the one before it.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('holds of no notes at all', () => expect(surveyTable(survey([], core))).toContain('100.000 %'));
});
