// Generated notes for the property tests: timestamps of every kind, sound and doubtful, among what notes hold besides.
import fc from 'fast-check';
import { limitOf } from '../../src/core/mean/interpretation';
import { ALL_SYNTAXES, type NoteContext } from '../../src/core/read/shown';
import type { Video } from '../../src/core/mean/video';

export const ownVideo: Video = { kind: 'youtube', id: 'dQw4w9WgXcQ' };
export const otherId = 'jNQXAC9IVRw';

/** A note about `video` whose videos are all `length` seconds long, or of unknown lengths. */
export function noteContext(length?: number, video: Video | undefined = ownVideo): NoteContext {
  return {
    videos: { own: video, shown: [] },
    resolve: (link) => (link.startsWith('missing') ? undefined : link.replace(/^(?:media\/)?/, 'media/')),
    limitOf: (about) => limitOf(about, length),
    syntaxes: ALL_SYNTAXES,
    wantsAll: true,
  };
}

const times = [
  ...['0:04', '00:04', '1:02', '12:34', '59:59', '110:26', '00:01:06', '1:02:03', '01:02:03', '03:01:00'],
  ...[
    '05:30:00',
    '48:20:00',
    '01:00:17:51',
    '04:27:819',
    '00:10:01',
    '10:02',
    '02:1:01',
    '0:04.5',
    '00:00:00',
  ],
];
const oddTimes = ['N/A', 'HH:MM:SS', '', '2241', '1h2m3s', '00:18:58]', '07:88:00', 'PT4M20S', '90:00:00'];
const words = ['word', 'he says', 'so', '(', ')', '.', ', ', ' – ', '"', "'", '!', '=', 'a > b', '😀', '…'];
const marks = [
  '\n',
  '\n\n',
  '\r\n',
  '- ',
  '> ',
  '# ',
  '| ',
  ' | ',
  '\n| - | - |\n',
  '    ',
  '**',
  '==',
  '[x] ',
];
const hidden = [
  '`[03:01:00]`',
  '```\n[03:01:00]\n```\n',
  '$x$',
  '%%[0:04]%%',
  '[[03:01:00]]',
  '</a>',
  '[^1]',
];

const time = fc.constantFrom(...times);
const anyTime = fc.oneof({ weight: 5, arbitrary: time }, fc.constantFrom(...oddTimes));
const range = fc.tuple(time, fc.constantFrom(' - ', '-', '–'), time).map((parts) => parts.join(''));
const timeOrRange = fc.oneof({ weight: 3, arbitrary: time }, range);
const named = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ` data-v="${otherId}"`,
    ` data-v="dQw4w9WgXcQ"`,
    ' data-v="talk.mp4"',
    ' data-v="no video"',
  ],
  ` data-v="https://www.youtube.com/watch?v=${otherId}&amp;list=PL1"`,
);
const attribute = fc.oneof(
  { weight: 4, arbitrary: anyTime.map((value) => ` data-t="${value}"`) },
  fc.constant(''),
);
const endAttribute = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  anyTime.map((value) => ` data-end="${value}"`),
);
const label = fc.oneof(
  timeOrRange.map((value) => `[${value}]`),
  fc.constantFrom('', '', 'Link', '[N/A]', '0:04', '[0:04, 0:05]', '[see there]'),
);
const opening = fc.tuple(attribute, endAttribute, named).map((parts) => parts.join(''));

export const anchorLike = fc.oneof(
  { weight: 3, arbitrary: time.map((at) => `<a class="yt-timestamp" data-t="${at}">[${at}]</a>`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(opening, label)
      .map(([attributes, text]) => `<a class="yt-timestamp"${attributes}>${text}</a>`),
  },
  fc
    .tuple(opening, label)
    .map(([attributes, text]) => `<a class="yt-timestamp"${attributes}>${text} and so on</a>`),
  fc.tuple(opening, label).map(([attributes, text]) => `<a class="yt-timestamp"${attributes}>${text}`),
  fc
    .tuple(opening, label)
    .map(([attributes, text]) => `<a class="yt="yt-timestamp"${attributes}>${text}</a>`),
  fc.tuple(anyTime, time).map(([at, end]) => `<a class="yt-timestamp" data-t="${at}]-[${end}]</a>`),
  time.map((at) => `[${at}](<a%20class="yt-timestamp"%20data-t="${at}">)`),
);
export const bareLike = fc.oneof(
  timeOrRange.map((value) => `[${value}]`),
  fc.array(timeOrRange, { minLength: 1, maxLength: 4 }).map((values) => `[${values.join(', ')}]`),
);
const address = fc.oneof(
  anyTime.map((at) => `https://youtu.be/${otherId}?t=${at}`),
  fc.nat(20_000).map((at) => `https://youtu.be/dQw4w9WgXcQ?t=${at}`),
  fc.nat(20_000).map((at) => `https://www.youtube.com/watch?v=${otherId}&t=${at}s&list=PL1`),
  fc.nat(20_000).map((at) => `https://www.youtube.com/watch?start=${at}&amp;v=${otherId}#t=7`),
);
export const linkLike = fc.oneof(
  fc.tuple(timeOrRange, address).map(([text, target]) => `[${text}](${target})`),
  fc.tuple(timeOrRange, address).map(([text, target]) => `[\\[${text}\\]](<${target}> "t=5&t=6")`),
  address.map((target) => `[12m34s](${target})`),
);

/** Text that holds no time, but changes how what is beside it is read. */
export const timelessProse = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...marks),
  fc.constantFrom('</a>', '[^1]', '$x$', '`x`'),
);

const piece = fc.oneof(
  { weight: 3, arbitrary: timelessProse },
  fc.constantFrom(...hidden),
  { weight: 2, arbitrary: anchorLike },
  bareLike,
  linkLike,
);
export const noteLike = fc
  .array(piece, { maxLength: 24 })
  .chain((pieces) => fc.constantFrom(' ', '').map((between) => pieces.join(between)));

export const lengthLike = fc.constantFrom(undefined, 600, 4202, 600.4, 40_000);
