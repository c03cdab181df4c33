// What a check says of a finding: above all, exactly what is written and what would be.
import { expect, it } from 'vitest';
import { findDoubtful } from '../../src/core/write/repair';
import { findingText } from '../../src/check/finding-text';
import { noteContext, otherId, ownVideo } from '../core/doubtful-notes';

const note = noteContext(4202);

it.each([
  ['data-t="03:01:00">[03:01:00]', '03:01:00', '00:03:01'],
  ['data-t="03:01:00">3:01:00', '03:01:00 3:01:00', '00:03:01 0:03:01'],
  ['data-t="03:01:00">Link', '03:01:00 Link', '00:03:01 Link'],
  ['data-t="03:01:00">', '03:01:00', '00:03:01'],
  ['data-t="03:01:00" data-end="03:31:00">[03:01:00]', '03:01:00 - 03:31:00', '00:03:01 - 00:03:31'],
  ['data-t="0:10">[0:10 - 0:40]', '0:10 [0:10 - 0:40]', '00:00:10 - 00:00:40 [0:10 - 0:40]'],
  ['>[0:04]', '0:04', '00:00:04 [0:04]'],
  ['data-t="90:00">[90:00]', '90:00', undefined],
])('shows of %s what it says and what it would say', (rest, written, becomes) => {
  const [finding] = findDoubtful(`<a class="yt-timestamp" ${rest}</a>`, note);
  if (finding === undefined) throw new Error('Nothing was found.');
  expect(findingText(finding, note.limitOf(ownVideo))).toMatchObject({ written, becomes });
});

it.each([
  ['[03:01:00]', '[00:03:01]'],
  [`[0:05](https://youtu.be/${otherId}?t=4)`, `[0:04](https://youtu.be/${otherId}?t=4)`],
])('shows %s as it stands', (written, becomes) => {
  const [finding] = findDoubtful(written, note);
  if (finding === undefined) throw new Error('Nothing was found.');
  expect(findingText(finding, note.limitOf(ownVideo))).toMatchObject({ written, becomes });
});

it.each([
  ['<a class="yt-timestamp" data-t="00:03:20">[00:03:20] and more', '00:03:20'],
  ['<a class="yt-timestamp" data-t="00:03:20"></a>', '00:03:20'],
  ['<a class="yt-timestamp" data-t="00:03:20>[00:03:20]</a>', '00:03:20'],
  ['[00:03:20](<a class="yt-timestamp" data-t="00:03:20">)', '00:03:20'],
])('shows no markup of %s, whose time stays', (source, time) => {
  const [finding] = findDoubtful(`${source}\n`, note);
  if (finding === undefined) throw new Error('Nothing was found.');
  const { written, becomes } = findingText(finding, note.limitOf(ownVideo));
  expect([written, becomes]).toEqual([time, 'the same time, written correctly']);
});

it('shows no markup of an anchor that says nothing', () => {
  const [finding] = findDoubtful('<a class="yt-timestamp"></a>', note);
  if (finding === undefined) throw new Error('Nothing was found.');
  expect(findingText(finding, note.limitOf(ownVideo))).toMatchObject({
    written: '–',
    why: 'Not a time. If it is wrong, correct it in the note.',
  });
});
