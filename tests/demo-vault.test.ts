// The demo vault keeps its promises: links lead somewhere, and what a note says about its times is true.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { interpret, limitOf, type Interpretation } from '../src/core/mean/interpretation';
import { videoKey, videoOfProperties, type Video } from '../src/core/mean/video';

const vault = join(import.meta.dirname, 'vault');
const files = readdirSync(vault, { recursive: true, encoding: 'utf8' });
const clock = 'media/time-code.webm';

interface Note {
  readonly name: string;
  readonly text: string;
  readonly video: Video | undefined;
  readonly anchors: readonly {
    readonly source: string;
    readonly time: string | undefined;
    readonly label: string;
  }[];
}

const resolve = (link: string): string | undefined =>
  files.find((path) => path === link || path === `${link}.md`);

const notes = files
  .filter((path) => path.endsWith('.md'))
  .map((path): Note => {
    const text = readFileSync(join(vault, path), 'utf8');
    const properties: unknown = parse(/^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? '');
    const anchors = [...text.matchAll(/<a class="yt-timestamp"([^>]*)>([^<]*)<\/a>/g)].map(
      ([source, attributes = '', label = '']) => ({
        source,
        time: /data-t="([^"]*)"/.exec(attributes)?.[1],
        label,
      }),
    );
    return {
      name: basename(path, '.md'),
      text,
      video: videoOfProperties(properties, ['videoId', 'video'], resolve),
      anchors,
    };
  });

const note = (name: string): Note => {
  const found = notes.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no note ${name}`);
  return found;
};

/** Seconds, by video: what the player will report. */
const lengths = new Map([
  [videoKey({ kind: 'file', path: clock }), 720],
  [videoKey({ kind: 'youtube', id: 'jNQXAC9IVRw' }), 19],
  [videoKey({ kind: 'youtube', id: 'dQw4w9WgXcQ' }), 213],
  [videoKey({ kind: 'youtube', id: 'aircAruvnKk' }), 1120],
]);

const meanings = ({ video, anchors }: Note): Interpretation[] => {
  const limit = limitOf(video, video === undefined ? undefined : lengths.get(videoKey(video)));
  return anchors.map((anchor) => interpret(anchor, limit));
};

const count = (readings: readonly Interpretation[], how: Interpretation['how']): number =>
  readings.filter((reading) => reading.how === how).length;

describe('every note of the demo vault', () => {
  it.each(notes)('$name has balanced timestamps', ({ text, anchors }) => {
    const prose = text.replace(/^```[^]*?^```$/gm, '');
    expect(anchors).toHaveLength(prose.split('<a').length - 1);
    expect(anchors).toHaveLength(prose.split('</a>').length - 1);
  });

  it.each(notes)('$name links to what is there', ({ text }) => {
    const links = [...text.matchAll(/\[\[([^\]|#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => resolve(link) === undefined)).toEqual([]);
  });

  it.each(notes)('$name has the video it says, of a length that is known', ({ name, video }) => {
    const without = ['Welcome', '3Blue1Brown', 'jawed', 'A note without a video'];
    expect(video === undefined).toBe(without.includes(name));
    if (video !== undefined) expect(lengths.has(videoKey(video))).toBe(true);
  });
});

describe('the times of the demo vault', () => {
  it.each(['Me at the zoo', 'But what is a neural network', 'Two videos on one page'])(
    'are right in %s',
    (name) => {
      const readings = meanings(note(name));
      expect(readings.length).toBeGreaterThan(0);
      expect(count(readings, 'as-written')).toBe(readings.length);
    },
  );

  it('are written one field too far to the left in two notes, which say so', () => {
    expect(count(meanings(note('Countdown')), 'minutes-seconds')).toBe(2);
    expect(count(meanings(note('Countdown')), 'past-end')).toBe(1);
    expect(count(meanings(note('Never Gonna Give You Up')), 'minutes-seconds')).toBe(8);
    expect(count(meanings(note('Never Gonna Give You Up')), 'past-end')).toBe(0);
  });

  it('mean what the table of broken ones says', () => {
    const rows = note('Broken timestamps').text.matchAll(/^\|[^|]*\| (<a.*<\/a>) \| (\d+):(\d+)/gm);
    const said = [...rows].map(([, source, minutes, seconds]) => [
      source,
      Number(minutes) * 60 + Number(seconds),
    ]);
    const { anchors } = note('Broken timestamps');
    const read = meanings(note('Broken timestamps')).map((meaning, index) => [
      anchors[index]?.source,
      'seconds' in meaning ? Math.floor(meaning.seconds) : meaning.how,
    ]);
    expect(said).toHaveLength(8);
    expect(read).toEqual([...said, ...read.slice(said.length)]);
    expect(read.slice(said.length).map(([, how]) => how)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'past-end',
    ]);
  });
});

describe('the video of the demo vault', () => {
  it('is small enough to keep and long enough to get lost in', () => {
    const path = join(vault, clock);
    expect(statSync(path).size).toBeLessThan(600 * 1024);
    const bytes = readFileSync(path);
    // The element Duration of the Matroska format: its id, its size of eight bytes, then milliseconds.
    const duration = bytes.readDoubleBE(bytes.indexOf(Buffer.from([0x44, 0x89, 0x88])) + 3) / 1000;
    expect(duration).toBe(720);
  });
});
