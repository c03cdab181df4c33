// A table on the screen: its rendered cells, one of which may be edited in place.
import { redo, undo } from '@codemirror/commands';
import { type ChangeDesc, EditorSelection, type SelectionRange, type Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { Component } from '../../component';
import { followLinks } from '../../markdown/links';
import { rememberSource } from '../../markdown/sources';
import { editorInfoField } from '../fields';
import type { EditorSetting, MarkdownEditor } from '../markdown-editor';
import type { TextChange } from '../text-change';
import { renderCell } from './cell-content';
import { CellEditor, type Move } from './cell-editor';
import { addRow, type CellText, changeCell, readTable, type TableText } from './table-text';

/** The note's editor, around the tables. */
export interface TableHost {
  /** The cell that is edited. */
  inner: MarkdownEditor | undefined;
  cellSetting(parentEl: HTMLElement): EditorSetting;
}

interface ActiveCell {
  readonly editor: CellEditor;
  row: number;
  column: number;
  /** Where the cell begins in the note, at its pipe. */
  from: number;
}

interface ShownCell {
  readonly el: HTMLElement;
  text: string | undefined;
  content: Component | undefined;
}

/** What in a cell has a use of its own for a click. */
const OWN_CLICKS = 'a[href], input, button, .internal-embed';

export class TableView {
  readonly el = createDiv('cm-embed-block cm-table-widget markdown-rendered');
  /** Where the table begins in the note. */
  from = 0;
  #table: TableText = readTable('');
  #cells: ShownCell[][] = [];
  #active: ActiveCell | undefined;
  readonly #life = new Component();

  constructor(
    private readonly view: EditorView,
    private readonly host: TableHost,
  ) {
    this.#life.load();
    const info = view.state.field(editorInfoField);
    rememberSource(this.el, info.file?.path ?? '');
    followLinks({ app: info.app, el: this.el, component: this.#life, hoverParent: info });
    const resizes = new ResizeObserver(() => {
      view.requestMeasure();
    });
    resizes.observe(this.el);
    this.#life.register(() => {
      resizes.disconnect();
    });
    // A press in a cell that is edited is its editor's.
    this.el.addEventListener('mousedown', (event) => {
      const inEditor = (event.target as Element).closest('.cm-editor') !== view.dom;
      if (event.button === 0 && view.hasFocus && !inEditor) event.preventDefault();
    });
  }

  /** Takes the table as the note has it now; only cells with another text are rendered. */
  show(source: string): void {
    if (source === this.#table.source && this.#cells.length > 0) return;
    const before = this.#table;
    this.#table = readTable(source);
    this.#findActive();
    if (shapeOf(before) !== shapeOf(this.#table)) this.#build();
    for (const cell of this.#table.rows.flat()) this.#fill(cell);
  }

  /** Renders every cell anew: the post-processors have changed. */
  renderAnew(): void {
    for (const cell of this.#cells.flat()) cell.text = undefined;
    for (const cell of this.#table.rows.flat()) this.#fill(cell);
  }

  /** Edits the cell around a range of the note, and selects there what the note has selected. */
  editAt({ anchor, head }: SelectionRange): void {
    const cell = this.#cellAt(head - this.from);
    if (cell === undefined) return;
    const { cm } = this.#edit(cell);
    const inside = (at: number): number =>
      Math.max(0, Math.min(at - this.from - cell.from, cm.state.doc.length));
    const selection = EditorSelection.single(inside(anchor), inside(head));
    if (!cm.state.selection.eq(selection)) cm.dispatch({ selection });
  }

  isEdited(): boolean {
    return this.#active !== undefined;
  }

  /** By the keyboard, from the line above it or below. */
  enter(fromAbove: boolean): void {
    const cell = (fromAbove ? this.#table.rows[0] : this.#table.rows.at(-1))?.[0];
    if (cell !== undefined) this.#goTo(cell, false);
  }

  /** The note has changed: the cell that is edited may be in another row now. */
  map(changes: ChangeDesc): void {
    if (this.#active !== undefined) this.#active.from = changes.mapPos(this.#active.from, -1);
  }

  /** The selection has gone elsewhere in the note, and the focus goes after it. */
  giveBack(): void {
    const hadFocus = this.#active?.editor.cm.hasFocus === true;
    this.stopEditing();
    if (hadFocus) this.view.focus();
  }

  /** Back to rendered cells. */
  stopEditing(): void {
    if (this.#active === undefined) return;
    const { row, column, editor } = this.#active;
    this.#active = undefined;
    if (this.host.inner === editor) this.host.inner = undefined;
    editor.destroy();
    const shown = this.#cells[row]?.[column];
    if (shown !== undefined) shown.text = undefined;
    const cell = this.#table.rows[row]?.[column];
    if (cell !== undefined) this.#fill(cell);
  }

  destroy(): void {
    this.stopEditing();
    for (const cell of this.#cells.flat()) cell.content?.unload();
    this.#life.unload();
  }

  #cellAt(offset: number): CellText | undefined {
    const cells = this.#table.rows.flat();
    return cells.find(({ outerTo }) => offset <= outerTo) ?? cells.at(-1);
  }

  #findActive(): void {
    if (this.#active === undefined) return;
    const cell = this.#cellAt(this.#active.from - this.from);
    if (cell === undefined) this.stopEditing();
    else Object.assign(this.#active, { row: cell.row, column: cell.column });
  }

  #build(): void {
    const hadFocus = this.#active?.editor.cm.hasFocus === true;
    for (const cell of this.#cells.flat()) cell.content?.unload();
    const table = createEl('table', { cls: 'table-editor', attr: { tabindex: -1 } });
    const head = table.createEl('thead');
    const body = table.createEl('tbody');
    this.#cells = this.#table.rows.map((row, index) => {
      const line = (index === 0 ? head : body).createEl('tr');
      return row.map((cell) => this.#buildCell(line, cell));
    });
    const wrapper = createDiv('table-wrapper');
    wrapper.append(table);
    this.#moveActive();
    this.el.replaceChildren(wrapper);
    if (this.#active !== undefined && hadFocus) this.#active.editor.cm.focus();
  }

  /** The editor goes on in the new element of its cell. */
  #moveActive(): void {
    if (this.#active === undefined) return;
    const { row, column, editor } = this.#active;
    const shown = this.#cells[row]?.[column];
    if (shown === undefined) this.stopEditing();
    else shown.el.replaceChildren(editor.cm.dom);
  }

  #buildCell(line: HTMLElement, { row, column }: CellText): ShownCell {
    const align = this.#table.alignments[column];
    const el = line.createEl(row === 0 ? 'th' : 'td', align === undefined ? {} : { attr: { align } });
    el.addEventListener('click', (event) => {
      const own = (event.target as Element).closest(OWN_CLICKS) !== null;
      if (event.defaultPrevented || own || this.#isActive(row, column)) return;
      event.preventDefault();
      const cell = this.#table.rows[row]?.[column];
      if (cell === undefined) return;
      const { cm } = this.#edit(cell);
      const at = cm.posAtCoords({ x: event.clientX, y: event.clientY }) ?? cm.state.doc.length;
      cm.dispatch({ selection: { anchor: at } });
    });
    return { el: el.createDiv('table-cell-wrapper'), text: undefined, content: undefined };
  }

  #fill(cell: CellText): void {
    const shown = this.#cells[cell.row]?.[cell.column];
    if (shown === undefined) return;
    if (this.#isActive(cell.row, cell.column)) {
      this.#active?.editor.set(cell.text);
      return;
    }
    if (shown.text === cell.text) return;
    shown.text = cell.text;
    shown.content?.unload();
    const { app, file } = this.view.state.field(editorInfoField);
    const content = createDiv();
    shown.content = renderCell(content, cell.text, { app, sourcePath: file?.path ?? '' });
    shown.el.replaceChildren(...content.childNodes);
  }

  #edit(cell: CellText): CellEditor {
    const { row, column } = cell;
    if (this.#active !== undefined && this.#isActive(row, column)) {
      this.#active.editor.cm.focus();
      return this.#active.editor;
    }
    this.stopEditing();
    const shown = this.#cells[row]?.[column];
    if (shown === undefined) throw new Error('The cell is not shown');
    shown.content?.unload();
    shown.content = undefined;
    shown.el.empty();
    const editor = new CellEditor(this.host.cellSetting(shown.el), cell.text, {
      onChange: (transactions) => {
        this.#edited(transactions);
      },
      leave: (move) => this.#leave(move),
      undo: () => undo(this.view),
      redo: () => redo(this.view),
    });
    this.host.inner = editor;
    this.#active = { row, column, editor, from: this.from + cell.outerFrom };
    editor.cm.focus();
    this.#edited([]);
    return editor;
  }

  #isActive(row: number, column: number): boolean {
    return this.#active?.row === row && this.#active.column === column;
  }

  /** Writes the cell into the note, and puts the note's selection where the cell has its own. */
  #edited(transactions: readonly Transaction[]): void {
    if (this.#active === undefined) return;
    const { row, column, editor } = this.#active;
    const cell = this.#table.rows[row]?.[column];
    if (cell === undefined) return;
    const { doc, selection } = editor.cm.state;
    // Space around the text is the table's: it is not written, and what is typed behind it is.
    const typed = doc.toString();
    const text = typed.trim();
    const { changes, from } =
      text === cell.text ? { changes: [], from: cell.from } : changeCell(this.#table, cell, text);
    const start = this.from + from - (typed.length - typed.trimStart().length);
    const ranges = selection.ranges.map(({ anchor, head }) =>
      EditorSelection.range(start + anchor, start + head),
    );
    const wanted = EditorSelection.create(ranges, selection.mainIndex);
    if (changes.length === 0 && wanted.eq(this.view.state.selection)) return;
    const event = userEventOf(transactions);
    this.view.dispatch({
      changes: changes.map((change) => moved(change, this.from)),
      selection: wanted,
      ...(event === undefined ? {} : { userEvent: event }),
    });
  }

  #leave(move: Move): boolean {
    if (this.#active === undefined) return false;
    const { row, column } = this.#active;
    const cells = this.#table.rows.flat();
    const index = cells.findIndex((cell) => cell.row === row && cell.column === column);
    const target = {
      next: cells[index + 1],
      previous: cells[index - 1],
      above: this.#table.rows[row - 1]?.[column],
      below: this.#table.rows[row + 1]?.[column],
      out: undefined,
    }[move];
    if (target !== undefined) this.#goTo(target, move === 'previous' || move === 'above');
    else if (move === 'next') this.#addRow();
    else return this.#leaveTable(move === 'above' || move === 'previous');
    return true;
  }

  #goTo(cell: CellText, toEnd: boolean): void {
    const { cm } = this.#edit(cell);
    cm.dispatch({ selection: { anchor: toEnd ? cm.state.doc.length : 0 } });
  }

  #addRow(): void {
    this.view.dispatch({ changes: moved(addRow(this.#table), this.from), userEvent: 'input' });
    const cell = this.#table.rows.at(-1)?.[0];
    if (cell !== undefined) this.#goTo(cell, false);
  }

  /** To the line above the table or below it, where there is one. */
  #leaveTable(up: boolean): boolean {
    const end = this.from + this.#table.source.length;
    const target = up ? this.from - 1 : end + 1;
    if (target < 0 || target > this.view.state.doc.length) return false;
    this.stopEditing();
    this.view.dispatch({ selection: { anchor: target } });
    this.view.focus();
    return true;
  }
}

function moved(change: TextChange, by: number): TextChange {
  return { ...change, from: change.from + by, to: change.to + by };
}

function shapeOf({ rows, alignments }: TableText): string {
  return [...rows.map((row) => row.length), ...alignments].join();
}

function userEventOf(transactions: readonly Transaction[]): string | undefined {
  const events = ['input.type', 'input.paste', 'input', 'delete', 'move', 'undo', 'redo'];
  return events.find((event) => transactions.some((transaction) => transaction.isUserEvent(event)));
}
