// Makes sure that the packages are there before a script uses one. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** When a file was last written, in milliseconds since 1970; undefined when there is none. */
function writtenAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * Why the packages must be installed, as a sentence; undefined when they are as the lock file says.
 * `installed` is when npm last finished an installation, `locked` when the lock file was written.
 */
export function reasonToInstall({ installed, locked }) {
  if (installed === undefined) return 'The packages are not installed yet.';
  if (locked !== undefined && installed < locked) return 'The packages are older than package-lock.json.';
  return undefined;
}

/** Why `npm ci` failed, as a sentence made from what it wrote. */
export function reasonOfFailure(npmErrors) {
  const isOffline = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(
    npmErrors,
  );
  return isOffline
    ? 'The packages could not be installed: they must be downloaded once, and the npm registry cannot be reached.'
    : `The packages could not be installed: npm ci failed.\n${npmErrors.trim()}`;
}

/** Runs `npm ci` when the packages are absent or older than the lock file. */
export function ensureInstalled() {
  const reason = reasonToInstall({
    installed: writtenAt(join(root, 'node_modules/.package-lock.json')),
    locked: writtenAt(join(root, 'package-lock.json')),
  });
  if (reason === undefined) return;
  console.log(`${reason} Installing them with npm ci.`);
  // Without a network npm would try again for more than a minute.
  const patience = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', ['ci', '--include=dev', ...patience, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Failure(reasonOfFailure(stderr ?? String(error)));
}
