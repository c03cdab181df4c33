// Finds a Chromium to test with, and on Debian as root installs one when there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usualPlaces = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
};

const missing =
  'No Chromium was found: install Chromium or Chrome, or set PLAYHEAD_CHROMIUM to the path of its program.';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium: the variable PLAYHEAD_CHROMIUM, else one on PATH, else one in a usual place.
 * A variable that names no program is an error, so that a slip in it is not hidden by another browser.
 */
export function findChromium({ env = process.env, platform = process.platform } = {}) {
  const named = env.PLAYHEAD_CHROMIUM ?? '';
  if (named !== '') {
    if (isProgram(named)) return named;
    throw new Failure(`PLAYHEAD_CHROMIUM names ${named}, which is no program that can be run.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(usualPlaces[platform] ?? [])].find(isProgram);
}

/** As `findChromium`, but installs Debian's package when there is none and we may; throws one clear sentence. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw new Failure(missing);
  console.log('No Chromium was found: installing the packages chromium and fonts-liberation with apt-get.');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    options,
  );
  const installed = findChromium();
  if (installed === undefined) throw new Failure(`apt-get could not install Chromium. ${missing}`);
  return installed;
}
