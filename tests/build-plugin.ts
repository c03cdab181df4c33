// Builds main.js with the project's own options, in a process of its own as a release does: no test
// environment stands between esbuild and Node.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

const script = `
  import { buildMain } from './esbuild.config.mjs';
  await buildMain(process.argv[1]);
`;

/** Builds into a file, whose folder is made. Throws with esbuild's own words when the build fails. */
export function buildPlugin(outfile: string): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, '--', outfile], { cwd: project });
}
