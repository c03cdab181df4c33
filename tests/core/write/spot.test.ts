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
    ['the text below the properties', '---\na: b\n---\nte‸ xt', '---\na: b\n---\nte CHIP xt'],
    ['the start of the properties', '‸---\na: b\n---\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['the start of the first property', '---\n‸ a: b\n---\ntext', '---\nCHIP a: b\n---\ntext'],
    ['the end of the last property', '---\na: b‸\n---\ntext', '---\na: b CHIP\n---\ntext'],
    ['the last line of the properties', '---\na: b\n‸---\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['the end of the properties', '---\na: b\n---‸\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['all of the properties', '⟦---\na: b\n---⟧\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['all of the note', '⟦---\na: b\n---\ntext⟧', 'CHIP'],
    ['a selected line of dashes', 'one\n\n⟦---⟧\n\ntwo', 'one\n\nCHIP\n\ntwo'],
    ['amounts on two lines', 'costs $5\nand ‸ 6$ x', 'costs $5\nand CHIP 6$ x'],
    ['code that holds a formula', '`$x ‸ y$` z', '`$x CHIP y$` z'],
    ['dollars that are none of a formula', '\\$x ‸ y$ z', '\\$x CHIP y$ z'],
    ['text behind a formula', '$x$ a ‸ b', '$x$ a CHIP b'],
    ['text before a bracket of times', 'x ‸ [0:04]', 'x CHIP [0:04]'],
    [
      'the rows of dashes of a quoted table',
      '> | a |\n> | - |‸\n> | b |\nc',
      '> | a |\n> | - |\n> | b |\n>\n> CHIP\nc',
    ],
    [
      'the rows of dashes of two tables with a quoted one between them',
      '| a |\n| - |‸\n> | a |\n> | - |\n| b |\n| - |‸\n\nc',
      '| a |\n| - |\n> | a |\n> | - |\n| b |\n| - |\n\nCHIP\n\nCHIP\n\nc',
    ],
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
    ['a time in brackets at the start of a line', 'x\n[00:0‸1:06] two', 'x\n[00:01:06] CHIP two'],
    ['a time in brackets on another line', 'x\nat [00:0‸1:06] two', 'x\nat [00:01:06] CHIP two'],
    ['one of two links', '[[one]] [[t‸wo]] three', '[[one]] [[two]] CHIP three'],
    [
      'a link far into a note',
      `${'word '.repeat(700)}[[o‸ne]] two`,
      `${'word '.repeat(700)}[[one]] CHIP two`,
    ],
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

  it.each([
    ['a line of a wide space alone', 'one\n\u3000‸\ntwo', 'one\n\u3000CHIP\ntwo'],
    ['the value of a property, selected', '---\na: ⟦b⟧\n---\ntext', '---\na: b\n---\nCHIP\ntext'],
    ['the text below the properties', '---\na: b\n---\nte‸xt', '---\na: b\n---\ntext\nCHIP'],
    ['two carets on a line', 'o‸n‸e\ntwo', 'one\nCHIP\nCHIP\ntwo'],
    ['carets on two lines', 'o‸ne\nt‸wo', 'one\nCHIP\ntwo\nCHIP'],
  ])('the line of the caret stays: %s', (_, note, expected) =>
    expect(placed(note, 'new-line')[0]).toBe(expected),
  );

  it('plain text goes on with no list: in code there is none', () => {
    expect(placed('- o‸ne', 'new-line')).toEqual(['- one\n- CHIP', '- one\nPLAIN']);
  });
});

describe('as a quote', () => {
  it.each([
    ['an empty line of the quote', '> one‸\n>\n> two', '> one\n> > CHIP\n>\n> two'],
    ['a line that has an item later on', 'one‸\ntwo - three', 'one\n\n> CHIP\n\ntwo - three'],
    ['an item with a long number', '1. one‸\n10. two', '1. one\n   > CHIP\n10. two'],
    ['a line that begins with a sentence', 'one‸\ntwo. Three', 'one\n\n> CHIP\n\ntwo. Three'],
    ['a line that begins with a number', 'one‸\n12 apostles', 'one\n\n> CHIP\n\n12 apostles'],
    ['nothing', 'one‸\n', 'one\n\n> CHIP\n'],
  ])('it stands apart from what follows: %s', (_, note, expected) =>
    expect(placed(note, 'quote')[0]).toBe(expected),
  );

  it.each([
    ['a quote without spaces', '>one‸', '>one\n> > CHIP'],
    ['an empty line of a quote, without a space', '> one\n>‸', '> one\n> > CHIP'],
    ['the second paragraph of an item', '- one\n\n  two‸', '- one\n\n  two\n  > CHIP'],
    ['a line of a wide space alone', 'one\n\n\u3000‸', 'one\n\n\u3000 > CHIP'],
    ['a selection', 'one ⟦two⟧', 'one two\n\n> CHIP'],
  ])('it stands in the item or quote of the caret: %s', (_, note, expected) =>
    expect(placed(note, 'quote')[0]).toBe(expected),
  );
});

it('selections in any order have their spots in the order of the note, and stay as they are', () => {
  const selections = [
    { from: 7, to: 7 },
    { from: 3, to: 3 },
  ];
  expect(spotsIn('one two', selections, 'here').map(({ forChip }) => forChip.from)).toEqual([3, 7]);
  expect(selections.map(({ from }) => from)).toEqual([7, 3]);
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
