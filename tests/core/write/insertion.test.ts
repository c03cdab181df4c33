// Timestamps put into notes: the text around them, byte for byte, and where the caret ends.
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/write/rewrite';
import type { Form } from '../../../src/core/write/citation';
import { insertion, type Insertion, type InsertionRequest } from '../../../src/core/write/insertion';
import { readTemplate } from '../../../src/core/write/template';
import { readProperties } from '../../../src/core/write/properties';
import { scan } from '../../../src/core/read/scan';
import { readVideo, videoOfProperties, type Video } from '../../../src/core/mean/video';
import { marked, unmarked } from '../../support/caret-notation';

const video: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const other: Video = { kind: 'youtube', id: 'aaaaaaaaaaa' };
const properties = { names: ['videoId', 'video'], parse };
const T = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';
const NAMED = '<a class="yt-timestamp" data-t="00:01:06" data-v="jNQXAC9IVRw">[00:01:06]</a>';

interface Done extends Pick<Insertion, 'remarks'> {
  readonly note: string;
}

/** Writes 1:06 of the note's video at the carets that `before` marks. */
function insertInto(before: string, options: Partial<InsertionRequest> = {}): Done {
  const { text, selections } = unmarked(before);
  const { changes, carets, remarks } = insertion({
    text,
    selections,
    where: 'here',
    citation: { video, moment: { seconds: 66.9 }, title: 'Me at the zoo' },
    form: 'anchor',
    noteVideo: video,
    properties,
    ...options,
  });
  return { note: marked(applyChanges(text, changes), carets), remarks };
}

function template(text: string): Form {
  const read = readTemplate(text);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

describe('at the caret, a timestamp', () => {
  it.each([
    ['an empty note', '‸', `${T}‸`],
    ['the end of a word', 'word‸', `word ${T}‸`],
    ['a space', 'word ‸', `word ${T}‸`],
    ['between two words', 'one ‸two', `one ${T}‸ two`],
    ['before a space', 'one‸ two', `one ${T}‸ two`],
    ['before a full stop', 'one‸. Two', `one ${T}‸. Two`],
    ['inside brackets', 'see (‸)', `see (${T}‸)`],
    ['inside quotes', 'she says "‸"', `she says "${T}‸"`],
    ['inside emphasis', 'some **‸** more', `some **${T}‸** more`],
    ['behind emphasis', 'some **bold**‸', `some **bold** ${T}‸`],
    ['before a quote', 'one ‸"two"', `one ${T}‸ "two"`],
    ['behind another timestamp', `${T}‸`, `${T} ${T}‸`],
    ['before another timestamp', `‸${T}`, `${T}‸ ${T}`],
    ['text without spaces between words', '你好‸世界。', `你好${T}‸世界。`],
    ['the end of a line', 'one‸\ntwo', `one ${T}‸\ntwo`],
    ['the start of a line', 'one\n‸two', `one\n${T}‸ two`],
    ['the end of a note', 'one\n‸', `one\n${T}‸`],
    ['an item', '- ‸', `- ${T}‸`],
    ['an item with text', '- one‸', `- one ${T}‸`],
    ['a nested item', '- one\n  - two ‸', `- one\n  - two ${T}‸`],
    ['a numbered item', '1. ‸', `1. ${T}‸`],
    ['a task', '- [ ] ‸', `- [ ] ${T}‸`],
    ['a quote', '> one ‸', `> one ${T}‸`],
    ['a quote without its space', '>‸', `> ${T}‸`],
    ['a callout', '> [!note] Title\n> ‸', `> [!note] Title\n> ${T}‸`],
    ['a heading', '## Part ‸', `## Part ${T}‸`],
    ['a cell', '| a | b |\n| - | - |\n| one ‸ | two |', `| a | b |\n| - | - |\n| one ${T}‸ | two |`],
    ['an empty cell', '| a |\n| - |\n|‸|', `| a |\n| - |\n|${T}‸|`],
    ['a selection', 'one ⟦two⟧ three', `one ${T}‸ three`],
    ['a selection over lines', 'one ⟦two\nthree⟧\nfour', `one ${T}‸\nfour`],
    ['three carets', '- ‸\n- one‸\n- ‸two', `- ${T}‸\n- one ${T}‸\n- ${T}‸ two`],
  ])('in %s stands apart from the text, the caret behind it', (_, before, after) => {
    expect(insertInto(before)).toEqual({ note: after, remarks: [] });
  });

  it.each([
    ['an anchor', `one <a class="yt‸-timestamp" data-t="0:04">[0:04]</a> two`],
    ['the label of an anchor', `one <a class="yt-timestamp" data-t="0:04">[0:‸04]</a> two`],
    ['a bare time', 'one [0:‸04] two'],
    ['the first of two bare times', 'one [0:‸04, 0:05] two'],
    ['what is between them', 'one [0:04,‸ 0:05] two'],
    ['a link', 'one [0:‸04](https://youtu.be/jNQXAC9IVRw?t=4) two'],
    ['the target of a link', 'one [0:04](https://youtu.be/jNQX‸AC9IVRw?t=4) two'],
    ['another link', 'one [te‸xt](page) two'],
    ['a link to a note', 'one [[no‸te]] two'],
    ['a tag', 'one <img alt="‸"> two'],
  ])('in the source of %s goes behind it', (_, before) => {
    const { text } = unmarked(before);
    expect(insertInto(before).note).toBe(text.replace(' two', ` ${T}‸ two`));
  });

  it('replaces a selection that is drawn backwards over two places as one each', () => {
    expect(insertInto('⟦one⟧ two ⟦three⟧').note).toBe(`${T}‸ two ${T}‸`);
  });
});

describe('the space behind a timestamp', () => {
  it.each([
    ['the end of a line', 'one‸\ntwo', `one ${T} ‸\ntwo`],
    ['the end of a line of Windows', 'one‸\r\ntwo', `one ${T} ‸\r\ntwo`],
    ['an item', '- ‸', `- ${T} ‸`],
    ['three carets', '- ‸\n- one‸\n- ‸two', `- ${T} ‸\n- one ${T} ‸\n- ${T}‸ two`],
    ['before a space', 'one‸ two', `one ${T}‸ two`],
    ['before a full stop', 'one‸.', `one ${T}‸.`],
    ['a cell', '| a |\n| - |\n| ‸ |', `| a |\n| - |\n| ${T}‸ |`],
    ['code', '`one ‸`', '`one 00:01:06‸`'],
    ['a block of code', '```\nat ‸\n```', '```\nat 00:01:06‸\n```'],
    ['text without spaces between words', '你好‸', `你好${T} ‸`],
  ])('is written where the line ends: %s', (_, before, after) => {
    expect(insertInto(before, { isSpaced: true }).note).toBe(after);
  });

  it('is part of a new line, and is none where a template ends in one', () => {
    expect(insertInto('one‸', { isSpaced: true, where: 'new-line' }).note).toBe(`one\n${T} ‸`);
    const form = template('{{time}} ');
    expect(insertInto('one‸', { isSpaced: true, form }).note).not.toContain('  ');
  });
});

describe('on a new line, a timestamp', () => {
  it.each([
    ['a paragraph', 'one‸ two', `one two\n${T}‸`],
    ['a paragraph with more below', 'one‸ two\nthree', `one two\n${T}‸\nthree`],
    ['a heading', '# One‸', `# One\n${T}‸`],
    ['an item', '- one‸', `- one\n- ${T}‸`],
    ['a wide item', '*   one‸', `*   one\n*   ${T}‸`],
    ['a nested item', '- one\n\t- two‸\n- three', `- one\n\t- two\n\t- ${T}‸\n- three`],
    ['what an item goes on with', '- one\n  two‸', `- one\n  two\n  ${T}‸`],
    ['a numbered item', '9. one‸', `9. one\n10. ${T}‸`],
    ['a numbered item with a bracket', '1) one‸', `1) one\n2) ${T}‸`],
    ['a task that is done', '- [x] one‸', `- [x] one\n- [ ] ${T}‸`],
    ['a quote', '> one‸', `> one\n> ${T}‸`],
    ['a quote in a quote', '> > one‸', `> > one\n> > ${T}‸`],
    ['an item in a quote', '> - one‸', `> - one\n> - ${T}‸`],
    ['a callout', '> [!note] Title‸', `> [!note] Title\n> ${T}‸`],
    ['a line with nothing on it', 'one\n\n‸\n\ntwo', `one\n\n${T}‸\n\ntwo`],
    ['an item with nothing in it', '- one\n- ‸', `- one\n- ${T}‸`],
    ['a quote with nothing in it', '> one\n>‸', `> one\n> ${T}‸`],
    ['an empty note', '‸', `${T}‸`],
    ['a selection, which stays', '- ⟦one⟧ two', `- one two\n- ${T}‸`],
    ['a table, in its cell', '| a |\n| - |\n| one‸ |', `| a |\n| - |\n| one ${T}‸ |`],
    ['two carets of one line', 'o‸n‸e', `one\n${T}‸`],
    ['the properties', '---\ntitle: A ‸note\n---\nText', `---\ntitle: A note\n---\n${T}‸\nText`],
  ])('goes on with %s', (_, before, after) => {
    expect(insertInto(before, { where: 'new-line' })).toEqual({ note: after, remarks: [] });
  });
});

describe('a line that is all mark', () => {
  it.each([
    ['the end of code', '```\ncode\n```‸\nText', `\`\`\`\ncode\n\`\`\`\n${T}‸\nText`],
    ['the end of a formula', '$$\nx\n‸$$', `$$\nx\n$$\n${T}‸`],
    ['a rule', 'one\n\n-‸--\ntwo', `one\n\n---\n${T}‸\ntwo`],
    ['a rule with spaces, in a quote', '> * * *‸', `> * * *\n> ${T}‸`],
  ])('stays whole, the timestamp below it: %s', (_, before, after) => {
    expect(insertInto(before)).toEqual({ note: after, remarks: [] });
  });

  it('stays whole where only the time can be below it', () => {
    expect(insertInto('``‸`js\ncode\n```')).toEqual({
      note: '```js\n00:01:06‸\ncode\n```',
      remarks: ['no-chip'],
    });
  });
});

describe('the time alone at a place without chips', () => {
  it.each([
    ['a code block', '```\nat ‸\n```', '```\nat 00:01:06‸\n```'],
    ['code', 'one `at ‸` two', 'one `at 00:01:06‸` two'],
    ['a formula', '$$\nx ‸\n$$', '$$\nx 00:01:06‸\n$$'],
    ['a comment', '%% one ‸ %%', '%% one 00:01:06‸ %%'],
    ['a link in code', '`[[no‸te]]`', '`[[no 00:01:06‸ te]]`'],
    ['the properties', '---\nlength: ‸\n---\n', '---\nlength: 00:01:06‸\n---\n'],
  ])('is written in %s, and it is said', (_, before, after) => {
    expect(insertInto(before)).toEqual({ note: after, remarks: ['no-chip'] });
  });

  it.each([
    ['an anchor in a footnote', '[^1]: See <a class="yt-timestamp" ‸data-t="0:04">[0:04]</a>', '</a>'],
    ['a link in a footnote', '[^1]: See [te‸xt](page) there', '(page)'],
    [
      'an anchor in an element of code',
      '<code><a class="yt-timestamp" ‸data-t="0:04">[0:04]</a></code>',
      '</a>',
    ],
    ['an anchor that nothing closes', 'See <a class="yt-timestamp" ‸data-t="0:04"> there', '"0:04">'],
  ])('goes behind %s, where an anchor could be and a link cannot', (_, before, end) => {
    const { text } = unmarked(before);
    const [start, rest] = text.split(end);
    const space = rest?.startsWith('<') === true ? ' ' : '';
    expect(insertInto(before, { form: 'link' })).toEqual({
      note: `${start}${end} 00:01:06‸${space}${rest}`,
      remarks: ['no-chip'],
    });
  });

  it('goes on with the code on a new line, and with no list', () => {
    expect(insertInto('> ```\n> - one‸\n> ```', { where: 'new-line' })).toEqual({
      note: '> ```\n> - one\n> 00:01:06‸\n> ```',
      remarks: ['no-chip'],
    });
  });

  it('is written only there, of several carets', () => {
    expect(insertInto('‸\n\n```\n‸\n```')).toEqual({
      note: `${T}‸\n\n\`\`\`\n00:01:06‸\n\`\`\``,
      remarks: ['no-chip'],
    });
  });

  it('gives the note no video', () => {
    expect(insertInto('`‸`', { noteVideo: undefined }).note).toBe('`00:01:06‸`');
  });

  it('is a clip’s start and end', () => {
    const citation = { video, moment: { seconds: 66, end: 90 }, title: undefined };
    expect(insertInto('`‸`', { citation }).note).toBe('`00:01:06 - 00:01:30‸`');
  });

  it('is the user’s own form, which is no chip anywhere', () => {
    expect(insertInto('`‸`', { form: template('at {{seconds}} s') })).toEqual({
      note: '`at 66 s‸`',
      remarks: [],
    });
  });
});

describe('the marks of the properties', () => {
  it.each([
    ['before the first', '‸---\ntitle: A\n---\n# Text'],
    ['in the first', '--‸-\ntitle: A\n---\n# Text'],
    ['before the last', '---\ntitle: A\n‸---\n# Text'],
    ['behind the last', '---\ntitle: A\n---‸\n# Text'],
  ])('stay whole when the caret is %s', (_, before) => {
    expect(insertInto(before).note).toBe(`---\ntitle: A\n---\n${T}‸\n# Text`);
  });

  it('stay whole where nothing is behind them', () => {
    expect(insertInto('---\ntitle: A\n---‸').note).toBe(`---\ntitle: A\n---\n${T}‸`);
  });
});

describe('the video', () => {
  it('is named where the note is about another', () => {
    expect(insertInto('‸', { noteVideo: other })).toEqual({ note: `${NAMED}‸`, remarks: [] });
  });

  it('is named in a text that is not all of a note', () => {
    expect(insertInto('‸', { noteVideo: undefined, properties: undefined })).toEqual({
      note: `${NAMED}‸`,
      remarks: [],
    });
  });

  it('is named where the properties are replaced', () => {
    expect(insertInto(`⟦---\nvideoId: ${video.id}\n---\nText⟧`).note).toBe(`${NAMED}‸`);
  });

  it.each([
    ['no properties', 'word‸', `---\nvideoId: jNQXAC9IVRw\n---\nword ${T}‸`],
    ['nothing at all', '‸', `---\nvideoId: jNQXAC9IVRw\n---\n${T}‸`],
    [
      'other properties',
      '---\ntitle: A note\n---\n‸',
      `---\ntitle: A note\nvideoId: jNQXAC9IVRw\n---\n${T}‸`,
    ],
    ['a rule', '---\n\nword‸', `---\nvideoId: jNQXAC9IVRw\n---\n---\n\nword ${T}‸`],
  ])('becomes that of a note with %s', (_, before, after) => {
    expect(insertInto(before, { noteVideo: undefined })).toEqual({ note: after, remarks: [] });
  });

  it('is named, and it is said, where the properties are broken', () => {
    const broken = '---\ntitle: "A\n---\n';
    expect(insertInto(`${broken}‸`, { noteVideo: undefined })).toEqual({
      note: `${broken}${NAMED}‸`,
      remarks: ['properties-kept'],
    });
  });

  it('goes unsaid where the user’s own form has no place for it, and that is said', () => {
    const form = template('[{{time}}]');
    expect(insertInto('‸', { form, noteVideo: other })).toEqual({
      note: '[00:01:06]‸',
      remarks: ['video-unsaid'],
    });
    expect(insertInto('‸', { form }).remarks).toEqual([]);
  });
});

describe('in a table', () => {
  it.each([
    ['| a | b |\n| - ‸| - |\n| 1 | 2 |', `| a | b |\n| - | - |\n| 1 | 2 |\n\n${T}‸`],
    ['| a |\n‸| - |\n| 1 |\nlast\n\nText', `| a |\n| - |\n| 1 |\nlast\n\n${T}‸\n\nText`],
    ['a|b\n:-|-:‸', `a|b\n:-|-:\n\n${T}‸`],
    ['> | a |\n> | ‸- |\n> | 1 |\nText', `> | a |\n> | - |\n> | 1 |\n>\n> ${T}‸\nText`],
    ['- x\n  | a |\n  | - |‸\n  | 1 |', `- x\n  | a |\n  | - |\n  | 1 |\n\n  ${T}‸`],
  ])('the row of dashes stays whole: %j', (before, after) => {
    expect(insertInto(before)).toEqual({ note: after, remarks: [] });
    expect(insertInto(before, { where: 'new-line' })).toEqual({ note: after, remarks: [] });
  });

  it.each([
    ['| a |\n| - |\n| -‸ |', `| a |\n| - |\n| - ${T}‸ |`],
    ['No table\n| -‸ |', `No table\n| - ${T}‸ |`],
    ['| -‸ |', `| - ${T}‸ |`],
  ])('text that only looks like the row of dashes is text: %j', (before, after) => {
    expect(insertInto(before).note).toBe(after);
  });

  it('the bar of the user’s own form does not end the cell', () => {
    const form = template('[[note|{{time}}]]');
    expect(insertInto('| a |\n| - |\n| ‸ |', { form }).note).toBe(
      String.raw`| a |
| - |
| [[note\|00:01:06]]‸ |`,
    );
  });
});

describe('a file whose path holds what links cut off', () => {
  const url = template('[{{time}}]({{url}})');
  const cite = (path: string): Partial<InsertionRequest> => ({
    citation: { video: { kind: 'file', path }, moment: { seconds: 66.9 }, title: undefined },
  });
  const inVault = (path: string): Video | undefined => ({ kind: 'file', path });

  it.each(['C#/talk.mp4', 'Talk [dQw4w9WgXcQ].mp4', 'Lecture #3.mp4', 'a|b.mp4', 'a & b c.mp4', '50%.mp4'])(
    'is named so that it is read back, by the note, a timestamp and an address: %s',
    (path) => {
      const resolve = (link: string): string | undefined => (link === path ? path : undefined);
      const own = insertInto('a ‸', { ...cite(path), noteVideo: undefined });
      expect(own.remarks).toEqual([]);
      const said = videoOfProperties(readProperties(own.note, parse), properties.names, resolve);
      expect(said).toEqual(inVault(path));
      const named = insertInto('a ‸', { ...cite(path), noteVideo: other });
      expect(readVideo(scan(named.note)[0]?.named, resolve, true)).toEqual(inVault(path));
      const linked = insertInto('a ‸', { ...cite(path), noteVideo: other, form: url });
      const address = /\]\(([^()\s]+)\)/.exec(linked.note)?.[1];
      expect(readVideo(address, resolve)).toEqual(inVault(path));
    },
  );

  it.each([
    [' a.mp4', 'anchor'],
    ['a  b.mp4', 'anchor'],
    ['a\nb.mp4', 'anchor'],
    ['\ud83d.mp4', url],
  ] as const)('is not named if it would be another then, and that is said: %j as %s', (path, form) => {
    expect(insertInto('a ‸', { ...cite(path), noteVideo: other, form })).toEqual({
      note: 'a 00:01:06‸',
      remarks: ['name-unread'],
    });
  });
});
