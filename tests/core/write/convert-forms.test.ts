// Conversion of every way to write a time, in made-up notes: nothing is lost, nothing overlaps, and a second run changes nothing.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { videoKey } from '../../../src/core/mean/video';
import { readTimestamps, secondsOf, type NoteContext } from '../../../src/core/read/reading';
import { convertTo, type Target } from '../../../src/core/write/convert';
import { applyChanges } from '../../../src/core/write/rewrite';
import {
  anchorLike,
  bareLike,
  lengthLike,
  linkLike,
  noteContext,
  otherId,
  timelessProse,
} from '../doubtful-notes';

vi.setConfig({ testTimeout: 60_000 });

const time = fc.constantFrom('0:00', '0:04', '0:37', '1:02', '12:34', '00:00:05', '1:02:03', '0:07.5');
const second = fc.nat(5000);
const line = fc
  .tuple(
    fc.constantFrom('\n', '\n\n', '\n- ', '\n> ', '\n## '),
    fc.constantFrom('', '**'),
    time,
    fc.constantFrom(' Intro', ': Intro', ' - a', '', ' Anna:'),
  )
  .map(([start, mark, at, words]) => `${start}${mark}${at}${mark}${words}`);
const formLike = fc.oneof(
  { weight: 2, arbitrary: line },
  time.map((at) => `\n\n**${at}** · words`),
  time.map((at) => `(${at})`),
  fc.tuple(time, time).map(([one, other]) => `(${one}, ${other})`),
  fc.tuple(time, time).map(([start, end]) => `\n${start} --> ${end}\nwords`),
  time.map((at) => `\nAnna Lee ${at}\n`),
  second.map((at) => `https://youtu.be/dQw4w9WgXcQ?t=${at}`),
  second.map((at) => `<https://youtu.be/${otherId}?t=${at}>`),
  time.map((at) => `\n\`\`\`timestamp\n${at}\n\`\`\`\n`),
  second.map((at) => `{{youtube-timestamp ${at}}}`),
  time.map((at) => `[${at}]()`),
  time.map((at) => `[[talk.mp4#t=62|${at}]]`),
  time.map((at) => `\\[${at}\\]`),
);
const piece = fc.oneof(
  { weight: 4, arbitrary: formLike },
  { weight: 2, arbitrary: timelessProse },
  ...[anchorLike, bareLike, linkLike],
);
const noteOfForms = fc
  .array(piece, { maxLength: 24 })
  .chain((pieces) => fc.constantFrom(' ', '').map((between) => pieces.join(between)));

/** In whole seconds: no clip is shorter than one, and what is past the end is cut off. */
function meanings(text: string, context: NoteContext): readonly string[] {
  return readTimestamps(text, context).map(({ interpretation, clipEnd, video, limit }) => {
    const last = Math.floor(limit.seconds);
    const start = Math.min(Math.floor(secondsOf(interpretation) ?? NaN), last);
    const isClip = clipEnd !== undefined && start < last;
    const end = isClip ? Math.min(Math.max(Math.floor(clipEnd), start + 1), last) : '';
    return `${start}-${end} ${video === undefined ? '' : videoKey(video)}`;
  });
}

it.each<Target>(['anchor', 'link', 'bare'])('every form becomes %s, or stays and is counted', (target) => {
  let converted = 0;
  fc.assert(
    fc.property(noteOfForms, lengthLike, (text, length) => {
      const context = noteContext(length);
      const { changes, left } = convertTo(target, text, context);
      converted += changes.length;
      const stay = [...left.values()].reduce((sum, count) => sum + count, 0);
      const others = readTimestamps(text, context).filter(({ timestamp }) => timestamp.kind !== target);
      expect(changes.length + stay).toBe(others.length);
      for (const [index, { from }] of changes.entries())
        expect(from).toBeGreaterThanOrEqual(changes[index - 1]?.to ?? 0);
      const once = applyChanges(text, changes);
      expect(meanings(once, context)).toEqual(meanings(text, context));
      expect(convertTo(target, once, context).changes).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(converted).toBeGreaterThan(500);
});
