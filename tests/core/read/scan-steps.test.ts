// Scanning takes time in proportion to the text, however it is made to be looked at again and again.
import { describe, expect, it } from 'vitest';
import { scan, scanSource } from '../../../src/core/read/scan';
import { Source } from '../../../src/core/read/source';

const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';

describe('scanning takes steps in proportion to the text', () => {
  const runsOfBackticks = (count: number): string =>
    Array.from({ length: Math.floor(Math.sqrt(2 * count)) }, (_, i) => '`'.repeat(i + 1)).join(' ');

  /** Text of about `size` pieces, each made to be looked at again and again. */
  const adversaries: readonly (readonly [string, (size: number) => string])[] = [
    ...[
      ...[
        '<',
        '<a ',
        '<a class="yt-timestamp"',
        '<a class="yt-timestamp" data-t="',
        '<a class="yt-timestamp" data-t="0:04">',
      ],
      ...[
        '<a class="yt-timestamp">[',
        '<a x="<a x=\'',
        '<a x',
        '<a x = ',
        '<b>',
        '<b ',
        '<b c="',
        '</',
        '</a',
        '<code>',
        '<script>',
      ],
      ...[
        '[',
        ']',
        '[]',
        '[[',
        '[[a',
        '[a](',
        '[a](b "',
        "[a](b '",
        '[a](b (',
        '[a](<',
        '![',
        '^[',
        '[^',
        '[^1]: ',
        '[0:04',
        '[0:04, ',
      ],
      ...['[0:04](', '[0:04](<a ', '[0:04](https://youtu.be/', '[a]: b "', '[ ', '[\t'],
      ...[
        '`',
        '` ',
        '`` ` ',
        '```\n',
        '``` `\n',
        '~~~\n',
        '$',
        '$ ',
        '$a ',
        '$a \\$',
        '$$',
        '$$a\n',
        '%',
        '%%',
        '%% ',
        '%%a\n',
        '%%a\n\n',
      ],
      ...['<!--', '<!--\n', '<!-- \n\n', '-->', '<pre>\n', '\\', '\\[', '&', '"', '<pre>a</b>\n\n'],
      ...[
        '> ',
        '>',
        '- ',
        '-\n',
        '> - ',
        '1. ',
        '    ',
        '\t',
        '\n',
        '\r',
        ' \n',
        '- a\n\n',
        '> a\n\n',
        '|',
        '| a\n',
        '|-|\n',
        'a|b\n-|-\n',
      ],
      ...['# ', '---\n', '===\n', 'a\n', 'word '],
    ].map((piece): readonly [string, (size: number) => string] => [
      JSON.stringify(piece),
      (size) => piece.repeat(size),
    ]),
    ['runs of ever more backticks', runsOfBackticks],
    [
      'anchors that are never closed, with tags between',
      (size) => `<a class="yt-timestamp">${'<b>'.repeat(size)}`.repeat(2),
    ],
    [
      'brackets closed around many anchors',
      (size) => `${'['.repeat(size)}${anchor.repeat(size)}${'](a)'.repeat(size)}`,
    ],
    [
      'images and footnotes closed around many anchors',
      (size) => `${'![^['.repeat(size)}${anchor.repeat(size)}${'](a)]'.repeat(size)}`,
    ],
    ['deep items and many blank lines', (size) => `${'- '.repeat(size)}a${'\n'.repeat(size)}`],
    ['deep quotes and many lines without', (size) => `${'> '.repeat(size)}a\n${'\n- a'.repeat(size)}`],
    ['quotes of quotes, begun over and over', (size) => '> > > a\n> - - b\n\n'.repeat(size)],
    ['deep items in a quote that goes on', (size) => `> ${'- '.repeat(size)}a${'\n>'.repeat(size)}`],
    ['properties that never end', (size) => `---\n${'a: b\n'.repeat(size)}`],
    ...['<a ', '<a x" class="yt-timestamp '].flatMap((start) =>
      ['class', 'data-t', 'data-v', 'data-end'].flatMap((name) =>
        [' ', '\t', 'a', ' class '].map((piece): readonly [string, (size: number) => string] => [
          `${start}${name}= and ${JSON.stringify(piece)} over and over`,
          (size) => `${start}${name}=${piece.repeat(4 * size)}>`,
        ]),
      ),
    ),
    ['code elements that end long after', (size) => '<script> </b> '.repeat(size)],
  ];

  const stepsFor = (text: string): number => {
    const source = new Source(text);
    scanSource(source);
    return source.steps;
  };

  it.each(adversaries)('for %s', (_, textOf) => {
    const small = stepsFor(textOf(2000));
    const large = stepsFor(textOf(4000));
    expect(large).toBeLessThan(small * 2.2);
    expect(large).toBeLessThan(textOf(4000).length * 40);
  });

  it.each(adversaries)('and no longer than they say, for %s', (_, textOf) => {
    const text = textOf(30_000);
    const started = performance.now();
    scan(text);
    // A quadratic scan of as much would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
