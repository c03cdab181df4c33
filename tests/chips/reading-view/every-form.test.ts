// Every way to write a time: found in the text and in its rendering, wherever it stands, and written for another moment.
import { describe, expect, it } from 'vitest';
import { parseTimecode } from '../../../src/core/mean/timecode';
import { scan } from '../../../src/core/read/scan';
import { convertTo, type Target } from '../../../src/core/write/convert';
import { retimed } from '../../../src/core/write/retime';
import { applyChanges } from '../../../src/core/write/rewrite';
import { noteContext } from '../../core/doubtful-notes';
import { chipsOfBoth, outlineOf } from '../../support/both-views';
import { EXAMPLES, ID } from '../../support/every-form';

const note = (body: string): string => `---\nvideoId: ${ID}\n---\n${body}\n`;
const prefixed = (text: string, first: string, other = first): string =>
  first + text.replaceAll('\n', `\n${other}`);

const PLACES: Readonly<Record<string, (example: string) => string>> = {
  'a paragraph': (example) => example,
  'a list': (example) => prefixed(example, '- ', '  '),
  'a quote': (example) => prefixed(example, '> '),
  'a callout': (example) => `> [!note] Title\n${prefixed(example, '> ')}`,
  'a list in a callout': (example) => `> [!note]\n${prefixed(example, '> - ', '>   ')}`,
};

describe.each(Object.entries(EXAMPLES))('%s', (kind, example) => {
  it.each(Object.entries(PLACES))('is a chip in %s, in both views', (_, place) => {
    const { source, rendered } = chipsOfBoth(note(place(example)));
    const outlines = [source, rendered].map((chips) =>
      chips.map(({ cited, video }) => [cited.kind, parseTimecode(cited.written.time ?? ''), video]),
    );
    expect(outlines).toEqual([[[kind, 62, `youtube:${ID}`]], [[kind, 62, `youtube:${ID}`]]]);
  });

  it('is written for another moment, and says that one then', () => {
    const text = note(example);
    const [timestamp] = scan(text);
    if (timestamp === undefined) throw new Error('It is not found.');
    const changed = applyChanges(text, retimed(text, timestamp, { seconds: 63, end: undefined }));
    const [after] = scan(changed);
    expect([after?.kind, parseTimecode(after?.written.time ?? '')]).toEqual([kind, 63]);
  });
});

/** A block of code is none in a cell. */
describe.each(Object.entries(EXAMPLES).filter(([kind]) => kind !== 'block'))('%s', (kind, example) => {
  it('is a chip in a table, in both views', () => {
    const { source, rendered } = chipsOfBoth(note(`| a | b |\n| - | - |\n| x | ${example} |`));
    expect(source.map(({ cited }) => cited.kind)).toEqual([kind]);
    expect(rendered.map((chip) => outlineOf(chip, ''))).toEqual(source.map((chip) => outlineOf(chip, '')));
  });
});

const TARGETS: readonly Target[] = ['anchor', 'link', 'bare'];

describe.each(Object.entries(EXAMPLES))('%s', (kind, example) => {
  it.each(TARGETS)(
    'becomes a timestamp of the form %s, if it is none, and that of the others again',
    (target) => {
      const text = note(`He says\n\n${example}\n\nso.`);
      const convert = (one: string, form: Target): string =>
        applyChanges(one, convertTo(form, one, noteContext()).changes);
      const once = convert(text, target);
      expect(once === text).toBe(kind === target);
      expect(convert(once, target)).toBe(once);
      const said = TARGETS.map((form) =>
        scan(convert(once, form)).map((timestamp) => [
          timestamp.kind,
          parseTimecode(timestamp.written.time ?? ''),
        ]),
      );
      expect(said).toEqual(TARGETS.map((form) => [[form, 62]]));
    },
  );
});
