// What the app does about all popovers that are shown: it looks every half second what the pointer is on, and closes them when
// the user presses elsewhere. A pointer that moved tells only where it is: an element that went away from under it says nothing.

export interface WatchedPopover {
  readonly doc: Document;
  detect(el: Element | null): void;
  /** Whether an element is in it, or in one that was opened from it. */
  holds(el: Node | null): boolean;
  hide(): void;
}

const POLL = 500;
/** Whoever is pressed hears of it before the popovers go. Milliseconds. */
const AFTER_PRESS = 5;

interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly doc: Document;
}

const shown: WatchedPopover[] = [];
let pointer: Pointer | undefined;
let looked = 0;

/** How often it has been looked what the pointer is on. */
export function looksAtPointer(): number {
  return looked;
}

/** From `listenForPopovers` on: its timer is the app's, whoever shows the popover. */
export const watchPopovers = Object.assign(
  (popover: WatchedPopover): (() => void) => {
    shown.push(popover);
    return () => {
      const index = shown.indexOf(popover);
      if (index >= 0) shown.splice(index, 1);
    };
  },
  { shown: (): readonly WatchedPopover[] => [...shown] },
);

/** Where the pointer was last in a window; undefined where it never was. */
export function lastPointer(doc: Document): Pointer | undefined {
  return pointer?.doc === doc ? pointer : undefined;
}

/** Watches the pointer of a window. */
export function listenForPopovers(doc: Document): void {
  doc.addEventListener(
    'mousemove',
    ({ clientX: x, clientY: y }) => {
      pointer = { x, y, doc };
    },
    true,
  );
  for (const type of ['mousedown', 'contextmenu'] as const) {
    doc.addEventListener(
      type,
      ({ target }) => {
        const outside = shown.filter((popover) => !popover.holds(target as Node | null));
        doc.win.setTimeout(() => {
          for (const popover of outside) popover.hide();
        }, AFTER_PRESS);
      },
      true,
    );
  }
}

export function pollPopovers(win: Window): void {
  win.setInterval(() => {
    looked += 1;
    if (pointer === undefined) return;
    const el = pointer.doc.elementFromPoint(pointer.x, pointer.y);
    for (const popover of [...shown]) popover.detect(el);
  }, POLL);
}
