// Which times of a note are chips: every way to write one, and everything that looks like one and is none.
import { describe, expect, it } from 'vitest';
import { videoOf } from '../../../src/core/mean/attribution';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { videoKey } from '../../../src/core/mean/video';
import { readNoteVideos } from '../../../src/core/read/note-videos';
import { scan } from '../../../src/core/read/scan';
import { shownTimestamps, type NoteContext } from '../../../src/core/read/shown';
import { noteContext, ownVideo } from '../doubtful-notes';

const own = 'https://youtu.be/dQw4w9WgXcQ';

function shownIn(text: string, note: NoteContext = noteContext()): readonly Timestamp[] {
  return shownTimestamps((from, to) => text.slice(from, to), scan(text), note);
}

/** The chips of a note, each as its kind, its time, and its end if it has one. */
function chipsIn(text: string, note?: NoteContext): readonly string[] {
  return shownIn(text, note).map(({ kind, written, end }) =>
    [kind, written.time, end].filter((part) => part !== undefined).join(' '),
  );
}

const lines = (...all: readonly string[]): string => all.join('\n');

describe('a chip is made of', () => {
  it.each<[string, string, readonly string[]]>([
    ['a paragraph of the Web Clipper', '**0:43** · text and text', ['line 0:43']],
    ['several in one paragraph', lines('**0:43** · one', '**0:51** · two'), ['line 0:43', 'line 0:51']],
    ['an hour of the Web Clipper', '**1:02:03** · text', ['line 1:02:03']],
    [
      'chapters',
      lines('0:00 Intro', '0:37 Second brain', '12:01 End'),
      ['line 0:00', 'line 0:37', 'line 12:01'],
    ],
    [
      'chapters with dashes',
      lines('0:00 - a', '00:37 – b', '1:02:03 — c'),
      ['line 0:00', 'line 00:37', 'line 1:02:03'],
    ],
    [
      'a list of chapters',
      lines('- 0:00 a', '- 0:37 b', '- 1:02:03 Q&A'),
      ['line 0:00', 'line 0:37', 'line 1:02:03'],
    ],
    [
      'parenthesized chapters',
      lines('(0:00) a', '(0:37) b', '(1:02) c'),
      ['parentheses 0:00', 'parentheses 0:37', 'parentheses 1:02'],
    ],
    [
      'chapters with two spaces at their ends',
      '0:00:00 a  \n0:00:37 b  \n0:01:37 c  ',
      ['line 0:00:00', 'line 0:00:37', 'line 0:01:37'],
    ],
    [
      'chapters with text between',
      lines('0:00 a', '', 'words', '', '0:37 b', '', '## more', '', '1:37 c'),
      ['line 0:00', 'line 0:37', 'line 1:37'],
    ],
    [
      'headings',
      lines('## 0:00 a', 'text', '## 0:37 b', 'text', '## 1:37 c'),
      ['line 0:00', 'line 0:37', 'line 1:37'],
    ],
    ['tasks', lines('- [ ] 0:00 a', '- [x] 0:37 b', '- [ ] 1:37 c'), ['line 0:00', 'line 0:37', 'line 1:37']],
    ['quotes', lines('> 0:00 a', '> 0:37 b', '> 1:37 c'), ['line 0:00', 'line 0:37', 'line 1:37']],
    [
      'cells',
      lines('| at | what |', '| --- | --- |', '| 0:00 | a |', '| 0:37 | b |', '| 1:37 | c |'),
      ['line 0:00', 'line 0:37', 'line 1:37'],
    ],
    [
      'chapters with ends',
      lines('0:00 - 0:37 a', '0:37 – 1:10 b', '1:10 to 2:00 c'),
      ['line 0:00 0:37', 'line 0:37 1:10', 'line 1:10 2:00'],
    ],
    ['chapters on Windows', '0:00 a\r\n0:37 b\r\n1:37 c\r\n', ['line 0:00', 'line 0:37', 'line 1:37']],
    [
      'a cue of subtitles',
      lines('00:00:01,000 --> 00:00:04,000', 'words'),
      ['line 00:00:01,000 00:00:04,000'],
    ],
    ['a cue in brackets', '[00:00:01.000 --> 00:00:04.000] words', ['bare 00:00:01.000 00:00:04.000']],
    [
      'names and times',
      lines('Anna 0:03', 'Hello.', 'Bob Lee 0:09', 'Hi.', '**Anna** 0:14', 'Bye.'),
      ['line 0:03', 'line 0:09', 'line 0:14'],
    ],
    [
      'times and names',
      lines('0:03 Anna:', '0:09 Bob:', '0:14 Anna:'),
      ['line 0:03', 'line 0:09', 'line 0:14'],
    ],
    ['a name with a time in parentheses', 'Speaker 1 (12:34)', ['parentheses 12:34']],
    ['parentheses', 'As he says (12:34) and (2:30 - 5:45).', ['parentheses 12:34', 'parentheses 2:30 5:45']],
    [
      'brackets with a range',
      'Section [2:30 → 5:45] [0:10 -- 0:20] [0:10 — 0:20]',
      ['bare 2:30 5:45', 'bare 0:10 0:20', 'bare 0:10 0:20'],
    ],
    ['an escaped bracket', '\\[0:04\\] text', ['bare 0:04']],
    ['a bare address', `See ${own}?t=62, then.`, ['address 62']],
    ['an address in angle brackets', `<${own}?t=1m2s>`, ['address 62']],
    ['a block', '```timestamp\n07:51\n```', ['block 07:51']],
    ['a macro', 'a {{youtube-timestamp 62}} b', ['macro 62']],
    ['a link without an address', '[02:01]() text', ['link 02:01']],
    ['a link to its own text', '[02:01](02:01) [02:01](#t=121)', ['link 02:01', 'link 121']],
    ['a link of the vault', '[[talk.mp4#t=62|01:02]]', ['link 62']],
    ['a link to a media file', '[01:02](talk.mp4#t=62) [01:02](talk.mp4#t=62,75)', ['link 62', 'link 62 75']],
    [
      'a link of which the last time counts',
      `[0:10](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=119&t=10)`,
      ['link 10'],
    ],
    ['a link to a clip', `[0:10](${own}#t=62,70)`, ['link 62 70']],
    ['a link to the start', `[0:00](${own})`, ['link 0']],
    [
      'links with marks',
      `[**1:02**](${own}?t=62) [@1:02](${own}?t=62) [▶ 1:02](${own}?t=62) [(1:02)](${own}?t=62)`,
      ['link 62', 'link 62', 'link 62', 'link 62'],
    ],
    ['an HTML link', `<a href="${own}?t=62">1:02</a>`, ['link 62']],
  ])('%s', (_, text, chips) => expect(chipsIn(text)).toEqual(chips));
});

describe('no chip is made of', () => {
  it.each([
    ['a schedule', lines('- 9:00 Breakfast', '- 12:30 Lunch', '- 14:00 Standup')],
    ['a schedule with ends', lines('14:30-15:00 Standup', '15:00-15:30 Call', '16:00-17:00 Review')],
    ['a line of a journal', '- 15:38 wrote this'],
    ['two lines', lines('0:00 a', '0:37 b')],
    ['verses', lines('John 3:16', 'Luke 4:18', 'Mark 9:23', 'Surah 2:255', 'Ex 20:3')],
    ['ratios', '16:9 and 1:1, a 3:1 win, aspect ratio (16:10), odds (10:11)'],
    [
      'times of the day',
      lines('10:30 am', 'at 14:30 CET', '12:34:56Z', 'T12:30', '0:30 pm a', '0:31 pm b', '0:32 pm c'),
    ],
    ['dates', lines('2026-11-30 12:30', '2026-11-30T12:30')],
    ['addresses of machines', '00:1B:44:11:3A:B7 and fe80::1:20:30'],
    ['code', lines('`0:04` std::10:20', '', '```', '0:00 a', '0:37 b', '1:37 c', '```')],
    ['a version', 'v1:02:03 12:34:56:78:9a'],
    ['an index', 'label[0:50] x[11:15] f(11:15)'],
    ['parentheses with words', '(at 12:34) (12:34 later) (John 3:16)'],
    ['addresses without a time', `${own} <${own}>`],
    ['an embed with a fragment', '![[talk.mp4#t=60,70]]'],
    ['a link of the vault that says more', '[[talk.mp4#t=62|the talk]] [[talk.mp4#t=62]]'],
    ['other sites', '[1:02](https://www.bilibili.com/video/BV1?t=62) [1:02](obsidian://podnotes?t=62)'],
    ['math and comments', '$0:04$ %% (0:04) %% <!-- (0:04) -->'],
    ['properties', '---\nat: (0:04)\n---\ntext'],
    ['a block of other code', '```js\n07:51\n```'],
    ['the text of a link', '[see (1:02)](note.md)'],
  ])('%s', (_, text) => expect(chipsIn(text)).toEqual([]));

  it('a time past the end of its video, if its length is known', () => {
    const short = noteContext(100);
    expect(chipsIn('(12:34) (0:34)', short)).toEqual(['parentheses 0:34']);
    expect(chipsIn('**1:02:03** · text', short)).toEqual([]);
    expect(chipsIn('[12:34] [0:34]', short)).toEqual(['bare 12:34', 'bare 0:34']);
  });

  it('a list in brackets that lies on five-minute marks and runs past the end', () => {
    const day = lines('- [9:00] Breakfast', '- [12:30] Lunch', '- [14:00] Standup');
    expect(chipsIn(day, noteContext(600))).toEqual([]);
    expect(chipsIn(day)).toHaveLength(3);
  });

  it('anything but an anchor, in a note without a video or one that wants none', () => {
    const text = `0:00 a\n0:37 b\n1:37 c (0:04) [0:05] <a class="yt-timestamp" data-t="00:00:06">[00:00:06]</a>`;
    expect(chipsIn(text, { ...noteContext(), videos: { own: undefined, shown: [] } })).toEqual([
      'anchor 00:00:06',
    ]);
    expect(chipsIn(text, { ...noteContext(), wantsAll: false })).toEqual(['anchor 00:00:06']);
  });
});

describe('a run', () => {
  it('may begin later, if the length is known and it fits, and not all lies on five-minute marks', () => {
    const late = lines('2:10 a', '5:00 b', '7:31 c');
    expect(chipsIn(late)).toEqual([]);
    expect(chipsIn(late, noteContext(600))).toHaveLength(3);
    expect(chipsIn(late, noteContext(400))).toEqual([]);
    expect(chipsIn(lines('5:00 a', '10:00 b', '15:00 c'), noteContext(1000))).toEqual([]);
  });

  it('does not begin late with times that only say something of a timestamp in their row of a table', () => {
    const row = (time: string): string =>
      `| word | <a class="yt-timestamp" data-t="${time}">[${time}]</a> | ${time} |`;
    const table = lines('| a | b | c |', '| - | - | - |', row('2:10'), row('5:01'), row('7:31'));
    expect(chipsIn(table)).toEqual(chipsIn(table, noteContext(600)));
    const times = lines('| a | b |', '| - | - |', '| 2:10 | a |', '| 5:01 | b |', '| 7:31 | c |');
    expect(chipsIn(times, noteContext(600))).toHaveLength(3);
  });

  it('leaves out a line that stands out of order', () => {
    expect(chipsIn(lines('0:00 a', '9:00 b', '0:37 c', '1:37 d'))).toEqual([
      'line 0:00',
      'line 0:37',
      'line 1:37',
    ]);
  });

  it('begins anew where the times do', () => {
    const twice = lines('0:00 a', '1:00 b', '2:00 c', '', '0:00 d', '0:30 e');
    expect(chipsIn(twice)).toEqual(['line 0:00', 'line 1:00', 'line 2:00']);
  });

  it('is not asked for, or not looked for, by the setting', () => {
    const one = '9:00 Breakfast';
    const setting = (lineTimes: 'off' | 'always'): NoteContext => {
      const note = noteContext();
      return { ...note, syntaxes: { ...note.syntaxes, lineTimes } };
    };
    expect(chipsIn(one, setting('always'))).toEqual(['line 9:00']);
    expect(chipsIn('**0:43** · text', setting('off'))).toEqual([]);
  });
});

describe('a timestamp is about', () => {
  const names = ['videoId', 'video', 'source'];
  const file = (link: string): string | undefined => (link.endsWith('.mp4') ? `media/${link}` : undefined);

  function videosIn(text: string, properties: object = {}): readonly (string | undefined)[] {
    const videos = readNoteVideos({ text, properties, names, resolve: file });
    return shownIn(text, { ...noteContext(), videos, resolve: file }).map((timestamp) => {
      const video = videoOf(timestamp, videos, file);
      return video === undefined ? undefined : videoKey(video);
    });
  }
  const zoo = 'https://www.youtube.com/watch?v=jNQXAC9IVRw';
  const ownKey = videoKey(ownVideo);
  const zooKey = 'youtube:jNQXAC9IVRw';

  it.each<[string, string, object, readonly (string | undefined)[]]>([
    ['the video above it', `![](${own})\n\n(0:01)\n\n![](${zoo})\n\n(0:02)`, {}, [ownKey, zooKey]],
    [
      'the video above it, and not the property',
      `![](${own})\n\n(0:01)\n\n![](${zoo})\n\n(0:02)`,
      { videoId: 'aircAruvnKk' },
      [ownKey, zooKey],
    ],
    ['the only embed, also below it', `(0:01)\n\n![](${own})`, {}, [ownKey]],
    ['the property, if there is one embed', `![](${zoo})\n\n(0:01)`, { videoId: 'dQw4w9WgXcQ' }, [ownKey]],
    ['a property in another case', '(0:01)', { VideoID: 'dQw4w9WgXcQ' }, [ownKey]],
    ['an address in any other property', '(0:01)', { watch: own }, [ownKey]],
    ['no property, if several name several videos', '(0:01)', { watch: own, other: zoo }, []],
    ['a property with a title', '(0:01)', { source: `[Talk](${own})` }, [ownKey]],
    [
      'a frame',
      `<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?start=3"></iframe>\n\n(0:01)`,
      {},
      [ownKey],
    ],
    ['nothing that is shown as code', `a \`![](${own})\` b\n\n(0:01)`, {}, []],
    ['a file', '![[talk.mp4]]\n\n(0:01)', {}, ['file:media/talk.mp4']],
    ['a block with an address', `\`\`\`timestamp-url\n${own}\n\`\`\`\n\n(0:01)`, {}, [ownKey]],
    ['an address in the first lines', `# Talk\n\nSource: ${own}\n\n(0:01)`, {}, [ownKey]],
    ['a link in the first lines', `[Watch on YouTube](${own})\n\n(0:01)`, {}, [ownKey]],
    ['nothing, if the first lines name two', `${own}\n${zoo}\n\n(0:01)`, {}, []],
    [
      'nothing below a video that cannot be played',
      `![](${own})\n\n(0:01)\n\n<iframe src="https://player.vimeo.com/video/1"></iframe>\n\n(0:02)`,
      {},
      [ownKey],
    ],
  ])('%s', (_, text, properties, videos) => expect(videosIn(text, properties)).toEqual(videos));
});

it.each([
  ['[0:04](C%23/talk.mp4#t=4)', 'C%23/talk.mp4'],
  ['[0:04](C#/talk.mp4#t=4)', 'C#/talk.mp4'],
  ['[0:04](Lecture%20%233.mp4#x=1&t=4)', 'Lecture%20%233.mp4'],
])('%s is a moment of the file, whatever its path holds', (text, path) => {
  expect(scan(text)).toMatchObject([{ kind: 'link', written: { time: '4' }, named: path }]);
});
