// The picture that a media element shows, as a file.
import type { Picture } from '../player';
import type { FileBytes } from './media-files';
import { words } from '../../texts/texts';

/** Slides are this small as PNG; of film the JPEG is a tenth of the PNG, and no worse to look at. Bytes. */
const LARGEST_PNG = 1_000_000;
const QUALITY = 0.92;

const REFUSED = words.player.pictureForbidden;

/** How long the same file may take to come to the same moment once more. Milliseconds. */
const PATIENCE = 10_000;

/** Of a file that is larger, the app would run out of memory. Bytes. */
const LARGEST_FILE = 1_000_000_000;

/**
 * Rejects with a reason if there is no picture, or if whoever the file comes from does not let it be taken. `file` is what the
 * element plays, if that is a file of the vault: the app may serve it in a way that does not let its pictures be taken.
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
    // Not every server answers to that, so that what is to be played is not asked for so.
    return await takenFrom(element.currentSrc, moment);
  } catch (cause) {
    if (file === undefined) throw new Error(REFUSED, { cause });
    return takenFromBytes(file, moment);
  }
}

/** At once: the picture is that of the moment in which it is asked for. */
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

/** The second of the picture. */
interface Moment {
  /** The window that the video is in. */
  readonly win: Window;
  readonly seconds: number;
}

/** Bytes read by the page count as same-origin. */
async function takenFromBytes(file: FileBytes, moment: Moment): Promise<Picture> {
  if (file.size > LARGEST_FILE) throw new Error(words.player.fileTooLarge);
  const address = URL.createObjectURL(new Blob([await file.read()]));
  try {
    return await takenFrom(address, moment);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same moment of the same file, asked for in the way that lets its pictures be taken. */
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

/** A canvas that holds what is another's gives nothing away. The error may be of another window's class. */
function isRefusal(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'SecurityError';
}
