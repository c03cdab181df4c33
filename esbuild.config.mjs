// Builds main.js, the one script that Obsidian loads. `--watch` rebuilds on every change.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { keptOwnNames } from './scripts/kept-own-names.mjs';
import { noticesOf } from './scripts/notices.mjs';
import { renamedPrivates } from './scripts/private-names.mjs';
import { requiredOnce } from './scripts/required-once.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

function options({ outfile = join(root, 'main.js'), watch = false } = {}) {
  return {
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2021',
    // Fields become assignments in the constructor: for this target anything else costs a helper call for each.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    minify: !watch,
    sourcemap: watch ? 'inline' : false,
    legalComments: 'none',
    banner: { js: noticesOf() },
    charset: 'utf8',
    logLevel: 'warning',
    external: [
      'obsidian',
      'electron',
      '@codemirror/*',
      '@lezer/common',
      '@lezer/highlight',
      '@lezer/lr',
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
    ],
  };
}

/** Builds main.js as it is released: minified, with short names for properties that only the plugin's own code knows. Resolves with esbuild's record. */
export async function buildMain(outfile) {
  const { metafile } = await build({ ...options({ outfile }), write: false, metafile: true });
  const bundled = Object.keys(metafile.inputs).filter((path) => !path.startsWith('src/'));
  const { names, edits } = keptOwnNames(root, bundled);
  return build({
    ...options({ outfile }),
    metafile: true,
    plugins: [requiredOnce(join(root, 'src')), renamedPrivates(edits)],
    mangleProps: new RegExp(`^(?:${names.map((name) => name.replace('$', '\\$')).join('|')})$`),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    const watching = await context({ ...options({ watch: true }), logLevel: 'info' });
    await watching.watch();
  } else {
    await buildMain();
  }
}
