// Tables in Live Preview: always shown as tables, but where a search has found something; their cells are edited in place.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, Facet, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { watchPostProcessors } from '../../markdown/post-processors';
import { searchFinds } from '../live-preview/reveal';
import { concernsBlocks } from '../live-preview/state';
import { blocksOf } from '../syntax/tree';
import { type TableHost, TableView } from './table-view';

const tableHost = Facet.define<TableHost>();

interface PlacedTable {
  /** The same table, while it is edited and moves. */
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

interface Tables {
  readonly placed: readonly PlacedTable[];
  readonly decorations: DecorationSet;
}

let issued = 0;

const tablesField = StateField.define<Tables>({
  create: (state) => placeTables(state, []),
  update: (tables, transaction) => {
    if (!concernsBlocks(transaction)) return tables;
    const { changes, state } = transaction;
    const moved = tables.placed.map(({ id, from, to }) => ({
      id,
      from: changes.mapPos(from, -1),
      to: changes.mapPos(to, 1),
    }));
    return placeTables(state, moved);
  },
  provide: (field) => EditorView.decorations.from(field, (tables) => tables.decorations),
});

function placeTables(state: EditorState, before: readonly PlacedTable[]): Tables {
  const found = searchFinds(state);
  const parsed = syntaxTree(state).length;
  const here = blocksOf(state)
    .filter(({ kind, complete, from, to }) => kind === 'table' && complete && !found(from, to))
    .map(({ from, to }): PlacedTable => {
      const same = before.find((table) => table.from <= to && table.to >= from);
      return { id: same?.id ?? ++issued, from, to };
    });
  // Where the text was not read yet, a table stays what it was.
  const beyond = before.filter(
    (table) => table.to + 1 >= parsed && parsed < state.doc.length && !found(table.from, table.to),
  );
  const known = new Set(here.map(({ id }) => id));
  const placed = [...here, ...beyond.filter(({ id }) => !known.has(id))];
  const decorations = placed.map(({ id, from, to }) =>
    Decoration.replace({ widget: new TableWidget(id, state.sliceDoc(from, to)), block: true, side: 1 }).range(
      from,
      to,
    ),
  );
  return { placed, decorations: Decoration.set(decorations, true) };
}

class TableWidget extends WidgetType {
  constructor(
    private readonly id: number,
    private readonly source: string,
  ) {
    super();
  }

  override eq(other: TableWidget): boolean {
    return other.id === this.id && other.source === this.source;
  }

  override get estimatedHeight(): number {
    return 30 * this.source.split('\n').length;
  }

  toDOM(view: EditorView): HTMLElement {
    return view.plugin(tableViews)?.show(this.id, this.source) ?? createDiv();
  }

  override updateDOM(el: HTMLElement, view: EditorView): boolean {
    return view.plugin(tableViews)?.show(this.id, this.source) === el;
  }
}

/** Keeps what is on the screen of each table over all edits, with the editor of a cell. */
class TableViews {
  readonly #views = new Map<number, TableView>();
  readonly #stop: () => void;

  constructor(private readonly view: EditorView) {
    this.#stop = watchPostProcessors(() => {
      for (const table of this.#views.values()) table.renderAnew();
    });
  }

  show(id: number, source: string): HTMLElement {
    const host = this.view.state.facet(tableHost)[0];
    if (host === undefined) throw new Error('The editor has no tables');
    const table = this.#views.get(id) ?? new TableView(this.view, host);
    this.#views.set(id, table);
    table.from = this.view.state.field(tablesField).placed.find((placed) => placed.id === id)?.from ?? 0;
    table.show(source);
    return table.el;
  }

  update(update: ViewUpdate): void {
    const { placed } = update.state.field(tablesField);
    for (const { id, from, to } of placed) {
      const table = this.#views.get(id);
      if (table === undefined) continue;
      table.from = from;
      table.map(update.changes);
      // The table may be out of sight, and the editor of its cell wants to know all the same.
      if (table.isEdited()) table.show(update.state.sliceDoc(from, to));
    }
    this.#forget(new Set(placed.map(({ id }) => id)));
    if (update.focusChanged && update.view.hasFocus) this.#stopEditing();
    if (update.selectionSet) this.#followSelection(update);
  }

  destroy(): void {
    this.#stop();
    for (const table of this.#views.values()) table.destroy();
  }

  #forget(kept: ReadonlySet<number>): void {
    for (const [id, table] of this.#views) {
      if (kept.has(id)) continue;
      this.#views.delete(id);
      table.destroy();
    }
  }

  #stopEditing(): void {
    for (const table of this.#views.values()) table.stopEditing();
  }

  /** From a line beside a table the caret goes into it, where CodeMirror would step over it. */
  enter(forward: boolean): boolean {
    const { state } = this.view;
    const { main } = state.selection;
    const target = this.view.moveVertically(main, forward).head;
    const [from, to] = main.head < target ? [main.head, target] : [target, main.head];
    const passed = state.field(tablesField).placed.filter((table) => from < table.from && table.to < to);
    const table = this.#views.get((forward ? passed[0] : passed.at(-1))?.id ?? 0);
    if (!main.empty || table === undefined) return false;
    table.enter(forward);
    return true;
  }

  /** A selection inside a table is one in the cell that is there; one outside ends the editing of cells. */
  #followSelection({ state, view }: ViewUpdate): void {
    const { main } = state.selection;
    const inside = state.field(tablesField).placed.find(({ from, to }) => from <= main.from && main.to <= to);
    const table = inside === undefined ? undefined : this.#views.get(inside.id);
    const edited = [...this.#views.values()].find((candidate) => candidate.isEdited());
    if (edited === undefined && (table === undefined || !view.hasFocus)) return;
    // Another editor may not be changed while this one is in the middle of an update.
    queueMicrotask(() => {
      if (!main.eq(this.view.state.selection.main)) return;
      if (table !== undefined) table.editAt(main);
      else edited?.giveBack();
    });
  }
}

const tableViews: ViewPlugin<TableViews> = ViewPlugin.fromClass(TableViews);

const intoTables = keymap.of([
  { key: 'ArrowDown', run: (view) => view.plugin(tableViews)?.enter(true) === true },
  { key: 'ArrowUp', run: (view) => view.plugin(tableViews)?.enter(false) === true },
]);

/** For the editor of a note. */
export function tables(host: TableHost): Extension {
  return [tableHost.of(host), tablesField, tableViews, intoTables];
}
