// The picture that a media element shows, as an image file.
import type { Picture } from '../player';
import type { FileBytes } from './media-files';
import { words } from '../../texts/texts';

/** Slides are smaller than this as PNG; for film, JPEG is a tenth of the size and looks the same. Bytes. */
const LARGEST_PNG = 1_000_000;
const QUALITY = 0.92;

const REFUSED = words.player.pictureForbidden;

/** Milliseconds until a second copy of the file must have arrived at the moment. */
const PATIENCE = 10_000;

/** The app would run out of memory with a larger file. Bytes. */
const LARGEST_FILE = 1_000_000_000;

/**
 * The present frame of a video element, as an image file. Rejects with a reason if there is no picture, or if the server does not
 * allow it. `file` is the file of the vault that the element plays, if it plays one: the app may serve files in a way that taints
 * the canvas.
 */
export async function pictureOf(element: HTMLVideoElement, file?: FileBytes): Promise<Picture> {
  if (element.videoWidth === 0) throw new Error(words.player.noPicture);
  const moment = { win: element.win, seconds: element.currentTime };
  const canvas = drawn(element);
  try {
    return await fileOf(canvas);
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
  }
  try {
    // The element that plays does not ask for this permission (CORS), since a server without it would refuse the file.
    return await takenFrom(element.currentSrc, moment);
  } catch (cause) {
    if (file === undefined) throw new Error(REFUSED, { cause });
    return takenFromBytes(file, moment);
  }
}

/** Draws at once, so that the picture is that of the moment of the request. */
function drawn(element: HTMLVideoElement): HTMLCanvasElement {
  const canvas = createEl('canvas');
  canvas.width = element.videoWidth;
  canvas.height = element.videoHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(words.player.pictureFailed);
  context.drawImage(element, 0, 0);
  return canvas;
}

async function fileOf(canvas: HTMLCanvasElement): Promise<Picture> {
  const png = await blobOf(canvas, 'image/png');
  if (png.size <= LARGEST_PNG) return { bytes: await png.arrayBuffer(), extension: 'png' };
  const jpeg = await blobOf(canvas, 'image/jpeg');
  return { bytes: await jpeg.arrayBuffer(), extension: 'jpg' };
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error(words.player.pictureTooLarge));
        else resolve(blob);
      },
      type,
      QUALITY,
    );
  });
}

/** The second of the picture, in a window. */
interface Moment {
  /** The window of the video. */
  readonly win: Window;
  readonly seconds: number;
}

/** Bytes that the page has read count as same-origin. */
async function takenFromBytes(file: FileBytes, moment: Moment): Promise<Picture> {
  if (file.size > LARGEST_FILE) throw new Error(words.player.fileTooLarge);
  const address = URL.createObjectURL(new Blob([await file.read()]));
  try {
    return await takenFrom(address, moment);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same moment of the same file, loaded once more with CORS. */
async function takenFrom(address: string, { win, seconds }: Moment): Promise<Picture> {
  const element = createEl('video');
  element.crossOrigin = 'anonymous';
  element.muted = true;
  let timer: number | undefined;
  const shown = new Promise<void>((resolve, reject) => {
    const refuse = (): void => reject(new Error(words.player.pictureLate));
    timer = win.setTimeout(refuse, PATIENCE);
    element.addEventListener('error', refuse);
    element.addEventListener('seeked', () => resolve());
  });
  element.addEventListener(
    'loadeddata',
    () => {
      element.currentTime = seconds;
    },
    { once: true },
  );
  element.preload = 'auto';
  element.src = address;
  try {
    await shown;
    return await fileOf(drawn(element));
  } finally {
    win.clearTimeout(timer);
    element.removeAttribute('src');
    element.load();
  }
}

/** A canvas with a picture of another origin cannot be read. The error may belong to another window, so `instanceof` would fail. */
function isRefusal(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'SecurityError';
}
