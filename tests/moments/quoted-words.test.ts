// What of a transcript is quoted.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/moments/row';
import { beginningOf, saidIn, selectedWords, sentenceAt, wholeRow } from '../../src/moments/quoted-words';

const row = (seconds: number, words: string, until?: number): Row => ({
  kind: 'transcript',
  seconds,
  end: undefined,
  until,
  words,
});
const rows = [row(0, 'One is. Two is. '), row(10, 'Three.', 12), row(30, 'Four four four. Five.')];

describe('the sentence around the playhead', () => {
  it.each([
    [0, 'One is.', 0],
    [4, 'One is.', 0],
    [6, 'Two is.', 5],
    [9.9, 'Three.', 10],
    [20, 'Three.', 10],
    [31, 'Four four four.', 30],
    [1000, 'Five.', 76],
  ])('at %d s is %s', (seconds, words, start) => {
    const said = sentenceAt(rows, seconds);
    expect(said?.words).toBe(words);
    expect(Math.round(said?.seconds ?? NaN)).toBeCloseTo(start, -1);
  });

  it('is none before all that is said', () => {
    expect(sentenceAt([row(5, 'One.')], 1)).toBeUndefined();
    expect(sentenceAt([], 1)).toBeUndefined();
  });
});

describe('words that are too many', () => {
  it('end with their last whole sentence', () => {
    const sentence = 'This is one of very many. ';
    const said = beginningOf(sentence.repeat(100));
    expect(said).toBe(`${sentence.repeat(57).trim()} …`);
  });

  it('end with their last whole word, or character, where there is no sentence', () => {
    expect(beginningOf('word '.repeat(1000))).toBe(`${'word '.repeat(299)}word …`);
    expect(beginningOf('話'.repeat(2000))).toBe(`${'話'.repeat(1500)} …`);
    expect(beginningOf('😀'.repeat(2000))).toBe(`${'😀'.repeat(1500)} …`);
  });

  it('are not those of two minutes', () => {
    expect(beginningOf('word '.repeat(300))).toBeUndefined();
    expect(beginningOf('')).toBeUndefined();
  });
});

describe('a choice', () => {
  it('is said from its first row to the end of its last one', () => {
    expect(selectedWords(rows, 'is. Three', rows.slice(0, 2))).toEqual({
      words: 'is. Three',
      seconds: 0,
      end: 12,
      speaker: undefined,
    });
    expect(wholeRow(rows, rows[0] ?? row(0, ''))).toMatchObject({ seconds: 0, end: 10 });
    expect(selectedWords(rows, '', [])).toBeUndefined();
  });
});

describe('a part of the video', () => {
  it.each([
    [0, 10, 'One is. Two is.'],
    [0, 5, 'One is.'],
    [1, 4, 'One is.'],
    [1, 11.5, 'One is. Two is. Three.'],
    [4, 6, 'Two is.'],
    [10, 31, 'Three.'],
    [11, 12, 'Three.'],
  ])('from %d s to %d s says the sentences of which most is in it: %s', (start, end, words) => {
    expect(saidIn(rows, { start, end })).toEqual({ words, seconds: start, end, speaker: undefined });
  });

  it('says nothing where nobody speaks', () => {
    expect(saidIn(rows, { start: 14, end: 20 })).toBeUndefined();
    expect(saidIn([], { start: 14, end: 20 })).toBeUndefined();
  });

  it('is said by whoever begins it', () => {
    const spoken = rows.map((one, index) => ({ ...one, speaker: `Speaker ${String(index)}` }));
    expect(saidIn(spoken, { start: 8, end: 12 })?.speaker).toBe('Speaker 1');
  });
});
