// Recorded outputs: what came out once, read and found right, and kept in a file to compare with.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/**
 * Expects `text` to be what is recorded in `file`. With UPDATE_RECORDINGS=1 the file is written anew and the test fails all
 * the same, so that somebody reads the new recording before it passes.
 */
export function expectRecorded(file: string, text: string): void {
  const actual = `${text.trimEnd()}\n`;
  if (process.env['UPDATE_RECORDINGS'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
    expect.fail(`${file} is recorded anew. Read it, then run the tests without UPDATE_RECORDINGS.`);
  }
  const recorded = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(actual, `${file} differs; UPDATE_RECORDINGS=1 records it anew`).toBe(recorded);
}
