// Made-up notes: timestamps of every kind, links with anything in their text, and all that changes how those are read.
import type { Random } from './random';

export const OWN = 'dQw4w9WgXcQ';
export const OTHER = 'jNQXAC9IVRw';

const TIMES = [
  ...[
    '0:04',
    '00:04',
    '1:02',
    '12:34',
    '59:59',
    '110:26',
    '00:01:06',
    '1:02:03',
    '03:01:00',
    '05:30:00',
    '0:00',
  ],
  ...[
    '48:20:00',
    '01:00:17:51',
    '04:27:819',
    '00:10:01',
    '02:1:01',
    '0:04.5',
    '06:07:00',
    '00:00:00',
    '999:59:59',
  ],
];
const NO_TIMES = [
  'N/A',
  '',
  '2241',
  '1h2m3s',
  '00:18:58]',
  '07:88:00',
  'PT4M20S',
  '4:3',
  '123456789012',
  '٣:٠٤',
];
const WORDS = [
  ...[
    'word',
    'he says',
    'Welcome',
    '(so)',
    '.',
    ', ',
    ' – ',
    '"',
    "'",
    '!',
    '=',
    'a > b',
    '😀',
    '…',
    '你好',
    '\ud83d',
    '\ude00',
  ],
  ...[
    '\0',
    '\\',
    '\\[',
    '\u00a0',
    '\ufeff',
    '&amp;',
    '&#91;',
    'C#',
    '5 < 6',
    '$5',
    '$6',
    '|',
    '*',
    '**',
    '==',
    '_',
    '~~',
    '^',
  ],
];
const MARKS = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '[[',
    ']]',
    '![',
    '](',
    '^[',
    '`',
    '``',
    '```',
    '~~~',
    '$',
    '$$',
    '%%',
    '<!--',
    '-->',
    '<',
    '>',
  ],
  ...[
    '<b',
    '</b>',
    '<a',
    '</a>',
    '<a ',
    '<code>',
    '</code>',
    '<pre>',
    '</pre>',
    '<div>',
    '</div>',
    '<br>',
    ' c="',
    '[^1]',
    '[x]',
  ],
];
const HIDDEN = [
  ...[
    '`[03:01:00]`',
    '`` ` [0:04] ``',
    '$x^2$',
    '$E=mc^2$',
    '%%[0:04]%%',
    '<!-- [0:04] -->',
    '[[03:01:00]]',
    '[[note|0:04]]',
  ],
  ...[
    '![[a.mp4#t=4]]',
    '![0:04](a.png)',
    '<https://a.example/0:04>',
    '<code>[0:04]</code>',
    'https://youtu.be/dQw4w9WgXcQ?t=9',
  ],
];
const LINE_STARTS = [
  '',
  '',
  '',
  '- ',
  '1. ',
  '> ',
  '# ',
  '    ',
  '\t',
  '- [ ] ',
  '> - ',
  '> [!note] ',
  '| ',
  '[^1]: ',
  '  - ',
];
const BLOCKS = [
  ...[
    '```\n[0:04]\n```',
    '~~~\n[0:05]',
    '$$\n[0:04]\n$$',
    '%%\n[0:04]\n%%',
    '<div>\n[0:04]\n</div>',
    '<pre>\n[0:04]\n\n</pre>',
  ],
  ...[
    '| a | b |\n| - | - |\n| [0:04] | c |',
    '| - |',
    '---',
    '===',
    '[0:04]: https://a.example',
    '[x]: y',
    '[^1]: [0:04]',
    '<script>',
  ],
  ...[
    '<!-- a',
    '<details><summary>[0:04]</summary>',
    '    [0:04]',
    '> ```\n> [0:04]',
    '***',
    '<table><tr><td>[0:04]</td></tr></table>',
  ],
];
const TARGETS = [
  ...[
    `https://youtu.be/${OWN}?t=4`,
    `https://youtu.be/${OTHER}?t=66`,
    `https://www.youtube.com/watch?v=${OWN}&t=1m6s`,
  ],
  ...[
    `https://youtu.be/${OWN}?t=4&list=PL1`,
    `https://youtu.be/${OWN}`,
    `<https://youtu.be/${OWN}?t=4>`,
    `https://youtu.be/${OWN}?t=4 "t"`,
  ],
  ...[
    'note.md',
    'a(b)c',
    '',
    `https://youtu.be/${OWN}?t=999999999`,
    `<a%20class="yt-timestamp"%20data-t="0:04">`,
    'x "y',
  ],
];
const NAMES = [
  '',
  '',
  '',
  ` data-v="${OTHER}"`,
  ` data-v="${OWN}"`,
  ' data-v="talk.mp4"',
  ' data-v="C#/a b.mp4"',
  ' data-v="no video"',
];
const OTHER_ATTRIBUTES = [
  '',
  '',
  '',
  '',
  ' href="#a"',
  ' id=a',
  " title='[0:04]'",
  ' data-t="0:09"',
  ' hidden',
];

export function timeOf(random: Random): string {
  return random.pick(random.chance(85) ? TIMES : NO_TIMES);
}

function timeOrRange(random: Random): string {
  return random.chance(80)
    ? timeOf(random)
    : `${timeOf(random)}${random.pick([' - ', '-', '–'])}${timeOf(random)}`;
}

export function anchorOf(random: Random, depth = 1): string {
  if (random.chance(30)) {
    const time = random.pick(TIMES);
    return `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
  }
  const open = random.pick([
    '<a class="yt-timestamp"',
    '<a class="yt-timestamp"',
    "<a class='yt-timestamp big'",
    '<a class="yt="yt-timestamp"',
  ]);
  const time = random.chance(85) ? ` data-t="${timeOf(random)}${random.chance(95) ? '"' : ''}` : '';
  const end = random.chance(20) ? ` data-end="${timeOf(random)}"` : '';
  const label = random.chance(70) ? `[${timeOrRange(random)}]` : contentOf(random, depth);
  const close = random.pick(['</a>', '</a>', '</a>', '</a >', ' and so on</a>', '']);
  return `${open}${time}${end}${random.pick(NAMES)}${random.pick(OTHER_ATTRIBUTES)}>${label}${close}`;
}

function bareOf(random: Random): string {
  if (random.chance(70)) return `[${timeOrRange(random)}]`;
  const times = Array.from({ length: 1 + random.below(4) }, () => timeOrRange(random));
  return `[${times.join(random.pick([', ', ' | ', ';', ' , ', ' ']))}${random.pick([']', ']', ')', ''])}`;
}

function linkOf(random: Random, depth: number): string {
  const label = random.chance(50) ? timeOrRange(random) : contentOf(random, depth);
  const inside = random.pick(['', '', '', '\\[', '[', '**', ' ']);
  const outside = { '': '', '\\[': '\\]', '[': ']', '**': '**', ' ': ' ' }[inside] ?? '';
  const open = random.chance(85) ? '[' : random.pick(['![', '[[', '^[']);
  const reference = random.chance(10)
    ? random.pick(['[x]', '[0:04]', '[]', ']]'])
    : `(${random.pick(TARGETS)})`;
  return `${open}${inside}${label}${outside}]${reference}`;
}

/** What stands in a line, a label or an anchor; at `depth` 0 nothing that holds more. */
function contentOf(random: Random, depth: number): string {
  return random.some(3, () => pieceOf(random, depth - 1)).join(random.pick(['', '', ' ']));
}

function pieceOf(random: Random, depth: number): string {
  const kind = random.below(depth > 0 ? 100 : 60);
  if (kind < 20) return random.pick(WORDS);
  if (kind < 32) return random.pick(MARKS);
  if (kind < 40) return random.pick(HIDDEN);
  if (kind < 60) return bareOf(random);
  if (kind < 80) return anchorOf(random, depth);
  return linkOf(random, depth);
}

function lineOf(random: Random): string {
  if (random.chance(20)) return random.pick(BLOCKS);
  if (random.chance(20)) return '';
  const start = random.pick(LINE_STARTS);
  return start + random.some(5, () => pieceOf(random, 2)).join(random.pick(['', ' ', ' ']));
}

const PROPERTIES = [
  ...[
    'title: A',
    'videoId:',
    'videoId: ~',
    'video: ""',
    `videoId: ${OWN}`,
    'at: "[0:03]"',
    'a: "b',
    'tags: [a, b]',
    '# c',
    'b:\n  - c',
  ],
  ...[
    '"videoId":',
    "video: ''",
    'video: null # none',
    '"a b": 1',
    'x: |\n  videoId:\n  y',
    'é: 1',
    '',
    '? a\n: b',
    '&a a: *a',
    'k: "\ud83d"',
  ],
];

export function propertiesOf(random: Random): string {
  return `---${random.pick(['', '', ' '])}\n${random.some(4, () => `${random.pick(PROPERTIES)}\n`).join('')}${random.pick(['---\n', '---\n', '---\n', '---', '', '--- \n'])}`;
}

/** A note with the breaks of Unix, of Windows, or of both. */
export function noteOf(random: Random, lines = 6): string {
  const start = random.chance(15) ? propertiesOf(random) : '';
  const text = start + random.some(lines, () => lineOf(random)).join(random.pick(['\n', '\n', '\n\n']));
  return random.chance(80) ? text : broken(text, random);
}

export function broken(text: string, random: Random): string {
  if (random.chance(70)) return text.replace(/\n/g, '\r\n');
  return text.replace(/\n/g, () => random.pick(['\n', '\r\n', '\r']));
}

/** A place in a text, often one where something begins or ends. */
export function placeIn(text: string, random: Random): number {
  if (random.chance(50)) return random.below(text.length + 1);
  const mark = random.pick(['[', ']', '<', '>', '\n', '|', '$', '`', '(', ')', '\r']);
  const at = text.indexOf(mark, random.below(text.length + 1));
  return at < 0 ? text.length : at + random.below(2);
}
