// A list of rows that can be played with a pointer, by touch and with keys, for any number of rows.
import { matchesOf, type Match } from '../core/mean/filter';
import { formatCompact, spokenTimecode } from '../core/mean/timecode';
import { listenForLongPresses, type LongPress } from '../chips/long-press';
import { indexOfSecond } from '../playback/now-playing';
import { ListUse, type Scrolled } from './list-use';
import type { Row } from './row';
import type { SelectedWords } from './transcript';
import { VirtualRows } from './virtual-rows';
import { words } from '../texts/texts';

export interface RowListOptions {
  /** The element that contains the list and its filter. Input in it counts as use of the list. */
  readonly area: HTMLElement;
  readonly play: (row: Row) => void;
  readonly openMenu: (row: Row, event: MouseEvent | LongPress) => void;
  readonly hover: (row: Row, el: HTMLElement, event: MouseEvent) => void;
  readonly leave: (el: HTMLElement) => void;
}

/** The usual height of a row. Pixels. */
const ROW_HEIGHT = 44;

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
  /** The index of the current row; -1 if there is none. */
  private current = -1;
  /** The current second. */
  private second: number | undefined;
  /** The offset in the note of the timestamp that the user has played last. */
  private played: number | undefined;
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
  show(rows: readonly Row[], sought: readonly string[]): void {
    const before = { shown: this.shown, current: this.current };
    const isPlain = sought.length === 0 && !this.isFiltered;
    const isAlike = (index: number): boolean => isPlain && isSameRow(before.shown[index], this.shown[index]);
    const active = this.shown[this.active];
    const found = sought.length === 0 ? undefined : filtered(rows, sought);
    this.shown = found?.rows ?? rows;
    this.matches = found?.matches ?? [];
    if (active === undefined || !isAlike(this.active))
      this.active = active === undefined ? -1 : this.shown.indexOf(active);
    this.current = this.currentIndex();
    this.list.toggleClass('is-empty', this.shown.length === 0);
    this.list.toggleClass('has-hours', (rows.at(-1)?.seconds ?? 0) >= HOUR);
    this.rows.reset(
      this.shown.length,
      (index) => isAlike(index) && (index === before.current) === (index === this.current),
    );
    this.tellActive();
    const wasFiltered = this.isFiltered;
    this.isFiltered = sought.length > 0;
    // After a filter, the user wants to see the current row.
    if (wasFiltered && !this.isFiltered) this.showCurrent();
    else if (!this.isFiltered) this.subscribe();
  }

  /** Scrolls to the current row, whatever the user has just done: they came from another list. */
  showCurrent(): void {
    if (this.current < 0) this.el.scrollTop = 0;
    else this.use.jump(this.rows.extentOf(this.current));
    this.rows.renew();
  }

  /** To be called when the list may have another size, or is visible again. */
  renew(): void {
    this.rows.renew();
  }

  /** Makes a row of this second the current one, and scrolls to it: of several, the one that the user has `played`, else the last. */
  mark(second: number | undefined, played: number | undefined): void {
    if (second === this.second && played === this.played) return;
    this.second = second;
    this.played = played;
    const before = this.current;
    this.current = this.currentIndex();
    if (before === this.current) return;
    this.rows.elementOf(before)?.removeAttribute('aria-current');
    this.rows.elementOf(this.current)?.setAttribute('aria-current', 'true');
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
    const text = selection.toString().replace(/\s+/g, ' ').trim();
    return text === '' || rows.length === 0 ? undefined : { words: text, rows };
  }

  dispose(): void {
    this.endPresses();
    this.use.dispose();
    this.rows.clear();
  }

  private subscribe(): void {
    const { current } = this;
    if (current < 0) this.use.dispose();
    else this.use.show(() => (this.current === current ? this.rows.extentOf(current) : undefined));
  }

  /** A chapter comes before the moments of its second. */
  private currentIndex(): number {
    return indexOfSecond(this.shown, this.second, ({ tick }) => tick?.timestamp.from === this.played);
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
    if (index === this.current) el.setAttribute('aria-current', 'true');
    const spoken = spokenTimecode(seconds);
    const name = kind === 'chapter' ? words.shared.withRemark(words.moments.chapter, spoken) : spoken;
    el.createSpan({
      cls: 'playhead-row-time',
      text: formatCompact(seconds),
      attr: { 'aria-label': name, role: 'img' },
    });
    const said = el.createSpan({ cls: 'playhead-row-words' });
    if (speaker !== undefined) said.createSpan({ cls: 'playhead-row-speaker', text: `${speaker}: ` });
    addMarked(said, row.words, this.matches[index] ?? []);
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
    const from = this.active < 0 ? this.current : this.active;
    const page = Math.max(1, Math.floor(this.el.clientHeight / ROW_HEIGHT) - 1);
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

/** Whether two rows look the same. */
function isSameRow(one: Row | undefined, other: Row | undefined): boolean {
  return (
    one?.kind === other?.kind &&
    one?.seconds === other?.seconds &&
    one?.speaker === other?.speaker &&
    one?.words === other?.words
  );
}

function filtered(
  rows: readonly Row[],
  sought: readonly string[],
): { readonly rows: readonly Row[]; readonly matches: readonly (readonly Match[])[] } {
  const found = rows.flatMap((row) => {
    const matches = matchesOf(row.words, sought);
    return matches === undefined ? [] : [{ row, matches }];
  });
  return { rows: found.map(({ row }) => row), matches: found.map(({ matches }) => matches) };
}

function addMarked(el: HTMLElement, text: string, matches: readonly Match[]): void {
  let at = 0;
  for (const { from, to } of matches) {
    el.appendText(text.slice(at, from));
    el.createEl('mark', { cls: 'playhead-match', text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}

/** Whether no words of the list are selected. */
function hasNoSelection(list: HTMLElement): boolean {
  const selection = list.win.getSelection();
  return selection === null || selection.isCollapsed || !selection.containsNode(list, true);
}
