// One anchor, however broken: where it ends, and what it says.
import { describe, expect, it } from 'vitest';
import {
  closingTagBehind,
  isLabel,
  labelAtStart,
  plainText,
  readAnchor,
  readWrappedAnchor,
} from '../../../src/core/read/anchor';
import { Source } from '../../../src/core/read/source';

const open = '<a class="yt-timestamp"';
const plain = `${open} data-t="00:01:06">[00:01:06]</a>`;

const read = (text: string, limit = text.length) => readAnchor(new Source(text), 0, limit);

describe('an anchor', () => {
  it('is read whole', () => {
    expect(read(`${plain} and more`)).toEqual({
      kind: 'anchor',
      from: 0,
      to: plain.length,
      written: { time: '00:01:06', label: '[00:01:06]' },
      end: undefined,
      named: undefined,
    });
  });

  it('may end where the text does, and not behind it', () => {
    expect(read(plain)?.to).toBe(plain.length);
    expect(read(plain, plain.length - 1)).toMatchObject({ broken: 'unclosed' });
    expect(read(plain, `${open} data-t="00:01:06"`.length)).toBeUndefined();
  });

  it.each([
    [`<a href="x" class="b yt-timestamp c" data-t="1:06" data-end="1:10" data-v="talk.mp4">x</a>`],
    [`<a class='yt-timestamp' data-t='1:06' data-end='1:10' data-v='talk.mp4'>x</a>`],
    [`<A data-t=1:06 data-end=1:10 data-v=talk.mp4 class=yt-timestamp>x</A >`],
    [`<a\nclass="yt-timestamp"\tdata-t="1:06"\n data-end="1:10" data-v="talk.mp4">x</a>`],
  ])('says its attributes: %s', (text) => {
    expect(read(text)).toMatchObject({
      to: text.length,
      written: { time: '1:06', label: 'x' },
      end: '1:10',
      named: 'talk.mp4',
      broken: undefined,
    });
  });

  it.each(['<a>x</a>', '<a class="yt-timestamps" data-t="1">x</a>', '<abbr class="yt-timestamp">', 'a', ''])(
    'is none without its class: %j',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it.each<[string, { time?: string | undefined; end?: string; named?: string; to?: number }]>([
    [`<a class="yt-timestamp" data-t="00:01:06]</a>`, { time: '00:01:06]' }],
    [`<a class="yt-timestamp" data-t="00:15:11]-[00:15:24]</a>`, { time: '00:15:11', end: '00:15:24]' }],
    [`<a class="yt-timestamp data-t="00:01:06">[00:01:06]</a>`, { time: '00:01:06' }],
    [
      `<a class="yt-timestamp data-t="1:06" data-end="1:10" data-v="talk.mp4">x</a>`,
      { time: '1:06', end: '1:10', named: 'talk.mp4' },
    ],
    [`<a class="yt-timestamp data-x>x</a>`, { time: undefined }],
  ])('with a quote astray says what can still be told: %s', (text, { time, end, named }) => {
    const anchor = read(text);
    expect(anchor).toMatchObject({ broken: 'tag', to: text.length });
    expect(anchor?.written.time).toBe(time);
    expect([anchor?.end, anchor?.named]).toEqual([end, named]);
  });

  it('that is broken and reaches behind the text is none', () => {
    const text = `<a class="yt-timestamp" data-t="00:01:06]</a>`;
    expect(read(`${text}x`, text.length)?.to).toBe(text.length);
    expect(read(text, text.length - 1)).toBeUndefined();
  });

  it('without a closing tag keeps its label, and nothing of the note', () => {
    const label = `${open} data-t="1:06">[1:06]`;
    expect(read(`${label} and more`)).toMatchObject({
      to: label.length,
      broken: 'unclosed',
      written: { label: '[1:06]' },
    });
    expect(read(`${label} <a href="x">y</a>`)).toMatchObject({ to: label.length, broken: 'unclosed' });
  });

  it('that holds more than a label keeps the label', () => {
    const label = `${open} data-t="1:06"> [1:06]`;
    expect(read(`${label} and more</a>`)).toMatchObject({
      to: label.length,
      broken: 'overlong',
      written: { label: '[1:06]' },
    });
    const words = `${open} data-t="1:06">`;
    expect(read(`${words}and more</a>`)).toMatchObject({
      to: words.length,
      broken: 'overlong',
      written: { label: '' },
    });
  });

  it('may hold marked text', () => {
    expect(read(`${open} data-t="1:06"><b>[1:06]</b> </a>`)).toMatchObject({
      broken: undefined,
      written: { label: '[1:06]' },
    });
  });

  it('ends with its tag where that closes it, whatever stands behind', () => {
    const closed = `<a class="yt-timestamp" data-t="00:01:06]</a>`;
    expect(read(`${closed}[1:07] and more`)).toMatchObject({ to: closed.length, written: { label: '' } });
  });

  it('has the label of its own content, with text behind it', () => {
    expect(read(`<a data-t=1:06 class=yt-timestamp>x</a> and more`)?.written.label).toBe('x');
  });

  it('has no label that goes on behind the text', () => {
    const start = `${open} data-t="1:06">`;
    for (const label of ['[1:06]', '1:06']) {
      const whole = `${start}${label}`;
      expect(read(`${whole} and more`, whole.length)).toMatchObject({ to: whole.length, written: { label } });
      expect(read(`${whole} and more`, start.length + 3)).toMatchObject({
        to: start.length,
        written: { label: '' },
      });
    }
  });

  it('is not closed by a tag that ends behind the text', () => {
    const text = `${open} data-t="1:06">[1:06] and more</a>`;
    expect(read(text, text.length)?.broken).toBe('overlong');
    expect(read(text, text.length - 1)?.broken).toBe('unclosed');
  });

  it.each([
    [256, undefined],
    [257, 'overlong'],
  ])('holds a label of marked text of %i characters at most', (length, broken) => {
    const content = `<b title="${'x'.repeat(length - '<b title="">[1:06]</b>'.length)}">[1:06]</b>`;
    expect(read(`${open} data-t="1:06">${content}</a>`)?.broken).toBe(broken);
  });
});

describe('a time whose address is an anchor', () => {
  const label = '[1:07]';
  const wrapped = `${label}(${open} data-t="1:06">)`;
  const readWrapped = (text: string, limit = text.length) =>
    readWrappedAnchor(new Source(text), { from: 0, to: label.length }, limit);

  it('is one broken anchor with that label', () => {
    expect(readWrapped(`${wrapped} and more`)).toEqual({
      kind: 'anchor',
      from: 0,
      to: wrapped.length,
      written: { time: '1:06', label },
      end: undefined,
      named: undefined,
      broken: 'tag',
    });
  });

  it.each([
    `${label}(${open} data-t="1:06">[1:06]</a>)`,
    `${label}(${open} data-t="1:06"> and more)`,
    `${label} (${open} data-t="1:06">)`,
    `${label}(<b>)`,
    `${label}(x)`,
  ])('is none if the anchor is whole, or more stands in the parentheses: %s', (text) => {
    expect(readWrapped(text)).toBeUndefined();
  });

  it('is none where its parenthesis closes behind the text', () => {
    expect(readWrapped(wrapped, wrapped.length)).toBeDefined();
    expect(readWrapped(wrapped, wrapped.length - 1)).toBeUndefined();
  });
});

describe('the label at the start of a text', () => {
  it.each([
    ['[1:06] words', '[1:06]'],
    [' [1:06 - 1:10] words', ' [1:06 - 1:10]'],
    ['[1:06, 1:10]', '[1:06, 1:10]'],
    ['1:06 words', '1:06'],
    [' [1:06 words', ' [1:06'],
    ['words 1:06', ''],
    ['12 words', ''],
    [`[1:06 ${'x'.repeat(60)}]`, `[1:06 ${'x'.repeat(60)}]`],
    [`[1:06 ${'x'.repeat(61)}]`, '[1:06'],
    ['', ''],
  ])('of %j', (text, label) => expect(labelAtStart(text)).toBe(label));
});

describe('a closing tag', () => {
  it.each<[string, number, { from: number; to: number } | undefined]>([
    ['x</a>y', 0, { from: 1, to: 5 }],
    ['</a></A >', 4, { from: 4, to: 9 }],
    ['x<b></b></a>', 0, { from: 8, to: 12 }],
    // The next anchor comes first.
    ['x<a y></a>', 0, undefined],
    ['x', 0, undefined],
    ['</a', 0, undefined],
  ])('is found in %j from %i on', (text, at, place) => expect(closingTagBehind(text, at)).toEqual(place));
});

describe('a text', () => {
  it.each([
    '',
    '[1:06]',
    '[anything in brackets]',
    '1:06',
    '1:06 - 1:10',
    'Link',
    ' [1:06] ',
    '::Link',
    '[]',
  ])('is a label: %j', (text) => expect(isLabel(text)).toBe(true));

  it.each(['two words', '[1:06] words', 'x '.repeat(40), `[${'x'.repeat(65)}]`, '[[x]]', '<b>'])(
    'is none: %j',
    (text) => expect(isLabel(text)).toBe(false),
  );

  it('is read without its tags, and decoded', () => {
    expect(plainText('a <b>b</b> &amp; c')).toBe('a b & c');
    expect(plainText('a &lt; b')).toBe('a < b');
  });
});
