// Subtitle files as somebody who means harm might write them, and as old programs did.
import { describe, expect, it } from 'vitest';
import type { SubtitleFile } from '../../../src/player/media/media-files';
import { readSubtitles } from '../../../src/player/media/subtitles';
import { encodedAs } from '../../support/encoded';

function file(text: string | Uint8Array<ArrayBuffer>): Pick<SubtitleFile, 'size' | 'read'> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { size: bytes.length, read: () => Promise.resolve(bytes.buffer) };
}

async function read(text: string | Uint8Array<ArrayBuffer>) {
  return (await readSubtitles(file(text))).cues.map(({ start, end, text }) => [start, end, text]);
}

const cue = (text: string): string => `1\n00:00:01,500 --> 00:00:04,000\n${text}\n`;

describe('subtitles', () => {
  it.each([
    ['utf-8', 'Ça va'],
    ['windows-1252', 'Ça va'],
    ['windows-1251', 'Как дела'],
    ['gb18030', '大家好，我们开始吧'],
    ['shift_jis', 'それでは始めましょう'],
  ])('are read of %s', async (encoding, text) => {
    const bytes = encoding === 'utf-8' ? new TextEncoder().encode(cue(text)) : encodedAs(encoding, cue(text));
    expect(await read(bytes)).toEqual([[1.5, 4, text]]);
    expect((await readSubtitles(file(bytes))).guess).toBeUndefined();
  });

  it('say by which encoding they were read where none fits', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(cue('')),
      ...Array.from({ length: 90 }, (_, at) => 0x80 + (at % 31)),
    ]);
    expect((await readSubtitles(file(bytes))).guess).toBeDefined();
  });

  it.each([
    ['is empty', ''],
    ['holds something else', '{"subtitles": "1 --> 2"}\n'],
    ['is no text at all', new Uint8Array(4096).fill(7)],
  ])('are refused of a file that %s', async (_, content) => {
    await expect(read(content)).rejects.toThrow('The subtitle file contains no subtitles.');
  });

  it('are not even asked for of a file that is too large', async () => {
    const large = {
      ...file(''),
      size: 2_000_001,
      read: () => Promise.reject(new Error('It was read.')),
    };
    await expect(readSubtitles(large)).rejects.toThrow('The subtitle file is too large.');
  });

  it('are bounded, in their number and in their length', async () => {
    await expect(read(`${'\n'.repeat(60_000)}${cue('x')}`)).rejects.toThrow(
      'The subtitle file contains no subtitles.',
    );
    const [[, , long] = []] = await read(cue('x'.repeat(9000)));
    expect(long).toBe('x'.repeat(2000));
  });

  it('are read in no time where a line is all blanks', async () => {
    const since = performance.now();
    await expect(read(`00:00:01,000${' '.repeat(2_000_000)}x -->`)).rejects.toThrow();
    expect(performance.now() - since).toBeLessThan(5000);
  });
});
