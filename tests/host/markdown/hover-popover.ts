// The popover of the API, after readings of the app's own code: it comes after a rest on its target, is placed while it is empty
// and loaded after that, and stays while the pointer or the focus is on either.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import { hideTooltip } from '../ui/tooltip';
import { placeNear, type Around } from './popover-place';
import { lastPointer, watchPopovers, type WatchedPopover } from './popover-watch';

const DEFAULT_WAIT = 300;
const FADE = 80;
/** A place of its own counts as a piece of a line, so high above it and below. Pixels. */
const HALF_A_LINE = 10;
/** Beside a target that is higher than this, it comes where the pointer is. Pixels. */
const TALL = 300;
/** `watchResize` gives up after so many changes. */
const RESIZES = 10;

// The API declares the states without naming them.
const SHOWING = 0 as Obsidian.PopoverState;
const SHOWN = 1 as Obsidian.PopoverState;
const HIDING = 2 as Obsidian.PopoverState;
const HIDDEN = 3 as Obsidian.PopoverState;

/** A `HoverParent`, by what it holds and not by which class made that. */
interface Holder {
  hoverPopover: Pick<Obsidian.HoverPopover, keyof Obsidian.HoverPopover> | null;
}

/** A place, which may say the document that it is in. */
type Place = Obsidian.Point & { readonly doc?: Document };

export class HoverPopover extends Component implements Obsidian.HoverPopover, WatchedPopover {
  hoverEl: HTMLElement = createDiv('popover hover-popover');
  state: Obsidian.PopoverState = SHOWING;
  onTarget = true;
  onHover = false;
  #timer: number;
  #stopWatching: (() => void) | undefined;
  readonly #doc: Document;

  constructor(
    readonly parent: Holder,
    readonly targetEl: HTMLElement | null,
    readonly waitTime = DEFAULT_WAIT,
    readonly staticPos: Place | null = null,
  ) {
    super();
    this.#doc = targetEl?.doc ?? staticPos?.doc ?? activeDocument;
    targetEl?.addEventListener('mouseover', this.#onTargetIn);
    targetEl?.addEventListener('mouseout', this.#onTargetOut);
    this.hoverEl.addEventListener('mouseover', this.#onPopover);
    this.hoverEl.addEventListener('mouseout', this.#onPopover);
    this.#timer = this.#win.setTimeout(() => this.show(), waitTime);
  }

  show(): void {
    if (this.targetEl?.isConnected === false || this.state !== SHOWING) {
      this.hide();
      return;
    }
    this.position();
    this.state = SHOWN;
    this.onShow();
    this.#stopWatching = watchPopovers(this);
    this.load();
    this.hoverEl.animate({ opacity: [0, 1] }, FADE);
  }

  hide(): void {
    if (this.state === HIDDEN) return;
    this.#win.clearTimeout(this.#timer);
    this.state = HIDDEN;
    this.onTarget = this.onHover = false;
    this.hoverEl.remove();
    this.targetEl?.removeEventListener('mouseover', this.#onTargetIn);
    this.targetEl?.removeEventListener('mouseout', this.#onTargetOut);
    this.onHide();
    for (const child of this.#children()) child.hide();
    this.#stopWatching?.();
    this.unload();
  }

  /** Of one parent there is one popover, and beside that no tooltip. */
  onShow(): void {
    const { parent } = this;
    const previous = parent.hoverPopover;
    if (previous instanceof HoverPopover && previous !== this) previous.hide();
    parent.hoverPopover = this;
    hideTooltip();
  }

  onHide(): void {
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
  }

  /** Below its target, or above it where there is no room, as large as it is now. */
  position(): void {
    this.#doc.body.append(this.hoverEl);
    placeNear(this.hoverEl, this.#around());
  }

  /** Places it anew when what is in it changes its size, for a while. */
  watchResize(el: HTMLElement): void {
    let left = RESIZES;
    const observer = new (el.win as Window & typeof globalThis).ResizeObserver(() => {
      left -= 1;
      if (left <= 0 || this.state === HIDDEN) observer.disconnect();
      if (this.state === SHOWN) this.position();
    });
    observer.observe(el);
    this.register(() => observer.disconnect());
  }

  /** What the pointer is on, by where it was last. */
  detect(el: Element | null): void {
    // Without a target nothing is measured against it.
    if (this.targetEl !== null) this.onTarget = this.targetEl.contains(el);
    this.onHover = this.hoverEl.contains(el);
    this.transition();
  }

  transition(): void {
    const isWanted = this.shouldShow();
    if (isWanted && this.state === HIDING) {
      this.#win.clearTimeout(this.#timer);
      this.state = SHOWN;
    } else if (!isWanted && this.state === SHOWING) this.hide();
    else if (!isWanted && this.state === SHOWN) {
      this.state = HIDING;
      this.#timer = this.#win.setTimeout(() => {
        if (this.shouldShow()) this.transition();
        else this.hide();
      }, this.waitTime);
    }
  }

  shouldShow(): boolean {
    const hasFocus = this.hoverEl.contains(this.#doc.activeElement);
    return this.onTarget || this.onHover || hasFocus || this.#children().some((child) => child.shouldShow());
  }

  /** Whether an element is in it, or in one that was opened from it. */
  holds(el: Node | null): boolean {
    return this.hoverEl.contains(el) || this.#children().some((child) => child.holds(el));
  }

  get doc(): Document {
    return this.#doc;
  }

  get #win(): Window {
    return this.#doc.defaultView ?? window;
  }

  #children(): readonly HoverPopover[] {
    return shownPopovers().filter(
      (one) => one !== this && one.targetEl !== null && this.hoverEl.contains(one.targetEl),
    );
  }

  #around(): Around {
    const { targetEl, staticPos } = this;
    const box = targetEl?.getBoundingClientRect();
    const point = staticPos ?? (box !== undefined && box.height > TALL ? lastPointer(this.#doc) : undefined);
    if (point !== undefined) {
      return { top: point.y - HALF_A_LINE, bottom: point.y + HALF_A_LINE, left: point.x, right: point.x };
    }
    return box ?? { top: 0, bottom: 0, left: 0, right: 0 };
  }

  readonly #onTargetIn = (): void => {
    this.onTarget = true;
    this.transition();
  };

  readonly #onTargetOut = ({ relatedTarget }: MouseEvent): void => {
    this.onTarget = this.targetEl?.contains(relatedTarget as Node | null) === true;
    this.transition();
  };

  readonly #onPopover = ({ type, relatedTarget }: MouseEvent): void => {
    this.onHover = type === 'mouseover' || this.hoverEl.contains(relatedTarget as Node | null);
    this.onTarget = false;
    this.transition();
  };
}

function shownPopovers(): readonly HoverPopover[] {
  return watchPopovers.shown().filter((one) => one instanceof HoverPopover);
}
