// What a note says of a video, in the order of the video.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksOf } from '../../../src/core/mean/ticks';
import type { Video } from '../../../src/core/mean/video';
import { outlineOf, wordsOfParagraph, type Outline } from '../../../src/core/read/outline';
import { scan } from '../../../src/core/read/scan';
import { ALL_SYNTAXES, shownTimestamps } from '../../../src/core/read/shown';

const video: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const videos = { own: video, shown: [] };
const resolve = (): undefined => undefined;
const limitOf = (): { seconds: number; exact: boolean } => ({ seconds: Infinity, exact: false });

function read(text: string): Outline {
  const note = { videos, resolve, limitOf, syntaxes: ALL_SYNTAXES, wantsAll: true };
  const shown = shownTimestamps((from, to) => text.slice(from, to), scan(text), note);
  return outlineOf({ text, ticks: ticksOf(shown, { video, length: undefined, videos, resolve }) });
}

const chapters = (text: string): readonly string[] =>
  read(text).chapters.map(({ seconds, title }) => `${String(seconds)} ${title}`);

const clip = (count: number, step = 10): string =>
  Array.from({ length: count }, (_, index) => {
    const at = index * step;
    const time = `${String(Math.floor(at / 60))}:${String(at % 60).padStart(2, '0')}`;
    return `**${time}** · Paragraph *${String(index)}* says this. And that.`;
  }).join('\n\n');

describe('the chapters of a note', () => {
  it.each<[string, string, readonly string[]]>([
    ['are its headings', '# Talk\n\nAbout.\n\n## Intro\n\n[0:05] and [0:20]\n\n## More *words* #\n\n[1:00]\n\n## None', ['5 Intro', '60 More words']],
    ['take the time that stands in the heading', '## [0:05] Intro\n\ntext [0:20]\n\n## More (1:00)\n\ntext', ['5 Intro', '60 More']],
    ['may go back within themselves', '## A\n[0:30] [0:10]\n## B\n[0:40]', ['30 A', '40 B']],
    ['leave out a heading that goes back in the video', '## A\n[0:10]\n## B\n[1:00]\n## Recap\n[0:30]', ['10 A', '60 B']],
    ['are none where the headings do not follow the video', '## Summary\n[0:10] [9:00]\n## A\n[1:00]\n## B\n[2:00]', []],
    ['are none where they go backwards', '## A\n[5:00]\n## B\n[1:00]', []],
    ['are no headings in code', '```\n## A\n```\n\n[0:10]\n\n## B\n[0:20]', ['20 B']],
    ['are the lines of a list without headings', 'Chapters:\n\n0:00 Intro\n1:02 - The *second* one\n1:01:00 Q&A\n', ['0 Intro', '62 The second one', '3660 Q&A']],
    ['are headings rather than lines', '## Chapters\n\n0:00 Intro\n1:02 Two\n2:00 Three\n', ['0 Chapters']],
    ['are no lines that name speakers', 'Ann 0:00\nHello.\nBen 0:05\nYes.\nAnn 0:10\nNo.\n', []],
    ['are none without timestamps', '# A\n\n## B\n', []],
  ])('%s', (_, text, expected) => expect(chapters(text)).toEqual(expected)); // prettier-ignore
});

describe('the transcript of a note', () => {
  it('is a run of paragraphs that begin with times, which are no moments then', () => {
    const text = `Mine: [0:15].\n\n## Transcript\n\n### One\n\n${clip(8)}\n\n### Two\n\n**2:00** · The end.\n`;
    const { moments, transcript, chapters } = read(text);
    expect(moments.map(({ seconds }) => seconds)).toEqual([15]);
    expect(transcript.map(({ tick }) => tick.seconds)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 120]);
    const words = transcript.map((paragraph) => wordsOfParagraph(text, paragraph));
    expect(words[1]).toBe('Paragraph 1 says this. And that.');
    expect(words.at(-2)).toBe('Paragraph 7 says this. And that.');
    expect(words.at(-1)).toBe('The end.');
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it.each([
    [
      'the arrows of subtitles, in brackets',
      (at: string, to: string) => `[00:00:${at}.000 --> 00:00:${to}.000] Words ${at}`,
    ],
    [
      'the arrows of subtitles, the words on the next line',
      (at: string, to: string) => `00:00:${at},000 --> 00:00:${to},000\nWords ${at}`,
    ],
    ['several in one paragraph', (at: string) => `**0:${at}** · Words ${at}`],
  ])('may have %s', (form, line) => {
    const lines = Array.from({ length: 9 }, (_, index) => line(`1${String(index)}`, `1${String(index + 1)}`));
    const text = lines.join(form.startsWith('several') ? '\n' : '\n\n');
    const { transcript, moments } = read(text);
    expect(moments).toEqual([]);
    expect(transcript.map((paragraph) => wordsOfParagraph(text, paragraph))).toEqual(
      Array.from({ length: 9 }, (_, index) => `Words 1${String(index)}`),
    );
  });

  it('is none of fewer than eight, nor of lines that a user writes', () => {
    expect(read(clip(7)).transcript).toEqual([]);
    expect(read(clip(7)).moments).toHaveLength(7);
    const typed = Array.from({ length: 9 }, (_, index) => `0:0${String(index)} words`).join('\n\n');
    expect(read(typed).transcript).toEqual([]);
    expect(read(typed).moments).toHaveLength(9);
  });

  it('and the moments together are all timestamps of the video, each once', () => {
    const piece = fc.constantFrom(
      '## Heading',
      '[0:30]',
      '**0:10** · text',
      '0:20 text',
      'words',
      '',
      '```',
      '> [1:00]',
      clip(8),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('\n\n');
        const { moments, transcript, chapters } = read(text);
        const all = [...moments, ...transcript.map(({ tick }) => tick)];
        const note = { videos, resolve, limitOf, syntaxes: ALL_SYNTAXES, wantsAll: true };
        const shown = shownTimestamps((from, to) => text.slice(from, to), scan(text), note);
        expect(new Set(all.map(({ timestamp }) => timestamp.from))).toEqual(
          new Set(shown.map(({ from }) => from)),
        );
        expect(all).toHaveLength(shown.length);
        for (const list of [moments, chapters, transcript.map(({ tick }) => tick)])
          for (const [index, { seconds }] of list.entries())
            expect(seconds).toBeGreaterThanOrEqual(list[index - 1]?.seconds ?? 0);
      }),
    );
  });
});
