// @vitest-environment node
// When the packages are installed anew, and what is said when they cannot be.
import { expect, it } from 'vitest';
import { reasonOfFailure, reasonToInstall } from '../../scripts/install.mjs';

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
])('packages that are %s', (_, times, reason) => expect(reasonToInstall(times)).toBe(reason));

it('says in one sentence that there is no network, and shows any other error of npm’s', () => {
  const offline =
    'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/x failed';
  expect(reasonOfFailure(offline)).toMatch(/^The packages could not be installed: .* cannot be reached\.$/);
  const other = 'npm error code EUSAGE\nnpm error package.json and package-lock.json are not in sync\n';
  expect(reasonOfFailure(other)).toMatch(/npm ci failed\.\nnpm error code EUSAGE\n.* are not in sync$/);
});
