// Bundles the script of the stand-in's page.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the bundle is, once `buildStandIn` has run. */
export const playerBundle = fileURLToPath(new URL('../../build/youtube/player.js', import.meta.url));

export async function buildStandIn(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('player/player.ts', import.meta.url))],
    outfile: playerBundle,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
}
