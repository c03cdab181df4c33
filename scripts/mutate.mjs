// `npm run mutate`: changes the code of src/core in small ways, one at a time, and counts the changes that some test notices.
// `-- --file NAME` for one file, such as `retime`; without it each file of the core in turn, which takes hours.
// A change must be noticed by the tests of the file itself and, for some, by those of the files that use it; a file without any
// is tested by those of its folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { scoreOf, survivorsOf } from './mutation-report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build/mutation');

/** Files that are tested through others as well. */
const USED_BY = { spot: ['insertion', 'quote'], spacing: ['insertion'], 'anchor-times': ['repair'] };

/** The tests that have to notice a change of the file, as glob patterns between commas. */
function testsOf(file) {
  const own = file.replace(/^src/, 'tests').replace(/\.ts$/, '.test.ts');
  if (!existsSync(join(root, own)) && !(basename(file, '.ts') in USED_BY)) return `${dirname(own)}/*.test.ts`;
  const users = USED_BY[basename(file, '.ts')] ?? [];
  return [own, ...users.map((user) => `${dirname(own)}/${user}.test.ts`)].join();
}

/** What Stryker is told. */
function configFor(file) {
  const report = join(folder, `${basename(file, '.ts')}.json`);
  return {
    report,
    config: {
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'tests/mutation/vitest.config.ts', related: true },
      mutate: [file],
      coverageAnalysis: 'perTest',
      concurrency: 1,
      reporters: ['clear-text', 'json'],
      clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
      jsonReporter: { fileName: report },
      tempDirName: join(folder, 'sandbox'),
      ignoreStatic: true,
      timeoutMS: 30_000,
    },
  };
}

function mutate(file) {
  const { report, config } = configFor(file);
  const configFile = join(folder, 'stryker.config.json');
  writeFileSync(configFile, JSON.stringify(config));
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', configFile],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, MUTATION_TESTS: testsOf(file) },
    },
  );
  if (status !== 0) throw new Failure(`Stryker could not try ${file}.`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

await runScript(() => {
  ensureInstalled();
  mkdirSync(folder, { recursive: true });
  const { file } = parseArgs({ options: { file: { type: 'string' } } }).values;
  const all = readdirSync(join(root, 'src/core'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/core/${path.replaceAll('\\', '/')}`)
    .sort();
  const chosen =
    file === undefined ? all : all.filter((path) => basename(path, '.ts') === basename(file, '.ts'));
  if (chosen.length === 0) throw new Failure(`There is no ${file} in src/core.`);
  const rows = chosen.map((path) => {
    const report = mutate(path);
    return { path, score: scoreOf(report), survivors: survivorsOf(report) };
  });
  for (const { path, score, survivors } of rows) {
    console.log(`${score.toFixed(0).padStart(3)} %  ${path}`);
    for (const survivor of survivors) console.log(`       ${survivor}`);
  }
});
