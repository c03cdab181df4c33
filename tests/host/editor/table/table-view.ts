// A table on the screen: its rendered cells, one of which may be edited in place.
import { redo, undo } from '@codemirror/commands';
import { type ChangeDesc, EditorSelection, type SelectionRange, type Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { MarkdownSectionInformation } from 'obsidian';
import { Component } from '../../component';
import { followLinks } from '../../markdown/links';
import { rememberSource } from '../../markdown/sources';
import { editorInfoField } from '../fields';
import type { EditorSetting, MarkdownEditor } from '../markdown-editor';
import { measureOnResize } from '../measure';
import { CellEditor, type Move } from './cell-editor';
import { eventOf, moved, writeCell } from './cell-write';
import { TableGrid } from './table-grid';
import { addRow, type CellText, readTable, type TableText } from './table-text';

/** The note's editor, around the tables. */
export interface TableHost {
  /** The cell that is edited. */
  inner: MarkdownEditor | undefined;
  cellSetting(parentEl: HTMLElement): EditorSetting;
}

interface ActiveCell {
  readonly el: HTMLElement;
  readonly editor: CellEditor;
  row: number;
  column: number;
  /** Where the cell begins in the note, at its pipe. */
  from: number;
}

/** What in a cell has a use of its own for a click. */
const OWN_CLICKS = 'a[href], input, button, .internal-embed';

export class TableView {
  /** Where the table begins in the note. */
  from = 0;
  #table: TableText = readTable('');
  #active: ActiveCell | undefined;
  readonly #grid: TableGrid;
  readonly #life = new Component();

  constructor(
    private readonly view: EditorView,
    private readonly host: TableHost,
  ) {
    const info = view.state.field(editorInfoField);
    this.#grid = new TableGrid({
      place: () => ({
        app: info.app,
        sourcePath: info.file?.path ?? '',
        section: () => this.#section(),
      }),
      onPress: (row, column, event) => this.#onPress(row, column, event),
    });
    this.#life.load();
    rememberSource(this.el, info.file?.path ?? '');
    followLinks({ app: info.app, el: this.el, component: this.#life, hoverParent: info });
    this.#life.register(measureOnResize(view, this.el));
    // A press in a cell that is edited is its editor's.
    this.el.addEventListener('mousedown', (event) => {
      const inEditor = (event.target as Element).closest('.cm-editor') !== view.dom;
      if (event.button === 0 && view.hasFocus && !inEditor) event.preventDefault();
    });
  }

  get el(): HTMLElement {
    return this.#grid.el;
  }

  /** Takes the table as the note has it now; only cells with another text are rendered. */
  show(source: string): void {
    if (source === this.#table.source) return;
    const before = this.#table;
    this.#table = readTable(source);
    this.#findActive();
    if (shapeOf(before) !== shapeOf(this.#table)) this.#build();
    this.#fill();
  }

  /** Renders every cell anew: the post-processors have changed. */
  renderAnew(): void {
    this.#grid.forget();
    this.#fill();
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
    const { editor } = this.#active;
    this.#active = undefined;
    if (this.host.inner === editor) this.host.inner = undefined;
    editor.destroy();
    this.#fill();
  }

  destroy(): void {
    this.stopEditing();
    this.#grid.destroy();
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

  /** Another number of rows or columns: the editor of a cell goes on in its new element. */
  #build(): void {
    const hadFocus = this.#active?.editor.cm.hasFocus === true;
    this.#grid.build(this.#table);
    if (this.#active === undefined) return;
    const { row, column, el, editor } = this.#active;
    if (!this.#grid.put(row, column, el)) this.stopEditing();
    else if (hadFocus) editor.cm.focus();
  }

  #fill(): void {
    for (const cell of this.#table.rows.flat()) {
      if (this.#isActive(cell.row, cell.column)) this.#active?.editor.set(cell.text);
      else this.#grid.fill(cell);
    }
  }

  /** What post-processors are told of each cell: the lines of the whole table. */
  #section(): MarkdownSectionInformation {
    const { doc } = this.view.state;
    const lineStart = doc.lineAt(this.from).number - 1;
    const lineEnd = lineStart + this.#table.source.split('\n').length - 1;
    return { text: doc.toString(), lineStart, lineEnd };
  }

  #onPress(row: number, column: number, event: MouseEvent): void {
    const cell = this.#table.rows[row]?.[column];
    const own = (event.target as Element).closest(OWN_CLICKS) !== null;
    if (cell === undefined || event.defaultPrevented || own || this.#isActive(row, column)) return;
    event.preventDefault();
    const { cm } = this.#edit(cell);
    const at = cm.posAtCoords({ x: event.clientX, y: event.clientY }) ?? cm.state.doc.length;
    cm.dispatch({ selection: { anchor: at } });
  }

  #edit(cell: CellText): CellEditor {
    const { row, column } = cell;
    if (this.#active !== undefined && this.#isActive(row, column)) {
      this.#active.editor.cm.focus();
      return this.#active.editor;
    }
    this.stopEditing();
    const el = createDiv('table-cell-wrapper');
    this.#grid.put(row, column, el);
    const editor = new CellEditor(this.host.cellSetting(el), cell.text, {
      onChange: (transactions) => this.#edited(transactions),
      leave: (move) => this.#leave(move),
      undo: () => undo(this.view),
      redo: () => redo(this.view),
    });
    this.host.inner = editor;
    this.#active = { row, column, el, editor, from: this.from + cell.outerFrom };
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
    const placed = { table: this.#table, from: this.from, cell };
    const written = writeCell(placed, editor.cm.state, this.view.state);
    if (written !== undefined) this.view.dispatch(written, eventOf(transactions));
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

function shapeOf({ rows, alignments }: TableText): string {
  return [...rows.map((row) => row.length), ...alignments].join();
}
