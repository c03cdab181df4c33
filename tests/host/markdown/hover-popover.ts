// The popover of the API: comes after a rest on its target, stays while the pointer or the focus is on either.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';

const DEFAULT_WAIT = 300;
/** Milliseconds that the pointer may be on its way from the target to the popover. */
const GRACE = 300;
const GAP = 8;

// The API declares the states without naming them.
const SHOWING = 0 as Obsidian.PopoverState;
const SHOWN = 1 as Obsidian.PopoverState;
const HIDING = 2 as Obsidian.PopoverState;
const HIDDEN = 3 as Obsidian.PopoverState;

/** A `HoverParent`, by what it holds and not by which class made that. */
interface Holder {
  hoverPopover: Pick<Obsidian.HoverPopover, keyof Obsidian.HoverPopover> | null;
}

export class HoverPopover extends Component implements Obsidian.HoverPopover {
  hoverEl: HTMLElement = createDiv('popover hover-popover');
  state: Obsidian.PopoverState = SHOWING;
  #timer: number;
  #onTarget = true;
  #onPopover = false;
  readonly #win: Window;

  constructor(
    readonly parent: Holder,
    readonly targetEl: HTMLElement | null,
    waitTime = DEFAULT_WAIT,
    readonly staticPos: Obsidian.Point | null = null,
  ) {
    super();
    this.#win = targetEl?.win ?? activeWindow;
    this.#listen();
    this.#timer = this.#win.setTimeout(() => {
      this.show();
    }, waitTime);
  }

  show(): void {
    if (this.targetEl?.isConnected === false || this.state !== SHOWING) {
      this.hide();
      return;
    }
    const previous = this.parent.hoverPopover;
    if (previous instanceof HoverPopover && previous !== this) previous.hide();
    this.parent.hoverPopover = this;
    this.state = SHOWN;
    this.#win.document.body.append(this.hoverEl);
    this.load();
    this.position();
  }

  hide(): void {
    if (this.state === HIDDEN) return;
    this.#win.clearTimeout(this.#timer);
    this.state = HIDDEN;
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.hoverEl.remove();
    this.#stopListening();
    this.unload();
    // A popover stays while one of its own is shown.
    if (this.parent instanceof HoverPopover) this.parent.reconsider();
  }

  /** Below its target, or above it where there is no room, inside the window. */
  position(): void {
    const { innerWidth, innerHeight } = this.#win;
    const target = this.targetEl?.getBoundingClientRect();
    const { width, height } = this.hoverEl.getBoundingClientRect();
    const x = this.staticPos?.x ?? target?.left ?? 0;
    const below = this.staticPos?.y ?? (target?.bottom ?? 0) + GAP;
    const above = (target?.top ?? 0) - GAP - height;
    const y = below + height > innerHeight && above >= 0 ? above : below;
    this.hoverEl.setCssStyles({
      left: `${Math.max(GAP, Math.min(x, innerWidth - width - GAP))}px`,
      top: `${Math.max(GAP, y)}px`,
    });
  }

  /** What kept it, or was about to end it, may have changed. */
  reconsider(): void {
    const wanted = this.#isWanted();
    if (this.state === SHOWING && !wanted) this.hide();
    else if (this.state === HIDING && wanted) {
      this.#win.clearTimeout(this.#timer);
      this.state = SHOWN;
    } else if (this.state === SHOWN && !wanted) {
      this.state = HIDING;
      this.#timer = this.#win.setTimeout(() => {
        this.hide();
      }, GRACE);
    }
  }

  #isWanted(): boolean {
    const { hoverPopover = null } = this as Partial<Holder>;
    const hasFocus = this.hoverEl.contains(this.#win.document.activeElement);
    return this.#onTarget || this.#onPopover || hasFocus || hoverPopover !== null;
  }

  // Of the whole document: a target that is taken away tells nobody that the pointer has left it.
  readonly #onPointer = ({ targetNode }: MouseEvent): void => {
    this.#onPopover = this.hoverEl.contains(targetNode);
    // One without a target waits for the pointer to have been on it.
    if (this.targetEl !== null) this.#onTarget = this.targetEl.contains(targetNode);
    else if (this.#onPopover) this.#onTarget = false;
    this.reconsider();
  };

  readonly #onOut = (event: MouseEvent): void => {
    // Out of the window; else where it goes to tells of itself.
    if (event.relatedTarget !== null) return;
    this.#onTarget = false;
    this.#onPopover = false;
    this.reconsider();
  };

  readonly #onFocus = (): void => {
    // While the focus moves nothing has it.
    this.#win.setTimeout(() => {
      this.reconsider();
    }, 0);
  };

  #listen(): void {
    const { document } = this.#win;
    document.addEventListener('mouseover', this.#onPointer);
    document.addEventListener('mouseout', this.#onOut);
    this.hoverEl.addEventListener('focusin', this.#onFocus);
    this.hoverEl.addEventListener('focusout', this.#onFocus);
  }

  #stopListening(): void {
    const { document } = this.#win;
    document.removeEventListener('mouseover', this.#onPointer);
    document.removeEventListener('mouseout', this.#onOut);
    this.hoverEl.removeEventListener('focusin', this.#onFocus);
    this.hoverEl.removeEventListener('focusout', this.#onFocus);
  }
}
