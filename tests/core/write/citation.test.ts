// A moment of a video as text, in each form.
import { describe, expect, it } from 'vitest';
import {
  citationText,
  clipBetween,
  momentAt,
  type Citation,
  type Form,
} from '../../../src/core/write/citation';
import { scan } from '../../../src/core/read/scan';
import { readTemplate } from '../../../src/core/write/template';
import type { Video } from '../../../src/core/mean/video';

const onYouTube: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const file: Video = { kind: 'file', path: 'media/A talk (1).mp4' };
const atAddress: Video = { kind: 'url', url: 'https://media.example/talk.mp4' };

function template(text: string): Form {
  const read = readTemplate(text);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

const citing = (video: Video, more: Partial<Citation> = {}): Citation => ({
  video,
  moment: { seconds: 66.9 },
  title: 'Me at the zoo',
  ...more,
});

describe('a moment', () => {
  it.each([
    [66.9, 0, 66.9],
    [66.9, 5, 61.9],
    [3, 5, 0],
    [0, 0, 0],
  ])('at %s s, %s s back, is %s s', (playhead, lookBack, seconds) => {
    expect(momentAt(playhead, lookBack).seconds).toBeCloseTo(seconds);
  });
});

describe('a clip', () => {
  it.each([
    ['from its start to its end', 10.5, 20.5, { seconds: 10.5, end: 20.5 }],
    ['whichever was marked first', 20.5, 10.5, { seconds: 10.5, end: 20.5 }],
    ['and no clip within one second', 10.2, 10.8, { seconds: 10.2 }],
    ['from the very beginning', 0, 1, { seconds: 0, end: 1 }],
  ])('is %s', (_, one, other, moment) => expect(clipBetween(one, other)).toEqual(moment));
});

describe('a citation', () => {
  it.each([
    ['anchor', onYouTube, true, '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>'],
    [
      'anchor',
      onYouTube,
      false,
      '<a class="yt-timestamp" data-t="00:01:06" data-v="jNQXAC9IVRw">[00:01:06]</a>',
    ],
    [
      'anchor',
      file,
      false,
      '<a class="yt-timestamp" data-t="00:01:06" data-v="media/A talk (1).mp4">[00:01:06]</a>',
    ],
    ['link', onYouTube, true, '[1:06](https://youtu.be/jNQXAC9IVRw?t=66)'],
    ['link', onYouTube, false, '[1:06](https://youtu.be/jNQXAC9IVRw?t=66)'],
    ['link', file, true, '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>'],
    [
      'link',
      atAddress,
      false,
      '<a class="yt-timestamp" data-t="00:01:06" data-v="https://media.example/talk.mp4">[00:01:06]</a>',
    ],
  ] as const)('as %s of %o in its own note %s', (form, video, isOwn, text) => {
    expect(citationText(citing(video), form, isOwn)).toBe(text);
  });

  it.each([
    ['[{{time}}]({{url}})', onYouTube, '[00:01:06](https://youtu.be/jNQXAC9IVRw?t=66)'],
    ['[{{time}}]({{url}})', file, '[00:01:06](media/A%20talk%20%281%29.mp4#t=66)'],
    ['[{{time}}]({{url}})', atAddress, '[00:01:06](https://media.example/talk.mp4#t=66)'],
    ['{{seconds}} s of {{video}}', file, '66 s of media/A talk (1).mp4'],
    ['{{title}}: {{time}}', onYouTube, 'Me at the zoo: 00:01:06'],
  ])('in the form %s of %o', (form, video, text) => {
    expect(citationText(citing(video), template(form), true)).toBe(text);
  });

  it.each([
    ['<i title="{{title}}">{{time}}</i>', '<i title="A &quot;b&quot; &amp; &lt;c&gt; *d*">00:01:06</i>'],
    ['<a data-t="{{seconds}}" data-v="{{video}}">', '<a data-t="66" data-v="media/A &quot;talk&quot;.mp4">'],
    ['{{title}} <i>{{seconds}}', String.raw`A "b" & \<c\> \*d\* <i>66`],
    ['a < b {{title}} {{seconds}}', String.raw`a < b A "b" & \<c\> \*d\* 66`],
  ])('in the user’s form %s is as HTML where a tag goes on, and as Markdown elsewhere', (form, text) => {
    const cited = citing({ kind: 'file', path: 'media/A "talk".mp4' }, { title: 'A "b" & <c> *d*' });
    expect(citationText(cited, template(form), true)).toBe(text);
  });

  it('in the user’s form has the range of a clip, and in an attribute its start', () => {
    const clip = citing(onYouTube, { moment: { seconds: 66, end: 90 } });
    const form = template('<a class="yt-timestamp" data-t="{{time}}">[{{time}}]</a>');
    expect(citationText(clip, form, true)).toBe(
      '<a class="yt-timestamp" data-t="00:01:06">[00:01:06 - 00:01:30]</a>',
    );
  });

  it('has a title that is text and nothing else, on one line', () => {
    const title = 'A [clip] <b>*talk*</b>\n| #1 `x` $y$ ==z==';
    const text = citationText(citing(onYouTube, { title }), template('[{{time}}] {{title}}'), true);
    expect(text).toBe(String.raw`[00:01:06] A \[clip\] \<b\>\*talk\*\</b\> \| \#1 \`x\` \$y\$ \=\=z\=\=`);
    expect(scan(text)).toHaveLength(1);
  });

  it('has the video’s own name where its title is not known', () => {
    expect(
      citationText(citing(onYouTube, { title: undefined }), template('{{title}} {{seconds}}'), true),
    ).toBe('jNQXAC9IVRw 66');
  });
});
