// Recognizes a long press, which opens the menu as a right click does. Android sends a context menu event for it, iOS does not.

/** Milliseconds of a long press. */
const LONG = 500;
/** Pixels that a finger may move. */
const SLACK = 10;
/** Milliseconds within which a second request by the same finger is ignored. */
const SAME_PRESS = 700;

/** The position of the finger in its window. */
export interface LongPress {
  readonly x: number;
  readonly y: number;
}

/** A finger on a target. `menuAt` is the time of its last request for the menu, in milliseconds. */
interface Touch<T> {
  readonly target: T;
  menuAt: number;
}

/**
 * Calls `react` after a long press of one finger on a target, and swallows the click that may follow. If the same press sends a
 * context menu event, only one of the two takes effect. `targetAt` returns the target of a touch. The returned function ends the
 * listening.
 */
export function listenForLongPresses<T>(
  root: GlobalEventHandlers & Node,
  targetAt: (event: UIEvent) => T | undefined,
  react: (target: T, press: LongPress) => void,
): () => void {
  let held: (LongPress & { readonly end: () => void }) | undefined;
  let touch: Touch<T> | undefined;
  let hasReacted = false;
  const letGo = (): void => {
    held?.end();
    held = undefined;
  };
  const isAnswered = (target: T): boolean =>
    touch?.target === target && performance.now() - touch.menuAt < SAME_PRESS;
  const begin = (event: TouchEvent): void => {
    letGo();
    hasReacted = false;
    const target = targetAt(event);
    if (target === undefined) return;
    const [finger] = event.touches;
    if (finger === undefined || event.touches.length > 1) return;
    if (touch?.target !== target) touch = { target, menuAt: -Infinity };
    const begun = touch;
    const at = { x: finger.clientX, y: finger.clientY };
    const end = holding(root.ownerDocument ?? (root as Document), letGo, () => {
      letGo();
      hasReacted = true;
      if (isAnswered(target)) return;
      begun.menuAt = performance.now();
      react(target, at);
    });
    held = { ...at, end };
  };
  const move = ({ touches: [finger] }: TouchEvent): void => {
    if (held === undefined || finger === undefined) return;
    if (Math.hypot(finger.clientX - held.x, finger.clientY - held.y) > SLACK) letGo();
  };
  const lift = (event: TouchEvent): void => {
    letGo();
    // After `preventDefault`, no mouse events and no click follow.
    if (hasReacted && event.cancelable) event.preventDefault();
    hasReacted = false;
  };
  const menu = (event: MouseEvent): void => {
    const target = targetAt(event);
    if (target === undefined) return;
    const isSecond = isAnswered(target);
    if (held !== undefined && touch?.target === target) touch.menuAt = performance.now();
    if (!isSecond) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const gone = new AbortController();
  const { signal } = gone;
  root.addEventListener('touchstart', begin, { capture: true, passive: true, signal });
  root.addEventListener('touchmove', move, { capture: true, passive: true, signal });
  root.addEventListener('touchend', lift, { capture: true, passive: false, signal });
  root.addEventListener('touchcancel', letGo, { capture: true, signal });
  root.addEventListener('contextmenu', menu, { capture: true, signal });
  return () => {
    letGo();
    gone.abort();
  };
}

/** Waits for a long press, until the page scrolls or a second finger touches. The returned function cancels the waiting. */
function holding(doc: Document, changed: () => void, over: () => void): () => void {
  const win = doc.defaultView ?? window;
  const timer = win.setTimeout(over, LONG);
  for (const type of ['scroll', 'touchstart'] as const) doc.addEventListener(type, changed, true);
  return () => {
    win.clearTimeout(timer);
    for (const type of ['scroll', 'touchstart'] as const) doc.removeEventListener(type, changed, true);
  };
}
