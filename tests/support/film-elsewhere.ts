// A media file at an address outside of the app, whose server answers as a test says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { parseByteRange } from '../host/server/byte-range.ts';

const fixtures = join(import.meta.dirname, '../fixtures/media');
const film = join(import.meta.dirname, '../vault/media/time-code.webm');

/** Serves the film of the vault at `address` too. Returns how often it was asked for; pages of `origin` may read it. */
export function serveFilm(context: BrowserContext, address: string, origin?: string): Promise<() => number> {
  return serve(context, { address, path: film, origin });
}

/** Serves a fixture at `address`. */
export function serveFile(context: BrowserContext, address: string, name: string): Promise<() => number> {
  return serve(context, { address, path: join(fixtures, name), origin: undefined });
}

interface Served {
  readonly address: string;
  readonly path: string;
  readonly origin: string | undefined;
}

async function serve(context: BrowserContext, { address, path, origin }: Served): Promise<() => number> {
  const bytes = readFileSync(path);
  let asked = 0;
  await context.route(address, (route) => {
    asked += 1;
    const range = parseByteRange(route.request().headers()['range'], bytes.length);
    const { first, last } = typeof range === 'object' ? range : { first: 0, last: bytes.length - 1 };
    return route.fulfill({
      status: 206,
      body: bytes.subarray(first, last + 1),
      contentType: 'video/webm',
      headers: {
        'Accept-Ranges': 'bytes',
        'Content-Range': `bytes ${first}-${last}/${bytes.length}`,
        ...(origin !== undefined && { 'Access-Control-Allow-Origin': origin }),
      },
    });
  });
  return () => asked;
}
