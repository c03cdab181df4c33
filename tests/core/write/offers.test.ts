// What is offered around the playhead.
import { describe, expect, it } from 'vitest';
import { offersAt } from '../../../src/core/write/offers';

/** `ago:seconds`, and `-:seconds` for what the note cites. */
const shown = (playhead: number, cited: readonly number[] = []): string[] =>
  offersAt(playhead, cited).map(({ ago, seconds }) => `${ago ?? '-'}:${seconds}`);

describe('the offers', () => {
  it.each<[string, number, readonly number[], readonly string[]]>([
    ['are now and a little before', 66.5, [], ['0:66.5', '5:61.5', '10:56.5']],
    ['are never before the beginning, and none twice', 3, [], ['0:3', '5:0']],
    ['are one at the very beginning', 0, [], ['0:0']],
    [
      'end with what the note cites, the nearest first',
      60,
      [10, 90, 65],
      ['0:60', '5:55', '10:50', '-:65', '-:90', '-:10'],
    ],
    [
      'hold no more than three of those',
      60,
      [61, 62, 63, 64],
      ['0:60', '5:55', '10:50', '-:61', '-:62', '-:63'],
    ],
    ['hold none of those that are far away', 60, [361, 5000], ['0:60', '5:55', '10:50']],
    [
      'hold none of those that are written as another',
      60.9,
      [60, 55, 70, 70.4],
      ['0:60.9', '5:55.9', '10:50.9', '-:70'],
    ],
  ])('%s', (_, playhead, cited, offers) => expect(shown(playhead, cited)).toEqual(offers));
});
