// The size of main.js: what the README says is its budget.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from './build-plugin';

const kilobyte = 1024;
/** What is promised in whole kilobytes may be so much more than it takes: every change would have to renew it otherwise. */
const ROOM = 40;

let size: number;
let promised: number;

beforeAll(() => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  promised = Number(/main\.js`? is under (\d+) KB/.exec(readme)?.[1]);
  const folder = mkdtempSync(join(tmpdir(), 'playhead-budget-'));
  buildPlugin(join(folder, 'main.js'));
  size = statSync(join(folder, 'main.js')).size / kilobyte;
  rmSync(folder, { recursive: true });
});

describe('main.js', () => {
  it('is as small as the README promises', () => {
    expect(promised).toBeGreaterThan(0);
    expect(size).toBeLessThan(promised);
  });

  it('is not much smaller than that either, so that the promise says something', () => {
    expect(size).toBeGreaterThan(promised - ROOM);
  });
});
