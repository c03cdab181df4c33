// Keeps in view what was clicked, while what it asked for lays the page out anew.

/** The events by which a user goes elsewhere. */
const USES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** The element that holds a view: what is outside of it is the app's own, and stays where it is. */
const VIEW = '.workspace-leaf-content, .popover, .modal';

/**
 * Runs a task that may move `el`, as a pane does that opens beside a note and makes its lines shorter, and scrolls back to it.
 * A pane may be slow: who has done something else meanwhile is left where they are. Rejects as the task does.
 */
export async function keepInView(el: HTMLElement, task: () => Promise<unknown>): Promise<void> {
  const { doc } = el;
  const user = { hasLeft: false };
  const leave = (): void => {
    user.hasLeft = true;
  };
  for (const use of USES) doc.addEventListener(use, leave, true);
  try {
    await task();
  } finally {
    for (const use of USES) doc.removeEventListener(use, leave, true);
  }
  if (!user.hasLeft && el.isShown()) scrollBackTo(el);
}

/**
 * Scrolls what the user can scroll, as little as it takes. `scrollIntoView` would also scroll what only cuts off, as the app's window,
 * and nobody could scroll that back.
 */
function scrollBackTo(el: HTMLElement): void {
  const view = el.closest(VIEW);
  for (let around = el.parentElement; around !== null; around = around.parentElement) {
    if (canScroll(around)) scrollTo(el, around);
    if (around === view) return;
  }
}

function canScroll(el: HTMLElement): boolean {
  return (
    ['auto', 'scroll'].includes(el.getCssPropertyValue('overflow-y')) && el.scrollHeight > el.clientHeight
  );
}

function scrollTo(el: HTMLElement, scroller: HTMLElement): void {
  const { top, bottom } = el.getBoundingClientRect();
  const shown = scroller.getBoundingClientRect();
  if (top < shown.top) scroller.scrollTop += top - shown.top;
  else if (bottom > shown.bottom) scroller.scrollTop += Math.min(bottom - shown.bottom, top - shown.top);
}
