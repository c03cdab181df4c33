// YouTube URLs: every form that holds a video, and the look-alikes that do not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPlainYouTubeUrl,
  isYouTubeId,
  parseYouTubeUrl,
  readFragmentTime,
  startIn,
  youTubeUrl,
} from '../../../src/core/mean/youtube-url';
import { videoLike } from '../near-misses';

const id = 'jNQXAC9IVRw';
// Some paths hold a word where an id would stand, and the word has eleven characters too.
const reserved = new Set(['videoseries', 'live_stream']);
const anyId = fc.stringMatching(/^[A-Za-z0-9_-]{11}$/).filter((text) => !reserved.has(text));

describe('a video is found', () => {
  it.each([
    'https://www.youtube.com/watch?v=jNQXAC9IVRw',
    'http://www.youtube.com/watch?v=jNQXAC9IVRw',
    'HTTPS://WWW.YouTube.com/watch?v=jNQXAC9IVRw',
    'https://youtube.com/watch?v=jNQXAC9IVRw',
    'https://m.youtube.com/watch?v=jNQXAC9IVRw',
    'https://music.youtube.com/watch?v=jNQXAC9IVRw',
    'https://www.youtube.com/watch?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG&v=jNQXAC9IVRw&index=4',
    'https://www.youtube.com/shorts/jNQXAC9IVRw',
    'https://www.youtube.com/live/jNQXAC9IVRw?si=abc',
    'https://www.youtube.com/embed/jNQXAC9IVRw?rel=0',
    'https://www.youtube-nocookie.com/embed/jNQXAC9IVRw',
    'https://youtube-nocookie.com/embed/jNQXAC9IVRw',
    'https://www.youtube.com/v/jNQXAC9IVRw',
    'https://youtu.be/jNQXAC9IVRw',
    'https://youtu.be/jNQXAC9IVRw?si=wvhq3UkpvTzZPCCs',
    'youtu.be/jNQXAC9IVRw',
    'youtube.com/watch?v=jNQXAC9IVRw',
    'www.youtube.com/shorts/jNQXAC9IVRw',
    ' https://youtu.be/jNQXAC9IVRw ',
  ])('in %j', (text) => expect(parseYouTubeUrl(text)).toEqual({ id }));

  it.each([
    ['https://youtu.be/jNQXAC9IVRw?t=4', 4],
    ['https://youtu.be/jNQXAC9IVRw?t=0', 0],
    ['https://youtu.be/jNQXAC9IVRw?si=abc&t=62', 62],
    ['https://youtu.be/jNQXAC9IVRw?t=62s', 62],
    ['https://youtu.be/jNQXAC9IVRw?t=1m2s', 62],
    ['https://youtu.be/jNQXAC9IVRw?t=1h2m3s', 3723],
    ['https://youtu.be/jNQXAC9IVRw?t=2m', 120],
    ['https://www.youtube.com/watch?v=jNQXAC9IVRw&t=1h2m3s', 3723],
    ['https://www.youtube.com/watch?t=90&v=jNQXAC9IVRw', 90],
    ['https://www.youtube.com/watch?v=jNQXAC9IVRw#t=90', 90],
    ['https://www.youtube.com/watch?v=jNQXAC9IVRw#t=1m30s', 90],
    ['https://www.youtube.com/embed/jNQXAC9IVRw?start=90', 90],
    ['https://www.youtube.com/embed/jNQXAC9IVRw?autoplay=1&start=0', 0],
    ['https://www.youtube.com/live/jNQXAC9IVRw?t=7200', 7200],
    ['youtu.be/jNQXAC9IVRw?t=1h', 3600],
  ])('with its time in %s: %d s', (text, start) => expect(parseYouTubeUrl(text)).toEqual({ id, start }));

  it.each(['?t=', '?t=soon', '?t=-5', '?start=1x', '#t=', '#chapter-2', '?t=%F0%9F%99%82', '?time=5'])(
    'without a time where the time is wrong: %s',
    (tail) => {
      expect(parseYouTubeUrl(`https://youtu.be/${id}${tail}`)).toEqual({ id });
    },
  );
});

describe('of an address that says more than one time', () => {
  it.each([
    ['?t=119&t=10', { start: 10 }],
    ['?t=119&start=10', { start: 10 }],
    ['?t=119&t=soon', { start: 119 }],
    ['?t=123#t=02:02.65', { start: 122.65 }],
    ['&t=10', { start: 10 }],
    ['?t=135&t=1m#t=7', { start: 7 }],
    ['&t=10&end=20', { start: 10, end: 20 }],
  ])('the last counts: %s', (tail, moment) => {
    expect(parseYouTubeUrl(`https://youtu.be/${id}${tail}`)).toEqual({ id, ...moment });
  });

  it.each([
    ['?time_continue=5', 5],
    ['?time_continue=5&time_continue=6', 6],
    ['?time_continue=5&t=7', 7],
    ['?t=7&time_continue=5', 7],
    ['?t=7&start=8&time_continue=5', 8],
  ])('the player’s own counts only alone: %s', (tail, start) => {
    expect(parseYouTubeUrl(`https://youtu.be/${id}${tail}`)).toEqual({ id, start });
  });

  it.each([
    ['?start=62&end=70', { start: 62, end: 70 }],
    ['?end=70&t=62', { start: 62, end: 70 }],
    ['?t=0&end=5', { start: 0, end: 5 }],
    ['?t=62&end=80&end=90', { start: 62, end: 90 }],
    ['#t=62,70', { start: 62, end: 70 }],
    ['#t=1:02,1:10', { start: 62, end: 70 }],
    ['#t=npt:62,70', { start: 62, end: 70 }],
    ['#t=62,70&end=80', { start: 62, end: 70 }],
  ])('a clip has its end: %s', (tail, moment) => {
    expect(parseYouTubeUrl(`https://youtu.be/${id}${tail}`)).toEqual({ id, ...moment });
  });

  it.each([
    '?t=62&end=62',
    '?t=62&end=50',
    '?t=62&end=soon',
    '?t=62&END=70',
    '#t=62,62',
    '#t=62,50',
    '#t=62,',
    '#t=62,x',
  ])('an end that is none is nothing: %s', (tail) => {
    expect(parseYouTubeUrl(`https://youtu.be/${id}${tail}`)).toEqual({ id, start: 62 });
  });

  it('an end without a start is nothing', () => {
    expect(parseYouTubeUrl(`https://youtu.be/${id}?end=70`)).toEqual({ id });
  });
});

describe('parameters that are joined to the id by the wrong mark', () => {
  it.each([
    [`https://youtu.be/${id}&t=10`, { start: 10 }],
    [`https://www.youtube.com/watch?v=${id}?t=135`, { start: 135 }],
    [`https://www.youtube.com/embed/${id}&list=PL1&start=9`, { start: 9 }],
    [`https://www.youtube.com/embed/${id}&list=PL1`, {}],
  ])('are read: %s', (text, moment) => expect(parseYouTubeUrl(text)).toEqual({ id, ...moment }));

  it.each([`https://youtu.be/${id}x`, `https://youtu.be/${id}/t=10`, `https://youtu.be/${id}!t=10`])(
    'but no other text behind it: %s',
    (text) => expect(parseYouTubeUrl(text)?.start).toBeUndefined(),
  );
});

describe('an address that says nothing but its video', () => {
  it.each([
    `https://youtu.be/${id}`,
    ` https://youtu.be/${id} `,
    `https://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com/watch?v=${id}&t=62&end=70&start=1&time_continue=4`,
    `https://youtu.be/${id}?si=abc&feature=shared&pp=1&app=desktop`,
    `https://www.youtube.com/watch?v=${id}&ab_channel=Somebody#t=4`,
    `https://youtu.be/${id}&t=10`,
  ])('is plain: %s', (text) => expect(isPlainYouTubeUrl(text)).toBe(true));

  it.each([
    `https://www.youtube.com/watch?v=${id}&list=PL1`,
    `https://www.youtube.com/watch?list=PL1&v=${id}&t=4`,
    `https://youtu.be/${id}&index=4`,
    `https://youtu.be/${id}#comments`,
    'https://example.com/watch?v=jNQXAC9IVRw',
    'https://youtu.be/short',
    'two words',
    '',
  ])('is not: %s', (text) => expect(isPlainYouTubeUrl(text)).toBe(false));
});

describe('the time of a media fragment', () => {
  it.each([
    ['62', { start: 62 }],
    ['1:02', { start: 62 }],
    ['62.5', { start: 62.5 }],
    ['npt:62', { start: 62 }],
    ['62,70', { start: 62, end: 70 }],
    ['npt:1:02,1:10.5', { start: 62, end: 70.5 }],
    ['62,62', { start: 62 }],
    ['62,61', { start: 62 }],
    ['62,x', { start: 62 }],
    ['62,70,80', { start: 62, end: 70 }],
    ['0', { start: 0 }],
  ])('%s', (text, moment) => expect(readFragmentTime(text)).toEqual(moment));

  it.each(['', 'x', ',70', '62npt:', 'xnpt:62', 'smpte:62'])('is none in %j', (text) => {
    expect(readFragmentTime(text)).toBeUndefined();
  });
});

describe('the second at which a text that names a video starts', () => {
  it.each([
    [`https://youtu.be/${id}?t=95`, 95],
    [`https://www.youtube.com/watch?v=${id}&start=0`, 0],
    [`youtube.com/watch?v=${id}&t=1m35s`, 95],
    ['[[media/talk.mp4#t=62|1:02]]', 62],
    ['https://example.com/talk.mp4#t=1:02,70', 62],
    ['media/talk.mp4', undefined],
    [id, undefined],
    [`https://youtu.be/${id}`, undefined],
  ])('%s', (text, seconds) => expect(startIn(text)).toBe(seconds));
});

describe('no video is found', () => {
  it.each([
    'https://youtube.com.example/watch?v=jNQXAC9IVRw',
    'https://notyoutube.com/watch?v=jNQXAC9IVRw',
    'https://youtube.example/watch?v=jNQXAC9IVRw',
    'https://wwwyoutube.com/watch?v=jNQXAC9IVRw',
    'https://evil.youtu.be.example/jNQXAC9IVRw',
    'https://myyoutu.be/jNQXAC9IVRw',
    'https://evil.example/https://youtu.be/jNQXAC9IVRw',
    'https://evil.example/?u=youtu.be/jNQXAC9IVRw',
    'https://yоutube.com/watch?v=jNQXAC9IVRw', // a Cyrillic о
  ])('at a host that only looks like YouTube: %s', (text) => expect(parseYouTubeUrl(text)).toBeUndefined());

  it.each([
    'https://someone@youtube.com/watch?v=jNQXAC9IVRw',
    'https://someone:secret@www.youtube.com/watch?v=jNQXAC9IVRw',
    'https://youtube.com@evil.example/watch?v=jNQXAC9IVRw',
    'https://www.youtube.com:8443/watch?v=jNQXAC9IVRw',
    'javascript:alert(1)//youtu.be/jNQXAC9IVRw',
    'javascript://youtu.be/jNQXAC9IVRw',
    'data:text/html,https://youtu.be/jNQXAC9IVRw',
    'ftp://youtu.be/jNQXAC9IVRw',
    'file:///youtu.be/jNQXAC9IVRw',
    'see https://youtu.be/jNQXAC9IVRw',
  ])('behind credentials, a port, another scheme or other text: %s', (text) => {
    expect(parseYouTubeUrl(text)).toBeUndefined();
  });

  it.each([
    'https://youtu.be/jNQXAC9IVR',
    'https://youtu.be/jNQXAC9IVRwx',
    'https://www.youtube.com/watch?v=jNQXAC9IV%3Cw',
    'https://www.youtube.com/watch?v=jNQXAC9IV"w',
    'https://www.youtube.com/watch?v=',
    'https://www.youtube.com/embed/',
    'https://youtu.be/',
  ])('if the id has another length or alphabet: %s', (text) => expect(parseYouTubeUrl(text)).toBeUndefined());

  it.each([
    'https://www.youtube.com/playlist?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG',
    'https://www.youtube.com/watch?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG',
    'https://www.youtube.com/embed/videoseries?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG',
    'https://www.youtube.com/embed/live_stream?channel=UC4QobU6STFB0P71PMvOGN5A',
    'https://www.youtube.com/@jawed',
    'https://www.youtube.com/results?search_query=jNQXAC9IVRw',
    'https://www.youtube.com/jNQXAC9IVRw',
    'https://www.youtube.com/',
    'https://youtube.com',
    'jNQXAC9IVRw',
    '',
  ])('if there is none: %j', (text) => expect(parseYouTubeUrl(text)).toBeUndefined());
});

describe('a URL is written', () => {
  it('with whole seconds, floored, and with zero', () => {
    expect(youTubeUrl(id, 4)).toBe('https://youtu.be/jNQXAC9IVRw?t=4');
    expect(youTubeUrl(id, 59.9)).toBe('https://youtu.be/jNQXAC9IVRw?t=59');
    expect(youTubeUrl(id, 0)).toBe('https://youtu.be/jNQXAC9IVRw?t=0');
  });

  it('without a time when there is none', () => {
    expect(youTubeUrl(id)).toBe('https://youtu.be/jNQXAC9IVRw');
  });
});

describe('an id', () => {
  it.each([id, 'dQw4w9WgXcQ', '-----------', '___________', '12345678901'])('is %s', (text) => {
    expect(isYouTubeId(text)).toBe(true);
  });

  it.each([
    '',
    'jNQXAC9IVR',
    'jNQXAC9IVRwx',
    'jNQXAC9IVRw\n',
    ' jNQXAC9IVRw',
    'jNQXAC9IVR!',
    'jNQXAC9IVRé',
    '١٢٣٤٥٦٧٨٩٠١',
  ])('is not %j', (text) => expect(isYouTubeId(text)).toBe(false));
});

describe('whatever the text', () => {
  it('id and second survive the way through a URL', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 0, max: 360_000 }), (someId, start) => {
        expect(parseYouTubeUrl(youTubeUrl(someId, start))).toEqual({ id: someId, start });
        expect(parseYouTubeUrl(youTubeUrl(someId))).toEqual({ id: someId });
      }),
    );
  });

  it('finds only a true id and a time not before the start', () => {
    fc.assert(
      fc.property(videoLike, (text) => {
        const found = parseYouTubeUrl(text);
        if (found === undefined) return;
        expect(found.id).toMatch(/^[A-Za-z0-9_-]{11}$/);
        expect(found.start ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });
});
