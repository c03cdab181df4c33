// A finger that stays: on Android it asks for a context menu, and is no click then. On iOS it asks for nothing. The browser that the
// host runs in knows neither, and takes every touch for a click.
import { Platform } from './platform';

const LONG = 500;
/** A finger that goes further is on its way elsewhere. Pixels. */
const SLACK = 10;

interface Hold {
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  readonly timer: number;
}

export function listenForLongPresses(doc: Document): void {
  let hold: Hold | undefined;
  let hasAsked = false;
  const letGo = (): void => {
    doc.win.clearTimeout(hold?.timer);
    hold = undefined;
  };
  const begin = (event: TouchEvent): void => {
    letGo();
    hasAsked = false;
    const [finger] = event.touches;
    if (!Platform.isAndroidApp || finger === undefined || event.touches.length > 1) return;
    const { clientX: x, clientY: y } = finger;
    const target = event.target as Element;
    const timer = doc.win.setTimeout(() => {
      hasAsked = true;
      askForMenu(target, x, y);
    }, LONG);
    hold = { target, x, y, timer };
  };
  const swallow = (event: Event): void => {
    if (!hasAsked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') hasAsked = false;
  };
  doc.addEventListener('touchstart', begin, { capture: true, passive: true });
  doc.addEventListener('touchmove', ({ touches: [finger] }) => {
    const isAway = Math.hypot(
      (finger?.clientX ?? 0) - (hold?.x ?? 0),
      (finger?.clientY ?? 0) - (hold?.y ?? 0),
    );
    if (isAway > SLACK) letGo();
  });
  for (const type of ['touchend', 'touchcancel'] as const) doc.addEventListener(type, letGo, true);
  for (const type of ['mousedown', 'mouseup', 'click'] as const)
    doc.win.addEventListener(type, swallow, true);
}

function askForMenu(target: Element, clientX: number, clientY: number): void {
  target.dispatchEvent(
    new PointerEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      composed: true,
      pointerType: 'touch',
      clientX,
      clientY,
    }),
  );
}
