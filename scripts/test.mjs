// `npm test`: types, lint, format and all tests, whatever fails on the way; the last line counts them.
// Further arguments go to Vitest: `npm test -- tests/core`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { runScript } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { addCounts, countLine, countStep, countTests } from './test-counts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportFile = join(root, 'build/test-report.json');

const programs = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs a program of the project and returns its exit code. */
function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [programs[program], ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function runTests(args) {
  mkdirSync(join(root, 'build'), { recursive: true });
  rmSync(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const exitCode = run('vitest', 'run', ...reporters, ...args);
  return countTests(readReport(), exitCode);
}

const steps = [
  ['types of src', () => countStep(run('tsc', '--noEmit'))],
  ['types of tests', () => countStep(run('tsc', '--noEmit', '-p', 'tests'))],
  ['lint', () => countStep(run('eslint', '.', '--max-warnings', '0'))],
  ['format', () => countStep(run('prettier', '--check', '--log-level', 'warn', '.'))],
  ['tests', () => runTests(process.argv.slice(2))],
];

await runScript(() => {
  ensureInstalled();
  ensureChromium();
  const results = steps.map(([name, act]) => {
    const started = performance.now();
    console.log(`\n— ${name}`);
    const counts = act();
    return { name, counts, seconds: (performance.now() - started) / 1000 };
  });
  console.log('');
  for (const { name, counts, seconds } of results) {
    const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
    console.log(`${name.padEnd(16)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`);
  }
  const total = addCounts(results.map(({ counts }) => counts));
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${countLine(total)}`);
});
