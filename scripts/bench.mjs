// `npm run bench`: measures what must be fast, beside the least that it could take, in the same turns; absolute times are the
// machine's. `-- --json` prints the rows as JSON and nothing else; names of files run these benches alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judged, tableOf } from './bench-table.mjs';
import { ensureChromium } from './chromium.mjs';
import { runScript } from './failure.mjs';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rowsFile = join(root, 'build/bench.jsonl');

await runScript(() => {
  ensureInstalled();
  ensureChromium();
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  rmSync(rowsFile, { force: true });
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/bench/vitest.config.ts', ...positionals],
    { cwd: root, stdio: ['ignore', values.json ? 'ignore' : 'inherit', 'inherit'] },
  );
  const lines = existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').trim().split('\n') : [];
  const rows = lines.map((line) => JSON.parse(line));
  console.log(values.json ? JSON.stringify(rows.map(judged), undefined, 2) : tableOf(rows).join('\n'));
  process.exitCode = status ?? 1;
});
