// The editor of one cell: its document is the cell's text. It has no history of its own, since its edits are the note's.
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';
import { type EditorSetting, MarkdownEditor } from '../markdown-editor';
import { FROM_OUTSIDE, isFromOutside, smallestChange } from '../text-change';
import { unfitIn } from './table-text';

/** Where the caret goes when it leaves the cell. */
export type Move = 'next' | 'previous' | 'above' | 'below' | 'out';

export interface CellOwner {
  /** The cell's text or its selection has changed. */
  onChange(transactions: readonly Transaction[]): void;
  /** False when there is nothing to go to. */
  leave(move: Move): boolean;
  undo(): boolean;
  redo(): boolean;
}

export class CellEditor extends MarkdownEditor {
  readonly #owner: CellOwner;

  constructor(setting: EditorSetting, text: string, owner: CellOwner) {
    super(setting);
    this.#owner = owner;
    this.cm.setState(this.stateOf(text));
  }

  /** The note has another text in this cell now. */
  set(text: string): void {
    const own = this.cm.state.doc.toString();
    const changes = own.trim() === text ? undefined : smallestChange(own, text);
    if (changes !== undefined) this.cm.dispatch({ changes, annotations: FROM_OUTSIDE });
  }

  protected override ownExtensions(): Extension {
    const move =
      (to: Move): Command =>
      () =>
        this.#owner.leave(to);
    return [
      fitsInCell,
      keymap.of([
        { key: 'Tab', run: move('next'), shift: move('previous') },
        { key: 'Enter', run: move('below') },
        { key: 'Escape', run: move('out') },
        { key: 'ArrowUp', run: atEdge(false, move('above')) },
        { key: 'ArrowDown', run: atEdge(true, move('below')) },
        { key: 'ArrowLeft', run: (view) => isAt(view, 0) && this.#owner.leave('previous') },
        { key: 'ArrowRight', run: (view) => isAt(view, view.state.doc.length) && this.#owner.leave('next') },
        { key: 'Mod-z', run: () => this.#owner.undo(), preventDefault: true },
        { key: 'Mod-y', run: () => this.#owner.redo(), preventDefault: true },
        { key: 'Mod-Shift-z', run: () => this.#owner.redo(), preventDefault: true },
      ]),
      EditorView.updateListener.of(({ docChanged, selectionSet, transactions }) => {
        if ((docChanged || selectionSet) && !isFromOutside(transactions)) this.#owner.onChange(transactions);
      }),
    ];
  }
}

/** What is typed or pasted is made to fit: pipes get their backslash, line breaks are written as tags. */
const fitsInCell = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || isFromOutside([transaction])) return transaction;
  const changes = unfitIn(transaction.newDoc.toString());
  return changes.length === 0 ? transaction : [transaction, { changes, sequential: true }];
});

/** Runs a command when the caret is in the first line of the cell, or the last. */
function atEdge(forward: boolean, command: Command): Command {
  return (view) => {
    const { main } = view.state.selection;
    const { head } = view.moveVertically(main, forward);
    const stays = view.coordsAtPos(head)?.top === view.coordsAtPos(main.head)?.top;
    return main.empty && stays && command(view);
  };
}

function isAt({ state }: EditorView, pos: number): boolean {
  return state.selection.main.empty && state.selection.main.head === pos;
}
