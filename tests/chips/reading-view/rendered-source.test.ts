// Finding the timestamp of a rendered chip in its note's text.
import { describe, expect, it } from 'vitest';
import { nudge } from '../../../src/core/write/nudge';
import { scan } from '../../../src/core/read/scan';
import { sourceInNote, type LinePosition } from '../../../src/chips/reading-view/rendered-source';
import { FakeNoteTexts } from '../../support/fake-note-texts';

const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
const same = anchor('00:01:06');
const text = `# ${same}\n\nOne ${same}, two ${anchor('00:02:00')}, three ${same}.\n\nFour ${same}.\n`;

/** The chip of the timestamp `nth` of the paragraph, which is all that was rendered. */
function sourceOf(nth: number, texts: FakeNoteTexts, shown: LinePosition[] = []) {
  const all = scan(text.split('\n')[2] ?? '');
  const cited = all[nth];
  if (cited === undefined) throw new Error('There is no such timestamp.');
  const piece = { path: 'a.md', lines: { lineStart: 2, lineEnd: 2 }, all };
  return sourceInNote(cited, piece, {
    texts,
    showSource: (_path, position) => {
      shown.push(position);
      return Promise.resolve();
    },
  });
}

const forward = (note: string, timestamp: ReturnType<typeof scan>[number]) =>
  nudge(note, timestamp, { by: 1, limit: { seconds: 4000, exact: true } });

describe('the timestamp of a rendered chip', () => {
  it.each([
    [0, text.replace(`One ${same}`, `One ${anchor('00:01:07')}`)],
    [1, text.replace(anchor('00:02:00'), anchor('00:02:01'))],
    [2, text.replace(`three ${same}`, `three ${anchor('00:01:07')}`)],
  ])('is told from others that say the same: %i', async (nth, expected) => {
    const texts = new FakeNoteTexts({ 'a.md': text });
    await sourceOf(nth, texts).change(forward);
    expect(texts.texts.get('a.md')).toBe(expected);
  });

  it('is shown where it stands', async () => {
    const shown: LinePosition[] = [];
    await sourceOf(2, new FakeNoteTexts({ 'a.md': text.replaceAll('\n', '\r\n') }), shown).reveal();
    const line = text.split('\n')[2] ?? '';
    expect(shown).toEqual([{ line: 2, ch: line.indexOf(`three ${same}`) + 'three '.length }]);
  });

  it('that is gone is changed nowhere', async () => {
    const texts = new FakeNoteTexts({ 'a.md': text.replace(anchor('00:02:00'), 'nothing') });
    await expect(sourceOf(1, texts).change(forward)).rejects.toThrow(
      'The timestamp is no longer in the note.',
    );
    expect(texts.texts.get('a.md')).toContain('nothing');
  });
});
