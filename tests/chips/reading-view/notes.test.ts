// Notes as people and their tools write them: every time between « and » is a chip, and nothing else is, in both views.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { marked } from '../../core/marked';
import { chipsOfBoth, outlineOf, type SeenChip } from '../../support/both-views';

const folder = join(import.meta.dirname, '../../notes');
const notes = readdirSync(folder).map((name) => ({
  name,
  ...marked(readFileSync(join(folder, name), 'utf8')),
}));

interface Count {
  found: number;
  right: number;
  marked: number;
}

/** How many of what is found are marked, and how many of what is marked is found. */
function report(what: string, { found, right, marked: all }: Count): string {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  return `${what}: precision ${percent(right, found)}, recall ${percent(right, all)} (${all} chips)`;
}

const outlines = (chips: readonly SeenChip[]): readonly string[] =>
  chips.map((chip) => outlineOf(chip, '')).sort();

describe.each(notes)('$name', ({ text, ranges }) => {
  it('has a chip at every mark and nowhere else', () => {
    expect(chipsOfBoth(text).source.map(({ from, to }) => [from, to])).toEqual(ranges);
  });

  it('has the same chips in reading view', () => {
    const { source, rendered } = chipsOfBoth(text);
    expect(outlines(rendered)).toEqual(outlines(source));
  });
});

it('finds all, and nothing else', () => {
  const inSource: Count = { found: 0, right: 0, marked: 0 };
  const inReading: Count = { found: 0, right: 0, marked: 0 };
  for (const { text, ranges } of notes) {
    const { source, rendered } = chipsOfBoth(text);
    const isMarked = source.filter(({ from, to }) =>
      ranges.some(([start, end]) => start === from && end === to),
    );
    const left = [...outlines(isMarked)];
    const right = outlines(rendered).filter((outline) => {
      const at = left.indexOf(outline);
      return at >= 0 && left.splice(at, 1).length === 1;
    });
    inSource.found += source.length;
    inSource.right += isMarked.length;
    inSource.marked += ranges.length;
    inReading.found += rendered.length;
    inReading.right += right.length;
    inReading.marked += ranges.length;
  }
  console.log(`${report('source', inSource)}\n${report('reading view', inReading)}`);
  for (const { found, right, marked: all } of [inSource, inReading]) {
    expect([found, right]).toEqual([all, all]);
  }
});

it.each(['03', '04', '06', '07', '08', '10', '11', '12', '13'])('there are three notes of form %s', (form) =>
  expect(notes.filter(({ name }) => name.startsWith(form)).length).toBeGreaterThanOrEqual(3),
);

it('there are ten traps', () => {
  expect(notes.filter(({ name }) => name.startsWith('trap')).length).toBeGreaterThanOrEqual(10);
});
