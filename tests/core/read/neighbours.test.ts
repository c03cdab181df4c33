// Which timestamp a caret is at, and which come before and behind it.
import { describe, expect, it } from 'vitest';
import { timestampAt, timestampBefore, timestampBehind } from '../../../src/core/read/neighbours';
import { scan } from '../../../src/core/read/scan';

const text = 'a [0:01] b [0:02][0:03, 0:04] c';
const timestamps = scan(text);
const timeOf = (timestamp: (typeof timestamps)[number] | undefined): string | undefined =>
  timestamp?.written.time;

type Find = (all: typeof timestamps, offset: number) => (typeof timestamps)[number] | undefined;

/** What a function answers at each offset, with what it answers again and again said once. */
function answers(find: Find): string {
  const all = Array.from({ length: text.length + 1 }, (_, offset) => timeOf(find(timestamps, offset)) ?? '-');
  return all.map((answer) => answer.slice(-1)).join('');
}

const finders: readonly (readonly [string, Find, string])[] = [
  ['the timestamp that a caret touches', timestampAt, '--1111111--222222233333-44444---'],
  ['the next timestamp', timestampBehind, '112222222223333333444444--------'],
  ['the timestamp before', timestampBefore, '---11111111122222223333334444444'],
];

describe.each(finders)('%s', (_, find, expected) => {
  it('is told at every offset', () => expect(`\n${text}\n${answers(find)}`).toBe(`\n${text}\n${expected}`));

  it('is none where there are none', () => {
    const found = find([], 3);
    expect(found).toBeUndefined();
  });
});
