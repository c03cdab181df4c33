// Keeps the clicked element in view while its action changes the layout.

/** Events by which a user goes elsewhere. */
const USES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** Elements that hold a view: nothing outside of them is scrolled. */
const VIEW = '.workspace-leaf-content, .popover, .modal';

/**
 * Runs a task that may move `el`, such as opening a pane beside the note, and scrolls back to `el`. If the user does anything else
 * meanwhile, nothing is scrolled. Rejects as the task does.
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
 * Scrolls as little as possible, and only elements that the user can scroll. `scrollIntoView` would also scroll clipped elements
 * such as the app's window, which the user could not scroll back.
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
