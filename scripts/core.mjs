// The plugin's core as a module for scripts: built from its source, so that a script reads notes as the plugin does.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the files of `src/core` with these names export, as one module: `['read/scan']`. */
export async function loadCore(names) {
  const bundle = join(root, `build/core-${names.join('-').replaceAll('/', '-')}.mjs`);
  await build({
    stdin: {
      contents: names.map((name) => `export * from './src/core/${name}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
  return await import(pathToFileURL(bundle).href);
}
