// A finding whose label says another moment, as that label says it.
import { describe, expect, it } from 'vitest';
import { byItsLabel } from '../../src/check/labelled';
import { findingText } from '../../src/check/finding-text';
import { anchorOf } from '../../src/core/write/canonical';
import { findDoubtful } from '../../src/core/write/repair';
import { noteContext } from '../core/doubtful-notes';

const limit = { seconds: 4202, exact: true };

function readByLabel(source: string): string {
  const [finding] = findDoubtful(`He says ${source} so.`, noteContext(4202));
  if (finding === undefined) throw new Error('Nothing is found.');
  return findingText(byItsLabel(finding, limit), limit).readsAs;
}

describe('a finding by its label', () => {
  it.each([
    ['starts there', '<a class="yt-timestamp" data-t="00:07:42">[00:07:46]</a>', '7:46'],
    ['may be at the start of the video', '<a class="yt-timestamp" data-t="00:07:42">[00:00:00]</a>', '0:00'],
    [
      'starts and ends there',
      anchorOf({ seconds: 10, end: 20 }).replace(/>.*</, '>[0:12 - 0:30]<'),
      '0:12–0:30',
    ],
    ['ends there', anchorOf({ seconds: 10, end: 20 }).replace(/>.*</, '>[0:10 - 0:30]<'), '0:10–0:30'],
  ])('%s', (_, source, expected) => {
    expect(readByLabel(source)).toBe(expected);
  });

  it('is itself if its label says nothing else', () => {
    const [finding] = findDoubtful(
      '<a class="yt-timestamp" data-t="03:01:00">[03:01:00]</a>',
      noteContext(4202),
    );
    expect(finding === undefined ? undefined : byItsLabel(finding, limit)).toBe(finding);
  });
});
