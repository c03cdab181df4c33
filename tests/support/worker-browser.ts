// The browser of a worker: it is started once, by the first spec file that needs it, and drives the files that follow.
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';
import './browser-environment';
import './provided';

/** 'app' lets every page play with sound, as the desktop app does; 'phone' wants a touch first. */
export type Autoplay = 'app' | 'phone';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What the guard cannot see (name look-ups ahead of a request) must find nothing either.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Where a running Obsidian answers on its debugging port. With it the specs drive that app, and not the host in a browser of
 * our own. It has not been tried yet.
 */
export const obsidianUrl = process.env['PLAYHEAD_OBSIDIAN'];

const launched = new Map<Autoplay, Promise<Browser>>();

/** The browser of this worker, quiet and repeatable; one for each policy. */
export function browserFor(autoplay: Autoplay): Promise<Browser> {
  const running = launched.get(autoplay);
  if (running !== undefined) return running;
  const browser = launch(autoplay);
  launched.set(autoplay, browser);
  // The next file tries again.
  browser.catch(() => launched.delete(autoplay));
  return browser;
}

async function launch(autoplay: Autoplay): Promise<Browser> {
  const policy = autoplay === 'app' ? ['--autoplay-policy=no-user-gesture-required'] : [];
  const browser =
    obsidianUrl === undefined
      ? await chromium.launch({ executablePath: inject('chromium'), args: [...flags, ...policy] })
      : await chromium.connectOverCDP(obsidianUrl);
  browser.on('disconnected', () => launched.delete(autoplay));
  workerBrowsers.add(browser);
  return browser;
}
