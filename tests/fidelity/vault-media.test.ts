// Where the bytes of a vault's media files come from: on a desktop not from the page's own origin, on a phone from there.
// Inferred from reports of plugins in the app; whether the desktop app lets a page read its answers is not known.
import { expect, test } from 'vitest';
import type { StartOptions } from '../driver/driver';
import { useHost } from '../driver/use-host';

const host = useHost();

interface Read {
  readonly isOwnOrigin: boolean;
  /** Of a picture that is drawn of the file as it is. */
  readonly plain: string;
  /** The same, where the file is asked for with CORS. */
  readonly open: string;
  readonly bytes: boolean;
}

/** Draws the film of the vault, and says what became of it. */
async function read(options: StartOptions): Promise<Read> {
  await host.driver.start({ plugin: 'none', served: true, ...options });
  return host.driver.page.evaluate(async () => {
    const { vault } = window.app;
    const file = vault.getFileByPath('media/time-code.webm');
    if (file === null) throw new Error('There is no film.');
    const url = vault.getResourcePath(file);
    const draw = async (crossOrigin: string | null): Promise<string> => {
      const video = document.createElement('video');
      video.crossOrigin = crossOrigin;
      video.src = url;
      await new Promise((resolve, reject) => {
        // Before it has a picture nothing is drawn, and nothing is refused.
        video.addEventListener('loadeddata', () => {
          video.currentTime = 1;
        });
        video.addEventListener('seeked', resolve);
        video.addEventListener('error', reject);
      });
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      return canvas.toDataURL().slice(0, 14);
    };
    const name = (cause: Error | Event): string => (cause instanceof Event ? cause.type : cause.name);
    const bytes = await vault.readBinary(file);
    return {
      isOwnOrigin: new URL(url).origin === window.location.origin,
      plain: await draw(null).catch(name),
      open: await draw('anonymous').catch(name),
      bytes: bytes.byteLength === file.stat.size,
    };
  });
}

const picture = 'data:image/png';

test.each<[string, StartOptions, Read]>([
  [
    'of a desktop app come from another origin: what is drawn of them cannot be read',
    {},
    { isOwnOrigin: false, plain: 'SecurityError', open: 'error', bytes: true },
  ],
  [
    'of a desktop app that answers with CORS can be read where it is asked for so',
    { vaultMedia: 'with-cors' },
    { isOwnOrigin: false, plain: 'SecurityError', open: picture, bytes: true },
  ],
  [
    'of a phone come from the page’s own origin',
    { platform: 'phone' },
    { isOwnOrigin: true, plain: picture, open: picture, bytes: true },
  ],
])('inferred: media files %s', async (_, options, expected) => {
  host.browser.allow(/CORS policy|ERR_FAILED/);
  expect(await read(options)).toEqual(expected);
});
