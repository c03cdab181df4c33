// Filling the screen with a player, or showing it above everything else.
import { words } from '../texts/texts';

/** Fills the screen with `element`, or no longer. Rejects with a reason where that cannot be done. */
export async function toggleFullscreen(element: HTMLElement | undefined): Promise<void> {
  if (element === undefined) throw new Error(words.player.noPicture);
  const { doc } = element;
  if (!doc.fullscreenEnabled) throw new Error(words.player.fullScreenRefused);
  await (doc.fullscreenElement === element ? doc.exitFullscreen() : element.requestFullscreen());
}

/** Shows the video in a window above all others, or no longer. Rejects with a reason where that cannot be done. */
export async function togglePictureInPicture(element: HTMLVideoElement): Promise<void> {
  const { doc } = element;
  await (doc.pictureInPictureElement === element
    ? doc.exitPictureInPicture()
    : element.requestPictureInPicture());
}
