// What is said in a video, quoted in a note: the text around it, byte for byte, and where the caret ends.
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Video } from '../../../src/core/mean/video';
import { insertion } from '../../../src/core/write/insertion';
import { momentOf, quoted, quoteTemplateFault } from '../../../src/core/write/quote';
import { applyChanges } from '../../../src/core/write/rewrite';
import { marked, unmarked } from '../../support/caret-notation';

const video: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const T = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';

function quoteInto(before: string, words = 'It is so.', isOwn = true, isSpaced = false): string {
  const { text, selections } = unmarked(before);
  const { changes, carets } = insertion({
    text,
    selections,
    where: 'quote',
    citation: {
      video,
      moment: { seconds: 66.9 },
      title: 'Me at the zoo',
      quote: { words, speaker: undefined, template: '{{quote}} {{time}}' },
    },
    form: 'anchor',
    noteVideo: isOwn ? video : undefined,
    properties: { names: ['videoId'], parse },
    isSpaced,
  });
  return marked(applyChanges(text, changes), carets);
}

describe('a quote', () => {
  it.each([
    ['an empty note', '‸', `> It is so. ${T}‸`],
    ['an empty line', 'one\n\n‸\n\ntwo', `one\n\n> It is so. ${T}‸\n\ntwo`],
    ['the end of a paragraph', 'one‸\n\ntwo', `one\n\n> It is so. ${T}‸\n\ntwo`],
    ['the middle of a line', 'one ‸two', `one two\n\n> It is so. ${T}‸`],
    ['a line that another one follows', 'one‸\ntwo', `one\n\n> It is so. ${T}‸\n\ntwo`],
    ['an empty line that text follows', 'one\n\n‸\ntwo', `one\n\n> It is so. ${T}‸\n\ntwo`],
    ['an item', '- one‸\n- two', `- one\n  > It is so. ${T}‸\n- two`],
    ['an empty item', '- ‸', `- > It is so. ${T}‸`],
    ['a nested item', '- one\n    - two‸\n- three', `- one\n    - two\n      > It is so. ${T}‸\n- three`],
    ['a numbered item', '1. one‸', `1. one\n   > It is so. ${T}‸`],
    ['a callout', '> [!note] Title\n> one‸', `> [!note] Title\n> one\n> > It is so. ${T}‸`],
    ['a callout that goes on', '> [!note]\n> one‸\n> two', `> [!note]\n> one\n> > It is so. ${T}‸\n>\n> two`],
    ['an empty line of a callout', '> one\n> ‸', `> one\n> > It is so. ${T}‸`],
    ['an item in a callout', '> - one‸\n> - two', `> - one\n>   > It is so. ${T}‸\n> - two`],
    ['several carets', 'one‸\n\ntwo‸', `one\n\n> It is so. ${T}‸\n\ntwo\n\n> It is so. ${T}‸`],
    ['the cell of a table', '| a |\n| --- |\n| b‸ |', `| a |\n| --- |\n| b It is so. ${T}‸ |`],
    ['a file with the line ends of Windows', 'one‸\r\ntwo', `one\r\n\r\n> It is so. ${T}‸\r\n\r\ntwo`],
    ['the end of a file with properties', '---\na: 1\n---\n‸', `---\na: 1\n---\n> It is so. ${T}‸`],
    [
      'the start of a file with properties',
      '‸---\na: 1\n---\n\none',
      `---\na: 1\n---\n> It is so. ${T}‸\n\none`,
    ],
    ['properties, right before the text', '---\na: ‸1\n---\none', `---\na: 1\n---\n> It is so. ${T}‸\n\none`],
    ['properties, and nothing else', '---\na: 1\n--‸-', `---\na: 1\n---\n> It is so. ${T}‸`],
    ['the rule of a table', '| a |\n| -‸-- |\n| b |', `| a |\n| --- |\n| b |\n\n> It is so. ${T}‸`],
  ])('stands at %s', (_, before, after) => expect(quoteInto(before)).toBe(after));

  it.each([
    ['below it, at the end of a note', 'one‸', `one\n\n> It is so. ${T}\n\n‸`],
    ['below it, in an empty note', '‸', `> It is so. ${T}\n\n‸`],
    ['below it, between paragraphs', 'one‸\n\ntwo', `one\n\n> It is so. ${T}\n\n‸\n\ntwo`],
    ['below it, before a line that follows', 'one‸\ntwo', `one\n\n> It is so. ${T}\n\n‸\n\ntwo`],
    ['below it, in a file of Windows', 'one‸', `one\r\n\r\n> It is so. ${T}\r\n\r\n‸`, '\r\nend'],
    ['behind a space in an item', '- one‸\n- two', `- one\n  > It is so. ${T} ‸\n- two`],
    [
      'behind a space in a callout',
      '> [!note]\n> one‸\n> two',
      `> [!note]\n> one\n> > It is so. ${T} ‸\n>\n> two`,
    ],
    ['where it is in a table', '| a |\n| --- |\n| b‸ |', `| a |\n| --- |\n| b It is so. ${T}‸ |`],
  ])('leaves the caret where one writes on, if that is set: %s', (_, before, after, end = '') => {
    const expected = end === '' ? after : `${after}\r\n${end}`;
    expect(quoteInto(before + end, undefined, true, true)).toBe(expected);
  });

  it('is followed by the next one, and not quoted in it', () => {
    const first = quoteInto('‸', 'One.', true, true);
    expect(quoteInto(first, 'Two.', true, true)).toBe(`> One. ${T}\n\n> Two. ${T}\n\n‸`);
  });

  it('gives a note without a video its video, in the same step', () => {
    expect(quoteInto('one‸', 'It is so.', false)).toBe(
      `---\nvideoId: jNQXAC9IVRw\n---\none\n\n> It is so. ${T}‸`,
    );
  });

  it('is text and nothing else, whatever is said', () => {
    expect(quoteInto('‸', '>> *So* [[it]] is #1, a_b')).toBe(
      `> \\*So\\* \\[\\[it\\]\\] is \\#1, a\\_b ${T}‸`,
    );
    expect(quoteInto('‸', '- No.\nYes.')).toBe(`> No. Yes. ${T}‸`);
  });

  it('touches nothing of the text around it', () => {
    const line = fc.constantFrom(
      'one',
      '- item',
      '  - nested',
      '> quote',
      '> - item',
      '',
      '# Heading',
      '1. one',
      '| a |',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, seed) => {
        const text = lines.join('\n');
        const at = seed % (text.length + 1);
        const done = quoteInto(`${text.slice(0, at)}‸${text.slice(at)}`).replace('‸', '');
        const rest = done.split('\n').filter((one) => !one.includes(T) && /[a-z]/i.test(one));
        const kept = text.split('\n').filter((one) => /[a-z]/i.test(one));
        // In a table the quote stands in the line itself.
        if (rest.length === kept.length) expect(rest).toEqual(kept);
        expect(done.split(T)).toHaveLength(2);
      }),
    );
  });
});

describe('the template of quotes', () => {
  const parts = { moment: { seconds: 5, end: 65 }, title: 'A *talk*', written: 'T' };
  const quote = { words: 'So.', speaker: 'Ann' };

  it.each([
    ['{{quote}} {{time}}', 'So. T'],
    ['“{{ quote }}” ({{speaker}}, {{title}}, {{time}}–{{end}})', String.raw`“So.” (Ann, A \*talk\*, T–1:05)`],
    ['{{nothing}}', 'So. T'],
  ])('%s', (template, expected) => expect(quoted({ ...quote, template }, parts)).toBe(expected));

  it.each([
    ['{{quote}} {{time}}', undefined],
    ['{{quote}}', 'Add {{quote}} and {{time}}.'],
    [
      '{{quote}} {{time}} {{url}}',
      'Unknown name: {{url}}. Use one of {{quote}}, {{time}}, {{end}}, {{speaker}}, {{title}}.',
    ],
    ['{{quote}} {{time}} {{', 'Close each {{ with }} and put a name between them.'],
    ['{{quote}}\n{{time}}', 'Use one line only.'],
  ])('%s may be refused', (template, fault) => expect(quoteTemplateFault(template)).toBe(fault));

  it('cites a range where more than five seconds are quoted', () => {
    expect(momentOf({ seconds: 0, end: 5 })).toEqual({ seconds: 0 });
    expect(momentOf({ seconds: 0, end: 5.1 })).toEqual({ seconds: 0, end: 5.1 });
  });
});
