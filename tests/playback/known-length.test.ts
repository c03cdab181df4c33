// What is believed of a length that players report.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthToPlayBy, remembered, withReport, type KnownLength } from '../../src/playback/known-length';

const loads = [{}, {}, {}] as const;

/** Reports one after another: seconds, which load says it, whether time has borne it out. */
type Report = readonly [seconds: number, load?: 0 | 1 | 2, isBorneOut?: boolean];

function after(known: KnownLength, ...reports: readonly Report[]): readonly (number | undefined)[] {
  const { shown, confirmed } = reports.reduce(
    (before, [seconds, load = 0, isBorneOut = false]) =>
      withReport(before, { seconds, load: loads[load], isConfirmedByTime: isBorneOut }),
    known,
  );
  return [shown, confirmed];
}

const unknown = remembered(undefined);

describe('A length', () => {
  it.each<[string, KnownLength, readonly Report[], readonly (number | undefined)[]]>([
    ['that was heard once is shown, and not certain', unknown, [[15]], [15, undefined]],
    ['that one load repeats is not certain', unknown, [[15], [15], [15.2]], [15, undefined]],
    ['that time has borne out is certain', unknown, [[600], [600, 0, true]], [600, 600]],
    ['that two loads say is certain', unknown, [[600], [600.3, 1]], [600.3, 600.3]],
    ['that is longer is shown at once', unknown, [[15], [1200]], [1200, undefined]],
    ['that is longer takes its certainty from the one before', remembered(15), [[1200]], [1200, undefined]],
    ['that is shorter is not believed', remembered(1200), [[15], [15]], [1200, 1200]],
    ['that is shorter is believed if two loads say it', remembered(1200), [[900], [900, 1]], [900, 900]],
    [
      'that is shorter is believed if time bears it out',
      remembered(1200),
      [[900], [900, 0, true]],
      [900, 900],
    ],
    [
      'of an advertisement that two loads begin with is not believed',
      remembered(1200),
      [[15], [1200], [15, 1], [1200, 1]],
      [1200, 1200],
    ],
    [
      'of an advertisement does not keep the true one from being certain',
      unknown,
      [[15], [1200], [15, 1], [1200, 1]],
      [1200, 1200],
    ],
    ['that was remembered stays as it is', remembered(600), [[600.2], [600, 1]], [600, 600]],
  ])('%s', (_, known, reports, expected) => expect(after(known, ...reports)).toEqual(expected));

  it('is never shown shorter than it was after one report of a load, and nothing grows without an end', () => {
    const report = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom<0 | 1 | 2>(0, 1, 2));
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        let known = unknown;
        for (const [seconds, load] of reports) {
          const before = known;
          known = withReport(before, { seconds, load: loads[load], isConfirmedByTime: false });
          if (known.confirmed === before.confirmed || known.confirmed === undefined)
            expect(known.shown).toBeGreaterThanOrEqual(before.shown ?? 0);
          expect(known.unconfirmed.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});

it.each([
  [undefined, 600, undefined],
  [600, undefined, 600],
  [15, 1200, 1200],
  [1200, 15, 1200],
  [600.2, 600, 600.2],
])('A video whose player says %s and that is known for %s is played by %s', (said, known, expected) => {
  expect(lengthToPlayBy(said, known)).toBe(expected);
});
