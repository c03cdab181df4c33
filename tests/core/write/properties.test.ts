// A note's video put among its properties: what changes, and that nothing else does.
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/write/rewrite';
import { propertiesIn, propertyChange, readProperties } from '../../../src/core/write/properties';
import { videoOfProperties, videoProperty, type Video } from '../../../src/core/mean/video';

const onYouTube: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const file: Video = { kind: 'file', path: 'media/A "talk".mp4' };
const atAddress: Video = { kind: 'url', url: 'https://media.example/talk.mp4' };

const names = ['videoId', 'video'];

function withVideo(text: string, video: Video = onYouTube): string | undefined {
  const property = videoProperty(video, names);
  const change = property === undefined ? undefined : propertyChange(text, property, parse);
  return change === undefined ? undefined : applyChanges(text, [change]);
}

describe('a note', () => {
  it.each([
    ['of nothing', '', '---\nvideoId: jNQXAC9IVRw\n---\n'],
    ['without properties', 'Text', '---\nvideoId: jNQXAC9IVRw\n---\nText'],
    ['with a rule first', '---\nText', '---\nvideoId: jNQXAC9IVRw\n---\n---\nText'],
    ['with no property in it', '---\n---\nText', '---\nvideoId: jNQXAC9IVRw\n---\nText'],
    [
      'with others',
      '---\ntitle: A\ntags:\n  - b\n---\n',
      '---\ntitle: A\ntags:\n  - b\nvideoId: jNQXAC9IVRw\n---\n',
    ],
    ['with a text over lines', '---\na: |\n  b\n---\n', '---\na: |\n  b\nvideoId: jNQXAC9IVRw\n---\n'],
    ['with a comment', '---\n# mine\n---\n', '---\n# mine\nvideoId: jNQXAC9IVRw\n---\n'],
    ['with an empty one', '---\nvideoId:\nb: c\n---\n', '---\nvideoId: jNQXAC9IVRw\nb: c\n---\n'],
    ['with an empty one and space', '---\nvideoId:  \n---\n', '---\nvideoId: jNQXAC9IVRw\n---\n'],
    ['with an empty one in quotes', '---\nvideoId: ""\n---\n', '---\nvideoId: jNQXAC9IVRw\n---\n'],
    ['with a null', '---\nvideoId: null\n---\n', '---\nvideoId: jNQXAC9IVRw\n---\n'],
    [
      'with a null and space and a comment',
      '---\nvideoId: ~  # id\n---\n',
      '---\nvideoId: jNQXAC9IVRw  # id\n---\n',
    ],
    [
      'with an empty one and a wide comment',
      '---\nvideoId:   # id\n---\n',
      '---\nvideoId: jNQXAC9IVRw # id\n---\n',
    ],
    ['with an empty one and a comment', '---\nvideoId: # id\n---\n', '---\nvideoId: jNQXAC9IVRw # id\n---\n'],
    [
      'with lines of another system',
      '---\r\na: b\r\n---\r\n',
      '---\r\na: b\r\nvideoId: jNQXAC9IVRw\r\n---\r\n',
    ],
  ])('%s is given its video', (_, before, after) => expect(withVideo(before)).toBe(after));

  it.each([
    ['are broken', '---\ntitle: "A\n---\n'],
    ['are a list', '---\n- a\n---\n'],
    ['are a text', '---\njust text\n---\n'],
    ['stand in braces', '---\n{a: b}\n---\n'],
    ['have something there', '---\nvideoId: to do\n---\n'],
    ['have a list there', '---\nvideoId:\n  - a\n---\n'],
    ['have it in quotes', '---\n"videoId": \n---\n'],
    ['have it twice', '---\nvideoId:\nvideoId:\n---\n'],
    ['go on within themselves', '---\na: &a\n  b: *a\n---\n'],
  ])('is left alone where its properties %s', (_, text) => expect(withVideo(text)).toBeUndefined());

  it.each([
    ['of the vault', file, String.raw`video: "[[media/A \"talk\".mp4]]"`],
    ['at an address', atAddress, 'video: https://media.example/talk.mp4'],
    ['whose id is a number', { kind: 'youtube', id: '12345678901' }, 'videoId: "12345678901"'],
    ['whose id would be one', { kind: 'youtube', id: '1e345678901' }, 'videoId: "1e345678901"'],
    ['whose id begins with a dash', { kind: 'youtube', id: '-abcdefghij' }, 'videoId: -abcdefghij'],
  ] as const)('may be about a video %s', (_, video, line) => {
    expect(withVideo('Text', video)).toBe(`---\n${line}\n---\nText`);
  });

  it.each(['x', '""x', '# x', '""'])('may have spaces without end before %j, which cost no time', (value) => {
    const text = `---\nvideoId:${' '.repeat(200_000)}${value}\n---\n`;
    const started = performance.now();
    propertyChange(text, { name: 'videoId', value: 'a' }, () => ({ videoId: null }));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('may have a property of any name', () => {
    const change = propertyChange('---\na.b (c): \n---\n', { name: 'a.b (c)', value: 'd' }, parse);
    expect(change).toEqual({ from: 12, to: 13, insert: ' d' });
  });

  it('keeps its text and properties when its video is added', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{11}$/).map((text): Video => ({ kind: 'youtube', id: text }));
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(id, fc.dictionary(key, value), fc.string(), (video, properties, body) => {
        const lines = Object.entries(properties).map(([name, held]) => `${name}: ${JSON.stringify(held)}\n`);
        const text = `---\n${lines.join('')}---\n${body}`;
        const after = withVideo(text, video);
        fc.pre(after !== undefined);
        expect(after.endsWith(`\n---\n${body}`)).toBe(true);
        const read = readProperties(after, parse);
        expect(read).toEqual({ ...readProperties(text, parse), videoId: (video as { id: string }).id });
        expect(videoOfProperties(read, ['videoId'], () => undefined)).toEqual(video);
      }),
    );
  });
});

describe('the properties', () => {
  it.each([
    ['Text', undefined],
    ['\n---\na: b\n---\n', undefined],
    ['---\na: b\n', undefined],
    ['---\na: b\n---', { from: 4, to: 9, end: 12 }],
    ['---\n---\n', { from: 4, to: 4, end: 7 }],
    ['--- \na: b\n---  \nText', { from: 5, to: 10, end: 15 }],
    ['---\na: b\n----\n---\n', { from: 4, to: 14, end: 17 }],
    ['---\r\na: b\r\n---\r\nText', { from: 5, to: 11, end: 14 }],
    ['---\r\na: b\r\n--- \r\nText', { from: 5, to: 11, end: 15 }],
  ])('of %j are at %o', (text, block) => expect(propertiesIn(text)).toEqual(block));
});

describe('the values of the properties', () => {
  it.each([
    ['Text', {}],
    ['---\n---\n', {}],
    ['---\n# only a comment\n---\n', {}],
    ['---\na: b\n---\nc: d', { a: 'b' }],
    ['---\n- a\n---\n', undefined],
    ['---\n12\n---\n', undefined],
    ['---\na: "b\n---\n', undefined],
  ])('in %j is %o', (text, said) => expect(readProperties(text, parse)).toEqual(said));
});

describe('a value that may be replaced', () => {
  const replaced = (text: string, name = 'video'): string | undefined => {
    const change = propertyChange(text, { name, value: 'new' }, parse, () => true);
    return change === undefined ? undefined : applyChanges(text, [change]);
  };

  it.each([
    ['---\nvideo: old\n---\n', '---\nvideo: new\n---\n'],
    ['---\na: b\nvideo:   old words  \nc: d\n---\n', '---\na: b\nvideo: new\nc: d\n---\n'],
    ['---\nvideo: old # mine\n---\n', '---\nvideo: new # mine\n---\n'],
    ['---\nvideo: old#1 # mine\n---\n', '---\nvideo: new # mine\n---\n'],
    ['---\nvideo: "old # one"\n---\n', '---\nvideo: new\n---\n'],
    ["---\nvideo: 'old # one' # mine\n---\n", '---\nvideo: new # mine\n---\n'],
    ["---\nvideo: 'it''s # one' # mine\n---\n", '---\nvideo: new # mine\n---\n'],
    ['---\nvideo: "a \\" # b"  # mine\n---\n', '---\nvideo: new  # mine\n---\n'],
    ['---\nvideo: [old]\n---\n', '---\nvideo: new\n---\n'],
    ['---\r\nvideo: old\r\na: b\r\n---\r\n', '---\r\nvideo: new\r\na: b\r\n---\r\n'],
    ['---\nvideoId: x\nvideo: old\n---\nvideo: text', '---\nvideoId: x\nvideo: new\n---\nvideo: text'],
  ])('is, with nothing else: %j', (text, after) => expect(replaced(text)).toBe(after));

  it.each(['---\nvideo:\n  - old\n---\n', '---\nvideo: |\n  old\n---\n', '---\n"video": old\n---\n'])(
    'is not, if it does not stand on the line of its name: %j',
    (text) => expect(replaced(text)).toBeUndefined(),
  );

  it('is not, if it is to stay', () => {
    const seen: unknown[] = [];
    const text = '---\nvideo: old\n---\n';
    const stays = (held: unknown): boolean => {
      seen.push(held);
      return false;
    };
    expect(propertyChange(text, { name: 'video', value: 'new' }, parse, stays)).toBeUndefined();
    expect(seen).toEqual(['old']);
  });
});
