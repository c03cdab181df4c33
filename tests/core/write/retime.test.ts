// What stands in a note when a timestamp is made to mean another moment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { formatTimecode } from '../../../src/core/mean/timecode';
import { retimed } from '../../../src/core/write/retime';
import { applyChanges } from '../../../src/core/write/rewrite';

/** The text after its first timestamp was made to mean a moment; undefined if nothing would change. */
function after(text: string, seconds: number, end?: number): string | undefined {
  const [timestamp] = scan(text);
  if (timestamp === undefined) throw new Error(`No timestamp is found in ${text}.`);
  const changes = retimed(text, timestamp, { seconds, end });
  return changes.length === 0 ? undefined : applyChanges(text, changes);
}

const video = 'dQw4w9WgXcQ';

describe('a timestamp without an end is given one, if its form has a place for it', () => {
  it.each<[string, string]>([
    ['[1:02]', '[1:03 - 1:09]'],
    ['[1:02, 2:02]', '[1:03 - 1:09, 2:02]'],
    ['[[talk.mp4#t=62|1:02]]', '[[talk.mp4#t=63,69|1:03]]'],
    ['[1:02](talk.mp4#t=62)', '[1:03](talk.mp4#t=63,69)'],
    [canonical('00:01:02'), canonical('00:01:03').replace('>[', ' data-end="00:01:09">[')],
    ['(1:02)', '(1:03)'],
    ['**1:02** · Intro', '**1:03** · Intro'],
    [`[1:02](https://youtu.be/${video}?t=62)`, `[1:03](https://youtu.be/${video}?t=63)`],
    [`https://youtu.be/${video}?t=62`, `https://youtu.be/${video}?t=63`],
  ])('%s', (text, said) => expect(after(text, 63, 69)).toBe(said));
});

describe('a timestamp keeps its form', () => {
  it.each<[string, string]>([
    ['[1:02]', '[1:03]'],
    ['(1:02)', '(1:03)'],
    ['**1:02** · Intro', '**1:03** · Intro'],
    ['```timestamp\n1:02\n```', '```timestamp\n1:03\n```'],
    [`[1:02](https://youtu.be/${video}?t=62)`, `[1:03](https://youtu.be/${video}?t=63)`],
    [`[1:02](https://youtu.be/${video}?t=62s&si=x)`, `[1:03](https://youtu.be/${video}?t=63&si=x)`],
    [
      `[1:02](https://www.youtube.com/embed/${video}?start=62)`,
      `[1:03](https://www.youtube.com/embed/${video}?start=63)`,
    ],
    [
      `[1:02](https://www.youtube.com/watch?v=${video}&amp;t=62)`,
      `[1:03](https://www.youtube.com/watch?v=${video}&amp;t=63)`,
    ],
    [`[1:02](https://youtu.be/${video}?t=62 "A title")`, `[1:03](https://youtu.be/${video}?t=63 "A title")`],
    [`[**62s**](https://youtu.be/${video}?t=62)`, `[**1:03**](https://youtu.be/${video}?t=63)`],
    [`[01:02]()`, `[01:03]()`],
    ['[1:02](1:02)', '[1:03](1:03)'],
    ['[[talk.mp4#t=62|1:02]]', '[[talk.mp4#t=63|1:03]]'],
    ['[1:02](talk.mp4#t=62)', '[1:03](talk.mp4#t=63)'],
    [
      `<a href="https://youtu.be/${video}?t=62">1:02</a>`,
      `<a href="https://youtu.be/${video}?t=63">1:03</a>`,
    ],
    [`https://youtu.be/${video}?t=62`, `https://youtu.be/${video}?t=63`],
    ['<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>', canonical('00:01:03')],
  ])('%s', (text, said) => expect(after(text, 63.7)).toBe(said));

  it('and what is said around it', () => {
    expect(after(`See [1:02](https://youtu.be/${video}?t=62) and go on.`, 63)).toBe(
      `See [1:03](https://youtu.be/${video}?t=63) and go on.`,
    );
  });

  it('and is left as it stands if it means the moment already', () => {
    const link = `[1:02](https://youtu.be/${video}?t=1m2s)`;
    expect(after(link, 62)).toBe(link);
  });
});

function canonical(time: string): string {
  return `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
}

describe('the end of a clip', () => {
  it.each<[string, number | undefined, string]>([
    ['[[talk.mp4#t=62,70|1:02]]', undefined, '[[talk.mp4#t=63,70|1:03]]'],
    ['[[talk.mp4#t=62,70|1:02]]', 71.8, '[[talk.mp4#t=63,71|1:03]]'],
    ['[[talk.mp4#t=63,70|1:03]]', 71, '[[talk.mp4#t=63,71|1:03]]'],
    ['[1:02 - 1:10](talk.mp4#t=62,70)', 71, '[1:03 - 1:11](talk.mp4#t=63,71)'],
    ['[1:02 - 1:10]', undefined, '[1:03 - 1:10]'],
    ['[1:02 - 1:10]', 71, '[1:03 - 1:11]'],
  ])('stays, unless there is another: %s', (text, end, said) => expect(after(text, 63, end)).toBe(said));
});

describe('a closing tag far behind a label', () => {
  const long = (behind: string): string =>
    `<a class="yt-timestamp" data-t="00:01:02">[00:01:02] and what was said${behind}`;

  it.each<[string, string]>([
    ['</a>', ''],
    ['</a> more', ' more'],
    ['</a>, more', ', more'],
    [' <b>there</b></a>', ' <b>there</b>'],
  ])('goes where nothing depends on it: %s', (behind, left) => {
    expect(after(long(behind), 63)).toBe(`${canonical('00:01:03')} and what was said${left}`);
  });

  it.each([
    '</a>https://youtu.be/dQw4w9WgXcQ?t=1',
    '!</a>[x]',
    ' `</a>',
    '</a>7',
    '</a>(x)',
    '</a>[x]',
    ' [</a>',
    ' [x</a>',
    ' <b</a>',
    '\n</a>',
    '\n> </a>',
  ])('stays where what stands before it would go on with what stands behind: %j', (behind) => {
    expect(after(long(behind), 63)).toBe(`${canonical('00:01:03')} and what was said${behind}`);
  });
});

it('leaves a closing tag that belongs to no anchor', () => {
  expect(after(`${canonical('00:01:02')} and more</a>`, 63)).toBe(`${canonical('00:01:03')} and more</a>`);
});

describe('nothing is changed', () => {
  it('if a link says its time in a way that cannot be told from the rest of it', () => {
    const [timestamp] = scan(`[0:00](https://youtu.be/${video})`);
    if (timestamp === undefined) throw new Error('It is a timestamp.');
    expect(retimed(`[0:00](https://youtu.be/${video})`, timestamp, { seconds: 5 })).toEqual([]);
  });
});

it('writes another time into an anchor as Playhead writes it, quickly, as into one of the same words', () => {
  const time = fc.integer({ min: 0, max: 359_999 }).map((seconds) => formatTimecode(seconds));
  fc.assert(
    fc.property(time, time, fc.nat(400_000), (said, labelled, seconds) => {
      const canonical = `<a class="yt-timestamp" data-t="${said}">[${labelled}]</a>`;
      const same = canonical.replace('<a ', '<a  ');
      expect(after(canonical, seconds)).toBe(after(same, seconds)?.replace('<a  ', '<a '));
    }),
  );
});
