// Full screen and picture-in-picture of a player.
import { words } from '../texts/texts';

/** Enters or leaves full screen with `element`. Rejects with a reason if that is not possible. */
export async function toggleFullscreen(element: HTMLElement | undefined): Promise<void> {
  if (element === undefined) throw new Error(words.player.noPicture);
  const { doc } = element;
  if (!doc.fullscreenEnabled) throw new Error(words.player.fullScreenRefused);
  await (doc.fullscreenElement === element ? doc.exitFullscreen() : element.requestFullscreen());
}

/** Enters or leaves picture-in-picture. Rejects with a reason if that is not possible. */
export async function togglePictureInPicture(element: HTMLVideoElement): Promise<void> {
  const { doc } = element;
  await (doc.pictureInPictureElement === element
    ? doc.exitPictureInPicture()
    : element.requestPictureInPicture());
}
