// What a timestamp looks like in a note: anchors, well-formed and broken, bare times, links; and what each says.
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { marked } from '../marked';

interface Case {
  readonly note: string;
  readonly says: Partial<Pick<Timestamp, 'end' | 'named' | 'broken'>> & {
    readonly time?: string;
    readonly label?: string;
  };
}

/** The one marked timestamp of a note is found where the marks are, and says what it should and nothing more. */
function expectOne(
  kind: Timestamp['kind'],
  { note, says: { time, label = '', end, named, broken } }: Case,
): void {
  const { text, ranges } = marked(note);
  const [[from, to] = [0, 0]] = ranges;
  expect(scan(text)).toEqual([{ kind, from, to, written: { time, label }, end, named, broken }]);
}

describe('an anchor', () => {
  const cases: readonly Case[] = [
    {
      note: 'At «<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>» he says',
      says: { time: '00:01:06', label: '[00:01:06]' },
    },
    {
      note: '«<a class="yt-timestamp" data-t="00:01:06" data-end="00:01:30">[00:01:06 - 00:01:30]</a>»',
      says: { time: '00:01:06', label: '[00:01:06 - 00:01:30]', end: '00:01:30' },
    },
    {
      note: '«<a class="yt-timestamp" data-t="00:01:06" data-v="jNQXAC9IVRw">[00:01:06]</a>»',
      says: { time: '00:01:06', label: '[00:01:06]', named: 'jNQXAC9IVRw' },
    },
    {
      note: '«<a data-v="https://youtube.com/watch?v=jNQXAC9IVRw&amp;t=1" class="yt-timestamp" data-t="1">x</a>»',
      says: { time: '1', label: 'x', named: 'https://youtube.com/watch?v=jNQXAC9IVRw&t=1' },
    },
    { note: '«<a class="yt-timestamp" data-t="00:00:39"></a>»', says: { time: '00:00:39' } },
    { note: '«<a class="yt-timestamp" data-t="">[0:39]</a>»', says: { time: '', label: '[0:39]' } },
    { note: '«<a class="yt-timestamp">[05:08]</a>»', says: { label: '[05:08]' } },
    { note: '«<a class="yt-timestamp" data="00:00:16">[00:00:16]</a>»', says: { label: '[00:00:16]' } },
    { note: '«<a class="yt-timestamp" data-05:08>[05:08]</a>»', says: { label: '[05:08]' } },
    { note: "«<a class='yt-timestamp' data-t='0:04'>0:04</a>»", says: { time: '0:04', label: '0:04' } },
    { note: '«<a class=yt-timestamp data-t=0:04>0:04</a>»', says: { time: '0:04', label: '0:04' } },
    { note: '«<A CLASS="yt-timestamp" DATA-T="0:04">0:04</A>»', says: { time: '0:04', label: '0:04' } },
    {
      note: '«<a\n  class = "cite yt-timestamp big"\n  data-t="0:04" >0:04</a >»',
      says: { time: '0:04', label: '0:04' },
    },
    {
      note: '<sup id="fnref:1">«<a href="#fn:1" class="yt-timestamp" data-t="00:54:01">[00:54:01]</a>»</sup>',
      says: { time: '00:54:01', label: '[00:54:01]' },
    },
    {
      note: '«<a class="yt-timestamp" data-t="0:04"><b>[0:04]</b></a>»',
      says: { time: '0:04', label: '[0:04]' },
    },
    { note: '«<a class="yt-timestamp" data-t="2241">Link</a>»', says: { time: '2241', label: 'Link' } },
    {
      note: '«<a class="yt-timestamp" data-t="00:18:58]">[00:18:58]</a>»',
      says: { time: '00:18:58]', label: '[00:18:58]' },
    },
    {
      note: '«<a class="yt-timestamp" data-t="0:04" data-t="0:05">[0:04]</a>»',
      says: { time: '0:04', label: '[0:04]' },
    },
  ];

  it.each(cases)('is found: $note', (one) => expectOne('anchor', one));
});

describe('an anchor with a broken tag', () => {
  const cases: readonly Case[] = [
    {
      note: '«<a class="yt-timestamp" data-05:08">[05:08]</a>»',
      says: { label: '[05:08]' },
    },
    {
      note: '«<a class="yt="yt-timestamp" data-t="00:53:33">[00:53:33]</a>»',
      says: { time: '00:53:33', label: '[00:53:33]' },
    },
    {
      note: '«<a class="yt\nclass="yt-timestamp" data-t="00:06:28">[00:06:28]</a>»',
      says: { time: '00:06:28', label: '[00:06:28]' },
    },
    {
      note: '«<a class class="yt-timestamp" data-t="36:08:00">[00:36:08]</a>»',
      says: { time: '36:08:00', label: '[00:36:08]' },
    },
    { note: 'see «<a class="yt-timestamp" data-t="00:29:29]</a>». It "also"', says: { time: '00:29:29]' } },
    {
      note: '«<a class="yt-timestamp" data-t="00:15:11]-[00:15:24]</a>». Both "A" and',
      says: { time: '00:15:11', end: '00:15:24]' },
    },
    {
      note: '«<a%20class="yt-timestamp"%20data-t="00:00:41">»text',
      says: { time: '00:00:41' },
    },
    {
      note: '(«[00:00:41](<a%20class="yt-timestamp"%20data-t="00:00:41">)»)',
      says: { time: '00:00:41', label: '[00:00:41]' },
    },
    {
      note: '«[01:27:42](<a class="yt-timestamp" data-t="01:27:42</a>)».',
      says: { time: '01:27:42', label: '[01:27:42]' },
    },
    {
      note: '«[00:21:00](<a class="yt-timestamp" data-t="00:21:00%3C/a>)».',
      says: { time: '00:21:00', label: '[00:21:00]' },
    },
  ];

  it.each(cases)('is found, and known to be broken: $note', ({ note, says }) => {
    expectOne('anchor', { note, says: { ...says, broken: 'tag' } });
  });
});

describe('an anchor that is never closed', () => {
  const cases: readonly Case[] = [
    {
      note: '«<a class="yt-timestamp" data-t="0:04">[0:04]» and on it goes',
      says: { time: '0:04', label: '[0:04]' },
    },
    {
      note: '«<a class="yt-timestamp" data-t="0:04">0:04»>. An engine',
      says: { time: '0:04', label: '0:04' },
    },
    { note: '«<a class="yt-timestamp" data-t="0:04">[0:04»', says: { time: '0:04', label: '[0:04' } },
    { note: '«<a class="yt-timestamp" data-t="0:04">». These states', says: { time: '0:04' } },
    {
      note: '«<a class="yt-timestamp" data-t="0:04">[0:04]»</sup>, more',
      says: { time: '0:04', label: '[0:04]' },
    },
    { note: '«<a class="yt-timestamp" data-t="0:04">»\n\nNext.</a>', says: { time: '0:04' } },
    { note: '«<a class="yt-timestamp" data-t="0:04">»[[note|shown]]', says: { time: '0:04' } },
  ];

  it.each(cases)('ends with the time at its start: $note', ({ note, says }) => {
    expectOne('anchor', { note, says: { ...says, broken: 'unclosed' } });
  });

  it('ends at the latest where the next one begins', () => {
    const { text, ranges } = marked(
      '«<a class="yt-timestamp" data-t="0:04">[0:04]»], «<a class="yt-timestamp" data-t="0:05">[0:05]</a>»',
    );
    expect(scan(text).map(({ from, to, broken }) => [from, to, broken])).toEqual([
      [...(ranges[0] ?? []), 'unclosed'],
      [...(ranges[1] ?? []), undefined],
    ]);
  });
});

it('ends a link that it stands in, as in a browser', () => {
  const text = '<a href="zoo.md">[0:03] <a class="yt-timestamp" data-t="0:04">[0:04]</a> [0:05]';
  expect(scan(text).map(({ written }) => written.time)).toEqual(['0:04', '0:05']);
});

it('takes no text for its attribute, where a quote is astray', () => {
  const text = '<a class="yt-timestamp" data-t="0:04]</a>. They say" so> and [0:05] [0:06]';
  expect(scan(text).map(({ written }) => written.time)).toEqual(['0:04]', '0:05', '0:06']);
});

it('leaves the text out of an anchor that holds more than a label', () => {
  expectOne('anchor', {
    note: '«<a class="yt-timestamp" data-t="0:04">»last to take hand off a million keeps it</a>',
    says: { time: '0:04', broken: 'overlong' },
  });
});

describe('bare times', () => {
  it.each([
    'at «[00:11:12]» he says',
    '«[1:19:50]»',
    '«[41:50]»«[0:04]»',
    '«[02:1:01]» «[01:00:17:51]» «[04:27:819]» «[0:04.5]»',
    '«[ 0:04 ]»',
    '(«[0:04]», «[0:05]»)',
    '[«00:11:12», «00:12:40»]',
    '[«0:11»; «0:12», «0:13»]',
    '[«00:01:00» | «00:02:00»]',
    '«[00:02:31 - 00:02:45]»',
    '«[0:02–0:05]»',
    '[«0:01 - 0:02», «0:03»]',
    'Wow!«[0:04]» and \\^«[0:04]»',
    '\\\\«[0:04]»',
    'a [box [with] «[0:04]» in it]',
    '[[note]]«[0:04]»',
    '[x](y.md)«[0:04]»',
    '«[0:04]» (in passing)',
    '«[0:04]»(not a target)',
    '«[0:04]»[and this]',
    '«[0:04]»: what he says',
    '5 < 6 «[0:04]» > 4',
    '$5 and «[0:04]» $6',
    '50% «[0:04]» 50%',
    'a ` tick «[0:04]»',
    '`` two ` «[0:04]»',
  ])('are found, each for itself: %s', (note) => {
    const { text, ranges } = marked(note);
    const found = scan(text);
    expect(found.map(({ from, to }) => [from, to])).toEqual(ranges);
    expect(found.map(({ kind }) => kind)).toEqual(found.map(() => 'bare'));
  });

  it('say their time and show what is written', () => {
    expect(scan('[00:11:12, 00:12:40 - 00:13:00]')).toMatchObject([
      { written: { time: '00:11:12', label: '00:11:12' }, end: undefined },
      { written: { time: '00:12:40', label: '00:12:40 - 00:13:00' }, end: '00:13:00' },
    ]);
    expect(scan('[0:04 – 0:07]')).toMatchObject([
      { written: { time: '0:04', label: '[0:04 – 0:07]' }, end: '0:07', named: undefined },
    ]);
  });

  it.each([
    ['a number', '[4] [2241] [90s]'],
    ['a ratio', '[16:9] [4:3]'],
    ['no time of any clock', '[12:75] [04:72:00] [0:60]'],
    ['more than times', '[John 3:16] [0:04 he says] [see 0:04]'],
    ['times without brackets', 'at 0:04 {0:04} 0:04'],
    ['a bracket that goes on in the next line', '[0:04,\n0:05]'],
    ['a range of three', '[0:04 - 0:05 - 0:06]'],
  ])('are not read out of %s', (_, text) => expect(scan(text)).toEqual([]));
});

describe('a link', () => {
  const address = 'https://youtu.be/jNQXAC9IVRw?t=754';

  it.each([
    [`At «[12:34](${address})» he`, '12:34'],
    [`«[\\[12:34\\]](${address})»`, '[12:34]'],
    [`«[[12:34]](${address})»`, '[12:34]'],
    [`«[ 12:34 ](${address} "Zoo")»`, '12:34'],
    [`«[12:34](<${address}>)»`, '12:34'],
    [`«[12m34s](${address})»`, '12m34s'],
    [`[outer «[12:34](${address})» outer](note.md)`, '12:34'],
    [`\\!«[12:34](${address})»`, '12:34'],
    [`^[ open [with «[12:34](${address})» in it] and on`, '12:34'],
  ])('to a time of a YouTube video, whose text is a time, is found: %s', (note, label) => {
    const { text, ranges } = marked(note);
    const [[from, to] = [0, 0]] = ranges;
    expect(scan(text)).toEqual([
      { kind: 'link', from, to, written: { time: '754', label }, end: undefined, named: address },
    ]);
  });

  it('may have a range for its text', () => {
    expect(scan(`[12:34 - 12:40](${address})`)).toMatchObject([{ kind: 'link', end: '12:40' }]);
  });

  it('names its target as a browser would read it', () => {
    const [link] = scan('[1:00](https://www.youtube.com/watch?v=jNQXAC9IVRw&amp;t=1m)');
    expect(link).toMatchObject({
      written: { time: '60' },
      named: 'https://www.youtube.com/watch?v=jNQXAC9IVRw&t=1m',
    });
  });

  it.each([
    ['has words for its text', `[the zoo](${address})`],
    ['has a number for its text', `[12](${address})`],
    ['says more in front of a time in brackets', `[Welcome [12:34]](${address})`],
    ['says more behind a time in brackets', `[[12:34] Welcome to the show](${address})`],
    [
      'says more on both sides of escaped brackets',
      `[a \\[12:34\\] b](${address}) [\\[12:34\\] b](${address})`,
    ],
    ['says more in double brackets', `[[12:34 Welcome]](${address}) [[a [12:34]]](${address})`],
    ['has a picture beside the time', `[12:34 ![](zoo.png)](${address}) [![12:34](zoo.png)](${address})`],
    ['has two times in brackets for its text', `[[12:34] [12:40]](${address}) [[12:34]-[12:40]](${address})`],
    ['has three brackets around the time', `[[[12:34]]](${address})`],
    ['has several times for its text', `[12:34, 12:40](${address})`],
    ['leads to no time', '[12:34](https://youtu.be/jNQXAC9IVRw)'],
    ['leads elsewhere', '[12:34](https://example.com/?t=754)'],
    ['leads to a note', '[12:34](note.md) [12:34](<a note.md>)'],
    ['holds a time in its text', '[he says [0:04] so](note.md)'],
    ['is an image', `![12:34](${address}) ![12:34](zoo.png) ![a [0:04]](zoo.png)`],
    ['is in an image', `![a [12:34](${address}) b](zoo.png)`],
    ['is in a footnote', `a^[[b [12:34](${address})] c]`],
    ['is defined elsewhere', '[0:04] and [0:05][zoo]\n\n[0:04]: zoo.md\n[Zoo]: zoo.md "The zoo"'],
    ['is HTML', '<a href="zoo.md">[0:04]</a> <a href="zoo.md">and [0:05]'],
  ])('that %s is left alone', (_, text) => expect(scan(text)).toEqual([]));
});

describe('a link around a timestamp', () => {
  const anchor = '<a class="yt-timestamp" data-t="00:00:09">[00:00:09]</a>';
  const address = 'https://youtu.be/jNQXAC9IVRw?t=9';
  it.each([
    `[«${anchor}»](${address})`,
    `[[«${anchor}»]](${address})`,
    `[ **«${anchor}»** ](<${address}> "Zoo")`,
    `[a «${anchor}» [0:09] b](${address})`,
    `![«${anchor}»](${address})`,
    `[«[0:09](${address})» «${anchor}»](${address})`,
    `> - [«${anchor}»](${address})\r\n`,
  ])('leaves what it is around, and is none itself: %s', (note) => {
    const { text, ranges } = marked(note);
    expect(scan(text).map(({ from, to }) => [from, to])).toEqual(ranges);
  });
});

it('finds all kinds in order', () => {
  const anchor = '<a class="yt-timestamp" data-t="0:05">[0:05]</a>';
  const text = `[0:04] ${anchor} [0:06](https://youtu.be/jNQXAC9IVRw?t=6) [0:07, 0:08]`;
  expect(scan(text).map(({ kind }) => kind)).toEqual(['bare', 'anchor', 'link', 'bare', 'bare']);
});
