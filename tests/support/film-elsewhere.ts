// A media file at an address outside of the app, whose server answers as a test says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { parseByteRange } from '../host/server/byte-range.ts';

const film = readFileSync(join(import.meta.dirname, '../vault/media/time-code.webm'));

/** Serves the film of the vault at `address` too. Returns how often it was asked for; pages of `origin` may read it. */
export async function serveFilm(
  context: BrowserContext,
  address: string,
  origin?: string,
): Promise<() => number> {
  let asked = 0;
  await context.route(address, (route) => {
    asked += 1;
    const range = parseByteRange(route.request().headers()['range'], film.length);
    const { first, last } = typeof range === 'object' ? range : { first: 0, last: film.length - 1 };
    return route.fulfill({
      status: 206,
      body: film.subarray(first, last + 1),
      contentType: 'video/webm',
      headers: {
        'Accept-Ranges': 'bytes',
        'Content-Range': `bytes ${first}-${last}/${film.length}`,
        ...(origin !== undefined && { 'Access-Control-Allow-Origin': origin }),
      },
    });
  });
  return () => asked;
}
