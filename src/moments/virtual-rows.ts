// A list that builds only the rows near the visible part.
import { RowHeights } from './row-heights';

export interface VirtualRowsOptions {
  /** The scrolling element, as high as the visible part of the list. */
  readonly scroller: HTMLElement;
  /** The element of the rows, as high as all of them. */
  readonly container: HTMLElement;
  readonly build: (index: number) => HTMLElement;
  /** Called when a row is removed from the document. */
  readonly drop: (el: HTMLElement) => void;
}

/** The assumed height of a row. Pixels. */
const ESTIMATED_HEIGHT = 44;
/** The distance beyond the visible part within which rows are built. Pixels. */
const OVERSCAN = 300;
/** Rows that are kept for a selection. */
const MOST_KEPT = 400;

export class VirtualRows {
  private heights = new RowHeights(0, ESTIMATED_HEIGHT);
  /** The built rows by their index, without gaps. */
  private readonly built = new Map<number, HTMLElement>();
  private width = 0;
  private frame = 0;

  constructor(private readonly options: VirtualRowsOptions) {
    options.scroller.addEventListener('scroll', this.renewSoon, { passive: true });
  }

  get count(): number {
    return this.heights.count;
  }

  /** Shows some rows. If their number is the same as before, unchanged rows are not built anew. */
  reset(count: number, stays: (index: number) => boolean): void {
    if (count === this.count) this.drop((index) => !stays(index));
    else {
      this.clear();
      this.heights = new RowHeights(count, ESTIMATED_HEIGHT);
    }
    this.renew();
  }

  elementOf(index: number): HTMLElement | undefined {
    return this.built.get(index);
  }

  /** The position of a row in the scrolling element. */
  extentOf(index: number): { readonly top: number; readonly height: number } {
    return {
      top: this.options.container.offsetTop + this.heights.topOf(index),
      height: this.heights.heightOf(index),
    };
  }

  /** Builds and measures the rows near the visible part, and removes the others. */
  readonly renew = (): void => {
    const { scroller, container } = this.options;
    const { clientWidth, clientHeight } = scroller;
    if (clientHeight === 0 || this.count === 0) {
      this.clear();
      this.stretch();
      return;
    }
    if (clientWidth !== this.width) {
      this.width = clientWidth;
      this.heights = new RowHeights(this.count, ESTIMATED_HEIGHT);
    }
    // A measured row moves the rows below it, so that others may be near.
    for (let isMoved = true, tries = 0; isMoved && tries < 3; tries++) {
      this.buildNear(scroller.scrollTop - container.offsetTop, clientHeight);
      isMoved = this.measure();
      this.stretch();
      this.arrange();
    }
  };

  clear(): void {
    const { container } = this.options;
    container.win.cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.drop(() => true);
  }

  private drop(isGone: (index: number) => boolean): void {
    for (const [index, el] of this.built) {
      if (!isGone(index)) continue;
      this.options.drop(el);
      el.remove();
      this.built.delete(index);
    }
  }

  private readonly renewSoon = (): void => {
    const { win } = this.options.scroller;
    if (this.frame !== 0) return;
    this.frame = win.requestAnimationFrame(() => {
      this.frame = 0;
      this.renew();
    });
  };

  private buildNear(top: number, height: number): void {
    const { container, build } = this.options;
    const near = {
      from: this.heights.indexAt(top - OVERSCAN),
      to: this.heights.indexAt(top + height + OVERSCAN),
    };
    const { from, to } = this.withSelected(near);
    this.drop((index) => index < from || to < index);
    for (let index = from; index <= to; index++) {
      if (this.built.has(index)) continue;
      const el = build(index);
      this.built.set(index, el);
      const next = this.built.get(index + 1) ?? null;
      container.insertBefore(el, next ?? this.firstBehind(index));
    }
  }

  private firstBehind(index: number): HTMLElement | null {
    let first = Infinity;
    for (const other of this.built.keys()) if (other > index && other < first) first = other;
    return this.built.get(first) ?? null;
  }

  /** Keeps rows with selected text, so that the text can be copied. */
  private withSelected({ from, to }: { from: number; to: number }): { from: number; to: number } {
    const { container } = this.options;
    const selection = container.win.getSelection();
    if (selection === null || selection.isCollapsed || !selection.containsNode(container, true))
      return { from, to };
    const selected = [...this.built]
      .filter(([, el]) => selection.containsNode(el, true))
      .map(([index]) => index);
    if (selected.length === 0 || selected.length > MOST_KEPT) return { from, to };
    return { from: Math.min(from, ...selected), to: Math.max(to, ...selected) };
  }

  /** Returns whether the height of a row has changed. The visible rows stay in place. */
  private measure(): boolean {
    const { scroller, container } = this.options;
    const top = scroller.scrollTop - container.offsetTop;
    let [isMoved, above] = [false, 0];
    for (const [index, el] of this.built) {
      const isAbove = this.heights.topOf(index) + this.heights.heightOf(index) <= top;
      const change = this.heights.measure(index, el.offsetHeight);
      if (change !== 0) isMoved = true;
      if (isAbove) above += change;
    }
    if (above !== 0) {
      this.stretch();
      scroller.scrollTop += above;
    }
    return isMoved;
  }

  private stretch(): void {
    const height = `${Math.ceil(this.heights.total)}px`;
    this.options.container.setCssProps({ '--playhead-rows-height': height });
  }

  private arrange(): void {
    for (const [index, el] of this.built) {
      el.setCssProps({ '--playhead-row-top': `${this.heights.topOf(index)}px` });
    }
  }
}
