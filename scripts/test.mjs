// `npm test`: types, lint, format and all tests, whatever fails on the way; the last line counts them.
// Further arguments go to Vitest: `npm test -- tests/core`.
import { spawn, spawnSync } from 'node:child_process';
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

// Lint takes as long as the others together: it runs beside them.
const inTurn = [
  ['types of src', 'tsc', '--noEmit'],
  ['types of tests', 'tsc', '--noEmit', '-p', 'tests'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
];
const beside = ['lint', 'eslint', '.', '--max-warnings', '0'];

const secondsSince = (started) => (performance.now() - started) / 1000;

/** Starts a check, and resolves to how it ended and what it had to say. */
function check([name, program, ...args]) {
  const started = performance.now();
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, [programs[program], ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...color, ...process.env },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    const end = (code) =>
      resolve({ name, counts: countStep(code ?? 1), seconds: secondsSince(started), output });
    child.on('error', (error) => output.push(`${error.message}\n`));
    child.on('close', end);
  });
}

function print({ name, output, ...result }) {
  console.log(`\n— ${name}`);
  for (const chunk of output) process.stdout.write(chunk);
  return { name, ...result };
}

/** Runs all checks and prints what each said, always in the same order. */
async function runChecks() {
  const lint = check(beside);
  const results = [];
  for (const one of inTurn) results.push(print(await check(one)));
  return [...results, print(await lint)];
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function runTests(args) {
  const name = 'tests';
  console.log(`\n— ${name}`);
  const started = performance.now();
  mkdirSync(join(root, 'build'), { recursive: true });
  rmSync(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { status } = spawnSync(process.execPath, [programs.vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { name, counts: countTests(readReport(), status ?? 1), seconds: secondsSince(started) };
}

await runScript(async () => {
  ensureInstalled();
  ensureChromium();
  const results = [...(await runChecks()), runTests(process.argv.slice(2))];
  console.log('');
  for (const { name, counts, seconds } of results) {
    const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
    console.log(`${name.padEnd(16)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`);
  }
  const total = addCounts(results.map(({ counts }) => counts));
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${countLine(total)}`);
});
