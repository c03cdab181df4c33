// Generated notes and edits for the property tests: of pieces that change how what follows them is read.
import fc from 'fast-check';
import type { Change } from './edited-note';

const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';

/** Each as often as it is written here. */
const pieces = [
  ...['[00:01:02]', '[0:04, 0:05]', '[0:04 - 0:05]', '0:04', anchor, anchor, `\n- ${anchor}\n`],
  ...[
    '<a class="yt-timestamp" data-t="0:04">',
    '<a ',
    'class="yt-timestamp"',
    ' data-t="0:04',
    '</a',
    '</a>',
  ],
  ...['[0:04](https://youtu.be/jNQXAC9IVRw?t=4)', '[0:04][x]', '[0:04]', '[x]'],
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
    '[^1]',
    '\n[^1]: ',
    '[x]: y',
    '\n[x]: y\n',
    '\n[0:04]: y\n',
  ],
  ...['`', '``', '```', '\n```\n', '\n~~~\n', '    ```\n', '\n```\n[0:04]\n```\n'],
  ...[
    '$',
    '$$',
    '\n$$\n',
    '$$',
    '%%',
    '\n%%\n',
    '%',
    '<!--',
    '\n<!--',
    '-->',
    '<pre>',
    '\n<pre>',
    '</pre>',
    '\n<script>',
  ],
  ...['<', '>', '<b', ' c="', '"', "'", '<code>', '</code>', '\\'],
  ...['\n', '\n', '\n\n', '\n\n', '\n\n\n', '\r\n', '\r', ' ', '    ', '\t', '  '],
  ...[
    '- ',
    '\n- ',
    '\n\n- ',
    '\n  - ',
    '1. ',
    '> ',
    '\n> ',
    '>',
    '# ',
    '\n# ',
    '---',
    '\n---\n',
    '---\n',
    '===',
    '-',
  ],
  ...['|', '\n| a | b |\n| --- | --- |\n', '| --- |\n', '\n|-|\n', 'a|b'],
  ...['\0', '\ud83d', '\ude00', '😀', 'word', 'word ', 'a', '…', ':', '0'],
] as const;

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength, size: 'max' }).map((chosen) => chosen.join(''));

export const noteLike = fc.oneof(
  { weight: 6, arbitrary: text(60) },
  {
    weight: 1,
    arbitrary: fc.array(text(6), { maxLength: 40, size: 'max' }).map((paragraphs) => paragraphs.join('\n\n')),
  },
  { weight: 1, arbitrary: text(40).map((rest) => `---\nat: '[0:03]'\n---\n${rest}`) },
);

/** Text in the place of some characters. Where they stand is told when the text is known. */
export interface PlannedEdit {
  /** Anything; taken modulo the places there are. */
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

const plannedEdit: fc.Arbitrary<PlannedEdit> = fc.record({
  place: fc.oneof({ weight: 12, arbitrary: fc.nat() }, fc.constantFrom(0, 1, 4)),
  removed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.nat({ max: 60 }) },
  ),
  inserted: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: text(2) }, text(12)),
});

/** What is done in one step: mostly one edit, sometimes several. */
export const plannedEdits = fc.oneof(
  { weight: 4, arbitrary: fc.array(plannedEdit, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(plannedEdit, { minLength: 2, maxLength: 4 }) },
);

/** The edits of one step as changes of a text of some length, in order and apart. */
export function changesOf(planned: readonly PlannedEdit[], length: number): readonly Change[] {
  const changes: Change[] = [];
  const inOrder = planned
    .map(({ place, removed, inserted }) => {
      const from = place % (length + 1);
      return { from, to: Math.min(length, from + removed), insert: inserted };
    })
    .sort((one, other) => one.from - other.from);
  for (const change of inOrder) {
    if (change.from > (changes.at(-1)?.to ?? -1)) changes.push(change);
  }
  return changes;
}
