// The sentence around a timestamp, as it is read.
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { plainText, sentenceAround } from '../../../src/core/mean/sentence';
import { corpusFile, corpusNotes, hasCorpus } from '../../support/corpus';
import { marked } from '../marked';

/** The sentence around the one time that is marked. */
function sentenceIn(note: string): string {
  const { text, ranges } = marked(note);
  const [from, to] = ranges[0] ?? [0, 0];
  return sentenceAround(text, { from, to });
}

const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;

describe('the sentence of a time', () => {
  it.each([
    ['that ends it', 'One. Two is more «[1:00]». Three.', 'Two is more.'],
    ['that ends it behind the full stop', 'One. Two is more. «[1:00]»', 'Two is more.'],
    ['that begins it', '«[1:00]» One is first. Two.', 'One is first.'],
    ['that begins a later one', 'One. «[1:00]» Two is more. Three.', 'Two is more.'],
    ['in the middle of it', 'One. Two «[1:00]» is more! Three.', 'Two is more!'],
    ['in a list', '- Zero\n*   **Sage**maker «[1:00]»\n- Two', 'Sagemaker'],
    ['in a numbered list', '12. The _last_ word «[1:00]»', 'The _last_ word'],
    ['in a task', '- [x] Done with it «[1:00]»', 'Done with it'],
    ['in a heading', '## ML Offerings «[1:00]»', 'ML Offerings'],
    ['in a quote', '> > Said he «[1:00]»', 'Said he'],
    ['in a callout', '> [!note]+ Beware «[1:00]»', 'Beware'],
    ['in a row', '| Topic | Said [[a|there]] «[1:00]» | 3 |', 'Said there'],
    [
      'alone in its cell of a row',
      '| Part | «[1:00]» | [2:00] | |  the **end** |\n| Next | [3:00] |',
      'Part · the end',
    ],
    ['alone in a row', '| «[1:00]» |\n| - |', ''],
    ['before a table', '«[1:00]»\n| One | [2:00] | two |', 'One · two'],
    ['on a line of its own', 'Zero.\n«[1:00]»\nOne is first. Two.', 'One is first.'],
    ['on a line of its own, in a list', '- «[1:00]»\n- One is first', 'One is first'],
    ['first of several in brackets', 'Bare times: «1:00» and more.', 'Bare times: and more.'],
    [
      'one of several in brackets',
      'Bare times: [0:30, «1:00»; 2:00 - 2:30] and more.',
      'Bare times: and more.',
    ],
    ['one of several in brackets, and of nothing else', '[«1:00», 2:00]', ''],
    ['last of several in brackets, with backslashes', 'So it is \\[0:30, «1:00»\\].', 'So it is.'],
    ['that a dot parts from its words', '**«1:00»** · One is first. Two.', 'One is first.'],
    ['that a dot parts from the words before it', 'One is first · «[1:00]»', 'One is first'],
    ['alone', '«[1:00]»', ''],
    ['in the first line of nothing else', '«[1:00]»\n\n', ''],
  ])('%s', (_, note, sentence) => expect(sentenceIn(note)).toBe(sentence));

  it.each([
    ['emphasis', 'A **bold** *and* ~~no~~ ==word== `code` «[1:00]»', 'A bold and no word code'],
    ['wikilinks', '[[Amazon Web Services AWS | Amazon]] and [[S3]] «[1:00]»', 'Amazon and S3'],
    ['links', 'See [the paper](https://a.example/b.c) «[1:00]»', 'See the paper'],
    ['pictures', 'A ![drawing](a.png) ![[b.png]]of it «[1:00]»', 'A drawing of it'],
    ['tags', 'One<br/>two <b>three</b> «[1:00]»', 'One two three'],
    [
      'other times',
      `Zero ${anchor('00:00:04')} to [0:20, 0:30] it «[1:00]» and ${anchor('00:02:00')} on`,
      'Zero it on',
    ],
    [
      'brackets and commas around other times',
      `Zero (${anchor('00:02:00')}) to it, «[1:00]»,.`,
      'Zero to it.',
    ],
    ['a tag that is broken', 'Zero <a class="yt-timestamp" data-t="04:15:15]. One «[1:00]».', 'One.'],
    ['footnotes and block ids', 'Said[^1] so «[1:00]» ^abc-1', 'Said so'],
  ])('loses its markup: %s', (_, note, sentence) => expect(sentenceIn(note)).toBe(sentence));

  it.each([
    ['joined by a word', `Blue to sky blue, ${anchor('00:00:59')} and «[1:00]»`, 'Blue to sky blue'],
    ['joined by a line', `Blue ${anchor('00:00:59')} – «[1:00]» to red`, 'Blue to red'],
    ['led to by a colon', 'It changes half way: «[1:00]».', 'It changes half way.'],
    ['led away from by a colon', '- «[1:00]»: One is first', 'One is first'],
    ['led away from by a line', '- «[1:00]» - One is first', 'One is first'],
    ['and no colon of the text', 'Two kinds: one, two «[1:00]»', 'Two kinds: one, two'],
    ['and no joint of words', 'Back «[1:00]» to and fro', 'Back to and fro'],
  ])('loses what only held its times: %s', (_, note, sentence) => expect(sentenceIn(note)).toBe(sentence));

  it.each([
    [
      'small letters',
      'Zero. It is e.g. this, or etc. and that «[1:00]».',
      'It is e.g. this, or etc. and that.',
    ],
    ['initials', 'Zero. By J. K. Rowling «[1:00]».', 'By J. K. Rowling.'],
    ['titles', 'Zero. By Dr. Who and Mrs. Who «[1:00]».', 'By Dr. Who and Mrs. Who.'],
    ['numbers', 'Zero. It is 3.14 or 2.72 «[1:00]».', 'It is 3.14 or 2.72.'],
    ['quotes', 'He said “No.” Then he left «[1:00]». Two.', 'Then he left.'],
    ['questions', 'Why? Because «[1:00]»! Two.', 'Because!'],
    ['full stops of other scripts', '一つ。二つ目「はい」«[1:00]»です。三つ。', '二つ目「はい」です。'],
  ])('ends where sentences do: %s', (_, note, sentence) => expect(sentenceIn(note)).toBe(sentence));

  it('is shortened where it has no end, at the words', () => {
    const words = 'word '.repeat(200);
    const sentence = sentenceIn(`${words}«[1:00]» ${words}`);
    expect(sentence.length).toBeLessThanOrEqual(202);
    expect(sentence).toMatch(/^…word .* word…$/);
  });

  it('goes back 150 characters, and on to 200 in all', () => {
    const last = `${'word '.repeat(29)}word`;
    expect(sentenceIn(`w ${last} «[1:00]»`)).toBe(`…${last.slice(5)}`);
    expect(sentenceIn(`${last} «[1:00]»`)).toBe(last);
    expect(sentenceIn(`ab cd ${'x '.repeat(70)}«[1:00]» end`)).toBe(`ab cd ${'x '.repeat(70)}end`);
    const long = `${'z'.repeat(175)} ${'z'.repeat(24)}`;
    expect(sentenceIn(`«[1:00]» ${long}`)).toBe(long);
    expect(sentenceIn(`«[1:00]» ${long}zz`)).toBe(`${'z'.repeat(175)}…`);
    expect(sentenceIn(`«[1:00]» ${'z'.repeat(170)} yy ${'x'.repeat(40)}`)).toBe(`${'z'.repeat(170)} yy…`);
  });

  it('is cut between characters where there are no spaces between words', () => {
    const chinese = '一二三四五六七八九十'.repeat(30);
    expect(sentenceIn(`${chinese} «[1:00]»`)).toBe(`…${chinese.slice(-149)}`);
    expect(sentenceIn(`«[1:00]» a ${chinese}`)).toBe(`a ${chinese.slice(0, 198)}…`);
  });

  it('begins no list where it is cut from a line that is longer than what is read', () => {
    const cut = `${'x'.repeat(900)}\n`.slice(0, -1);
    expect(sentenceIn(`${cut}- ${'word '.repeat(159)}«[1:00]»`)).toMatch(/^…word .*word$/);
    // The 800 characters that are read begin with what would be a mark of a list at the start of a line.
    expect(sentenceIn(`zz${'- Two'.padEnd(800)}«[1:00]»`)).toBe('- Two');
  });

  it.each([
    ['a space before a full stop goes', 'One «[1:00]» , two , and three . Four.', 'One, two, and three.'],
    ['a comma before a full stop goes', 'One «[1:00]», , two ,. Three.', 'One, two.'],
    ['of marks that follow each other the last stays', 'One «[1:00]» , ; two', 'One; two'],
    ['the only sentence is quoted though a time alone follows it', 'One is first. «[1:00]»', 'One is first.'],
    ['the last of two is', 'Zero. One is first. «[1:00]»', 'One is first.'],
    ['the next line is not, behind more of the line', 'One «[1:00]»', 'One'],
    [
      'a small letter goes on behind a full stop',
      'Zero vs. one «[1:00]» etc. and so on. Two.',
      'Zero vs. one etc. and so on.',
    ],
    ['a word may hold a full stop', 'See node.js «[1:00]» and a.B or so. Two.', 'See node.js and a.B or so.'],
  ])('%s', (_, note, sentence) => expect(sentenceIn(note)).toBe(sentence));

  it('takes no longer for a long line', () => {
    const text = `${'<a'.repeat(60_000)} [1:00] ${'[['.repeat(60_000)}`;
    const from = text.indexOf('[1:00]');
    const began = performance.now();
    sentenceAround(text, { from, to: from + 6 });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

it('the words of a piece of a note are without markup and times', () => {
  expect(plainText(' A **bold** [[x|word]] at [1:00], and `code` ')).toBe('A bold word at, and code');
  expect(plainText('[1:00]')).toBe('');
});

describe.runIf(hasCorpus)('in real notes', () => {
  it('it holds no markup, and is there for all but those in endless rows of times', () => {
    const without = corpusNotes().map((path) => {
      const text = corpusFile(path);
      const sentences = scan(text).map((timestamp) => sentenceAround(text, timestamp));
      for (const sentence of sentences) {
        expect(sentence.length).toBeLessThanOrEqual(202);
        expect(sentence).not.toMatch(/yt-timestamp|\n/);
      }
      return sentences.filter((sentence) => sentence === '').length;
    });
    expect(without.filter((count) => count > 3)).toHaveLength(2);
  });
});
