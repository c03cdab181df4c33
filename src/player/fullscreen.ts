// Filling the screen with a player.

/** Fills the screen with `element`, or no longer. Rejects with a reason where that cannot be done. */
export async function toggleFullscreen(element: HTMLElement | undefined): Promise<void> {
  if (element === undefined) throw new Error('There is no video.');
  const { doc } = element;
  if (!doc.fullscreenEnabled) throw new Error('This device does not allow it.');
  await (doc.fullscreenElement === element ? doc.exitFullscreen() : element.requestFullscreen());
}
