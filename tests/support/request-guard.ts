// Nothing that a test does may reach the network: whatever nobody routed is aborted and fails the test by name.
import type { BrowserContext } from 'playwright-core';

export interface RequestGuard {
  /** The URLs that were refused, in order. */
  readonly refused: readonly string[];
}

/**
 * A window opened at `about:blank` is guarded from its second document on: requests of the first one are held by
 * the browser and never answered, so a pop-out that loads anything must go to an address after it is opened.
 * Call it before any other `context.route`: Playwright asks the latest route first, so the guard gets the rest.
 */
export async function guardRequests(context: BrowserContext, hostUrl: string): Promise<RequestGuard> {
  const refused: string[] = [];
  // The second name of this machine is the other origin that a vault's files come from.
  const inside = [hostUrl, hostUrl.replace('127.0.0.1', 'localhost')];
  const isOutside = (url: URL): boolean => !inside.includes(url.origin);
  await context.route(isOutside, async (route) => {
    refused.push(route.request().url());
    await route.abort('blockedbyclient');
  });
  await context.routeWebSocket(isOutside, async (socket) => {
    refused.push(socket.url());
    await socket.close();
  });
  return { refused };
}
