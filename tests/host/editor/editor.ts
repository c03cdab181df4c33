// The API's editor, on a CodeMirror view.
import type * as Obsidian from 'obsidian';
import {
  cursorDocEnd,
  cursorDocStart,
  deleteLine,
  indentLess,
  indentMore,
  redo,
  undo,
} from '@codemirror/commands';
import * as commands from '@codemirror/commands';
import { type ChangeSpec, EditorSelection, type SelectionRange } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import { absent } from '../absent';

type Position = Obsidian.EditorPosition;

const EXECUTABLE: Partial<Record<Obsidian.EditorCommandName, Command>> = {
  goUp: commands.cursorLineUp,
  goDown: commands.cursorLineDown,
  goLeft: commands.cursorCharLeft,
  goRight: commands.cursorCharRight,
  goStart: cursorDocStart,
  goEnd: cursorDocEnd,
  goWordLeft: commands.cursorGroupLeft,
  goWordRight: commands.cursorGroupRight,
  indentMore,
  indentLess,
  newlineAndIndent: commands.insertNewlineAndIndent,
  swapLineUp: commands.moveLineUp,
  swapLineDown: commands.moveLineDown,
  deleteLine,
};

/** Whose editor it is. */
export interface EditorOwner {
  readonly cm: EditorView;
  /** The cell of a table that is edited, or the same as `cm`. */
  readonly activeCM: EditorView;
}

/** Positions are those of the whole text; what is done to the selection is done in the table cell that is edited. */
export class Editor implements Obsidian.Editor {
  constructor(private readonly owner: EditorOwner) {}

  get cm(): EditorView {
    return this.owner.cm;
  }

  get activeCM(): EditorView {
    return this.owner.activeCM;
  }

  /** The same editor, as the API declares it. */
  get asApi(): Obsidian.Editor {
    return Object(this) as Obsidian.Editor;
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.cm.state.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
  }

  getLine(line: number): string {
    return this.cm.state.doc.line(line + 1).text;
  }

  setLine(n: number, text: string): void {
    const { from, to } = this.cm.state.doc.line(n + 1);
    this.cm.dispatch({ changes: { from, to, insert: text } });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    const { selection } = this.activeCM.state;
    return this.activeCM.state.sliceDoc(selection.main.from, selection.main.to);
  }

  somethingSelected(): boolean {
    return this.activeCM.state.selection.ranges.some((range) => !range.empty);
  }

  getRange(from: Position, to: Position): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, origin?: string): void {
    const cm = this.activeCM;
    cm.dispatch(cm.state.replaceSelection(replacement), {
      scrollIntoView: true,
      ...(origin === undefined ? {} : { userEvent: origin }),
    });
  }

  replaceRange(replacement: string, from: Position, to: Position = from, origin?: string): void {
    this.cm.dispatch({
      changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement },
      ...(origin === undefined ? {} : { userEvent: origin }),
    });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): Position {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): Obsidian.EditorSelection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setCursor(pos: Position | number, ch = 0): void {
    this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
  }

  setSelection(anchor: Position, head: Position = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: Obsidian.EditorSelectionOrCaret[], main = 0): void {
    const selected = ranges.map(({ anchor, head = anchor }) => this.#range(anchor, head));
    this.cm.dispatch({ selection: EditorSelection.create(selected, main) });
  }

  focus(): void {
    this.activeCM.focus();
  }

  blur(): void {
    this.activeCM.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.activeCM.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    const { scrollTop, scrollLeft } = this.cm.scrollDOM;
    return { top: scrollTop, left: scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    const { scrollDOM } = this.cm;
    if (typeof x === 'number') scrollDOM.scrollLeft = x;
    if (typeof y === 'number') scrollDOM.scrollTop = y;
  }

  scrollIntoView({ from, to }: Obsidian.EditorRange, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: Obsidian.EditorCommandName): void {
    const run = EXECUTABLE[command] ?? absent(`Editor.exec('${command}')`);
    run(this.activeCM);
  }

  /** One undo step, all positions being those of the text as it is before. */
  transaction(tx: Obsidian.EditorTransaction, origin?: string): void {
    const { state } = this.cm;
    const written = (tx.changes ?? []).map(({ from, to = from, text }) => ({
      from: this.posToOffset(from),
      to: this.posToOffset(to),
      insert: text,
    }));
    const replaced: ChangeSpec[] =
      tx.replaceSelection === undefined
        ? []
        : state.selection.ranges.map(({ from, to }) => ({ from, to, insert: tx.replaceSelection ?? '' }));
    const changes = state.changes([...written, ...replaced]);
    const wanted = tx.selections ?? (tx.selection === undefined ? undefined : [tx.selection]);
    const after = changes.apply(state.doc);
    const at = ({ line, ch }: Position): number => {
      const found = after.line(Math.min(line + 1, after.lines));
      return Math.min(found.from + ch, found.to);
    };
    const selection = wanted?.map(({ from, to = from }) => EditorSelection.range(at(from), at(to)));
    this.cm.dispatch({
      changes,
      ...(selection === undefined ? {} : { selection: EditorSelection.create(selection) }),
      ...(origin === undefined ? {} : { userEvent: origin }),
    });
  }

  wordAt(pos: Position): Obsidian.EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  posToOffset({ line, ch }: Position): number {
    const { doc } = this.cm.state;
    if (line < 0) return 0;
    if (line >= doc.lines) return doc.length;
    const found = doc.line(line + 1);
    return Math.min(found.from + Math.max(0, ch), found.to);
  }

  offsetToPos(offset: number): Position {
    const { doc } = this.cm.state;
    const clamped = Math.max(0, Math.min(offset, doc.length));
    const line = doc.lineAt(clamped);
    return { line: line.number - 1, ch: clamped - line.from };
  }

  processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => Obsidian.EditorChange | undefined,
    ignoreEmpty = false,
  ): void {
    const changes: Obsidian.EditorChange[] = [];
    for (let line = this.getCursor('from').line; line <= this.getCursor('to').line; line++) {
      const text = this.getLine(line);
      if (ignoreEmpty && text.trim() === '') continue;
      const change = write(line, text, read(line, text));
      if (change !== undefined) changes.push(change);
    }
    this.transaction({ changes });
  }

  #range(anchor: Position, head: Position): SelectionRange {
    return EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head));
  }
}
