// The sentences of captions: nothing that is said is lost, and nothing is said twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuesIn, type SubtitleCue } from '../../../src/core/read/subtitle-cues';
import { sentencesOf } from '../../../src/core/read/spoken-sentences';

const cue = (start: number, end: number, text: string): SubtitleCue => ({ start, end, text, position: {} });
const said = (...cues: readonly SubtitleCue[]): readonly unknown[] =>
  sentencesOf(cues).map(({ seconds, text }) => [Math.round(seconds * 10) / 10, text]);

/** As YouTube writes captions of its own making: each line a second time above the next, and once alone for an instant. */
function rolling(lines: readonly string[], step = 2): readonly SubtitleCue[] {
  return lines.flatMap((line, index) => {
    const start = index * step;
    const above = lines[index - 1];
    return [
      cue(start, start + step - 0.01, above === undefined ? line : `${above}\n${line}`),
      cue(start + step - 0.01, start + step, line),
    ];
  });
}

describe('the sentences of captions', () => {
  it('are joined over the ends of cues and lines', () => {
    expect(
      said(
        cue(1, 3, 'This is the\nfirst'),
        cue(3, 5, 'sentence. And'),
        cue(5, 7, 'this is the second.'),
        cue(8, 9, 'A third!'),
      ),
    ).toEqual([
      [1, 'This is the first sentence.'],
      [4.5, 'And this is the second.'],
      [8, 'A third!'],
    ]);
  });

  it('are cut at silences, sounds, turns and voices', () => {
    expect(
      said(
        cue(1, 2, 'so we begin'),
        cue(9, 10, 'after a while'),
        cue(10, 11, '[Music]'),
        cue(11, 12, 'and on'),
        cue(12, 13, '&gt;&gt; who is it'),
        cue(13, 14, '- It is me.\n- Ah.'),
      ),
    ).toEqual([
      [1, 'so we begin'],
      [9, 'after a while'],
      [10, '[Music]'],
      [11, 'and on'],
      [12, '>> who is it'],
      [13, '- It is me.'],
      [13.7, '- Ah.'],
    ]);
    expect(
      sentencesOf([cue(0, 1, '<v Ann>Well'), cue(1, 2, '<v Ben>No.'), cue(2, 3, '<v Ben>Never.')]),
    ).toEqual([
      { seconds: 0, end: 1, text: 'Well', speaker: 'Ann' },
      { seconds: 1, end: 2, text: 'No.', speaker: 'Ben' },
      { seconds: 2, end: 3, text: 'Never.', speaker: 'Ben' },
    ]);
  });

  it('are short where a text knows no full stops', () => {
    const words = Array.from({ length: 60 }, (_, index) =>
      cue(index * 2, index * 2 + 2, `these are five words ${String(index)}`),
    );
    const sentences = sentencesOf(words);
    expect(sentences.length).toBeGreaterThan(8);
    for (const { text } of sentences) expect(text.length).toBeLessThanOrEqual(140);
  });

  it('have no spaces where the writing has none', () => {
    expect(said(cue(0, 2, '大家好，今天'), cue(2, 4, '我们讲神经网络。'), cue(4, 6, '谢谢。'))).toEqual([
      [0, '大家好，今天我们讲神经网络。'],
      [4, '谢谢。'],
    ]);
  });

  it('say once what rolling captions show two and three times', () => {
    const lines = ['hello everyone and welcome', 'to my channel today we', 'look at no no', 'no no at all'];
    expect(
      sentencesOf(rolling(lines))
        .map(({ text }) => text)
        .join(' '),
    ).toBe(lines.join(' '));
    const vtt = `WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
 
hello<00:00:00.480><c> everyone</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
hello everyone
 

00:00:02.399 --> 00:00:04.789 align:start position:0%
hello everyone
welcome<00:00:03.000><c> to</c>

00:00:04.789 --> 00:00:04.799 align:start position:0%
welcome to
 

00:00:04.799 --> 00:00:07.000 align:start position:0%
welcome to
my<00:00:05.000><c> channel</c>
`;
    expect(said(...cuesIn(vtt))).toEqual([[0.2, 'hello everyone welcome to my channel']]);
  });

  it('say once what captions show as it grows', () => {
    expect(
      said(cue(0, 1, 'so'), cue(1, 2, 'so this'), cue(2, 3, 'so this is'), cue(3, 4, 'so this is it.')),
    ).toEqual([[0, 'so this is it.']]);
  });

  it('keep what is really said again', () => {
    expect(said(cue(0, 1, 'No.'), cue(1, 2, 'No.'), cue(2, 3, 'No.'), cue(3, 4, 'I said\nno.'))).toEqual([
      [0, 'No.'],
      [1, 'No.'],
      [2, 'No.'],
      [3, 'I said no.'],
    ]);
    expect(said(cue(0, 4, 'la la'), cue(2, 6, 'la la'))).toEqual([[0, 'la la']]);
  });

  const word = fc.stringMatching(/^[a-z]{1,6}[.,!?]?$/);
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const wordsOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(/\s+/));

  it('hold every word of every cue once, in order', () => {
    const cues = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(line, { minLength: 1, maxLength: 3 })),
    );
    fc.assert(
      fc.property(cues, (gaps) => {
        let at = 0;
        // No two lines alike: what rolls is told by lines that come again.
        const all = gaps.map(([gap, lines], index) => {
          at += gap + 2;
          return cue(
            at,
            at + 2,
            lines.map((one, nth) => `${String(index)}x${String(nth)} ${one}`).join('\n'),
          );
        });
        const sentences = sentencesOf(all);
        expect(wordsOf(sentences.map(({ text }) => text))).toEqual(wordsOf(all.map(({ text }) => text)));
        for (const [index, { seconds, end }] of sentences.entries()) {
          expect(seconds).toBeGreaterThanOrEqual(sentences[index - 1]?.seconds ?? 0);
          expect(end).toBeGreaterThanOrEqual(seconds);
        }
      }),
    );
  });

  it('hold every word of rolling captions once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 3, maxLength: 30 }), (lines) => {
        const sentences = sentencesOf(rolling(lines));
        expect(wordsOf(sentences.map(({ text }) => text))).toEqual(wordsOf(lines));
      }),
    );
  });

  it('are found in ten thousand lines, each of which is shown twice', () => {
    const lines = (count: number): readonly string[] =>
      Array.from(
        { length: count },
        (_, index) =>
          `${index % 3 === 1 ? 'These' : 'these'} are words ${String(index)}${index % 3 === 0 ? '.' : ''}`,
      );
    const sentences = sentencesOf(rolling(lines(10_000)));
    expect(wordsOf(sentences.map(({ text }) => text))).toHaveLength(40_000);
    expect(sentences[0]?.text).toBe('these are words 0.');
  });
});
