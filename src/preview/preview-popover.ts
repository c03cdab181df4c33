// A popover of the app with a preview in it. It has its size before the app places it, begins when it is visible, ends when it is
// hidden, and moves away from players.
import { HoverPopover, type Component, type HoverParent, type Point } from 'obsidian';
import { clearCorner, overlap, type Box } from './clear-corner';

type ObservingWindow = Window & { readonly ResizeObserver: typeof ResizeObserver };

/** Milliseconds that the pointer rests before a preview opens. */
const REST = 300;

/** Milliseconds between two checks that the element is still there. */
const CHECK = 500;

export interface PreviewPopoverOptions {
  readonly parent: HoverParent;
  /** The element under the pointer; null if the pointer does not matter. */
  readonly targetEl: HTMLElement | null;
  /** Its place and its document, if it is not at its target. */
  readonly at?: (Point & { readonly doc?: Document }) | undefined;
  /** Builds the content in its final size. It starts only when it is loaded. */
  readonly build: (el: HTMLElement) => Component;
  /** Called when the popover is visible. */
  readonly shown: () => void;
  readonly surroundings: () => PreviewSurroundings;
  /** Whether the element is still at its place; called now and then. */
  readonly isThere?: (() => boolean) | undefined;
}

export interface PreviewSurroundings {
  /** The element that the preview is for. */
  readonly around: Box;
  /** The elements that it must not cover. */
  readonly mustNotCover: readonly Box[];
  /** The elements that it covers only if there is no room elsewhere. */
  readonly avoidCovering: readonly Box[];
}

export class PreviewPopover extends HoverPopover {
  private readonly options: PreviewPopoverOptions;
  private readonly content: Component;
  private isShown = false;

  constructor(options: PreviewPopoverOptions) {
    const { parent, targetEl, at, build } = options;
    super(parent, targetEl, REST, at);
    this.options = options;
    // The app places the popover by its size before it loads it.
    this.hoverEl.addClass('playhead-preview-popover');
    this.content = build(this.hoverEl);
    // Not reachable by Tab: the focus would keep the popover open, far from the note.
    for (const button of this.hoverEl.findAll('button')) button.tabIndex = -1;
  }

  /** Whether it is visible. */
  get isOpen(): boolean {
    return this.isShown;
  }

  override onload(): void {
    const { shown, isThere } = this.options;
    this.isShown = true;
    shown();
    // A press on one of its buttons does not move the focus.
    this.registerDomEvent(this.hoverEl, 'mousedown', (event) => event.preventDefault());
    if (!this.moveClear()) {
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

  /**
   * Closes the popover, even before it is visible. The public API cannot close a popover, and the app's private methods may be
   * missing.
   */
  close(): void {
    const { hide } = this as { readonly hide?: unknown };
    if (typeof hide === 'function') {
      hide.call(this);
      return;
    }
    this.unload();
    this.hoverEl.remove();
  }

  /** Waits until the app has finished showing it. */
  private closeSoon(): void {
    this.hoverEl.addClass('is-nowhere');
    this.hoverEl.win.setTimeout(() => this.close());
  }

  /** A remark that comes late may enlarge it. The API has no way to place it anew. */
  private keepInWindow(): void {
    const { hoverEl } = this;
    let { height } = hoverEl.getBoundingClientRect();
    const { ResizeObserver: Observer } = hoverEl.win as ObservingWindow;
    const observer = new Observer(() => {
      const now = hoverEl.getBoundingClientRect().height;
      if (Math.abs(now - height) < 1) return;
      const { position } = this as { readonly position?: unknown };
      if (typeof position === 'function') position.call(this);
      if (!this.moveClear()) this.closeSoon();
      ({ height } = hoverEl.getBoundingClientRect());
    });
    for (const child of hoverEl.children) observer.observe(child);
    this.register(() => observer.disconnect());
  }

  /** Moves the popover if it is cut off or covers an element that it must not cover. Returns false if no place is free. */
  private moveClear(): boolean {
    const { hoverEl } = this;
    const { around, mustNotCover, avoidCovering } = this.options.surroundings();
    const covers = (boxes: readonly Box[]): boolean => {
      const own = hoverEl.getBoundingClientRect();
      return boxes.some((box) => overlap(own, box));
    };
    const isCut = hoverEl.scrollHeight > hoverEl.clientHeight + 1;
    if (!isCut && !covers([...mustNotCover, ...avoidCovering])) return true;
    const { innerWidth: width, innerHeight: height } = hoverEl.win;
    const size = fullSize(hoverEl);
    for (const obstacles of [[...mustNotCover, ...avoidCovering], mustNotCover]) {
      const place = clearCorner(size, { window: { width, height }, around, obstacles });
      if (place !== undefined) {
        const { left, top } = place;
        hoverEl.setCssStyles({ left: `${left}px`, top: `${top}px`, bottom: 'auto', maxHeight: '' });
        return true;
      }
    }
    return !covers(mustNotCover);
  }
}

/** The size without a limit by the window. */
function fullSize(el: HTMLElement): { readonly width: number; readonly height: number } {
  const { left, maxHeight } = el.style;
  el.setCssStyles({ left: '0', maxHeight: '' });
  const { offsetWidth: width, offsetHeight: height } = el;
  el.setCssStyles({ left, maxHeight });
  return { width, height };
}
