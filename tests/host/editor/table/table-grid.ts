// The cells of a table on the screen, as far as nobody edits them.
import type { Component } from '../../component';
import { type CellPlace, renderCell } from './cell-content';
import { entersCell } from './cell-entry';
import type { CellText, TableText } from './table-text';

export interface GridOwner {
  place(): CellPlace;
  onPress(row: number, column: number, event: MouseEvent): void;
}

interface ShownCell {
  readonly el: HTMLElement;
  text: string | undefined;
  content: Component | undefined;
}

export class TableGrid {
  readonly el = createDiv('cm-embed-block cm-table-widget markdown-rendered');
  #cells: readonly (readonly ShownCell[])[] = [];

  constructor(private readonly owner: GridOwner) {}

  /** Makes the elements for a table of this shape; they are filled next. */
  build({ rows, alignments }: TableText): void {
    this.#unloadCells();
    const table = createEl('table', { cls: 'table-editor', attr: { tabindex: -1 } });
    const head = table.createEl('thead');
    const body = table.createEl('tbody');
    this.#cells = rows.map((row, index) => {
      const line = (index === 0 ? head : body).createEl('tr');
      return row.map((_cell, column) => {
        const align = alignments[column];
        const el = line.createEl(index === 0 ? 'th' : 'td', align === undefined ? {} : { attr: { align } });
        for (const type of ['pointerdown', 'click'] as const) {
          el.addEventListener(type, (event) => {
            if (entersCell(event)) this.owner.onPress(index, column, event);
          });
        }
        return { el, text: undefined, content: undefined };
      });
    });
    const wrapper = createDiv('table-wrapper');
    wrapper.append(table);
    this.el.replaceChildren(wrapper);
  }

  /** Renders a cell, unless it shows this text already. */
  fill({ row, column, text }: CellText): void {
    const shown = this.#cells[row]?.[column];
    if (shown === undefined || shown.text === text) return;
    shown.text = text;
    shown.content?.unload();
    const wrapper = createDiv('table-cell-wrapper');
    shown.content = renderCell(wrapper, text, this.owner.place());
    // Synchronous post-processors have had the cell by now, still in no document.
    shown.el.replaceChildren(wrapper);
  }

  /** Makes room for an editor in a cell; false when there is no such cell. */
  put(row: number, column: number, editorEl: HTMLElement): boolean {
    const shown = this.#cells[row]?.[column];
    if (shown === undefined) return false;
    shown.content?.unload();
    Object.assign(shown, { text: undefined, content: undefined });
    shown.el.replaceChildren(editorEl);
    return true;
  }

  /** Every cell is rendered when it is filled next. */
  forget(): void {
    for (const cell of this.#cells.flat()) cell.text = undefined;
  }

  destroy(): void {
    this.#unloadCells();
  }

  #unloadCells(): void {
    for (const cell of this.#cells.flat()) cell.content?.unload();
  }
}
