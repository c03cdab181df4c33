// Whether an event of the pointer was made by a finger: browsers follow a touch with the events of a mouse.

/** How long after a touch a mouse event still counts as made by it. Milliseconds. */
const AFTERMATH = 400;

let touchedAt = -Infinity;

/** Watches a window for touches. */
export function listenForTouches(doc: Document): void {
  for (const type of ['touchstart', 'touchend'] as const) {
    doc.addEventListener(
      type,
      (event) => {
        touchedAt = event.timeStamp;
      },
      { capture: true, passive: true },
    );
  }
}

/** Whether no mouse made it. */
export function isFromTouch(event: MouseEvent): boolean {
  const { pointerType = 'mouse' } = event as Partial<PointerEvent>;
  return pointerType !== 'mouse' || event.timeStamp - touchedAt < AFTERMATH;
}
