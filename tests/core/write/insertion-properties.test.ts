// What holds of putting a timestamp into any note, at any caret.
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/write/rewrite';
import { insertion, type Insertion, type InsertionRequest } from '../../../src/core/write/insertion';
import { propertiesIn, readProperties } from '../../../src/core/write/properties';
import { scan } from '../../../src/core/read/scan';
import { videoOfProperties, type Video } from '../../../src/core/mean/video';
import { hostileNote } from '../hostile-notes';

const video: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const others: readonly (Video | undefined)[] = [video, { kind: 'youtube', id: 'aaaaaaaaaaa' }, undefined];
const anchor = '<a class="yt-timestamp" data-t="00:00:04">[00:00:04]</a>';
const link = '[0:04](https://youtu.be/jNQXAC9IVRw?t=4)';

/** Lines of a note as people write them, each with whatever stands around it closed. */
const lines = fc.constantFrom(
  ...[
    '',
    'Some words.',
    'Words of more (and more) "text".',
    `Said ${anchor}.`,
    `${anchor} ${anchor}`,
    `At ${link}`,
  ],
  ...[
    'See [0:04] and [0:05, 0:06].',
    '## A heading',
    '- an item',
    '  - a nested item',
    '- [ ] a task',
    '7. seven',
  ],
  ...[
    '> a quote',
    '> [!note] Callout',
    '> - item',
    'a `code` and $x^2$',
    '**bold** and *more*',
    '[[note]] [a](b)',
  ],
  ...['| a | b |\n| - | - |\n| c | d |\n', '```\ncode [0:04]\n```', '$$\nx\n$$', '%% note %%', '你好，世界'],
);
const body = fc.array(lines, { maxLength: 12 }).map((chosen) => chosen.join('\n'));
const start = fc.constantFrom(
  '',
  '---\n---\n',
  '---\ntitle: A\n---\n',
  '---\nvideoId: \n---\n',
  '---\na: "b\n---\n',
);
/** Pieces in no order, and anything at all. */
const garbage = fc.oneof(
  fc.array(
    fc.constantFrom(
      '[',
      ']',
      '(',
      '<a ',
      '>',
      '`',
      '$',
      '%%',
      '\n',
      '- ',
      '|',
      '---\n',
      anchor,
      link,
      'w ',
      '"',
    ),
    {
      maxLength: 30,
    },
  ),
  fc.array(fc.string({ unit: 'binary' })),
);
const note = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(start, body).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: hostileNote },
  { weight: 1, arbitrary: garbage.map((pieces) => pieces.join('').replace(/\r/g, '')) },
);

const request = fc
  .record({
    text: note,
    places: fc.array(fc.tuple(fc.nat(400), fc.nat(6)), { minLength: 1, maxLength: 4 }),
    where: fc.constantFrom('here' as const, 'new-line' as const),
    noteVideo: fc.constantFrom(...others),
    seconds: fc.double({ min: 0, max: 100_000, noNaN: true }),
    form: fc.constantFrom('anchor' as const, 'link' as const),
  })
  .map(({ text, places, where, noteVideo, seconds, form }): InsertionRequest => ({
    text,
    selections: apart(places.map(([at, length]) => spanIn(text, at, length))),
    where,
    noteVideo,
    form,
    citation: { video, moment: { seconds }, title: undefined },
    properties: { names: ['videoId'], parse },
  }));

function spanIn(text: string, at: number, length: number): { from: number; to: number } {
  const from = at % (text.length + 1);
  return { from, to: Math.min(from + length, text.length) };
}

/** As an editor keeps them: in order, and none touching another. */
function apart<T extends { from: number; to: number }>(spans: readonly T[]): readonly T[] {
  const sorted = [...spans].sort((one, other) => one.from - other.from);
  return sorted.reduce<T[]>(
    (kept, span) => (span.from > (kept.at(-1)?.to ?? -1) ? [...kept, span] : kept),
    [],
  );
}

const afterwards = ({ text }: InsertionRequest, { changes }: Insertion): string =>
  applyChanges(text, changes);

it('each caret is right behind a timestamp that the note is read to have, unless it is said that there is none', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const done = insertion(asked);
      const found = scan(afterwards(asked, done));
      fc.pre(!done.remarks.includes('no-chip'));
      const written = done.carets.map((caret) => found.find(({ to }) => to === caret));
      const seconds = String(Math.floor(asked.citation.moment.seconds));
      for (const timestamp of written) {
        expect(timestamp?.kind).toBe(asked.form);
        if (timestamp?.kind === 'link') expect(timestamp.written.time).toBe(seconds);
      }
      expect(new Set(written).size).toBe(done.carets.length);
    }),
    { numRuns: 300 },
  );
});

it('nothing but what was selected is taken away, and the changes are in order and apart', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const { changes } = insertion(asked);
      let end = -1;
      for (const { from, to } of changes) {
        expect(from).toBeGreaterThan(end);
        end = to;
        const isSelected = asked.selections.some((selection) => selection.from <= from && to <= selection.to);
        const isProperty = to <= (propertiesIn(asked.text)?.end ?? 0);
        expect(from === to || isSelected || isProperty).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('the other timestamps of the note stay, wherever a caret is', () => {
  fc.assert(
    fc.property(request, start, body, (asked, first, rest) => {
      const text = first + rest;
      const selections = asked.selections.map(({ from }) => spanIn(text, from, 0));
      const done = insertion({ ...asked, text, selections: apart(selections) });
      fc.pre(!done.remarks.includes('no-chip'));
      const before = scan(text).map(({ written }) => written);
      const after = scan(applyChanges(text, done.changes)).filter(({ to }) => !done.carets.includes(to));
      expect(after.map(({ written }) => written)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

it('a timestamp says its video, or the note does', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const { text, selections } = asked;
      fc.pre(selections.every(({ from }) => from >= (propertiesIn(text)?.end ?? 0)));
      const noteVideo = videoOfProperties(readProperties(text, parse), ['videoId'], () => undefined);
      const done = insertion({ ...asked, noteVideo, form: 'anchor' });
      fc.pre(!done.remarks.includes('no-chip'));
      const result = afterwards(asked, done);
      const said = videoOfProperties(readProperties(result, parse), ['videoId'], () => undefined);
      for (const { named, to } of scan(result)) {
        if (!done.carets.includes(to)) continue;
        if (named === undefined) expect(said).toEqual(video);
        else expect(named).toBe(video.id);
      }
    }),
    { numRuns: 300 },
  );
});
