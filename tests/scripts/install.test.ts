// @vitest-environment node
// When the packages are installed anew.
import { expect, it } from 'vitest';
import { reasonToInstall } from '../../scripts/install.mjs';

it.each([
  ['absent', { installed: undefined, locked: 200 }, 'The packages are not installed yet.'],
  [
    'older than the lock file',
    { installed: 100, locked: 200 },
    'The packages are older than package-lock.json.',
  ],
  ['as old as the lock file', { installed: 200, locked: 200 }, undefined],
  ['newer than the lock file', { installed: 300, locked: 200 }, undefined],
  ['there and nothing locks them', { installed: 100, locked: undefined }, undefined],
])('packages that are %s', (_, times, reason) => {
  expect(reasonToInstall(times)).toBe(reason);
});
