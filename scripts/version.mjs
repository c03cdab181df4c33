// `npm run set-version -- 1.2.3`: gives the manifest, the package, versions.json, the README and the changelog one version.
import { pathToFileURL } from 'node:url';
import { fileURLToPath } from 'node:url';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, runScript } from './failure.mjs';

const VERSION = /^\d+\.\d+\.\d+$/;
const README_LINE = /(This is version )\d+\.\d+\.\d+/;
const UNRELEASED = /^## Unreleased\n/m;

/** Writes the version into the files of a folder. Fails, with nothing written, if one of them has no place for it. */
export async function setVersion(folder, version, day) {
  if (!VERSION.test(version)) throw new Failure(`“${version}” is no version such as 1.2.3.`);
  const read = (name) => readFile(join(folder, name), 'utf8');
  const manifest = JSON.parse(await read('manifest.json'));
  const versions = JSON.parse(await read('versions.json'));
  if (version !== manifest.version && version in versions)
    throw new Failure(`Version ${version} has been released already.`);
  const readme = await read('README.md');
  const changelog = await read('CHANGELOG.md');
  if (!README_LINE.test(readme)) throw new Failure('README.md does not say “This is version …”.');
  if (!UNRELEASED.test(changelog)) throw new Failure('CHANGELOG.md has no section “Unreleased”.');
  const written = {
    'manifest.json': json({ ...manifest, version }),
    'versions.json': json({ ...versions, [version]: manifest.minAppVersion }),
    'package.json': json({ ...JSON.parse(await read('package.json')), version }),
    'package-lock.json': json(lockOf(JSON.parse(await read('package-lock.json')), version)),
    'README.md': readme.replace(README_LINE, `$1${version}`),
    'CHANGELOG.md': changelog.replace(UNRELEASED, `## Unreleased\n\n## ${version} (${day})\n`),
  };
  await Promise.all(Object.entries(written).map(([name, text]) => writeFile(join(folder, name), text)));
}

function lockOf(lock, version) {
  const { '': own, ...others } = lock.packages;
  return { ...lock, version, packages: { '': { ...own, version }, ...others } };
}

function json(data) {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const version = process.argv[2] ?? '';
    await setVersion(root, version, new Date().toISOString().slice(0, 10));
    console.log(`This is version ${version} now. Commit it, and tag the commit ${version}, without a v.`);
  });
}
