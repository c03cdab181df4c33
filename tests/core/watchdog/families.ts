// Families of adversarial text: each is made to be looked at again and again. One line is one family.

/** `textOf` makes a text of about so many characters. */
export interface Family {
  readonly name: string;
  readonly textOf: (size: number) => string;
}

const ANCHOR = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';
const LINK = '[0:04](https://youtu.be/jNQXAC9IVRw?t=4)';

const filled = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

/** One piece over and over, between two others. */
const of = (name: string, piece: string, before = '', behind = ''): Family => ({
  name,
  textOf: (size) => before + filled(piece, size) + behind,
});

/** A third of the text of each of three pieces, one after the other. */
const nested = (name: string, pieces: readonly [string, string, string]): Family => ({
  name,
  textOf: (size) => pieces.map((piece) => filled(piece, size / 3)).join(''),
});

const made = (name: string, textOf: Family['textOf']): Family => ({ name, textOf });

/** `0:00`, `0:01` and so on, each between two others. */
const times = (size: number, join: string): string =>
  Array.from({ length: Math.ceil(size / (8 + join.length)) }, (_, i) =>
    [Math.floor(i / 3600) % 100, Math.floor(i / 60) % 60, i % 60]
      .map((field) => String(field).padStart(2, '0'))
      .join(':'),
  ).join(join);

export const families: readonly Family[] = [
  made('a list of times that is closed by a parenthesis', (size) => `[${times(size, ', ')})`),
  made('a list of times that is never closed', (size) => `[${times(size, ', ')}`),
  made('a list of times', (size) => `[${times(size, ', ')}]`),
  made('a list of ranges that is never closed', (size) => `[${times(size, ' - ')}`),
  made('lists that are never closed', (size) => times(size, ', [')),
  made('bracketed times on one line', (size) => `[${times(size, '] [')}]`),
  made('bracketed times on lines', (size) => `[${times(size, ']\n[')}]`),
  made('cells of times', (size) => `| a |\n| - |\n| ${times(size, ' | ')} |`),
  made('chapters', (size) => `${times(size, ' Intro\n')} End`),
  made('lines of a transcript', (size) => `**${times(size, '** · words\n\n**')}**`),
  made('cues', (size) => times(size, '\n').replace(/\n(\S+)\n/g, ' --> $1\nwords\n')),
  made('times in parentheses', (size) => `(${times(size, ') (')})`),
  made('times in parentheses that are never closed', (size) => `(${times(size, ', ')}`),
  of('schedules', '- 9:00 Breakfast\n- 9:05 Coffee\n'),
  of('names and times', 'Anna Bell 0:03\n'),
  of('names without a time', 'Anna Bell Carl Dora Eve', '', ':'),
  of('blocks of times', '```timestamp\n07:51\n```\n'),
  of('macros that never end', '{{youtube-timestamp 62 '),
  of('addresses', 'https://youtu.be/jNQXAC9IVRw?t=4 '),
  of('an address that goes on', 'a/', 'https://youtu.be/'),
  of('embeds of videos', '![](https://youtu.be/jNQXAC9IVRw)\n\n![](https://youtu.be/aaaaaaaaaaa)\n\n'),
  of('paragraphs below the only mention of a video', 'a word\n\n', 'youtu.be\n\n'),
  of('embeds that are never closed', '![](https://youtu.be/'),
  of('links of the vault to a time', '[[talk.mp4#t=62|1:02]] '),
  of('marks around a label', '**', '[', '1:02](https://youtu.be/jNQXAC9IVRw?t=62)'),
  of('anchors on one line', `${ANCHOR} `),
  of('anchors on lines', `Words, and so on. ${ANCHOR}\n\n`),
  of('links on one line', `${LINK} `),
  of('anchors that are never closed', '<a class="yt-timestamp" data-t="0:04">[0:04] '),
  of('anchors with words in them', '<a class="yt-timestamp" data-t="0:04">[0:04] and <b>words</b></a> '),
  of('one anchor with tags in it', '<b>', '<a class="yt-timestamp" data-t="0:04">', '</a>'),
  of('tags of anchors that never end', '<a class="yt-timestamp" data-t="0:04" '),
  of('anchors with a quote astray', '<a x" class="yt-timestamp" data-t="0:04]</a> '),
  of('a class that is said over and over', ' class=yt-timestamp', '<a x" ', '>'),
  of('spaces in a tag', ' ', '<a class="yt-timestamp"', '>'),
  of('spaces behind a time in brackets', ' ', '[0:04'),
  of('spaces in the target of a link', ' ', '[0:04](https://youtu.be/jNQXAC9IVRw?t=4'),
  of('spaces', ' '),
  of('spaces and a bar', ' ', '', '|'),
  of('spaces in a row of a table', ' ', '| a |\n| - |\n| b', '| c |'),
  of('tabs and a letter', '\t', '', 'x'),
  of('opening brackets', '['),
  of('closing brackets', ']'),
  of('brackets and the start of a target', '[a]('),
  of('links to notes that never end', '[[a '),
  of('embeds that never end', '![['),
  of('footnotes that never end', '[^'),
  of('parentheses of a target', '(', '[0:04](https://youtu.be/'),
  nested('links in links', ['[', LINK, '](a)']),
  nested('images and footnotes around anchors', ['![^[', ANCHOR, '](a)]']),
  of('titles that never end', '[a](b "'),
  of('titles of every kind that never end', '[a](b "[c](d \'[e](f ('),
  of('tags', '<b>'),
  of('tags that never end', '<b c="'),
  of('tags with quotes that cross', `<b x=" n=' n="`),
  of('elements of code that never end', '<code>'),
  of('comments that never end', '<!-- '),
  of('scripts that never end', '<script> </b> '),
  of('references', '&amp;'),
  made('runs of ever more backticks', (size) =>
    Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, i) => '`'.repeat(i + 1)).join(' '),
  ),
  of('backticks', '`'),
  of('fences that never end', '``` `\n'),
  of('tildes and a backtick', '~', '', '`'),
  of('marks of Obsidian comments', '%%a\n\n'),
  of('marks of formulas', '$$a\n'),
  of('dollars', '$a \\$'),
  of('backslashes', '\\['),
  of('marks of quotes', '>'),
  of('quotes of quotes', '> > > a\n> - - b\n\n'),
  nested('deep quotes and lines without', ['> ', 'a\n- ', 'b\n']),
  nested('deep items and empty lines', ['- ', 'a', '\n']),
  nested('deep items in a quote that goes on', ['- ', 'a', '\n>']),
  of('bars', '|'),
  of('rows of dashes', '|-|\n'),
  of('tables, one right below the other', 'a|b\n-|-\n# c\n'),
  of('tables in quotes, one right below the other', '> a|b\n> -|-\n> # c\n'),
  of('dashes apart', '- '),
  of('lines of dashes', '---\n'),
  of('properties that never end', 'a: b\n', '---\n'),
  of('properties', 'videoId: ~ x\n', '---\n', '---\n'),
  of('definitions', '[0:04]: a "b"\n'),
  of('a label of a definition', 'a', '[', ']: b'),
  of('sentences', 'A word. '),
  of('ends of sentences', '.”'),
  of('commas and spaces', ', '),
  of('one line of words', 'word '),
  of('empty lines', '\n'),
  of('carriage returns', '\r\n'),
  of('halves of characters', '\ud83d'),
  made('one line of ten times as much', (size) => filled('word ', 10 * size)),
];
