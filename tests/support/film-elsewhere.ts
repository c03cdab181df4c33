// A media file at an address outside of the app; a test sets the server's answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { parseByteRange } from '../host/server/byte-range.ts';

const fixtures = join(import.meta.dirname, '../fixtures/media');
const film = join(import.meta.dirname, '../vault/media/time-code.webm');

/** Serves the film of the vault at `address` too; pages of `origin` may read it. Returns how often it was requested. */
export function serveFilm(context: BrowserContext, address: string, origin?: string): Promise<() => number> {
  return serve(context, address, answerWith(film, origin));
}

/** Serves a fixture at `address`. */
export function serveFile(context: BrowserContext, address: string, name: string): Promise<() => number> {
  return serve(context, address, answerWith(join(fixtures, name)));
}

/** Answers requests with the film of the vault, as far as they ask for it. */
export function answerWithFilm(): (route: Route) => Promise<void> {
  return answerWith(film);
}

async function serve(
  context: BrowserContext,
  address: string,
  answer: (route: Route) => Promise<void>,
): Promise<() => number> {
  let asked = 0;
  await context.route(address, (route) => {
    asked += 1;
    return answer(route);
  });
  return () => asked;
}

function answerWith(path: string, origin?: string): (route: Route) => Promise<void> {
  const bytes = readFileSync(path);
  return (route) => {
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
  };
}
