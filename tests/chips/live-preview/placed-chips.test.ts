// A key places those chips anew that it can have changed, and after any edits all stand as if they were placed for the first time.
import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state';
import { WidgetType, type DecorationSet } from '@codemirror/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import type { Span } from '../../../src/core/write/rewrite';
import { justWritten } from '../../../src/chips/live-preview/just-written';
import { PlacedChips } from '../../../src/chips/live-preview/placed-chips';
import { timestampsField, timestampsIn } from '../../../src/chips/live-preview/timestamps-field';
import { paragraphsNote, oneLineNote } from '../../bench/video-note';
import { changesOf, noteLike, plannedEdits, type PlannedEdit } from '../../core/note-edits';

class Widget extends WidgetType {
  constructor(readonly timestamp: Timestamp) {
    super();
  }
  toDOM(): HTMLElement {
    return createSpan();
  }
}

interface Seen {
  readonly selected?: readonly Span[];
  /** A search finds this. */
  readonly sought?: string;
  readonly screen?: Span;
}

/** The chips of an editor, from transaction to transaction. */
class Editing {
  state: EditorState;
  readonly chips = newChips();

  constructor(doc: string, anchor = 0) {
    this.state = EditorState.create({
      doc,
      selection: { anchor },
      extensions: [timestampsField, justWritten, EditorState.allowMultipleSelections.of(true)],
    });
  }

  update(spec: TransactionSpec): this {
    const transaction = this.state.update(spec);
    this.chips.move(transaction);
    this.state = transaction.state;
    return this;
  }

  type(text: string): this {
    return this.update({ ...this.state.replaceSelection(text), userEvent: 'input.type' });
  }

  /** Puts the caret somewhere, and then types there. */
  press({ place, removed, inserted }: PlannedEdit): this {
    const { length } = this.state.doc;
    const from = place % (length + 1);
    this.update({ selection: { anchor: from }, userEvent: 'select' }).renew();
    const changes = { from, to: Math.min(length, from + removed), insert: inserted };
    return this.update({ changes, userEvent: 'input.type' }).renew();
  }

  renew(seen?: Seen): this {
    renew(this.chips, this.state, seen);
    return this;
  }

  /** How many chips are placed when this is renewed. */
  placedBy(act: () => void): number {
    const before = this.chips.placed;
    act();
    return this.chips.placed - before;
  }

  expectFresh(seen: Seen): void {
    const fresh = newChips();
    renew(fresh, this.state, seen);
    expect(shownBy(this.chips, this.state)).toEqual(shownBy(fresh, this.state));
  }
}

function newChips(): PlacedChips {
  return new PlacedChips((timestamp) => new Widget(timestamp));
}

function renew(chips: PlacedChips, state: EditorState, { selected, sought, screen }: Seen = {}): void {
  const { from, to } = screen ?? { from: 0, to: state.doc.length };
  const found = Array.from(
    sought === undefined ? [] : state.doc.toString().matchAll(new RegExp(sought, 'g')),
    ({ index }) => ({ from: index, to: index + 1 }),
  );
  chips.renew(state, {
    timestamps: timestampsIn(state, from, to),
    selected: selected ?? state.selection.ranges,
    matchesIn: (range) => found.filter((one) => one.from <= range.to && one.to >= range.from),
  });
}

/** What stands where; of each widget, the text of its timestamp, its emphasis, and that it knows where that is. */
function shownBy(chips: PlacedChips, { doc }: EditorState): unknown {
  const placesOf = (set: DecorationSet): unknown => {
    const places: unknown[] = [];
    set.between(0, doc.length, (from, to, { spec }: { spec: { widget?: Widget; class?: string } }) => {
      const { widget } = spec;
      const place = widget === undefined ? undefined : chips.placeOf(widget, widget.timestamp);
      const { isBold = false, isItalic = false } = widget?.timestamp ?? {};
      const says =
        place === undefined ? spec.class : [place, doc.sliceString(place.from, place.to), isBold, isItalic];
      places.push([from, to, says]);
    });
    return places;
  };
  const { inLines, wrapped, glue } = chips.decorations;
  return [placesOf(inLines), placesOf(wrapped), placesOf(glue)];
}

/** More than is near a chip. */
const WORDS = ' and some words'.repeat(8) + ' ';

/** Of little else than what decides about a chip beside it. */
const dense = fc
  .array(
    fc.constantFrom(
      ...['[0:04]', '[0:04, 0:05]', '<a class="yt-timestamp" data-t="0:04">[0:04]</a>', '[0:04', '0:05]'],
      ...[' ', ' ', '\n', ',', '.', '*', '**', '(', ')', 'a', '"'],
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((pieces) => pieces.join(''));
const keys = fc.record({
  place: fc.nat(),
  removed: fc.constantFrom(0, 0, 0, 1, 2),
  inserted: fc.constantFrom('', ' ', '\n', ',', '.', '*', '(', 'a'),
});
const steps = fc.record({
  edits: plannedEdits,
  /** Keys at a caret, which is where the last edit was. */
  keys: fc.option(keys, { nil: undefined, freq: 8 }),
  spots: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  isRenewed: fc.boolean(),
  screen: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }),
});

function spanOf([one, other]: readonly [number, number], length: number): Span {
  const [a, b] = [one % (length + 1), other % (length + 1)];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

describe('the chips of an editor', () => {
  it.each([undefined, '4'])('stand as if placed anew, while a search is for %s', (sought) => {
    fc.assert(
      fc.property(fc.oneof(noteLike, dense, dense), fc.array(steps, { maxLength: 12 }), (text, all) => {
        const editing = new Editing(text);
        for (const { edits, keys, spots, isRenewed, screen } of all) {
          if (keys !== undefined) editing.press(keys).expectFresh({});
          else editing.update({ changes: changesOf(edits, editing.state.doc.length) });
          const { length } = editing.state.doc;
          const ranges = spots.map((spot) => EditorSelection.cursor(spot % (length + 1)));
          editing.update({ selection: EditorSelection.create(ranges), userEvent: 'select' });
          if (!isRenewed) continue;
          const seen = {
            ...(sought === undefined ? {} : { sought }),
            ...(screen === undefined ? {} : { screen: spanOf(screen, length) }),
          };
          if (sought !== undefined) editing.chips.invalidate();
          editing.renew(seen).expectFresh(seen);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['.', '[0:04].,.', ' and so on'],
    ['(', '', '"“‘«[0:04]'],
    [' ', '[0:04,               ', ' 0:05]'],
  ])('take punctuation to them that is typed behind other punctuation: %s', (key, before, behind) => {
    const text = `${before}${behind}`;
    const editing = new Editing(text).renew({});
    editing.press({ place: before.length, removed: 0, inserted: key }).expectFresh({});
  });

  it.each([
    ['typed', `a${WORDS}[0:04]${WORDS}b**`, 0, 0, '**'],
    ['closed', `**a${WORDS}[0:04]${WORDS}b`, 2 * WORDS.length + 10, 0, '**'],
    ['deleted', `**a${WORDS}[0:04]${WORDS}b**`, 0, 2, ''],
    ['hidden by a backslash', `*a${WORDS}[0:04]${WORDS}b*`, 0, 0, '\\'],
    ['opened by a space that goes', `** a${WORDS}[0:04]${WORDS}b**`, 2, 1, ''],
    ['cut off by a new line', `**a${WORDS}[0:04]${WORDS}b**`, 6, 0, '\n'],
  ])('take emphasis that is %s far from them', (_, text, place, removed, inserted) => {
    new Editing(text).renew({}).press({ place, removed, inserted }).expectFresh({});
  });

  it('of a long line are placed near the key, not all', () => {
    const text = oneLineNote(2083);
    const editing = new Editing(text, text.indexOf(' <a', text.length >> 1) + 1).renew();
    const placed = editing.placedBy(() => {
      for (const key of 'words') editing.type(key).renew();
    });
    expect(placed).toBeGreaterThan(0);
    expect(placed).toBeLessThanOrEqual(5 * 6);
  });

  it('of paragraphs are placed near the key, and none is where none is near', () => {
    const text = paragraphsNote(40);
    const editing = new Editing(text, text.indexOf('often', text.indexOf('## Part 2'))).renew();
    const placed = editing.placedBy(() => {
      for (const key of 'words') editing.type(key).renew();
    });
    expect(placed).toBe(0);
  });

  it('are placed anew after a search has found something in one', () => {
    const editing = new Editing(
      '[0:04] and then a good deal of text comes, until there is [0:05] in the end, far away',
    ).renew();
    editing.chips.invalidate();
    expect(editing.placedBy(() => editing.renew({ sought: '4' }))).toBe(2);
    expect(editing.placedBy(() => editing.renew())).toBe(2);
    expect(editing.placedBy(() => editing.renew())).toBe(0);
  });
});
