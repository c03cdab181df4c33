// The three files that are the plugin: built, and put into a vault. Needs the packages.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildMain } from '../esbuild.config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const releaseFiles = ['main.js', 'manifest.json', 'styles.css'];

/** Where the plugin is built for the tests, the demo and `install-into`. */
export const pluginFolder = join(root, 'build/plugin');

export async function buildRelease(folder = pluginFolder) {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    buildMain(join(folder, 'main.js')),
    copyFile(join(root, 'manifest.json'), join(folder, 'manifest.json')),
    copyFile(join(root, 'styles.css'), join(folder, 'styles.css')),
  ]);
}

/** Copies a built plugin into a configuration folder, beside the settings that may be there; returns its folder. */
export async function copyRelease(built, configFolder) {
  const target = join(configFolder, 'plugins/playhead');
  await mkdir(target, { recursive: true });
  await Promise.all(releaseFiles.map((name) => copyFile(join(built, name), join(target, name))));
  return target;
}
