// Generated notes that nobody writes on purpose: links with anything in their text, timestamps in timestamps, markup that is cut
// off, both kinds of line ends, broken characters.
import fc from 'fast-check';
import { otherId } from './doubtful-notes';

const own = 'dQw4w9WgXcQ';

const times = fc.constantFrom(
  ...['0:04', '00:00:09', '00:01:02', '1:02:03', '03:01:00', '59:60', '4s', '1h2m', '62', 'N/A', ''],
  ...['9'.repeat(26), '0:04.5', '0:04 - 0:09', '0:04, 0:09'],
);

const prose = fc.constantFrom(
  ...[
    'word',
    'Welcome to the show',
    ' ',
    '  ',
    '\t',
    '…',
    'é',
    '😀',
    '\ud83d',
    '\ude00',
    '\0',
    '\u00a0',
    '.',
  ],
  ...['[', ']', '(', ')', '![', '](', '[[', ']]', '^[', '[^1]', '!', '\\', '\\[', '\\]', '|', '<', '>', '"'],
  ...['`', '``', '$', '$$', '%%', '<!--', '-->', '<b>', '</b>', '<code>', '</code>', '<a href="x">', '</a>'],
  ...['<a ', '<a class="yt-timestamp"', ' data-t="0:04', '">', '&amp;', '&#124;', '**', '_', '~~', '=='],
);

const lineEnds = fc.constantFrom('\n', '\n', '\r\n', '\r\n', '\n\n', '\r\n\r\n', '\r');

const lineStarts = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '- ',
    '1. ',
    '> ',
    '> - ',
    '# ',
    '    ',
    '\t',
    '| ',
    '---',
    '===',
    '[^1]: ',
    '[0:04]: ',
    '[x]: ',
  ],
  ...['```', '~~~', '<div>', '</div>', '<pre>', '</pre>', '<script>', '%%', '$$', '| --- | --- |'],
);

const addresses = times.chain((time) =>
  fc.constantFrom(
    `https://youtu.be/${own}?t=${time}`,
    `https://youtu.be/${otherId}?t=4`,
    `https://www.youtube.com/watch?v=${own}&amp;t=9s`,
    `https://youtu.be/${own}`,
    'note.md',
    '',
  ),
);

const { inlines } = fc.letrec<{
  inlines: string;
  inline: string;
  target: string;
  link: string;
  anchor: string;
}>((tie) => ({
  inlines: fc
    .array(tie('inline'), { maxLength: 4, depthIdentifier: 'inline' })
    .map((parts) => parts.join('')),
  inline: fc.oneof(
    { depthIdentifier: 'inline', depthSize: 'small' },
    prose,
    times,
    times.map((time) => `[${time}]`),
    tie('anchor'),
    tie('link'),
  ),
  target: fc.oneof(
    { weight: 4, arbitrary: addresses },
    { weight: 1, arbitrary: addresses.map((address) => `<${address}>`) },
    { weight: 1, arbitrary: addresses.map((address) => `${address} "a title"`) },
    { weight: 1, arbitrary: tie('inline') },
    { weight: 1, arbitrary: tie('anchor') },
  ),
  link: fc
    .tuple(fc.constantFrom('', '', '', '!', '^', '\\'), tie('inlines'), tie('target'), fc.nat(5))
    .map(([mark, text, target, form]) => {
      if (form === 0) return `${mark}[${text}][x]`;
      if (form === 1) return `${mark}[[${text}]](${target})`;
      return `${mark}[${text}](${target})`;
    }),
  anchor: fc
    .tuple(times, tie('inlines'), fc.nat(11), fc.constantFrom('', '', ' href="x"', ' data-end="0:20"', '\n'))
    .map(([time, content, form, more]) => {
      if (form === 0) return `<a class="yt-timestamp" data-t="${time}"${more}>`;
      if (form === 1) return `<a class="yt="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;
      if (form === 2) return `<a%20class="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;
      if (form < 6) return `<a class="yt-timestamp" data-t="${time}"${more}>${content}</a>`;
      return `<a class="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;
    }),
}));

const lines = fc
  .array(fc.tuple(lineStarts, inlines, lineEnds), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((parts) => parts.join('')).join(''));

/** A note with some characters gone, anywhere. */
const damaged = fc.tuple(lines, fc.nat(), fc.integer({ min: 1, max: 6 })).map(([text, place, length]) => {
  const at = place % (text.length + 1);
  return text.slice(0, at) + text.slice(at + length);
});

export const hostileNote = fc.oneof(
  { weight: 3, arbitrary: inlines },
  { weight: 4, arbitrary: lines },
  damaged,
);
