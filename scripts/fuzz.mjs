// `npm run fuzz`: made-up notes, addresses, messages and settings against what must hold of them, by a new seed each time.
// `-- --minutes N` for each kind, `--seed S` to make the same cases again, `--target NAME` for one kind.
// Without a target, the properties of the core run by the same seed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './failure.mjs';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await runScript(() => {
  ensureInstalled();
  const { minutes, seed, target } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, target: { type: 'string' } },
  }).values;
  if (minutes !== undefined && !(Number(minutes) > 0)) throw new Failure('--minutes takes a number above 0.');
  if (seed !== undefined && !/^\d+$/.test(seed)) throw new Failure('--seed takes a whole number.');
  const env = {
    ...process.env,
    ...(minutes === undefined ? {} : { FUZZ_SECONDS: String(Number(minutes) * 60) }),
    FUZZ_SEED: seed ?? String(Date.now() % 2 ** 32),
    ...(target === undefined ? {} : { FUZZ_TARGET: target }),
  };
  const projects = target === undefined ? ['core', 'fuzz'] : ['fuzz'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...projects.flatMap((name) => ['--project', name])];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  process.exitCode = status ?? 1;
});
