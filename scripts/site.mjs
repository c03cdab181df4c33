// Builds what a browser needs to show the plugin at work: the plugin itself, the host and its server.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildOptions } from '../esbuild.config.mjs';
import { buildHost } from '../tests/host/build.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const pluginFolder = join(root, 'build/plugin');
export const hostFolder = join(root, 'build/host');

/** Builds the three files of a release into a folder. */
export async function buildPlugin(folder = pluginFolder) {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    build(buildOptions({ outfile: join(folder, 'main.js') })),
    ...['manifest.json', 'styles.css'].map((name) => copyFile(join(root, name), join(folder, name))),
  ]);
}

/** Builds the plugin and the host, into build/plugin and build/host. */
export async function buildSite() {
  await mkdir(hostFolder, { recursive: true });
  await Promise.all([buildPlugin(), buildHost(hostFolder)]);
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
  return import(outfile);
}
