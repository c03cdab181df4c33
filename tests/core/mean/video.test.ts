// Which video a text or a note's properties name.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  isAudio,
  linkAt,
  propertyToFill,
  readVideo,
  sameVideo,
  siteAddress,
  unusableProperty,
  videoKey,
  videoOfKey,
  videoOfOtherProperties,
  videoOfProperties,
  videoProperty,
  wantsAllChips,
  type ResolveLink,
  type Video,
} from '../../../src/core/mean/video';
import { MAX_LENGTH } from '../../../src/core/mean/media-link';
import { videoLike } from '../near-misses';

const id = 'jNQXAC9IVRw';
const zoo: Video = { kind: 'youtube', id };
const names = ['videoId', 'video', 'media', 'media_link', 'url', 'source'];

/** A vault with one folder of media, found by name as Obsidian finds a link's file. */
const vault = new Map([
  ['lecture.mp4', 'media/lecture.mp4'],
  ['media/lecture.mp4', 'media/lecture.mp4'],
  ['Field notes 2.webm', 'media/Field notes 2.webm'],
  ['Welcome', 'Welcome.md'],
]);
const resolve = (linkpath: string): string | undefined => vault.get(linkpath);
const nowhere = (): undefined => undefined;

const lecture: Video = { kind: 'file', path: 'media/lecture.mp4' };

describe('a text names a video', () => {
  it.each([
    'https://youtu.be/jNQXAC9IVRw',
    'https://www.youtube.com/watch?v=jNQXAC9IVRw&t=4',
    'youtu.be/jNQXAC9IVRw',
  ])('by a YouTube URL, time or not: %s', (text) => expect(readVideo(text, resolve)).toEqual(zoo));

  it.each([
    '[[lecture.mp4]]',
    '[[lecture.mp4|Lecture one]]',
    '[[lecture.mp4#t=3]]',
    '[[lecture.mp4#t=3|from three seconds]]',
    '[[media/lecture.mp4]]',
    ' [[lecture.mp4]] ',
    'lecture.mp4',
    'media/lecture.mp4',
  ])('by a link or path to a media file of the vault: %s', (text) => {
    expect(readVideo(text, resolve)).toEqual(lecture);
  });

  it('by a path with spaces', () => {
    const video = readVideo('[[Field notes 2.webm]]', resolve);
    expect(video).toEqual({ kind: 'file', path: 'media/Field notes 2.webm' });
  });

  it.each(['[[gone.mp4]]', '[[gone.mp4|Lecture one]]', '[[gone.mp4#t=3]]', 'gone.mp4'])(
    'that is missing from the vault, by its link: %s',
    (text) => expect(readVideo(text, nowhere)).toEqual({ kind: 'file', path: 'gone.mp4' }),
  );

  it.each(['webm', 'mp4', 'mov', 'mkv', 'MP4'])('whose file ends in .%s', (extension) => {
    const path = `lecture.${extension}`;
    expect(readVideo(path, nowhere)).toEqual({ kind: 'file', path });
  });

  it.each([
    'https://media.example/lecture.mp4',
    'http://media.example/a/b/lecture.webm',
    'https://media.example/lecture.mp4?token=1',
  ])('by its address on the web: %s', (text) => {
    expect(readVideo(text, resolve)).toEqual({ kind: 'url', url: text });
  });

  it('by its address without the moment in it: a time is no part of the video', () => {
    const whole = readVideo('https://media.example/lecture.mp4', resolve);
    expect(readVideo('https://media.example/lecture.mp4#t=30', resolve)).toEqual(whole);
  });

  it('by a bare id, only where ids are expected', () => {
    expect(readVideo(id, resolve, true)).toEqual(zoo);
    expect(readVideo(id, resolve)).toBeUndefined();
    expect(readVideo(id, resolve, false)).toBeUndefined();
  });

  it('by the part of a link that names the file', () => {
    const asked = vi.fn(resolve);
    readVideo('[[lecture.mp4#t=3|Lecture one]]', asked);
    expect(asked.mock.calls).toEqual([['lecture.mp4']]);
  });
});

/** Files whose names hold what links and addresses cut off, or write in another way. */
const hostilePaths = [
  ...[
    'C#/talk.mp4',
    'Talk [dQw4w9WgXcQ].mp4',
    'Lecture #3.mp4',
    'a|b.mp4',
    'a^b.mp4',
    '100%.mp4',
    'a%20b.mp4',
  ],
  ...[
    'a & b.mp4',
    'a &amp; b.mp4',
    '[[a]].mp4',
    'a.mp4#t=3.mp4',
    'a.mp4|b.mp4',
    "Tom's “talk” (1).mp4",
    'a  b.mp4',
  ],
];

describe('a file of the vault is named by its path, whatever is in it', () => {
  const inVault: ResolveLink = (path) => (hostilePaths.includes(path) ? path : undefined);

  it.each(hostilePaths)('%s', (path) => {
    const file: Video = { kind: 'file', path };
    for (const text of [path, `${path}#t=66`, `[[${path}]]`, encodeURIComponent(path)]) {
      expect(readVideo(text, inVault)).toEqual(file);
    }
    expect(readVideo(`[[${path}#t=66]]`, inVault)).toEqual(file);
    expect(readVideo(`![[${path}|the talk]]`, inVault)).toEqual(file);
  });

  it.each(hostilePaths)('as Playhead itself writes it: %s', (path) => {
    const file: Video = { kind: 'file', path };
    const property = videoProperty(file, names);
    expect(videoOfProperties({ [property?.name ?? '']: property?.value }, names, inVault)).toEqual(file);
    expect(readVideo(linkAt(file, 66), inVault)).toEqual(file);
  });

  it.each(['C#/talk.mp4', 'Lecture #3.mp4', '[[Lecture #3.mp4]]', '[[Talk [dQw4w9WgXcQ].mp4|x]]'])(
    'also if it is missing: %s',
    (text) => {
      expect(readVideo(text, nowhere)).toEqual({
        kind: 'file',
        path: text.replace(/^\[\[|(?:\|x)?\]\]$/g, ''),
      });
    },
  );

  it('but two links are no path', () => {
    expect(readVideo('[[a.mp4]] [[b.mp4]]', nowhere)).toBeUndefined();
    expect(readVideo('[[a.mp4|x]] [[b.mp4]]', nowhere)).toBeUndefined();
  });

  it('is not written if it would not be read back', () => {
    expect(videoProperty({ kind: 'file', path: ' a.mp4' }, ['video'])).toBeUndefined();
    expect(linkAt({ kind: 'file', path: ' a.mp4' }, 3)).toBeUndefined();
  });
});

describe('a text names no video', () => {
  it.each([
    ...[
      '',
      ' ',
      'Welcome',
      '[[Welcome]]',
      '[[Welcome|lecture.mp4]]',
      '[[]]',
      '[[picture.png]]',
      'An interview',
    ],
    ...['https://example.com/', 'https://example.com/article', 'https://www.youtube.com/@jawed'],
  ])('%j', (text) => expect(readVideo(text, resolve)).toBeUndefined());

  it.each([
    'javascript:alert(1)//lecture.mp4',
    'data:video/mp4;base64,AAAA',
    'data:text/html,<b>lecture.mp4',
    'file:///etc/lecture.mp4',
    'ftp://media.example/lecture.mp4',
    'app://local/lecture.mp4',
  ])('by an address that is not http: %s', (text) => expect(readVideo(text, nowhere)).toBeUndefined());

  it.each([null, undefined, true, 42, {}, [], Symbol('video'), () => id])('%s is no text', (value) => {
    expect(readVideo(value, resolve)).toBeUndefined();
  });
});

describe("a note's properties name its video", () => {
  it('by the first name that holds one, in the order of the names', () => {
    const properties = {
      source: 'https://youtu.be/dQw4w9WgXcQ',
      url: 'https://example.com/',
      video: '[[lecture.mp4]]',
    };
    expect(videoOfProperties(properties, names, resolve)).toEqual(lecture);
    expect(videoOfProperties(properties, ['source', 'video'], resolve)).toEqual({
      kind: 'youtube',
      id: 'dQw4w9WgXcQ',
    });
  });

  it.each([
    { videoId: id },
    { videoId: `https://youtu.be/${id}` },
    { url: `https://youtu.be/${id}?t=3` },
    { media_link: `youtu.be/${id}` },
  ])('in %j', (properties) => expect(videoOfProperties(properties, names, resolve)).toEqual(zoo));

  it.each([
    { videoId: '' },
    { videoId: null },
    { videoId: 'too short' },
    { videoId: [] },
    { videoId: { id } },
  ])('by a later name where the first holds none: %j', (first) => {
    expect(videoOfProperties({ ...first, url: `https://youtu.be/${id}` }, names, resolve)).toEqual(zoo);
  });

  it('by the first usable entry of a list', () => {
    const list = [null, 'An interview', 'https://example.com/', '[[lecture.mp4]]', `https://youtu.be/${id}`];
    expect(videoOfProperties({ media: list }, names, resolve)).toEqual(lecture);
    expect(videoOfProperties({ videoId: ['', id] }, names, resolve)).toEqual(zoo);
  });

  it('by an id that YAML took for a number', () => {
    expect(videoOfProperties({ videoId: 12_345_678_901 }, names, resolve)).toEqual({
      kind: 'youtube',
      id: '12345678901',
    });
    expect(videoOfProperties({ videoId: 42 }, names, resolve)).toBeUndefined();
  });

  it('by a bare id in videoId alone: other names may hold words of eleven letters', () => {
    expect(
      videoOfProperties({ source: 'engineering', video: 'programming' }, names, resolve),
    ).toBeUndefined();
    expect(videoOfProperties({ source: 12_345_678_901 }, names, resolve)).toBeUndefined();
  });

  it.each([undefined, null, 'videoId', 7, [], ['videoId'], {}, { title: `https://youtu.be/${id}` }])(
    'unless there is none: %j',
    (properties) => expect(videoOfProperties(properties, names, resolve)).toBeUndefined(),
  );

  it('only by properties of its own', () => {
    const inherited: unknown = Object.create({ videoId: id });
    expect(videoOfProperties(inherited, names, resolve)).toBeUndefined();
    expect(videoOfProperties({}, ['constructor', '__proto__'], resolve)).toBeUndefined();
  });
});

describe('two videos', () => {
  const videos = fc.oneof(
    fc.constantFrom(id, 'dQw4w9WgXcQ').map((some): Video => ({ kind: 'youtube', id: some })),
    fc.constantFrom(id, 'a.mp4', 'https://a.example/a.mp4').map((path): Video => ({ kind: 'file', path })),
    fc
      .constantFrom('https://a.example/a.mp4', 'https://b.example/a.mp4')
      .map((url): Video => ({ kind: 'url', url })),
  );

  it('are the same if and only if their kinds and names are equal; the same holds for their keys', () => {
    fc.assert(
      fc.property(videos, videos, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(sameVideo(one, other)).toBe(same);
        expect(videoKey(one) === videoKey(other)).toBe(same);
      }),
    );
  });
});

describe('whatever the text', () => {
  it('is read without a throw, and what is found is safe to show and load', () => {
    fc.assert(
      fc.property(fc.oneof(videoLike, fc.anything()), fc.boolean(), (text, bareId) => {
        const video = readVideo(text, nowhere, bareId);
        if (video?.kind === 'youtube') expect(video.id).toMatch(/^[A-Za-z0-9_-]{11}$/);
        if (video?.kind === 'url') expect(new URL(video.url).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('properties of any shape are read without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ videoId: fc.anything(), url: fc.anything() })),
        (properties) => {
          expect(() => videoOfProperties(properties, names, resolve)).not.toThrow();
        },
      ),
    );
  });
});

describe('a property that names a video', () => {
  const recording: Video = { kind: 'url', url: 'https://media.example/talk.mp4' };

  it.each<[Video, readonly string[], string, string]>([
    [zoo, names, 'videoId', id],
    [lecture, names, 'video', '[[media/lecture.mp4]]'],
    [recording, names, 'video', 'https://media.example/talk.mp4'],
    [zoo, ['url', 'source'], 'url', `https://youtu.be/${id}`],
    [zoo, ['url', 'videoId'], 'videoId', id],
    [lecture, ['videoId', 'media'], 'media', '[[media/lecture.mp4]]'],
    [lecture, ['videoId'], 'videoId', '[[media/lecture.mp4]]'],
  ])('for %o is, of %j, %s: %s', (video, properties, name, value) => {
    expect(videoProperty(video, properties)).toEqual({ name, value });
    expect(videoOfProperties({ [name]: value }, properties, resolve)).toEqual(video);
  });
});

describe('the link to a second', () => {
  it.each<[Video, number, string]>([
    [zoo, 83.9, 'https://youtu.be/jNQXAC9IVRw?t=83'],
    [zoo, 0, 'https://youtu.be/jNQXAC9IVRw?t=0'],
    [lecture, 83.9, '[[media/lecture.mp4#t=83]]'],
    [{ kind: 'url', url: 'https://a.example/b.mp4' }, 0, 'https://a.example/b.mp4#t=0'],
  ])('of %o, %d, is %s', (video, seconds, link) => expect(linkAt(video, seconds)).toBe(link));
});

describe('a video without a picture', () => {
  it.each<[Video, boolean]>([
    [zoo, false],
    [lecture, false],
    [{ kind: 'file', path: 'a/song.MP3' }, true],
    [{ kind: 'file', path: 'mp3/talk.mp4' }, false],
    [{ kind: 'url', url: 'https://a.example/song.ogg?v=mp4' }, true],
    [{ kind: 'url', url: 'https://a.example/talk.mp4?v=.mp3' }, false],
  ])('is told by its name: %o, %s', (video, isIt) => expect(isAudio(video)).toBe(isIt));
});

describe('the key of a video', () => {
  it.each<Video>([
    zoo,
    lecture,
    { kind: 'file', path: 'C: drive/a:b.mp4' },
    { kind: 'url', url: 'https://media.example:8080/talk.mp4' },
  ])('says which it is: %o', (video) => expect(videoOfKey(videoKey(video))).toEqual(video));

  it.each([
    '',
    'youtube',
    'youtube:',
    'youtube:short',
    `vimeo:${id}`,
    `:${id}`,
    id,
    'url:javascript:alert(1)',
  ])('is not %j', (key) => expect(videoOfKey(key)).toBeUndefined());

  it('is of no video where there is none', () => {
    expect(sameVideo(undefined, undefined)).toBe(true);
    expect(sameVideo(zoo, undefined)).toBe(false);
    expect(sameVideo(undefined, zoo)).toBe(false);
    expect(sameVideo(zoo, { kind: 'youtube', id: 'dQw4w9WgXcQ' })).toBe(false);
  });
});

it('only a video of a site has an address there', () => {
  expect(siteAddress(zoo, 4)).toBe(`https://youtu.be/${id}?t=4`);
  expect(siteAddress({ kind: 'url', url: 'https://a.example/b.mp4' }, 4)).toBeUndefined();
  expect(siteAddress(lecture, 4)).toBeUndefined();
});

describe('a note wants all its chips', () => {
  it.each([
    undefined,
    null,
    'playhead: false',
    {},
    { playhead: true },
    { playhead: 'false' },
    { other: false },
  ])('with %j', (properties) => expect(wantsAllChips(properties)).toBe(true));

  it.each([{ playhead: false }, { Playhead: false }, { a: 1, PLAYHEAD: false }])(
    'but not with %j',
    (properties) => expect(wantsAllChips(properties)).toBe(false),
  );
});

describe('properties of any name', () => {
  const address = `https://youtu.be/${id}`;

  it.each([
    { talk: address },
    { talk: [address] },
    { talk: address, again: `https://www.youtube.com/watch?v=${id}&t=4` },
    { talk: address, words: 'An interview', number: 4, nothing: null, file: 'lecture.mp4' },
    { talk: address, several: [address, 'https://youtu.be/dQw4w9WgXcQ'] },
  ])('name one video: %j', (properties) => expect(videoOfOtherProperties(properties)).toEqual(zoo));

  it.each([
    undefined,
    null,
    address,
    {},
    { talk: id },
    { talk: 'lecture.mp4' },
    { talk: 'https://media.example/talk.mp4' },
    { talk: [address, address] },
    { talk: [] },
    { talk: address, other: 'https://youtu.be/dQw4w9WgXcQ' },
    { other: 'https://youtu.be/dQw4w9WgXcQ', talk: address },
  ])('name none, or several: %j', (properties) => expect(videoOfOtherProperties(properties)).toBeUndefined());
});

describe('a property that should name the video, and does not', () => {
  it.each([
    [{ videoId: 'to do' }, { name: 'videoId', value: 'to do' }],
    [{ VIDEOID: ' to do ' }, { name: 'videoId', value: 'to do' }],
    [{ videoId: 42 }, { name: 'videoId', value: '42' }],
    [{ videoId: 0 }, { name: 'videoId', value: '0' }],
    [
      { videoId: '', video: 'later' },
      { name: 'video', value: 'later' },
    ],
    [
      { videoId: '  ', video: 'later' },
      { name: 'video', value: 'later' },
    ],
    [
      { videoId: null, video: 'later' },
      { name: 'video', value: 'later' },
    ],
    [
      { videoId: true, video: 'later' },
      { name: 'video', value: 'later' },
    ],
    [
      { videoId: { a: 'b' }, video: 'later' },
      { name: 'video', value: 'later' },
    ],
    [{ media: ['one ', '', null, 2] }, { name: 'media', value: 'one, 2' }],
    [
      { url: 'b', video: 'a' },
      { name: 'video', value: 'a' },
    ],
  ])('of %j is %o', (properties, unusable) => expect(unusableProperty(properties, names)).toEqual(unusable));

  it.each([undefined, null, 'videoId', {}, { videoId: '' }, { videoId: [] }, { title: 'A talk' }])(
    'is missing in %j',
    (properties) => expect(unusableProperty(properties, names)).toBeUndefined(),
  );
});

describe('the property to fill', () => {
  it.each([
    [['video', 'videoId'], 'videoId'],
    [['url', 'source'], 'url'],
    [['videoId'], 'videoId'],
    [[], 'videoId'],
  ])('of %j is %s', (listed, name) => expect(propertyToFill(listed)).toBe(name));
});

describe('a text of a property may be', () => {
  it.each([
    `[The talk](https://youtu.be/${id})`,
    `![](https://youtu.be/${id})`,
    `[The talk](<https://youtu.be/${id}> "A title")`,
    `<https://youtu.be/${id}>`,
    `[[https://youtu.be/${id}|The talk]]`,
    `[a](b) and [The talk](https://youtu.be/${id})`,
  ])('a link: %s', (text) => expect(readVideo(text, nowhere)).toEqual(zoo));

  it('no longer than any address or path is', () => {
    const long = (length: number): string => `https://media.example/${'a'.repeat(length - 26)}.mp4`;
    expect(readVideo(long(MAX_LENGTH), nowhere)).toMatchObject({ kind: 'url' });
    expect(readVideo(long(MAX_LENGTH + 1), nowhere)).toBeUndefined();
  });
});
