// What is left of the findings of a note when the note has changed since.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findDoubtful, type Finding } from '../../../src/core/write/repair';
import { reread } from '../../../src/core/write/reread';
import { applyChanges, type Change } from '../../../src/core/write/rewrite';
import { noteContext, noteLike } from '../doubtful-notes';

vi.setConfig({ testTimeout: 30_000 });

const note = noteContext(4202);

/** Where the findings of a text are found again after changes; undefined for those that have changed. */
function placesAfter(text: string, changes: readonly Change[]): readonly (number | undefined)[] {
  const earlier = findDoubtful(text, note);
  const { kept } = reread(earlier, applyChanges(text, changes), note);
  return earlier.map((finding) => kept.get(finding)?.timestamp.from);
}

const replaced = (text: string, what: string, insert: string): Change => {
  const from = text.indexOf(what);
  return { from, to: from + what.length, insert };
};

describe('a finding is kept', () => {
  it('if nothing has changed', () => expect(placesAfter('[03:01:00] [03:01:00]', [])).toEqual([0, 11]));

  it('when text is added before it, behind it and beside it', () => {
    const text = 'one [03:01:00] two';
    expect(placesAfter(text, [replaced(text, 'one', 'number one')])).toEqual([11]);
    expect(placesAfter(text, [replaced(text, ' two', '')])).toEqual([4]);
  });

  it('when one that says the same is written elsewhere', () => {
    const text = 'one [03:01:00] and so on, and so on, and so on, until two [03:02:00]';
    expect(placesAfter(text, [{ from: 0, to: 0, insert: '[03:01:00] ' }])).toEqual([15, 69]);
  });

  it('when both sides of it change, and one that says the same is written elsewhere', () => {
    const text = 'one [03:01:00] two [03:02:00] and so on, and so on, and so on, until the end';
    const changes = [replaced(text, 'one', 'three'), replaced(text, 'two', 'four')];
    expect(placesAfter(text, changes)).toEqual([6, 22]);
    const copy = { from: text.length, to: text.length, insert: ' [03:01:00]' };
    expect(placesAfter(text, [...changes, copy])).toEqual([6, 22]);
  });

  it('when it is moved with the text around it, which is elsewhere in part', () => {
    const words = 'and so on, and so on, and so on';
    const lines = ['11', '12', '21', '22'].map(
      ([before = '', behind = '']) => `${words} ${before} [03:01:00] ${behind} ${words}\n`,
    );
    const earlier = findDoubtful(lines.join(''), note);
    const { kept } = reread(earlier, [...lines].reverse().join(''), note);
    const places = earlier.map(({ timestamp }) => timestamp.from);
    expect(earlier.map((finding) => kept.get(finding)?.timestamp.from)).toEqual(places.reverse());
  });

  it('when others change', () => {
    const text = '[03:01:00] [03:02:00] [03:01:00]';
    expect(placesAfter(text, [replaced(text, '[03:02:00]', '[00:03:02]')])).toEqual([0, undefined, 22]);
    expect(placesAfter(text, [replaced(text, '[03:02:00] ', '')])).toEqual([0, undefined, 11]);
  });

  it('as the one of many that it is, when one is gone that is told from it by the text around', () => {
    const words = 'some words that are more than those which are looked at';
    const text = `1 ${words} [03:01:00] 2 ${words} 2 [03:01:00] 3 ${words} 3 [03:01:00] ${words}`;
    const second = text.indexOf('[03', text.indexOf('[03') + 1);
    const changes = [{ from: second, to: second + 10, insert: '' }];
    expect(placesAfter(text, changes)).toEqual([
      text.indexOf('[03'),
      undefined,
      text.lastIndexOf('[03') - 10,
    ]);
  });
});

describe('a finding is not kept', () => {
  it('when it says something else', () => {
    const text = 'a [03:01:00] b';
    expect(placesAfter(text, [replaced(text, '03', '04')])).toEqual([undefined]);
    expect(placesAfter(text, [replaced(text, '[03:01:00]', '`[03:01:00]`')])).toEqual([undefined]);
  });

  it('when it would become something else, or is read otherwise', () => {
    const text = '[03:01:00]';
    const earlier = findDoubtful(text, note);
    expect(reread(earlier, text, noteContext(100))).toMatchObject({ findings: [{}], kept: new Map() });
    expect(reread(earlier, text, noteContext(4000)).kept.size).toBe(1);
    expect(reread(earlier, text, noteContext(4202, { kind: 'file', path: 'a.mp4' })).kept.size).toBe(0);
  });

  it('when a copy stands beside it, as nobody can tell which of them is new', () => {
    const text = 'one, and so on, and so on, and so on, until [03:01:00]';
    expect(placesAfter(text, [{ from: 44, to: 44, insert: '[03:01:00] ' }])).toEqual([undefined]);
  });

  it('when one of many that stand alike is gone, as nobody can tell which', () => {
    const text = '- [03:01:00]\n'.repeat(20);
    const places = placesAfter(text, [{ from: 130, to: 143, insert: '' }]);
    expect(places.slice(0, 3)).toEqual([2, 15, 28]);
    expect(places.slice(3, 17)).toEqual(Array<undefined>(14).fill(undefined));
    expect(places.slice(17)).toEqual([210, 223, 236]);
  });
});

it('lists all present findings, the new ones included', () => {
  const earlier = findDoubtful('[03:01:00]', note);
  const { findings } = reread(earlier, '[03:02:00] [03:01:00]', note);
  expect(findings.map(({ source }) => source)).toEqual(['[03:02:00]', '[03:01:00]']);
});

/** Changes at places apart from each other, as somebody makes who goes on writing. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(0, 0, 1, 3, 12, 60),
    insert: fc.constantFrom('', 'x', 'he says', '\n\n', '[03:01:00]', '[', '`'),
  }),
  { maxLength: 3 },
);

function changesIn(text: string, drawn: readonly { at: number; length: number; insert: string }[]): Change[] {
  const sorted = [...drawn].sort((one, other) => one.at - other.at);
  const changes: Change[] = [];
  for (const { at, length, insert } of sorted) {
    const from = Math.max(Math.floor(at * text.length), changes.at(-1)?.to ?? 0);
    changes.push({ from, to: Math.min(from + length, text.length), insert });
  }
  return changes;
}

describe('in any note, after any edits', () => {
  const notes = fc.array(noteLike, { maxLength: 3 }).map((parts) => parts.join('\n\n'));
  const check = (
    property: (earlier: readonly Finding[], text: string, changes: readonly Change[]) => void,
  ): void => {
    fc.assert(
      fc.property(notes, edits, (text, drawn) => {
        property(findDoubtful(text, note), text, changesIn(text, drawn));
      }),
      { numRuns: 500 },
    );
  };

  it('a kept finding says and becomes the same, once and in the new text', () => {
    check((earlier, text, changes) => {
      const after = applyChanges(text, changes);
      const { kept, findings } = reread(earlier, after, note);
      const now = [...kept.values()];
      expect(findings).toEqual(expect.arrayContaining(now));
      expect(new Set(now).size).toBe(now.length);
      expect(now.map(({ source, becomes }) => [source, becomes])).toEqual(
        [...kept.keys()].map(({ source, becomes }) => [source, becomes]),
      );
      expect(now.map(({ timestamp: { from, to } }) => after.slice(from, to))).toEqual(
        now.map(({ source }) => source),
      );
    });
  });

  it('a finding apart from the edits that is the same as before is kept', () => {
    check((earlier, text, changes) => {
      const { kept, findings } = reread(earlier, applyChanges(text, changes), note);
      for (const finding of earlier) {
        const { from, to } = finding.timestamp;
        const isFar = changes.every((change) => change.to < from - 32 || change.from > to + 32);
        if (!isFar) continue;
        const shift = changes
          .filter((change) => change.from < from)
          .reduce((sum, change) => sum + change.insert.length - (change.to - change.from), 0);
        const still = findings.find(({ timestamp }) => timestamp.from === from + shift);
        // The edit may have parted it from its closing tag, far behind it.
        const isSame =
          still?.source === finding.source &&
          still.becomes === finding.becomes &&
          still.reasons.join() === finding.reasons.join();
        if (isSame) expect(kept.get(finding)).toBe(still);
      }
    });
  });
});
