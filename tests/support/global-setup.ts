// Builds the plugin and the host once for all browser tests, and serves them while these run.
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { buildSite } from '../../scripts/site.mjs';
import { startServer, type RunningServer } from '../host/server/server';
import { buildStandIn } from '../youtube/build';
import './provided';

async function buildAndServe(): Promise<RunningServer> {
  const [folders] = await Promise.all([buildSite(), buildStandIn()]);
  return startServer(folders);
}

// Vitest runs this file once for each project: the first one starts the site, the last one to finish closes it.
const shared = globalThis as { playheadSite?: { running: Promise<RunningServer>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = (shared.playheadSite ??= { running: buildAndServe(), users: 0 });
  site.users += 1;
  const server = await site.running;
  project.provide('hostUrl', server.url);
  project.provide('chromium', ensureChromium());
  return async () => {
    site.users -= 1;
    if (site.users > 0) return;
    delete shared.playheadSite;
    await server.close();
  };
}
