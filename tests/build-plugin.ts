// Builds main.js with the project's own options, in a process of its own as a release does: no test
// environment stands between esbuild and Node.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

const script = `
  import { buildMain } from './esbuild.config.mjs';
  const { metafile } = await buildMain(process.argv[1]);
  process.stdout.write(JSON.stringify(metafile));
`;

/** Builds into a file, whose folder is made; returns esbuild's record of what is in it. Throws with esbuild's own words when the build fails. */
export function buildPlugin(outfile: string): unknown {
  const options = { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script, '--', outfile], options),
  );
}
