// Keeps in view what was clicked, while what it asked for lays the page out anew.

/** What a user goes elsewhere by. */
const USES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

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
  if (!user.hasLeft && el.isShown()) el.scrollIntoView({ block: 'nearest' });
}
