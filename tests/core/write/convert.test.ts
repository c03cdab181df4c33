// Timestamps as portable links and links as timestamps: nothing is lost on the way.
import { NO_VIDEOS, type NoteVideos } from '../../../src/core/mean/attribution';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anchorOf, linkOf } from '../../../src/core/write/canonical';
import { convertTo, type Conversion, type Target } from '../../../src/core/write/convert';
import { readTimestamps, secondsOf, type NoteContext } from '../../../src/core/read/reading';
import { applyChanges, type Span } from '../../../src/core/write/rewrite';
import { readNoteVideos } from '../../../src/core/read/note-videos';
import { scan } from '../../../src/core/read/scan';
import { videoKey } from '../../../src/core/mean/video';
import { corpusFile, corpusNotes, hasCorpus } from '../../support/corpus';
import { lengthLike, noteContext, noteLike, otherId, ownVideo, timelessProse } from '../doubtful-notes';

vi.setConfig({ testTimeout: 30_000 });

const own = 'dQw4w9WgXcQ';
const note = noteContext(4202);
const toLinks = (text: string, ...ranges: readonly Span[]): string =>
  applyChanges(text, convertTo('link', text, note, ranges).changes);
const toTimestamps = (text: string, ...ranges: readonly Span[]): string =>
  applyChanges(text, convertTo('anchor', text, note, ranges).changes);
const TARGETS: readonly Target[] = ['anchor', 'link', 'bare'];
const converted = (target: Target, text: string): string =>
  applyChanges(text, convertTo(target, text, note).changes);
const leftOf = ({ left }: Conversion): Record<string, number> => Object.fromEntries(left);

const anchor = (time: string, more = ''): string =>
  `<a class="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;
const clip = anchorOf({ seconds: 66, end: 3723 });

describe('a link is made of', () => {
  it.each([
    ['an anchor', anchor('00:00:04'), `[0:04](https://youtu.be/${own}?t=4)`],
    [
      'an anchor without a label',
      '<a class="yt-timestamp" data-t="00:00:04"></a>',
      `[0:04](https://youtu.be/${own}?t=4)`,
    ],
    [
      'an anchor about another video',
      anchor('01:02:03', ` data-v="${otherId}"`),
      `[1:02:03](https://youtu.be/${otherId}?t=3723)`,
    ],
    [
      'an anchor that names the video of its note',
      anchor('00:00:00', ` data-v="${own}"`),
      `[0:00](https://youtu.be/${own}?t=0)`,
    ],
    ['a clip', clip, `[1:06 - 1:02:03](https://youtu.be/${own}?t=66)`],
    ['an anchor about a file', anchor('00:00:04', ' data-v="talk.mp4"'), '[0:04](media/talk.mp4#t=4)'],
    [
      'an anchor about a media file at an address',
      anchor('00:00:04', ' data-v="https://media.example/talk.mp4"'),
      '[0:04](https://media.example/talk.mp4#t=4)',
    ],
    ['a slip, as it is read', anchor('03:01:00'), `[3:01](https://youtu.be/${own}?t=181)`],
    ['a bare time', '[00:04]', `[0:04](https://youtu.be/${own}?t=4)`],
    ['a bare range', '[0:04–0:09]', `[0:04 - 0:09](https://youtu.be/${own}?t=4)`],
    [
      'a bare time beside another',
      '[0:04][0:05]',
      `[0:04](https://youtu.be/${own}?t=4)[0:05](https://youtu.be/${own}?t=5)`,
    ],
    [
      'several times in one bracket',
      '[0:04, 0:05 | 0:06]',
      `[[0:04](https://youtu.be/${own}?t=4), [0:05](https://youtu.be/${own}?t=5) | [0:06](https://youtu.be/${own}?t=6)]`,
    ],
  ])('%s', (_, source, link) => {
    const text = `He says ${source}: so`;
    expect(toLinks(text)).toBe(`He says ${link}: so`);
    expect(scan(toLinks(text)).map(({ kind }) => kind)).toEqual(scan(text).map(() => 'link'));
  });

  it.each([
    [anchor('00:01:06'), `[1:06](https://youtu.be/${own}?t=66)`],
    [anchor('46:10'), `[46:10](https://youtu.be/${own}?t=2770)`],
    [anchor('00:46:10'), `[00:46:10](https://youtu.be/${own}?t=2770)`],
    ['[00:46:10 - 00:47:00]', '[00:46:10 - 00:47:00]'],
  ])(
    '%s, which may turn out to have slipped, in a form that can be read so too, or not at all',
    (text, link) => {
      const { changes } = convertTo('link', text, noteContext());
      const links = applyChanges(text, changes);
      expect(links).toBe(link);
      const meaning = (source: string): unknown =>
        readTimestamps(source, noteContext(600)).map(({ interpretation }) => secondsOf(interpretation));
      expect(meaning(links)).toEqual(meaning(text));
    },
  );

  it('a time that is cut off at a length that is no whole second', () => {
    const text = '<a class="yt-timestamp" data-t="N/A">[10:01]</a>';
    const { changes } = convertTo('link', text, noteContext(600.4));
    expect(applyChanges(text, changes)).toBe(`[10:00](https://youtu.be/${own}?t=600)`);
  });

  it('a timestamp in a table', () => {
    const text = `| a | b |\n| - | - |\n| ${clip} | [0:04] c |\n`;
    expect(scan(toLinks(text)).map(({ kind, end }) => [kind, end])).toEqual([
      ['link', '1:02:03'],
      ['link', undefined],
    ]);
    expect(toTimestamps(toLinks(text))).toBe(text.replace('[0:04]', anchor('00:00:04')));
  });
});

describe('an anchor is made of', () => {
  it.each([
    ['a link', `[0:04](https://youtu.be/${own}?t=4)`, anchor('00:00:04')],
    [
      'a link to another video',
      `[0:04](https://youtu.be/${otherId}?t=4)`,
      anchor('00:00:04', ` data-v="${otherId}"`),
    ],
    ['a clip', `[1:06 - 1:02:03](https://youtu.be/${own}?t=66)`, clip],
    [
      'a link to the long address',
      `[0:04](<https://www.youtube.com/watch?v=${own}&amp;t=4s>)`,
      anchor('00:00:04'),
    ],
    ['a link with brackets in its label', `[\\[0:04\\]](https://youtu.be/${own}#t=4)`, anchor('00:00:04')],
    ['a fraction of a second', `[0:04](https://youtu.be/${own}?t=4.5)`, anchor('00:00:04.5')],
    ['a link that somebody shared', `[0:04](https://youtu.be/${own}?si=a1&t=9&t=4)`, anchor('00:00:04')],
    ['a link with an end', `[0:04](https://youtu.be/${own}?start=4&end=9)`, anchorOf({ seconds: 4, end: 9 })],
    ['a link to a file', '[0:04](media/talk.mp4#t=4)', anchor('00:00:04', ' data-v="media/talk.mp4"')],
    ['a link in double brackets', `[[0:04]](https://youtu.be/${own}?t=4)`, anchor('00:00:04')],
  ])('%s', (_, source, expected) => {
    const text = `He says ${source}: so`;
    expect(toTimestamps(text)).toBe(`He says ${expected}: so`);
    expect(scan(toTimestamps(text)).map(({ kind, broken }) => [kind, broken])).toEqual([
      ['anchor', undefined],
    ]);
  });
});

describe('a time in brackets is made of', () => {
  it.each([
    ['an anchor', anchor('00:00:04'), '[0:04]'],
    ['a clip', clip, '[1:06 - 1:02:03]'],
    ['a link', `[0:04](https://youtu.be/${own}?t=4)`, '[0:04]'],
    ['a time in parentheses, in their place', '(0:04 - 0:09)', '[0:04 - 0:09]'],
    ['several in parentheses, between them', '(0:04, 0:09)', '([0:04], [0:09])'],
    ['a fraction of a second', '(0:04.25)', '[0:04.25]'],
    ['an address', `https://youtu.be/${own}?t=4&feature=share`, '[0:04]'],
    ['a slip, as it is read', anchor('03:01:00'), '[3:01]'],
  ])('%s', (_, source, expected) => {
    expect(converted('bare', `He says ${source} so`)).toBe(`He says ${expected} so`);
  });

  it.each([
    [
      'a transcript of a clipper, whose times stay bold',
      '**0:04** · Hello\n\n**0:09** · again',
      '**[0:04]** · Hello\n\n**[0:09]** · again',
    ],
    [
      'the lines of a list',
      '0:00 Intro\n- 1:00 - End\n\n2:00 More',
      '[0:00] Intro\n- [1:00] - End\n\n[2:00] More',
    ],
    ['subtitles, whose ends stay', '1\n00:00:01,500 --> 00:00:04,000\nHello', '1\n[0:01.5 - 0:04]\nHello'],
  ])('%s', (_, text, expected) => expect(converted('bare', text)).toBe(expected));

  it.each([
    ['about another video', anchor('00:00:04', ` data-v="${otherId}"`), { 'other-video': 1 }],
    ['whose label is words', '<a class="yt-timestamp" data-t="00:00:04">here</a>', { label: 1 }],
    ['behind a word, which would make an index of it', `word${anchor('00:00:04')}`, { place: 1 }],
    ['before what would make a link of it', `${anchor('00:00:04')}(so)`, { place: 1 }],
    ['in a list of which a line has to stay', '0:00: Intro\n\n1:00 One\n\n2:00 Two', { place: 1, list: 2 }],
  ])('and of none %s', (_, text, left) => {
    expect(converted('bare', text)).toBe(text);
    expect(leftOf(convertTo('bare', text, note))).toEqual(left);
  });
});

it.each<[Target, string]>([
  ['link', `[0:04](https://youtu.be/${own}?t=4&feature=share)`],
  ['anchor', '<A class="yt-timestamp" data-t="0:04">0:04</A>'],
  ['bare', '[00:00:04]'],
])('a timestamp that has the form already stays as it is written: %s', (target, text) => {
  expect(convertTo(target, text, note)).toEqual({ changes: [], left: new Map() });
});

it('the times of one bracket stay together, and those of the bracket before it do not with them', () => {
  const text = '[0:03] [0:04, 0:05, 90:00] [0:06]';
  const link = (seconds: number): string => `[0:0${seconds}](https://youtu.be/${own}?t=${seconds})`;
  expect(toLinks(text)).toBe(`${link(3)} [0:04, 0:05, 90:00] ${link(6)}`);
});

it('a parenthesis that is written with a backslash stays', () => {
  expect(converted('bare', 'so \\(0:04) it is')).toBe('so \\([0:04]) it is');
  expect(converted('bare', '(0:04) it is')).toBe('[0:04] it is');
});

describe('a list of times', () => {
  const list = '0:00 Intro\n1:00 One\n2:00 Two\n3:00 Three';

  it.each(TARGETS)('is converted to %s as a whole, or not at all', (target) => {
    expect(scan(converted(target, list)).map(({ kind }) => kind)).toEqual([target, target, target, target]);
    expect(leftOf(convertTo(target, list, note, [{ from: 0, to: 14 }]))).toEqual({ list: 2 });
  });
});

describe('the video that a note is about', () => {
  const { resolve } = note;
  const of = (text: string): NoteContext => {
    const videosIn = (one: string): NoteVideos =>
      readNoteVideos({ text: one, properties: undefined, names: [], resolve });
    return { ...note, videos: videosIn(text), videosIn };
  };

  it('stays named by the address in its first lines', () => {
    const text = `https://youtu.be/${own}?t=4\n\nHe says (0:09) so.`;
    const { changes, left } = convertTo('anchor', text, of(text));
    expect(applyChanges(text, changes)).toBe(text.replace('0:09', anchor('00:00:09')));
    expect(Object.fromEntries(left)).toEqual({ place: 1 });
  });

  it('is none that a new link in the first lines would make it', () => {
    const text = `${anchor('00:00:04', ` data-v="${otherId}"`)}\n\nHe says (0:09) so.`;
    expect(convertTo('link', text, of(text)).changes).toEqual([]);
  });

  it('is that of the embed above, also where the text above has changed its length', () => {
    const text = [
      `![](https://youtu.be/${own})\n\n(0:04) so`,
      `![](https://youtu.be/${otherId})\n\n(0:04) so (0:09)`,
    ].join('\n\n');
    for (const context of [of(text), { ...note, videos: of(text).videos }]) {
      const anchors = applyChanges(text, convertTo('anchor', text, context).changes);
      expect(anchors).toBe(text.replace(/0:0\d(?=\))/g, (time) => anchor(`00:0${time}`)));
      expect(meanings(anchors, of(anchors))).toEqual(meanings(text, of(text)));
    }
  });
});

describe('a timestamp that a link cannot say stays as it is, and is counted', () => {
  it.each([
    ['no second', anchor('N/A') + anchor('99:00'), { 'no-second': 2 }],
    ['a path that no link can name', anchor('00:00:04', ' data-v="talk \ud800.mp4"'), { 'no-link': 1 }],
    ['no video', anchor('00:00:04', ' data-v="nothing"'), { 'no-video': 1 }],
    [
      'another time in its label',
      '<a class="yt-timestamp" data-t="00:00:04">[00:00:05]</a>',
      { doubtful: 1 },
    ],
    ['broken markup', '<a class="yt-timestamp" data-t="00:00:04">[00:00:04] b', { doubtful: 1 }],
    ['an end before its start', '[0:40 - 0:10]', { doubtful: 1 }],
    ['words for its label', '<a class="yt-timestamp" data-t="00:00:04">here</a>', { label: 1 }],
    [
      'more than one time in its label',
      '<a class="yt-timestamp" data-t="0:04">[0:04, 0:05]</a>',
      { label: 1 },
    ],
    ['a label with a form', '<a class="yt-timestamp" data-t="0:04"><b>[0:04]</b></a>', { label: 1 }],
    ['other attributes', anchor('00:00:04', ' href="#a"'), { 'says-more': 1 }],
    ['other classes', '<a class="yt-timestamp big" data-t="0:04">[0:04]</a>', { 'says-more': 1 }],
    ['a playlist', anchor('00:00:04', ` data-v="https://youtu.be/${otherId}?list=PL1"`), { 'says-more': 1 }],
    ['fractions of a second', '[0:04.5]', { fraction: 1 }],
    ['a time beside one that stays', '[0:04, 0:05, 90:00]', { place: 2, 'no-second': 1 }],
  ])('%s', (_, text, left) => {
    expect(toLinks(text)).toBe(text);
    expect(leftOf(convertTo('link', text, note))).toEqual(left);
  });

  it('without a video for the note', () => {
    const text = `[0:04] ${anchor('00:00:04', ` data-v="${otherId}"`)}`;
    const conversion = convertTo('link', text, { ...note, videos: NO_VIDEOS });
    expect(applyChanges(text, conversion.changes)).toBe(`[0:04] [0:04](https://youtu.be/${otherId}?t=4)`);
    expect(leftOf(conversion)).toEqual({});
  });
});

describe('a timestamp stays if a link in its place would not be read as one, or would break another', () => {
  const one = anchor('00:00:04');
  it.each([
    `[see ${one} there](note.md)`,
    `![see ${one} there](zoo.png)`,
    `<a href="note.md">see ${one}`,
    `<code>${one}</code>`,
    `a^[see ${one}]`,
    `[^1]: see ${one}`,
    `Wow!${one} Wow![0:05]`,
    `[zoo]${one}\n\n[zoo]: zoo.md`,
  ])('%s', (text) => {
    expect(toLinks(text)).toBe(text);
    expect(leftOf(convertTo('link', text, note))).toEqual({ place: scan(text).length });
  });

  it('behind an anchor that is never closed, which would take the link for its label', () => {
    const text = `<a class="yt-timestamp" data-t="0:04"> ${one}`;
    expect(toLinks(text)).toBe(text);
  });
});

describe('a link stays that has', () => {
  const address = `https://youtu.be/${own}?t=4`;
  it.each([
    ['a title', `[0:04](${address} "Zoo")`, { 'says-more': 1 }],
    ['a playlist', `[0:04](${address}&list=PL1)`, { 'says-more': 1 }],
    ['a fragment', `[0:04](${address}#chapter)`, { 'says-more': 1 }],
    ['two times', `[0:04](${address}&start=5)`, { doubtful: 1 }],
    ['another label', `[0:05](${address})`, { doubtful: 1 }],
    ['no second', `[90:00](https://youtu.be/${own}?t=5400)`, { 'no-second': 1 }],
    ['brackets around it that would become a link', `[a [0:04](${address}) b](note.md)`, { place: 1 }],
  ])('%s', (_, text, left) => {
    expect(toTimestamps(text)).toBe(text);
    expect(leftOf(convertTo('anchor', text, note))).toEqual(left);
  });
});

describe('of a range', () => {
  const text = `[0:04] ${anchor('00:00:05')} [0:06, 0:07]`;
  it.each([
    ['nothing is converted between timestamps', { from: 6, to: 7 }, ['bare', 'anchor', 'bare', 'bare']],
    ['what is partly in it is', { from: 5, to: 8 }, ['link', 'link', 'bare', 'bare']],
    [
      'the times of one bracket are together',
      { from: text.length - 3, to: text.length },
      ['bare', 'anchor', 'link', 'link'],
    ],
  ])('%s', (_, range, kinds) => {
    expect(scan(toLinks(text, range)).map(({ kind }) => kind)).toEqual(kinds);
    expect(convertTo('link', text, note, [range]).left.size).toBe(0);
  });

  it('the ranges may come in any order, and stay in it', () => {
    const ranges = [
      { from: text.length - 3, to: text.length },
      { from: 0, to: 1 },
    ];
    expect(scan(toLinks(text, ...ranges)).map(({ kind }) => kind)).toEqual([
      'link',
      'anchor',
      'link',
      'link',
    ]);
    expect(ranges.map(({ from }) => from)).toEqual([text.length - 3, 0]);
  });

  it('links are converted alike', () => {
    const links = `[0:04](https://youtu.be/${own}?t=4) [0:05](https://youtu.be/${own}?t=5)`;
    expect(toTimestamps(links, { from: 1, to: 2 })).toBe(
      `${anchor('00:00:04')}${links.slice(links.indexOf(' '))}`,
    );
  });
});

/** What each timestamp means; what is cut off at a length is written as a whole second. */
const meanings = (text: string, context: NoteContext): readonly string[] =>
  readTimestamps(text, context).map(({ interpretation, clipEnd, video, limit }) => {
    const last = Math.floor(limit.seconds);
    const start = Math.min(secondsOf(interpretation) ?? NaN, last);
    const end = clipEnd === undefined || start === last ? '' : Math.min(clipEnd, last);
    return `${start}-${end} of ${video === undefined ? 'no video' : videoKey(video)}`;
  });

function expectNothingLost(text: string, context: NoteContext): void {
  const meant = meanings(text, context);
  for (const [index, target] of TARGETS.entries()) {
    const once = applyChanges(text, convertTo(target, text, context).changes);
    expect(meanings(once, context)).toEqual(meant);
    const next = TARGETS[(index + 1) % TARGETS.length] ?? target;
    expect(meanings(applyChanges(once, convertTo(next, once, context).changes), context)).toEqual(meant);
  }
}

it('an anchor in the address of an image is converted once, if at all', () => {
  const text = `![0:04](${anchor('0:04')})`;
  const once = toLinks(text);
  expect(toLinks(once)).toBe(once);
  const back = toTimestamps(once);
  expect(toTimestamps(back)).toBe(back);
});

describe('to links and back', () => {
  const moment = fc
    .tuple(fc.nat(4203), fc.nat(4203))
    .map(([one, other]) => ({
      seconds: Math.min(one, other),
      end: one === other ? undefined : Math.max(one, other),
    }))
    .chain((whole) => fc.constantFrom(whole, { seconds: whole.seconds }));
  const prose = fc.oneof(
    timelessProse,
    fc.constantFrom('[see ', '](note.md)', 'a^[', ']', '<code>', '</code>', '\\'),
  );
  const noteOf = (timestamps: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(fc.oneof(timestamps, prose), { maxLength: 20 }).map((parts) => parts.join(' '));
  const anchors = noteOf(
    fc.tuple(moment, fc.constantFrom(undefined, otherId)).map(([at, named]) => anchorOf(at, named)),
  );
  const links = noteOf(
    fc.tuple(moment, fc.constantFrom(own, otherId)).map(([at, id]) => linkOf(at, { kind: 'youtube', id })),
  );

  it('a note of canonical anchors is the same, byte for byte', () => {
    fc.assert(
      fc.property(anchors, (text) => {
        expect(toTimestamps(toLinks(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('a note of canonical links is the same, byte for byte', () => {
    fc.assert(
      fc.property(links, (text) => {
        expect(toLinks(toTimestamps(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('every timestamp of any note means what it did', () => {
    fc.assert(
      fc.property(noteLike, lengthLike, fc.constantFrom(ownVideo, undefined), (text, length, video) => {
        expectNothingLost(text, noteContext(length, video));
      }),
      { numRuns: 1000 },
    );
  });

  it.skipIf(!hasCorpus)('every timestamp of the notes of the corpus means what it did', () => {
    for (const name of corpusNotes()) expectNothingLost(corpusFile(name), noteContext(4202));
  });
});
