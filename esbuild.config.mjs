// Builds main.js, the one script that Obsidian loads. `--watch` rebuilds on every change.
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { noticesOf } from './scripts/notices.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The options of a build; `outfile` and `minify` differ between a release, `npm run dev` and the tests. */
export function buildOptions({ outfile = `${root}main.js`, watch = false } = {}) {
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
    minify: !watch && !process.env.NOMIN,
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    const watching = await context({ ...buildOptions({ watch: true }), logLevel: 'info' });
    await watching.watch();
  } else {
    await build(buildOptions());
  }
}
