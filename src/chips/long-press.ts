// A finger that stays on a chip: it asks for the menu, as a context menu does elsewhere. iOS makes no such event, Android does.

/** Milliseconds. */
const LONG = 500;
/** A finger that goes further is on its way elsewhere. Pixels. */
const SLACK = 10;
/** Of two that one finger asks for, so soon after each other, the second is none. Milliseconds. */
const SAME_PRESS = 700;

/** The place of the finger in its window. */
export interface LongPress {
  readonly x: number;
  readonly y: number;
}

/**
 * Calls `react` when one finger has stayed on `el`; the click that may follow is swallowed. A context menu that the same finger asks
 * for goes no further, whichever of both comes first: then `react` is not called.
 */
export function onLongPress(el: HTMLElement, react: (press: LongPress) => void): void {
  let held: (LongPress & { readonly end: () => void }) | undefined;
  let hasReacted = false;
  let askedAt = -Infinity;
  const letGo = (): void => {
    held?.end();
    held = undefined;
  };
  const isAnswered = (): boolean => performance.now() - askedAt < SAME_PRESS;
  const begin = ({ touches }: TouchEvent): void => {
    letGo();
    hasReacted = false;
    const [finger] = touches;
    if (finger === undefined || touches.length > 1) return;
    const at = { x: finger.clientX, y: finger.clientY };
    const end = holding(el, letGo, () => {
      letGo();
      hasReacted = true;
      if (isAnswered()) return;
      askedAt = performance.now();
      react(at);
    });
    held = { ...at, end };
  };
  const move = ({ touches: [finger] }: TouchEvent): void => {
    if (held === undefined || finger === undefined) return;
    if (Math.hypot(finger.clientX - held.x, finger.clientY - held.y) > SLACK) letGo();
  };
  const lift = (event: TouchEvent): void => {
    letGo();
    // Without its default, a touch is followed by no mouse and no click.
    if (hasReacted && event.cancelable) event.preventDefault();
  };
  el.addEventListener('touchstart', begin, { passive: true });
  el.addEventListener('touchmove', move, { passive: true });
  el.addEventListener('touchend', lift);
  el.addEventListener('touchcancel', letGo);
  const menu = (event: MouseEvent): void => {
    const isSecond = isAnswered();
    if (held !== undefined) askedAt = performance.now();
    if (!isSecond) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  el.addEventListener('contextmenu', menu);
}

/** Waits for as long as a press is to take, unless the page is scrolled or another finger comes, anywhere. Returns what ends the waiting. */
function holding(el: HTMLElement, changed: () => void, over: () => void): () => void {
  const { doc, win } = el;
  const timer = win.setTimeout(over, LONG);
  for (const type of ['scroll', 'touchstart'] as const) doc.addEventListener(type, changed, true);
  return () => {
    win.clearTimeout(timer);
    for (const type of ['scroll', 'touchstart'] as const) doc.removeEventListener(type, changed, true);
  };
}
