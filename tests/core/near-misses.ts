// Generated input for the property tests: text that is almost, and sometimes really, a time or a video.
import fc from 'fast-check';

const timecodeParts = [
  ...['0', '7', '00', '04', '59', '60', '010', '100', '819', '99999999', '٣', '７'],
  ...[':', ':', ':', '：', '.', ',', '-', '+', 'e', ' ', '\u00a0', '\n', '\0'],
  ...['[', ']', '(', ')', '[[', '|', 'h', 'm', 's', 'PT', 'H', 'M', 'S', 'Z', 'N/A', 'HH:MM:SS'],
];

const urlParts = [
  ...[
    'https://',
    'http:',
    '//',
    'javascript:',
    'www.',
    'youtube.com',
    'youtu.be',
    'm.',
    '.example',
    '@',
    ':80',
  ],
  ...['/', '/watch', '/embed/', '/shorts/', '?', '&', '#', '=', 'v=', 't=', 'start=', 'list=', 'jNQXAC9IVRw'],
  ...['[[', ']]', '|', '#t=', '.mp4', '.webm', '%', '%00', '%F', '\\', ' ', '1h2m', '62', '\ud800'],
];

const joined = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((chosen) => chosen.join(''));

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());

export const timecodeLike = fc.oneof({ weight: 3, arbitrary: joined(timecodeParts) }, anyText);
export const videoLike = fc.oneof({ weight: 3, arbitrary: joined(urlParts) }, anyText);

/** Seconds as players report them: from nothing to a hundred hours, with fractions. */
export const seconds = fc.oneof(
  fc.integer({ min: 0, max: 360_000 }),
  fc.double({ min: 0, max: 360_000, noNaN: true }),
);
