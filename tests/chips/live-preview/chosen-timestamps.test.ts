// Which timestamps are chips is asked anew only where an edit can have changed it.
import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_SYNTAXES, shownTimestamps, type NoteContext } from '../../../src/core/read/shown';
import { ChosenTimestamps } from '../../../src/chips/live-preview/chosen-timestamps';
import { timestampsField, timestampsIn } from '../../../src/chips/live-preview/timestamps-field';
import { clippedNote, paragraphsNote } from '../../bench/video-note';

const context: NoteContext = {
  videos: { own: { kind: 'youtube', id: 'jNQXAC9IVRw' }, shown: [] },
  resolve: () => undefined,
  limitOf: () => ({ seconds: 600, exact: true }),
  syntaxes: ALL_SYNTAXES,
  wantsAll: true,
};

class Editing {
  state: EditorState;
  readonly chosen = new ChosenTimestamps(() => context);

  constructor(doc: string, anchor = 0) {
    this.state = EditorState.create({ doc, selection: { anchor }, extensions: timestampsField });
    this.shown();
  }

  update(spec: TransactionSpec): this {
    const { changes, docChanged, startState, state } = this.state.update(spec);
    this.chosen.take({ changes, docChanged, startState, state });
    this.state = state;
    return this;
  }

  shown(): readonly object[] {
    return this.chosen.in(this.state, [{ from: 0, to: this.state.doc.length }]);
  }

  expectFresh(): void {
    const { state } = this;
    const slice = (from: number, to: number): string => state.sliceDoc(from, to);
    expect(this.shown()).toEqual(shownTimestamps(slice, timestampsIn(state), context));
  }
}

/** Lists of times that are moments, or times of a day, by the blank lines and headings between them. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '0:00 a\n',
        '0:10 b\n',
        '- 9:05 c\n',
        '- 12:30 d\n',
        '- 9:10 e\n',
        '- 3:20 f\n',
        '[9:05]\n',
        '- [10:00]\n',
      ],
      ...[
        '[12:05]\n',
        '\n',
        '\n',
        '# ',
        '#',
        'word ',
        ' \n',
        '> ',
        '<a class="yt-timestamp" data-t="0:04">[0:04]</a>',
      ],
    ),
    { minLength: 4, maxLength: 20, size: 'max' },
  )
  .map((all) => all.join(''));
const edits = fc.record({
  line: fc.nat(),
  /** Mostly near the start of the line. */
  place: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 0, 1, 2, 3) }, fc.nat({ max: 12 })),
  taken: fc.constantFrom(0, 0, 0, 1, 2, 9),
  insert: fc.constantFrom('a', 'b', ' ', '\n', '#', '-', '5', ':', '', '> ', '0:30 g', '[', ']'),
});

describe('the timestamps that are chips', () => {
  it('are those that would be chosen anew, after any edits', () => {
    fc.assert(
      fc.property(pieces, fc.array(edits, { maxLength: 20 }), (text, all) => {
        const editing = new Editing(text);
        for (const { line, place, taken, insert } of all) {
          const { length, lines } = editing.state.doc;
          const from = Math.min(length, editing.state.doc.line(1 + (line % lines)).from + place);
          editing.update({ changes: { from, to: Math.min(length, from + taken), insert } }).expectFresh();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are not chosen anew for words', () => {
    const text = clippedNote(3600);
    const editing = new Editing(text, text.indexOf('if only', text.length >> 1));
    const before = editing.chosen.chosen;
    for (const key of 'some words ') editing.update({ ...editing.state.replaceSelection(key) }).expectFresh();
    expect(before).toBe(1);
    expect(editing.chosen.chosen).toBe(1);
    editing.update(editing.state.replaceSelection('\n')).expectFresh();
    expect(editing.chosen.chosen).toBe(2);
  });

  it('are never chosen in a note of anchors', () => {
    const editing = new Editing(paragraphsNote(30), 300);
    for (const key of 'a\n#b') editing.update(editing.state.replaceSelection(key)).expectFresh();
    expect(editing.chosen.chosen).toBe(0);
  });
});
