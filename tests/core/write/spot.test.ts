// Where a timestamp goes, as a chip and as plain text: at the caret, behind what the caret would cut in two, or on another line.
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/write/rewrite';
import { spotsIn, type Gap, type Placing } from '../../../src/core/write/spot';
import { unmarked } from '../../support/caret-notation';

/** The note with `CHIP` and with `PLAIN` where the one or the other goes. */
function placed(note: string, where: Placing): readonly [string, string] {
  const { text, selections } = unmarked(note);
  const spots = spotsIn(text, selections, where);
  const put = (gaps: readonly Gap[], what: string): string =>
    applyChanges(
      text,
      gaps.map(({ from, to, before, after }) => ({ from, to, insert: `${before}${what}${after}` })),
    );
  return [
    put(
      spots.map(({ forChip }) => forChip),
      'CHIP',
    ),
    put(
      spots.map(({ forPlain }) => forPlain),
      'PLAIN',
    ),
  ];
}

const A = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';

describe('here', () => {
  it.each([
    ['a caret', 'one ‸two', 'one CHIP two'],
    ['a selection', 'one ⟦two⟧ three', 'one CHIP three'],
    ['a caret beside a link', '[[one]]‸', '[[one]] CHIP'],
    ['the first line of the properties', '---‸\na: b\n---\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['the value of a property', '---\na: ‸b\n---\ntext', '---\na: CHIP b\n---\ntext'],
    ['a line of dashes', 'one\n\n---‸\n\ntwo', 'one\n\n---\nCHIP\n\ntwo'],
    ['the fence of code', '```js‸\na\n```', '```js\nCHIP\na\n```'],
    ['a cell', '| a | b |\n| - | - |\n| one‸ | two |', '| a | b |\n| - | - |\n| one CHIP | two |'],
    ['the row of dashes of a table', '| a |\n| - |‸\n| b |\n\nc', '| a |\n| - |\n| b |\n\nCHIP\n\nc'],
    ['two carets', 'one‸ two‸', 'one CHIP two CHIP'],
  ])('%s is where either goes', (_, note, expected) => {
    expect(placed(note, 'here')).toEqual([expected, expected.replaceAll('CHIP', 'PLAIN')]);
  });

  it.each([
    ['a link to a note', 'at [[o‸ne]] two', 'at [[one]] CHIP two'],
    ['a link', 'at [o‸ne](https://a.example) two', 'at [one](https://a.example) CHIP two'],
    ['an image', 'at ![o‸ne](a.png)', 'at ![one](a.png) CHIP'],
    ['a tag', 'a <sp‸an>b</span>', 'a <span> CHIP b</span>'],
    ['a formula', 'so $E=mc^2‸$ x', 'so $E=mc^2$ CHIP x'],
    ['a formula behind code and an amount', '`$` \\$ $5 and $x‸y$ z', '`$` \\$ $5 and $xy$ CHIP z'],
    ['a timestamp', `at ${A.replace('data-t', 'data‸-t')} two`, `at ${A} CHIP two`],
    ['a time in brackets', 'at [00:0‸1:06] two', 'at [00:01:06] CHIP two'],
    ['one end of a selection', 'a⟦t [[o⟧ne]] two', 'at [[one]] CHIP two'],
  ])('in %s, a chip goes behind it', (_, note, expected) => expect(placed(note, 'here')[0]).toBe(expected));
});

describe('on a line of its own', () => {
  it.each([
    ['text', 'o‸ne\ntwo', 'one\nCHIP\ntwo'],
    [
      'an anchor that goes on there',
      'o‸ne <a class="yt-timestamp"\n data-t="0:04">[0:04]</a> two\nthree',
      'one <a class="yt-timestamp"\n data-t="0:04">[0:04]</a> two\nCHIP\nthree',
    ],
    ['an empty line', 'one\n‸\ntwo', 'one\nCHIP\ntwo'],
    ['an item', '- o‸ne\n- two', '- one\n- CHIP\n- two'],
    ['an empty item', '- one\n- ‸', '- one\n- CHIP'],
    ['a quote', '> o‸ne', '> one\n> CHIP'],
    ['a selection', 'one ⟦two\nth⟧ree\nfour', 'one two\nthree\nCHIP\nfour'],
    ['a cell, which has none', '| a |\n| - |\n| on‸e |', '| a |\n| - |\n| on CHIP e |'],
    ['the properties', '---\na: ‸b\n---\ntext', '---\na: b\n---\nCHIP\ntext'],
  ])('after %s', (_, note, expected) => expect(placed(note, 'new-line')[0]).toBe(expected));

  it('plain text goes on with no list: in code there is none', () => {
    expect(placed('- o‸ne', 'new-line')).toEqual(['- one\n- CHIP', '- one\nPLAIN']);
  });
});

describe('in a note with the line ends of Windows', () => {
  it.each<[string, Placing, string, string]>([
    ['after text', 'new-line', 'o‸ne\ntwo', 'one\nCHIP\ntwo'],
    ['on an empty line', 'new-line', 'one\n‸\ntwo', 'one\nCHIP\ntwo'],
    ['after an item', 'new-line', '- o‸ne\n- two', '- one\n- CHIP\n- two'],
    ['behind the properties', 'here', '---‸\na: b\n---\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['after a line of dashes', 'here', 'one\n\n---‸\n\ntwo', 'one\n\n---\nCHIP\n\ntwo'],
    ['at the end of a line', 'here', 'one‸\ntwo', 'one CHIP\ntwo'],
    ['below a table', 'here', '| a |\n| - |‸\n| b |\n\nc', '| a |\n| - |\n| b |\n\nCHIP\n\nc'],
  ])('%s a timestamp leaves them as they are', (_, where, note, expected) => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(placed(windows(note), where)[0]).toBe(windows(expected));
  });
});
