// The app's own popover with a preview in it: it has its size before the app places it, begins when it is shown, ends when it is
// hidden, and moves where it would cover a player.
import { HoverPopover, type Component, type HoverParent, type Point } from 'obsidian';
import { clearCorner, overlap, type Box } from './clear-corner';

type ObservingWindow = Window & { readonly ResizeObserver: typeof ResizeObserver };

/** How long the pointer rests before anything happens. Milliseconds. */
const REST = 300;

/** How often it is asked whether what it is about is still there. Milliseconds. */
const CHECK = 500;

export interface PreviewPopoverOptions {
  readonly parent: HoverParent;
  /** The element that the pointer rests on; null if that does not matter. */
  readonly targetEl: HTMLElement | null;
  /** Its place, if that is not at its target, and its document. */
  readonly at?: (Point & { readonly doc?: Document }) | undefined;
  /** Puts what is to be shown in the element, as large as it will be. Nothing begins before it is loaded. */
  readonly build: (el: HTMLElement) => Component;
  /** Called when it is shown. */
  readonly shown: () => void;
  readonly surroundings: () => PreviewSurroundings;
  /** Whether what it is about is still where it was; asked now and then. */
  readonly isThere?: (() => boolean) | undefined;
}

export interface PreviewSurroundings {
  /** The element that it is about. */
  readonly around: Box;
  /** The elements that it covers nothing of. */
  readonly never: readonly Box[];
  /** The elements that it covers only if there is no room elsewhere. */
  readonly rather: readonly Box[];
}

export class PreviewPopover extends HoverPopover {
  private readonly options: PreviewPopoverOptions;
  private readonly content: Component;
  private isShown = false;

  constructor(options: PreviewPopoverOptions) {
    const { parent, targetEl, at, build } = options;
    super(parent, targetEl, REST, at);
    this.options = options;
    // The app places it by its size, and loads it after that.
    this.hoverEl.addClass('playhead-preview-popover');
    this.content = build(this.hoverEl);
    // Not among what Tab leads to: the focus would keep the popover, and be far from the note.
    for (const button of this.hoverEl.findAll('button')) button.tabIndex = -1;
  }

  /** Whether it is on screen now. */
  get isOpen(): boolean {
    return this.isShown;
  }

  override onload(): void {
    const { shown, isThere } = this.options;
    this.isShown = true;
    shown();
    // A press on a button of it takes the focus from nowhere.
    this.registerDomEvent(this.hoverEl, 'mousedown', (event) => event.preventDefault());
    if (!this.keepClear()) {
      this.closeSoon();
      return;
    }
    this.addChild(this.content);
    this.keepInWindow();
    if (isThere === undefined) return;
    this.registerInterval(
      this.hoverEl.win.setInterval(() => {
        if (!isThere()) this.close();
      }, CHECK),
    );
  }

  override onunload(): void {
    this.isShown = false;
  }

  /** Ends it, shown or not yet. The public API leaves that to the pointer; what a popover is called off with may be missing. */
  close(): void {
    const { hide } = this as { readonly hide?: unknown };
    if (typeof hide === 'function') {
      hide.call(this);
      return;
    }
    this.unload();
    this.hoverEl.remove();
  }

  /** The app is not done with showing it. */
  private closeSoon(): void {
    this.hoverEl.addClass('is-nowhere');
    this.hoverEl.win.setTimeout(() => this.close());
  }

  /** The remark on the timestamp may come late, and make it larger. The API does not tell how it is placed anew. */
  private keepInWindow(): void {
    const { hoverEl } = this;
    let { height } = hoverEl.getBoundingClientRect();
    const { ResizeObserver: Observer } = hoverEl.win as ObservingWindow;
    const observer = new Observer(() => {
      const now = hoverEl.getBoundingClientRect().height;
      if (Math.abs(now - height) < 1) return;
      const { position } = this as { readonly position?: unknown };
      if (typeof position === 'function') position.call(this);
      if (!this.keepClear()) this.closeSoon();
      ({ height } = hoverEl.getBoundingClientRect());
    });
    for (const child of hoverEl.children) observer.observe(child);
    this.register(() => observer.disconnect());
  }

  /** Goes elsewhere if it is cut off, or over what it may not cover; false where there is no such place. */
  private keepClear(): boolean {
    const { hoverEl } = this;
    const { around, never, rather } = this.options.surroundings();
    const covers = (boxes: readonly Box[]): boolean => {
      const own = hoverEl.getBoundingClientRect();
      return boxes.some((box) => overlap(own, box));
    };
    const isCut = hoverEl.scrollHeight > hoverEl.clientHeight + 1;
    if (!isCut && !covers([...never, ...rather])) return true;
    const { innerWidth: width, innerHeight: height } = hoverEl.win;
    const size = fullSize(hoverEl);
    for (const keepOff of [[...never, ...rather], never]) {
      const place = clearCorner(size, { window: { width, height }, around, keepOff });
      if (place !== undefined) {
        const { left, top } = place;
        hoverEl.setCssStyles({ left: `${left}px`, top: `${top}px`, bottom: 'auto', maxHeight: '' });
        return true;
      }
    }
    return !covers(never);
  }
}

/** As large as it is where nothing cuts it off. */
function fullSize(el: HTMLElement): { readonly width: number; readonly height: number } {
  const { left, maxHeight } = el.style;
  el.setCssStyles({ left: '0', maxHeight: '' });
  const { offsetWidth: width, offsetHeight: height } = el;
  el.setCssStyles({ left, maxHeight });
  return { width, height };
}
