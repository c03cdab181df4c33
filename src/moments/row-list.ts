// A list of rows that can be played with a pointer, by touch and with keys, for any number of rows.
import { matchesOf, type Match } from '../core/mean/filter';
import { countUpTo } from '../core/mean/ticks';
import { formatCompact, spokenTimecode } from '../core/mean/timecode';
import { listenForLongPresses, type LongPress } from '../chips/long-press';
import { ListUse, type Scrolled } from './list-use';
import type { Row } from './row';
import type { SelectedWords } from './transcript';
import { VirtualRows } from './virtual-rows';

export interface RowListOptions {
  /** The element of the list and of its filter, in which the user acts. */
  readonly area: HTMLElement;
  readonly play: (row: Row) => void;
  readonly openMenu: (row: Row, event: MouseEvent | LongPress) => void;
  readonly hover: (row: Row, el: HTMLElement, event: MouseEvent) => void;
  readonly leave: (el: HTMLElement) => void;
}

/** The usual height of a row. Pixels. */
const ROW = 44;

let lists = 0;

/** Seconds. */
const HOUR = 3600;

export class RowList {
  readonly el: HTMLElement;
  private readonly list: HTMLElement;
  private readonly rows: VirtualRows;
  private readonly use: ListUse;
  private readonly endPresses: () => void;
  private readonly id = `playhead-list-${++lists}`;
  private shown: readonly Row[] = [];
  /** The matches of the filter, by row; empty without a filter. */
  private matches: readonly (readonly Match[])[] = [];
  /** The row for the keys. */
  private active = -1;
  /** The current rows, which are those of one second. */
  private current: readonly number[] = [];
  private second: number | undefined;
  private isFiltered = false;

  constructor(
    container: HTMLElement,
    private readonly options: RowListOptions,
  ) {
    this.el = container.createDiv({ cls: 'playhead-list' });
    this.list = this.el.createDiv({
      cls: 'playhead-rows',
      attr: { role: 'listbox', tabindex: '0', 'aria-label': '' },
    });
    this.rows = new VirtualRows({
      scroller: this.el,
      container: this.list,
      build: (index) => this.build(index),
      drop: (el) => options.leave(el),
    });
    this.use = new ListUse(options.area, this.el);
    this.endPresses = listenForLongPresses(
      this.list,
      (event) => this.indexOf(event),
      (index, press) => this.openMenu(index, press),
    );
    this.listen();
  }

  /** Its name for screen readers. */
  set name(name: string) {
    this.list.setAttribute('aria-label', name);
  }

  /** The number of rows. */
  get count(): number {
    return this.shown.length;
  }

  /** Shows the rows with all the words, and marks the words in them. */
  show(rows: readonly Row[], words: readonly string[]): void {
    const active = this.shown[this.active];
    const found = words.length === 0 ? undefined : filtered(rows, words);
    this.shown = found?.rows ?? rows;
    this.matches = found?.matches ?? [];
    this.active = active === undefined ? -1 : this.shown.indexOf(active);
    this.current = this.indicesOf(this.second);
    this.list.toggleClass('is-empty', this.shown.length === 0);
    this.list.toggleClass('has-hours', (rows.at(-1)?.seconds ?? 0) >= HOUR);
    this.rows.reset(this.shown.length);
    this.tellActive();
    const wasFiltered = this.isFiltered;
    this.isFiltered = words.length > 0;
    // After a filter, the user wants to see the current row.
    if (wasFiltered && !this.isFiltered) this.showCurrent();
    else if (!this.isFiltered) this.subscribe();
  }

  /** Scrolls to the current row, whatever the user has just done: they came from another list. */
  showCurrent(): void {
    const [first] = this.current;
    if (first === undefined) this.el.scrollTop = 0;
    else this.use.jump(this.rows.extentOf(first));
    this.rows.renew();
  }

  /** To be called when the list may have another size, or is visible again. */
  renew(): void {
    this.rows.renew();
  }

  /** Makes the rows of this second the current ones, and scrolls to them. */
  mark(second: number | undefined): void {
    if (second === this.second) return;
    this.second = second;
    for (const index of this.current) this.rows.elementOf(index)?.removeAttribute('aria-current');
    this.current = this.indicesOf(second);
    for (const index of this.current) this.rows.elementOf(index)?.setAttribute('aria-current', 'true');
    this.subscribe();
  }

  focus(): void {
    this.list.focus({ preventScroll: true });
  }

  /** Plays the row for the keys, else the first one. */
  playActive(): void {
    const row = this.shown[Math.max(0, this.active)];
    if (row !== undefined) this.options.play(row);
  }

  /** The words that the user has selected, and their rows; undefined without a selection. */
  get selected(): SelectedWords | undefined {
    const selection = this.el.win.getSelection();
    if (selection === null || hasNoSelection(this.list)) return undefined;
    const rows = this.shown.filter((_, index) => {
      const el = this.rows.elementOf(index);
      return el !== undefined && selection.containsNode(el, true);
    });
    const words = selection.toString().replace(/\s+/g, ' ').trim();
    return words === '' || rows.length === 0 ? undefined : { words, rows };
  }

  dispose(): void {
    this.endPresses();
    this.use.dispose();
    this.rows.clear();
  }

  private subscribe(): void {
    const [first] = this.current;
    if (first === undefined) this.use.dispose();
    else this.use.show(() => (this.current[0] === first ? this.rows.extentOf(first) : undefined));
  }

  /** The rows of a second, without chapters. */
  private indicesOf(second: number | undefined): readonly number[] {
    if (second === undefined) return [];
    const rows = this.shown;
    const indices: number[] = [];
    for (let index = countUpTo(rows, second) - 1; rows[index]?.seconds === second; index--)
      indices.unshift(index);
    const moments = indices.filter((index) => rows[index]?.kind !== 'chapter');
    return moments.length > 0 ? moments : indices;
  }

  private build(index: number): HTMLElement {
    const row = this.shown[index];
    const el = createDiv();
    if (row === undefined) return el;
    const { kind, seconds, speaker } = row;
    el.addClass('playhead-row', `is-${kind}`);
    el.setAttrs({
      role: 'option',
      id: `${this.id}-${index}`,
      'aria-posinset': index + 1,
      'aria-setsize': this.shown.length,
      'aria-selected': String(index === this.active),
      'data-index': index,
    });
    if (this.current.includes(index)) el.setAttribute('aria-current', 'true');
    const time = formatCompact(seconds);
    el.createSpan({
      cls: 'playhead-row-time',
      text: time,
      attr: { 'aria-label': spokenTimecode(seconds), role: 'img' },
    });
    const words = el.createSpan({ cls: 'playhead-row-words' });
    if (speaker !== undefined) words.createSpan({ cls: 'playhead-row-speaker', text: `${speaker}: ` });
    addMarked(words, row.words, this.matches[index] ?? []);
    return el;
  }

  private listen(): void {
    const { list, options } = this;
    list.addEventListener('click', (event) => {
      const index = this.indexOf(event);
      // A click after selecting words must not play.
      if (index === undefined || !hasNoSelection(list)) return;
      this.turnTo(index);
      this.playActive();
    });
    list.addEventListener('contextmenu', (event) => {
      if (this.openMenu(this.indexOf(event) ?? this.active, event)) event.preventDefault();
    });
    list.addEventListener('mouseover', (event) => {
      const index = this.indexOf(event);
      const el = this.rows.elementOf(index ?? -1);
      const row = this.shown[index ?? -1];
      if (el !== undefined && row !== undefined) options.hover(row, el, event);
    });
    list.addEventListener('keydown', (event) => this.press(event));
  }

  /** Returns whether there is a menu. */
  private openMenu(index: number, event: MouseEvent | LongPress): boolean {
    const row = this.shown[index];
    const { openMenu } = this.options;
    if (row === undefined) return false;
    this.turnTo(index);
    openMenu(row, event);
    return true;
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.shown.length - 1;
    const from = this.active < 0 ? (this.current[0] ?? -1) : this.active;
    const page = Math.max(1, Math.floor(this.el.clientHeight / ROW) - 1);
    const targets: Readonly<Record<string, number | undefined>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.key === 'Enter') this.playActive();
    else if (target !== undefined) this.turnTo(Math.max(0, Math.min(target, last)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private turnTo(index: number): void {
    this.rows.elementOf(this.active)?.setAttribute('aria-selected', 'false');
    this.active = index;
    this.reveal(this.rows.extentOf(index));
    this.rows.elementOf(index)?.setAttribute('aria-selected', 'true');
    this.tellActive();
  }

  private reveal(position: Scrolled): void {
    this.use.reveal(position);
    this.rows.renew();
  }

  private tellActive(): void {
    if (this.active < 0) this.list.removeAttribute('aria-activedescendant');
    else this.list.setAttribute('aria-activedescendant', `${this.id}-${this.active}`);
  }

  private indexOf({ targetNode }: UIEvent): number | undefined {
    const el = targetNode?.instanceOf(Element) === true ? targetNode : targetNode?.parentElement;
    const row = el?.closest<HTMLElement>('.playhead-row');
    return row === null || row === undefined ? undefined : Number(row.dataset['index']);
  }
}

function filtered(
  rows: readonly Row[],
  words: readonly string[],
): { readonly rows: readonly Row[]; readonly matches: readonly (readonly Match[])[] } {
  const found = rows.flatMap((row) => {
    const matches = matchesOf(row.words, words);
    return matches === undefined ? [] : [{ row, matches }];
  });
  return { rows: found.map(({ row }) => row), matches: found.map(({ matches }) => matches) };
}

function addMarked(el: HTMLElement, words: string, matches: readonly Match[]): void {
  let at = 0;
  for (const { from, to } of matches) {
    el.appendText(words.slice(at, from));
    el.createEl('mark', { cls: 'playhead-match', text: words.slice(from, to) });
    at = to;
  }
  el.appendText(words.slice(at));
}

/** Whether no words of the list are selected. */
function hasNoSelection(list: HTMLElement): boolean {
  const selection = list.win.getSelection();
  return selection === null || selection.isCollapsed || !selection.containsNode(list, true);
}
