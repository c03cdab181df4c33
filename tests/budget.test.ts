// The size of main.js: within its budget, and what the README says it is.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from './build-plugin';

const kilobyte = 1024;
const budget = 340 * kilobyte;

let size: number;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'playhead-budget-'));
  buildPlugin(join(folder, 'main.js'));
  size = statSync(join(folder, 'main.js')).size;
  rmSync(folder, { recursive: true });
});

describe('main.js', () => {
  it('is within its budget', () => {
    expect(size).toBeLessThanOrEqual(budget);
  });

  it('is as large as the README says, in whole kilobytes rounded up', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
    const said = /main\.js`? is (\d+) KB/.exec(readme)?.[1];
    expect(said, 'README.md should say "main.js is … KB"').toBeDefined();
    expect(Number(said)).toBe(Math.ceil(size / kilobyte));
  });
});
