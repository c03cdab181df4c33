// A note keeps its line ends where Playhead writes lines into it.
import { expect, it } from 'vitest';
import { lineEndOf } from '../../../src/core/write/line-end';
import { propertyChange } from '../../../src/core/write/properties';
import { applyChanges } from '../../../src/core/write/rewrite';

const parse = (yaml: string): unknown =>
  Object.fromEntries(
    yaml
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split(': ')),
  );
const property = { name: 'videoId', value: 'dQw4w9WgXcQ' };
const withProperty = (text: string): string => {
  const change = propertyChange(text, property, parse);
  return change === undefined ? text : applyChanges(text, [change]);
};

it.each([
  ['one\r\ntwo', '\r\n'],
  ['one\ntwo\r\n', '\n'],
  ['one', '\n'],
  ['', '\n'],
  ['\r\n', '\r\n'],
])('%j has the line ends of its first line', (text, end) => expect(lineEndOf(text)).toBe(end));

it('properties are written with the line ends of the note', () => {
  expect(withProperty('one\r\ntwo')).toBe('---\r\nvideoId: dQw4w9WgXcQ\r\n---\r\none\r\ntwo');
  expect(withProperty('---\r\ntitle: x\r\n---\r\none')).toBe(
    '---\r\ntitle: x\r\nvideoId: dQw4w9WgXcQ\r\n---\r\none',
  );
  expect(withProperty('one\ntwo')).toBe('---\nvideoId: dQw4w9WgXcQ\n---\none\ntwo');
});
