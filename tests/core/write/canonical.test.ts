// How timestamps are written: read back by the scanner, they say what was meant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, linkOf } from '../../../src/core/write/canonical';
import { scan } from '../../../src/core/read/scan';

describe('the canonical anchor', () => {
  it.each([
    [{ seconds: 0 }, undefined, '<a class="yt-timestamp" data-t="00:00:00">[00:00:00]</a>'],
    [{ seconds: 59.7 }, undefined, '<a class="yt-timestamp" data-t="00:00:59">[00:00:59]</a>'],
    [
      { seconds: 66, end: 90 },
      undefined,
      '<a class="yt-timestamp" data-t="00:01:06" data-end="00:01:30">[00:01:06 - 00:01:30]</a>',
    ],
    [
      { seconds: 3723 },
      'jNQXAC9IVRw',
      '<a class="yt-timestamp" data-t="01:02:03" data-v="jNQXAC9IVRw">[01:02:03]</a>',
    ],
    [{ seconds: 360_000 }, undefined, '<a class="yt-timestamp" data-t="100:00:00">[100:00:00]</a>'],
  ])('of %o about %s is %s', (moment, named, written) => expect(anchorOf(moment, named)).toBe(written));

  it('is one timestamp in any text, whatever it names', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.string({ unit: 'binary' }), (seconds, named) => {
        const written = anchorOf({ seconds }, named);
        const [timestamp, ...others] = scan(`| cell ${written} | cell |\n| - | - |\n`);
        expect(others).toEqual([]);
        expect(written).not.toMatch(/[\n\r|]/);
        expect(timestamp?.named).toBe(named.replace(/\s+/g, ' '));
        expect(timestamp?.broken).toBeUndefined();
      }),
    );
  });
});

describe('the link', () => {
  it.each([
    [{ seconds: 4 }, '[0:04](https://youtu.be/jNQXAC9IVRw?t=4)'],
    [{ seconds: 59.7 }, '[0:59](https://youtu.be/jNQXAC9IVRw?t=59)'],
    [{ seconds: 66, end: 3723 }, '[1:06 - 1:02:03](https://youtu.be/jNQXAC9IVRw?t=66)'],
  ])('of %o is %s', (moment, written) => {
    expect(linkOf(moment, { kind: 'youtube', id: 'jNQXAC9IVRw' })).toBe(written);
    expect(scan(written)).toMatchObject([
      { kind: 'link', from: 0, to: written.length, named: expect.stringContaining('jNQXAC9IVRw') as string },
    ]);
  });
});
