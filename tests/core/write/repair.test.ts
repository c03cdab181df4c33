// Which timestamps are found doubtful, why, and what they become.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readTimestamps, secondsOf, type NoteContext } from '../../../src/core/read/reading';
import { checkText, findDoubtful, isUndisputed, type Finding } from '../../../src/core/write/repair';
import { applyChanges } from '../../../src/core/write/rewrite';
import { videoKey } from '../../../src/core/mean/video';
import { corpusFile, corpusNotes, hasCorpus } from '../../support/corpus';
import { lengthLike, noteContext, noteLike, otherId, ownVideo } from '../doubtful-notes';

vi.setConfig({ testTimeout: 30_000 });

/** Of a video of 1:10:02. */
const found = (text: string): readonly Finding[] => findDoubtful(text, noteContext(4202));
const repaired = (text: string, note: NoteContext): string =>
  applyChanges(
    text,
    findDoubtful(text, note).flatMap(({ changes }) => changes),
  );

const open = '<a class="yt-timestamp"';
const canonical = (time: string): string => `${open} data-t="${time}">[${time}]</a>`;
const canonicalClip = (start: string, end: string): string =>
  `${open} data-t="${start}" data-end="${end}">[${start} - ${end}]</a>`;

describe('nothing is found in', () => {
  it.each([
    ['canonical anchors', `${canonical('00:01:06')} ${canonicalClip('00:01:06', '00:01:30')}`],
    ['an anchor that says one time in two ways', `${open} data-t="1h2m3s">[1:02:03]</a>`],
    ['fractions', `${open} data-t="0:04.5">[00:00:04]</a> [0:04.5]`],
    ['a label of words', `${open} data-t="00:46:00">Link</a>`],
    ['a label without the end', `${open} data-t="0:10" data-end="0:40">[0:10]</a>`],
    ['a time within the second by which lengths are rounded', canonical('01:10:03')],
    ['bare times', '[00:01:06] [1:02, 1:03 - 1:04] [01:00:17:51]'],
    ['links', `[0:04](https://youtu.be/${otherId}?t=4) [0:04 - 0:07](https://youtu.be/${otherId}?t=4s)`],
    ['what is no timestamp', '`[03:01:00]` [[03:01:00]] 03:01:00'],
  ])('%s', (_, text) => expect(found(text)).toEqual([]));
});

describe('found is', () => {
  it.each([
    ['a unit slip', `${open} data-t="03:01:00">[03:01:00]</a>`, ['minutes-seconds'], canonical('00:03:01')],
    [
      'a slip with a right label',
      `${open} data-t="03:01:00">[00:03:01]</a>`,
      ['minutes-seconds'],
      canonical('00:03:01'),
    ],
    [
      'a slip with another label',
      `${open} data-t="03:01:00">[00:05:00]</a>`,
      ['minutes-seconds', 'label-differs'],
      canonical('00:03:01'),
    ],
    [
      'milliseconds',
      `${open} data-t="05:48:312">[05:48:312]</a>`,
      ['minutes-seconds'],
      canonical('00:05:48'),
    ],
    [
      'a time that only the label says',
      `${open} data-05:08">[05:08]</a>`,
      ['from-label', 'tag'],
      canonical('00:05:08'),
    ],
    ['another label', `${open} data-t="00:02:38">[00:03:00]</a>`, ['label-differs'], canonical('00:02:38')],
    [
      'a label that alone has slipped',
      `${open} data-t="00:03:01">[03:01:00]</a>`,
      ['label-differs'],
      canonical('00:03:01'),
    ],
    ['a missing label', `${open} data-t="00:10:00"></a>`, ['no-label'], canonical('00:10:00')],
    ['a time past the end', canonical('20:90:00').replaceAll('20:90:00', '90:00'), ['past-end'], undefined],
    ['a time that cannot be read', `${open} data-t="N/A">[N/A]</a>`, ['unreadable'], undefined],
    [
      'an end that has slipped',
      `${open} data-t="00:03:01" data-end="03:31:00">[00:03:01]</a>`,
      ['end-minutes-seconds'],
      `${open} data-t="00:03:01" data-end="00:03:31">[00:03:01]</a>`,
    ],
    [
      'an end that only the label says',
      `${open} data-t="0:10">[0:10 - 0:40]</a>`,
      ['end-from-label'],
      `${open} data-t="00:00:10" data-end="00:00:40">[0:10 - 0:40]</a>`,
    ],
    [
      'another end in the label',
      `${open} data-t="0:10" data-end="0:40">[0:10 - 0:50]</a>`,
      ['end-differs'],
      `${open} data-t="00:00:10" data-end="00:00:40">[0:10 - 0:40]</a>`,
    ],
    [
      'an end that is not after the start',
      canonicalClip('00:00:40', '00:00:10'),
      ['end-not-after'],
      undefined,
    ],
    [
      'an end past the end',
      canonicalClip('00:00:40', '99:00').replace('[00:00:40 - 99:00]', '[0:40]'),
      ['end-past-end'],
      undefined,
    ],
    [
      'an end that cannot be read',
      `${open} data-t="0:40" data-end="soon">[0:40]</a>`,
      ['end-unreadable'],
      undefined,
    ],
    [
      'an end that cannot be read, and no label',
      `${open} data-t="0:40" data-end="soon"></a>`,
      ['no-label', 'end-unreadable'],
      `${open} data-t="00:00:40" data-end="soon">[00:00:40]</a>`,
    ],
    ['a bare slip', '[03:01:00]', ['minutes-seconds'], '[00:03:01]'],
    ['a bare slip of one digit', '[ 3:01:00 ]', ['minutes-seconds'], '[ 0:03:01 ]'],
    [
      'a bare slip of both times',
      '[03:01:00–03:31:00]',
      ['minutes-seconds', 'end-minutes-seconds'],
      '[00:03:01–00:03:31]',
    ],
    [
      'a bare slip with an end before it',
      '[03:01:00 - 02:00:00]',
      ['minutes-seconds', 'end-minutes-seconds', 'end-not-after'],
      '[00:03:01 - 00:02:00]',
    ],
    ['a bare end before its start', '[1:02:00 - 1:01:00]', ['end-not-after'], undefined],
    ['a bare time past the end', '[90:00]', ['past-end'], undefined],
    [
      'a link with another label',
      `[0:05](https://youtu.be/${otherId}?t=4s&list=x "Zoo")`,
      ['label-differs'],
      `[0:04](https://youtu.be/${otherId}?t=4s&list=x "Zoo")`,
    ],
    [
      'a link that has slipped',
      `[\\[03:01:00\\]](https://www.youtube.com/watch?t=10860&amp;v=${otherId})`,
      ['from-label'],
      `[\\[00:03:01\\]](https://www.youtube.com/watch?t=181&amp;v=${otherId})`,
    ],
    [
      'a link with another label in words of its own',
      `[12m34s](https://youtu.be/${otherId}?t=4)`,
      ['label-differs'],
      `[0:04](https://youtu.be/${otherId}?t=4)`,
    ],
  ] as const)('%s', (_, source, reasons, becomes) => {
    const text = `At ${source} he`;
    expect(found(text)).toMatchObject([{ source, reasons, timestamp: { from: 3, to: 3 + source.length } }]);
    expect(found(text)[0]?.becomes).toBe(becomes);
    expect(repaired(text, noteContext(4202))).toBe(`At ${becomes ?? source} he`);
  });
});

describe('of a timestamp whose label says another time', () => {
  it.each([
    ['a time', `${open} data-t="00:02:38">[00:03:00]</a>`, canonical('00:03:00')],
    ['a time, in a slip', `${open} data-t="03:01:00">[00:05:00]</a>`, canonical('00:05:00')],
    ['nothing else, once it is read', `${open} data-t="00:03:01">[03:01:00]</a>`, undefined],
    ['a time past the end', `${open} data-t="00:03:01">[99:00]</a>`, undefined],
    [
      'an end',
      `${open} data-t="0:10" data-end="0:40">[0:10 - 0:50]</a>`,
      `${open} data-t="00:00:10" data-end="00:00:50">[0:10 - 0:50]</a>`,
    ],
    [
      'a time, of a link',
      `[0:05](https://youtu.be/${otherId}?t=4)`,
      `[0:05](https://youtu.be/${otherId}?t=5)`,
    ],
    ['the same', canonical('03:01:00'), undefined],
  ] as const)('the change to its label is offered too: %s', (_, source, byLabel) => {
    const [finding] = found(`At ${source} he`);
    expect(finding?.byLabel?.[0]?.insert).toBe(byLabel);
  });
});

it('says how each is read, and about which video', () => {
  const text = `[03:01:00 - 03:31:00] ${open} data-t="04:00:00" data-v="${otherId}">[04:00:00]</a>`;
  expect(found(text)).toMatchObject([
    { interpretation: { how: 'minutes-seconds', seconds: 181 }, clipEnd: 211, video: { id: 'dQw4w9WgXcQ' } },
    { interpretation: { how: 'minutes-seconds', seconds: 240 }, clipEnd: undefined, video: { id: otherId } },
  ]);
});

it('takes no time for an anchor that holds many lines of quotes, whatever ends them', () => {
  const text = `${open} data-t="0:04">[0:05] many words${'\n    >'.repeat(60_000)} x</a>`;
  const started = performance.now();
  expect(found(text)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(5000);
});

it('quotes the text on both sides, as far as it tells one timestamp from another', () => {
  const words = 'abcdefghij'.repeat(5);
  const [finding] = found(`${words} [90:00] ${words}`);
  expect(finding).toMatchObject({ before: `${words.slice(-31)} `, behind: ` ${words.slice(0, 31)}` });
  expect(found('ab [90:00] cd')).toMatchObject([{ before: 'ab ', behind: ' cd' }]);
});

it('finds an end that is the start', () => {
  expect(found(canonicalClip('00:00:40', '00:00:40'))).toMatchObject([{ reasons: ['end-not-after'] }]);
});

it('finds nothing in an end that the label says in another way, or not at all', () => {
  expect(found(`${open} data-t="0:10" data-end="0:40">[0:10 - 00:00:40]</a>`)).toEqual([]);
  expect(found(`${open} data-t="0:10" data-end="0:40">Link</a>`)).toEqual([]);
});

it('finds nothing in a label that says what a slipped time was read as', () => {
  expect(found(`${open} data-t="03:01:00">[3:01]</a>`)).toMatchObject([{ reasons: ['minutes-seconds'] }]);
});

it('finds no slip while the length is unknown', () => {
  expect(findDoubtful('[03:01:00]', noteContext())).toEqual([]);
});

it('changes of several times in one bracket only the doubtful ones', () => {
  const text = '[00:01:00, 03:01:00; 04:02:00 - 04:12:00 | 1:02]';
  expect(repaired(text, noteContext(4202))).toBe('[00:01:00, 00:03:01; 00:04:02 - 00:04:12 | 1:02]');
});

describe('while no length is known', () => {
  const slipped = ['03:44:00', '51:55:00', '04:55:00', '00:13:10'].map(canonical).join('\n');

  it('times with the look of those that cannot be meant are pointed at, and never changed', () => {
    const { findings, unmeasured } = checkText(slipped, noteContext(undefined));
    expect(unmeasured).toEqual([ownVideo]);
    expect(findings.map(({ reasons }) => reasons)).toEqual([
      ['looks-slipped'],
      ['minutes-seconds'],
      ['looks-slipped'],
    ]);
    expect(findings.map(({ becomes }) => becomes)).toEqual([undefined, canonical('00:51:55'), undefined]);
    expect(findings.map(isUndisputed)).toEqual([false, true, false]);
  });

  it('nothing is pointed at where no time is too long, nor where the length says how it is read', () => {
    expect(findDoubtful(canonical('03:44:00'), noteContext(undefined))).toEqual([]);
    const { findings, unmeasured } = checkText(slipped, noteContext(4202));
    expect(unmeasured).toEqual([]);
    expect(findings.flatMap(({ reasons }) => reasons)).toEqual(Array(3).fill('minutes-seconds'));
  });
});

describe('nothing is rewritten without a look', () => {
  const undisputed = (text: string, note: NoteContext): readonly string[] =>
    findDoubtful(text, note)
      .filter(isUndisputed)
      .map(({ source }) => source);
  const slip = canonical('03:01:00');

  it('by a length that is not certain, but for what does not depend on it', () => {
    const broken = `${open} data-t="00:01:06">[00:01:06]</b>`;
    const text = `${slip} ${canonical('00:01:00')} ${broken} ${open} data-t="0:07"></a>`;
    const unsure = { ...noteContext(4202), sureLimitOf: noteContext().limitOf };
    expect(undisputed(text, noteContext(4202))).toContain(slip);
    expect(undisputed(text, unsure)).not.toContain(slip);
    expect(undisputed(text, unsure)).toContain(`${open} data-t="0:07"></a>`);
    expect(findDoubtful(text, unsure)).toHaveLength(findDoubtful(text, noteContext(4202)).length);
  });

  it.each([
    [
      'minutes that a short length makes seconds of',
      ['00:01:06', '00:02:10', '00:05:00', '00:11:41', '00:00:04'],
      15,
    ],
    ['times that no reading brings inside', ['03:01:00', '75:30', '80:30', '00:00:04', '2:10:10'], 4202],
  ])('if more than half of the timestamps would lie past the end: %s', (_, times, length) => {
    expect(undisputed(times.map((time) => canonical(time)).join(' '), noteContext(length))).toEqual([]);
  });

  it('if a label alone says something else, of the start or of the end', () => {
    const text = `${open} data-t="00:02:38">[00:03:00]</a> ${open} data-t="0:10" data-end="0:40">[0:10 - 0:50]</a>`;
    expect(undisputed(text, noteContext(4202))).toEqual([]);
    const both = `${open} data-t="03:01:00">[00:05:00]</a>`;
    expect(undisputed(both, noteContext(4202))).toEqual([both]);
  });

  it('but if no more than half of the timestamps would lie past the end', () => {
    const past = canonical('01:15:30');
    const half = [past, past, canonical('00:01:00'), slip].join(' ');
    expect(undisputed(half, noteContext(4202))).toContain(slip);
    expect(undisputed(`${half} ${past}`, noteContext(4202))).not.toContain(slip);
  });

  it('if nobody can tell what is meant', () => {
    expect(undisputed(`${open} data-t="N/A">[N/A]</a>`, noteContext(4202))).toEqual([]);
  });

  it('if one of two videos has too short a length, while the other is mended', () => {
    const other = canonical('00:20:30').replace('data-t', `data-v="${otherId}" data-t`);
    const text = `${other} ${other} ${slip} ${canonical('00:01:00')}`;
    const note: NoteContext = {
      ...noteContext(4202),
      limitOf: (video) => ({ seconds: videoKey(video) === videoKey(ownVideo) ? 4202 : 25, exact: true }),
    };
    expect(undisputed(text, note)).toEqual([slip]);
  });

  it('but for a note in which all units have slipped, which shows', () => {
    const times = ['03:01:00', '05:48:312', '51:55:00'];
    expect(undisputed(times.map((time) => canonical(time)).join(' '), noteContext(4202))).toHaveLength(3);
  });
});

describe('of an anchor only its times change', () => {
  it.each([
    ['', '[03:01:00]', '[00:03:01]'],
    [' title="at 03:01:00" data-x id=a', '[03:01:00]', '[00:03:01]'],
    [` data-v="${otherId}"`, '[03:01:00]', '[00:03:01]'],
    [' data-v="dQw4w9WgXcQ"', '[03:01:00]', '[00:03:01]'],
    [` data-v='https://youtu.be/${otherId}?a=1&amp;b'`, '[03:01:00]', '[00:03:01]'],
    ['', 'Link', 'Link'],
    ['', '[see there]', '[see there]'],
    ['', '[0:04, 0:05]', '[0:04, 0:05]'],
    ['', '3:01:00', '0:03:01'],
    ['', '3h1m', '[00:03:01]'],
    ['', '<b title="0:05">[03:01:00]</b> ', '<b title="0:05">[00:03:01]</b> '],
    ['', '[03:<i>01</i>:00]', '[00:03:01]'],
    ['', '<img src="x">', '<img src="x">[00:03:01]'],
  ])('%s>%s', (more, label, expected) => {
    const written = (time: string, text: string): string =>
      `<a  class='x yt-timestamp'${more}\n data-t=${time} >${text}</a >`;
    expect(repaired(written('03:01:00', label), noteContext(4202))).toBe(written('00:03:01', expected));
  });

  it.each([
    ['<a data-t class="yt-timestamp">[0:04]</a>', '<a data-t="00:00:04" class="yt-timestamp">[0:04]</a>'],
    ["<a data-t='' class=yt-timestamp>[0:04]</a>", "<a data-t='00:00:04' class=yt-timestamp>[0:04]</a>"],
    ['<a class="yt-timestamp" id=a>[0:04]</a>', '<a class="yt-timestamp" data-t="00:00:04" id=a>[0:04]</a>'],
    [`${open} data-t="0:04" id=a>[0:04] and on`, `${open} data-t="00:00:04" id=a>[00:00:04]</a> and on`],
  ])('%s', (text, expected) => expect(repaired(text, noteContext(4202))).toBe(expected));

  it('in any note', () => {
    fc.assert(
      fc.property(noteLike, lengthLike, (text, length) => {
        const note = noteContext(length);
        for (const { timestamp, source, becomes } of findDoubtful(text, note)) {
          if (timestamp.kind !== 'anchor' || timestamp.broken !== undefined || becomes === undefined)
            continue;
          expect(timeless(becomes)).toBe(timeless(source));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The source of an anchor without its times, in brackets or not. */
function timeless(source: string): string {
  const time = String.raw`\d+(?::\d+)+(?:\.\d+)?`;
  const label = new RegExp(String.raw`\[?${time}(?:\s*[-–]\s*${time})?\]?(?=[^<]*</a>$)`);
  return source.replace(/ data-(?:t|end)="[^"]*"/g, '').replace(label, '');
}

describe('broken markup is mended, and the words beside it stay', () => {
  it.each([
    [`${open} data-t="0:04">[0:04] and on`, `${canonical('00:00:04')} and on`],
    [`${open} data-t="0:04">0:04>. An engine`, `${canonical('00:00:04')}>. An engine`],
    [`${open} data-t="0:04">[[note|shown]]`, `${canonical('00:00:04')}[[note|shown]]`],
    [
      `${open} data-t="0:04">last to take a hand off keeps it</a>.`,
      `${canonical('00:00:04')}last to take a hand off keeps it.`,
    ],
    [
      `${open} data-t="0:04">[0:04] he says [03:01:00] so</a>, b</a>`,
      `${canonical('00:00:04')} he says [00:03:01] so, b</a>`,
    ],
    [`${open} data-t="0:04">\n\nNext.</a>`, `${canonical('00:00:04')}\n\nNext.</a>`],
    [`<a class="yt="yt-timestamp" data-t="00:53:33">[00:53:33]</a>.`, `${canonical('00:53:33')}.`],
    [`([00:41](<a%20class="yt-timestamp"%20data-t="00:00:41">))`, `(${canonical('00:00:41')})`],
    [
      `a ${open} data-t="00:15:11]-[00:15:24]</a>. "B" c`,
      `a ${canonicalClip('00:15:11', '00:15:24')}. "B" c`,
    ],
    [
      `a ${open} data-t="00:20:29]-[00:19:39]</a>. "B" c`,
      `a ${canonicalClip('00:20:29', '00:19:39')}. "B" c`,
    ],
  ])('%s', (text, expected) => expect(repaired(text, noteContext(4202))).toBe(expected));
});

/** What each timestamp means, in whole seconds as they are written: no clip is shorter than one. */
function meanings(text: string, note: NoteContext): readonly string[] {
  const last = Math.floor(note.limitOf(ownVideo).seconds);
  return readTimestamps(text, note).map(({ interpretation, clipEnd, video }) => {
    const start = Math.floor(secondsOf(interpretation) ?? NaN);
    const isClip = clipEnd !== undefined && start < last;
    const end = isClip ? ` to ${Math.max(Math.floor(clipEnd), start + 1)}` : '';
    return `${start}${end} of ${video === undefined ? 'no video' : videoKey(video)}`;
  });
}

/** What is wrong with the repairs of a note, were they all applied. */
function faultsOf(text: string, note: NoteContext): readonly string[] {
  const findings = findDoubtful(text, note);
  const changes = findings.flatMap((finding) => finding.changes);
  const after = applyChanges(text, changes);
  const faults = findDoubtful(after, note).flatMap(({ becomes, source }) =>
    becomes === undefined ? [] : [`${source} would become ${becomes} next`],
  );
  const meant = meanings(text, note);
  const means = meanings(after, note);
  if (means.length !== meant.length) faults.push(`${meant.length} timestamps became ${means.length}`);
  else
    faults.push(...means.filter((meaning, i) => meaning !== meant[i]).map((meaning) => `${meaning} is new`));
  for (const { timestamp, changes: own } of findings) {
    for (const { from, to, insert } of own) {
      const isOwn = from === timestamp.from && to === timestamp.to;
      const isClosingTag = insert === '' && /^<\/a\s*>$/i.test(text.slice(from, to));
      if (!isOwn && !isClosingTag) faults.push(`${text.slice(from, to)} is no part of it`);
    }
  }
  return faults;
}

it('after some of the repairs every timestamp of any note means what it did', () => {
  const some = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(noteLike, lengthLike, some, (text, length, ticks) => {
      const note = noteContext(length);
      const ticked = findDoubtful(text, note).filter((_, i) => ticks[i % ticks.length] === true);
      const changes = ticked.flatMap((finding) => finding.changes);
      expect(meanings(applyChanges(text, changes), note)).toEqual(meanings(text, note));
    }),
    { numRuns: 1000 },
  );
});

describe('after all repairs nothing is left to repair, every timestamp means what it did, and the rest is untouched', () => {
  it('in any note', () => {
    fc.assert(
      fc.property(noteLike, lengthLike, (text, length) => {
        expect(faultsOf(text, noteContext(length))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it.skipIf(!hasCorpus)('in the notes of the corpus', () => {
    const faults = corpusNotes().flatMap((name) => {
      const text = corpusFile(name);
      return [undefined, 4202].flatMap((length) =>
        faultsOf(text, noteContext(length)).map((fault) => `${name}: ${fault}`),
      );
    });
    expect(faults).toEqual([]);
  });
});
