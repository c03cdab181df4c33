// Makes the pictures of the documents again, each with the fingerprint that tells whether it is fresh. Needs a Chromium.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Failure, runScript } from '../failure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const specs = ['tests/e2e/pictures.test.ts', 'tests/e2e/preview-pictures.test.ts'];

await runScript(async () => {
  const { status } = spawnSync(
    process.execPath,
    // They share the file of fingerprints.
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', '--no-file-parallelism', ...specs],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PLAYHEAD_PICTURES: 'renew' } },
  );
  if (status !== 0) throw new Failure('The pictures were not made.');
});
