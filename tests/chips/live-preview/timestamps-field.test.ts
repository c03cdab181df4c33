// The editor's timestamps are those of its document, whatever is done to it.
import { history, redo, undo } from '@codemirror/commands';
import { EditorSelection, EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { timestampsField, timestampsIn } from '../../../src/chips/live-preview/timestamps-field';
import { changesOf, noteLike, plannedEdits } from '../../core/note-edits';

const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';
const note = `# One ${anchor}\n\ntwo [0:04] and [0:05]\n\n- three ${anchor}\n- four\n\nfive [0:06]`;

/** An editor's state, from transaction to transaction. */
class Editing {
  state: EditorState;

  constructor(doc: string) {
    this.state = EditorState.create({
      doc,
      extensions: [timestampsField, history(), EditorState.allowMultipleSelections.of(true)],
    });
  }

  get text(): string {
    return this.state.doc.toString();
  }

  readonly dispatch = (transaction: Transaction): void => {
    this.state = transaction.state;
  };

  update(...specs: TransactionSpec[]): this {
    this.dispatch(this.state.update(...specs));
    return this;
  }

  type(text: string): this {
    return this.update(this.state.replaceSelection(text), { userEvent: 'input.type' });
  }

  expectFresh(): void {
    expect(timestampsIn(this.state)).toEqual(scan(this.text));
  }
}

describe('the timestamps of the document', () => {
  it('are there when it is opened', () => {
    expect(timestampsIn(new Editing(note).state)).toEqual(scan(note));
    expect(timestampsIn(new Editing('').state)).toEqual([]);
    expect(timestampsIn(new Editing(note.replaceAll('\n', '\r\n')).state)).toEqual(scan(note));
  });

  it(
    'are those of a fresh scan after random edits, and after each is undone and redone',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(noteLike, fc.array(plannedEdits, { maxLength: 20, size: 'max' }), (text, steps) => {
          const editing = new Editing(text);
          for (const [index, step] of steps.entries()) {
            editing.update({ changes: changesOf(step, editing.state.doc.length) });
            editing.expectFresh();
            if (index % 3 > 0) continue;
            undo(editing);
            editing.expectFresh();
            redo(editing);
            editing.expectFresh();
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  it('are the same object while nothing is edited', () => {
    const editing = new Editing(note);
    const before = editing.state.field(timestampsField);
    editing.update({ selection: { anchor: 3 } }).update({ effects: [], scrollIntoView: true });
    expect(editing.state.field(timestampsField)).toBe(before);
  });

  it('follow several changes of one transaction', () => {
    const editing = new Editing(note);
    editing.update({
      changes: [
        { from: 0, to: 2, insert: '' },
        { from: note.indexOf('two'), insert: '`' },
        { from: note.indexOf('[0:05]'), to: note.indexOf('[0:05]') + 6, insert: '[0:07] ` [0:08]' },
        { from: note.length, insert: '\n\n[0:09]' },
      ],
    });
    expect(timestampsIn(editing.state).map(({ written }) => written.time)).toEqual([
      ...['00:01:02', '0:08', '00:01:02', '0:06', '0:09'],
    ]);
    editing.expectFresh();
  });

  it('follow changes that are made one in the other', () => {
    const editing = new Editing(note);
    editing.update(
      { changes: { from: 0, insert: '```\n' } },
      { changes: { from: 4, insert: 'code\n```\n\n' }, sequential: true },
    );
    editing.expectFresh();
  });

  it('come back when a fence is opened and that is undone', () => {
    const editing = new Editing(note);
    editing.update({ selection: { anchor: 0 } });
    for (const key of '```\n') editing.type(key);
    expect(timestampsIn(editing.state)).toEqual([]);
    undo(editing);
    expect(timestampsIn(editing.state)).toEqual(scan(note));
    redo(editing);
    expect(timestampsIn(editing.state)).toEqual([]);
  });

  it('follow what another editor of the note, or another program, has written', () => {
    const editing = new Editing(note);
    const annotations = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];
    editing.type('mine ').update({ changes: { from: 20, insert: 'theirs\n\n[0:10]\n\n' }, annotations });
    editing.expectFresh();
    undo(editing);
    editing.expectFresh();
    const rewritten = note.replace('five', '%% six');
    editing.update({ changes: { from: 0, to: editing.text.length, insert: rewritten }, annotations });
    expect(timestampsIn(editing.state)).toEqual(scan(rewritten));
  });

  it('follow an input method, which replaces what it has just written', () => {
    const editing = new Editing('two [0:0]\n\nthree [0:04]');
    const from = 'two [0:0'.length;
    let to = from;
    for (const composed of ['ｋ', 'か', 'かn', '6', '😀', '7', '']) {
      editing.update({ changes: { from, to, insert: composed }, userEvent: 'input.type.compose' });
      to = from + composed.length;
      editing.expectFresh();
    }
  });

  it('follow several carets that write at once', () => {
    const editing = new Editing(note);
    const carets = [...note.matchAll(/\n/g)].map(({ index }) => EditorSelection.cursor(index));
    editing.update({ selection: EditorSelection.create(carets) });
    for (const key of ' [0:11]`\n') {
      editing.type(key);
      editing.expectFresh();
    }
    undo(editing);
    editing.expectFresh();
  });

  it('can be asked for by range', () => {
    const { state } = new Editing(note);
    const at = note.indexOf('[0:05]');
    expect(timestampsIn(state, at, at)).toMatchObject([{ from: at, written: { time: '0:05' } }]);
    expect(timestampsIn(state, at + 1, at + 2)).toHaveLength(1);
    expect(timestampsIn(state, at - 1, at - 1)).toEqual([]);
    expect(timestampsIn(state, at)).toHaveLength(3);
  });
});
