// Subtitle files, as people and programs write them; and as somebody who means harm might.
import { describe, expect, it } from 'vitest';
import type { SubtitleFile } from '../../../src/player/media/media-files';
import { readSubtitles } from '../../../src/player/media/subtitles';

function file(text: string | Uint8Array<ArrayBuffer>, format: SubtitleFile['format'] = 'srt'): SubtitleFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { format, language: undefined, size: bytes.length, read: () => Promise.resolve(bytes.buffer) };
}

async function read(text: string | Uint8Array<ArrayBuffer>, format?: SubtitleFile['format']) {
  return (await readSubtitles(file(text, format))).map(({ start, end, text }) => [start, end, text]);
}

const cue = (text: string): string => `1\n00:00:01,500 --> 00:00:04,000\n${text}\n`;

describe('subtitles', () => {
  it.each<[string, string, SubtitleFile['format'], unknown]>([
    ['SubRip', `${cue('Hello')}\n2\n01:00:05,000 --> 01:00:06,250\nthere,\nyou\n`, 'srt', [[1.5, 4, 'Hello'], [3605, 3606.25, 'there,\nyou']]],
    ['SubRip with the lines of Windows and a byte order mark', `\uFEFF${cue('Hello')}`.replace(/\n/g, '\r\n'), 'srt', [[1.5, 4, 'Hello']]],
    ['SubRip that says where a line stands', cue('{\\an8}Hello'), 'srt', [[1.5, 4, 'Hello']]],
    ['SubRip with blanks on its empty lines', `${cue('Hello')} \t\n2\n00:00:05,000 --> 00:00:06,000\nyou\n`, 'srt', [[1.5, 4, 'Hello'], [5, 6, 'you']]],
    ['WebVTT', 'WEBVTT\n\nNOTE by hand\n\nintro\n00:01.500 --> 00:04.000 line:10%\n<v Ann>Hello\n', 'vtt', [[1.5, 4, '<v Ann>Hello']]],
    ['WebVTT without its header', '00:01.500 --> 00:04.000\nHello\n', 'vtt', [[1.5, 4, 'Hello']]],
    ['what is wrong between what is right', `1\nnever --> 00:00:02,000\nNo\n\n2\n00:00:09,000 --> 00:00:01,000\nNo\n\n${cue('Yes')}`, 'srt', [[1.5, 4, 'Yes']]],
    ['nothing after a time', '1\n00:00:01,500 --> 00:00:04,000', 'srt', [[1.5, 4, '']]],
  ])('are read of %s', async (_, text, format, captions) => {
    expect(await read(text, format)).toEqual(captions);
  }); // prettier-ignore

  it('say where on the picture they stand, in WebVTT', async () => {
    const [caption] = await readSubtitles(
      file('WEBVTT\n\n00:01.000 --> 00:02.000 line:10% align:start\nHello\n', 'vtt'),
    );
    expect(caption?.place).toMatchObject({ line: 10, snapToLines: false, align: 'start' });
  });

  it.each([
    ['UTF-8', new TextEncoder().encode(cue('Ça va'))],
    ['the code page of Windows', Uint8Array.from(cue('\u00C7a va'), (one) => one.charCodeAt(0))],
    ['UTF-16', new Uint8Array(Uint16Array.from(`\uFEFF${cue('Ça va')}`, (one) => one.charCodeAt(0)).buffer)],
  ])('are read of %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual([[1.5, 4, 'Ça va']]);
  });

  it.each([
    ['is empty', ''],
    ['holds something else', '{"subtitles": "1 --> 2"}\n'],
    ['is no text at all', new Uint8Array(4096).fill(7)],
  ])('are refused of a file that %s', async (_, content) => {
    await expect(read(content)).rejects.toThrow('The file holds no subtitles.');
    await expect(read(content, 'vtt')).rejects.toThrow('The file holds no subtitles.');
  });

  it('are not even asked for of a file that is too large', async () => {
    const large: SubtitleFile = {
      ...file(''),
      size: 2_000_001,
      read: () => Promise.reject(new Error('It was read.')),
    };
    await expect(readSubtitles(large)).rejects.toThrow('The subtitles are too large.');
  });

  it('are bounded, in their number and in their length', async () => {
    await expect(read(`${'\n'.repeat(60_000)}${cue('x')}`)).rejects.toThrow('The file holds no subtitles.');
    const [[, , long] = []] = await read(cue('x'.repeat(9000)));
    expect(long).toBe('x'.repeat(2000));
  });

  it('are read in no time where a line is all blanks', async () => {
    const since = performance.now();
    await expect(read(`00:00:01,000${' '.repeat(2_000_000)}x -->`)).rejects.toThrow();
    expect(performance.now() - since).toBeLessThan(5000);
  });
});
