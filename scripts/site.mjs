// Builds what a browser needs to show the plugin at work: the plugin itself, the host and its server.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildHost } from '../tests/host/build.mjs';
import { buildRelease, pluginFolder } from './release.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const hostFolder = join(root, 'build/host');

/** Builds the plugin and the host; returns the folders that the server is to serve, on the vault asked for. */
export async function buildSite(vault = join(root, 'tests/vault')) {
  await mkdir(hostFolder, { recursive: true });
  await Promise.all([buildRelease(), buildHost(hostFolder)]);
  return { host: hostFolder, plugin: pluginFolder, vault, media: join(root, 'tests/fixtures/media') };
}

/** The server is TypeScript, which Node 20 cannot run: bundles it, and returns its module. */
export async function loadServer() {
  const outfile = join(root, 'build/server.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/host/server/server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
